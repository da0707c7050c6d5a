"""Makes the id of a thing out of its name. What an id may look like is owned by `citations`."""

from __future__ import annotations

import re

from anyascii import anyascii

__all__ = ["id_of"]

_LONGEST = 60  # characters of a name; an id may have more, but it stands in addresses and is typed
_APOSTROPHES = re.compile("['’ʼ‘`]")
_WORDS = re.compile("[a-z0-9]+")


def id_of(name: str, before: str = "") -> str:
    """Return an id made of a name in any script, with `before` (itself an id, such as a date) in front.

    Letters become their nearest in a-z, one by one: Шикотан is `shikotan`, but 色丹島 is read as Chinese. Returns ""
    where nothing of the name is left; a long name is cut after a whole word.
    """
    made = "-".join(_WORDS.findall(_APOSTROPHES.sub("", anyascii(name)).lower()))
    if len(made) > _LONGEST:
        made = made[: _LONGEST + 1].rpartition("-")[0] or made[:_LONGEST]
    return f"{before}-{made}" if before and made else made
