"""Text to YAML, the other way than `parse`. Owns how one value is written, and not how a sheet is laid out."""

from __future__ import annotations

import json
import re

__all__ = ["scalar"]

# Begins and ends with a letter or digit (or an end of a sentence) and has nothing between that means anything to YAML,
# in a line of its own or in brackets.
_PLAIN = re.compile(r"[^\W_](?:[\w ./()'’–-]*[\w.)])?")


def scalar(text: str) -> str:
    """Return a piece of text as a scalar of one line, in double quotes where it has to be.

    `parse` reads it as just that text, wherever a value may stand.
    """
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
