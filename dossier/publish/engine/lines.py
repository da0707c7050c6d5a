"""What is done to the lines of a page before its blocks are looked for: white space and fenced code.

Each class is the library's, and leaves the work to it where there is any.
"""

from __future__ import annotations

import re
from typing import Final

from markdown import util
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.preprocessors import NormalizeWhitespace

_SIGNS: Final = ("\r", "\t", util.STX, util.ETX)
_BLANKS: Final = re.compile("\n +\n")


class Whitespace(NormalizeWhitespace):
    """Line ends, tabs, blank lines and Markdown's own two signs."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines) + "\n\n"
        if any(sign in text for sign in _SIGNS) or _BLANKS.search(text):
            return super().run(lines)
        return text.split("\n")


class Fences(FencedBlockPreprocessor):
    """Fenced code."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        return super().run(lines) if "```" in text or "~~~" in text else text.split("\n")
