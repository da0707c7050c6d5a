"""Every character of the kinds that are refused is, and no other."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable

from dossier.strict_yaml import check_text

ALLOWED = {"\n", "\t"}


MANY = 500  # characters looked at together, as long as none of them is refused


def refused(characters: Iterable[str]) -> bool:
    """Whether a text with these characters in it is found fault with."""
    return bool(check_text(f"a{'ba'.join(characters)}b".encode(), "f").diagnostics)


def test_hidden_characters_are_refused_and_others_are_not() -> None:
    missed, allowed = list[str](), list[str]()
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        category = unicodedata.category(character)
        hidden = category in {"Cc", "Cf", "Co", "Zl", "Zp"} and character not in ALLOWED
        noncharacter = 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE
        if category == "Cs":
            continue
        if hidden or noncharacter:
            if not refused(character):
                missed.append(hex(code))
        elif category[0] in "LNPSZ" and unicodedata.is_normalized("NFC", character):
            allowed.append(character)
    together = (allowed[start : start + MANY] for start in range(0, len(allowed), MANY))
    wronged = [hex(ord(each)) for some in together if refused(some) for each in some if refused(each)]
    assert missed == []
    assert wronged == ["0x115f", "0x1160", "0x3164", "0xffa0"]  # Korean fillers: letters that show nothing
