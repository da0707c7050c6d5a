"""Every character of the kinds that are refused is, and no other."""

from __future__ import annotations

import sys
import unicodedata

from dossier.strict_yaml import check_text

ALLOWED = {"\n", "\t"}


def refused(character: str) -> bool:
    """Whether a text with the character in it is found fault with."""
    return bool(check_text(f"a{character}b".encode(), "f").diagnostics)


def test_hidden_characters_are_refused_and_others_are_not() -> None:
    missed, wronged = [], []
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
        elif category[0] in "LNPSZ" and unicodedata.is_normalized("NFC", character) and refused(character):
            wronged.append(hex(code))
    assert missed == []
    assert wronged == ["0x115f", "0x1160", "0x3164", "0xffa0"]  # Korean fillers: letters that show nothing
