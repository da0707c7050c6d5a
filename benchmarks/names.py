"""Invented names in three scripts. Owns that no two numbers give one name."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["MOST", "Name", "invent"]

_SYLLABLES = tuple(
    tuple(each.split("/"))
    for each in (
        *("ar/ар/アル", "bel/бел/ベル", "cor/кор/コル", "dun/дун/ドゥン", "el/эл/エル", "fen/фен/フェン"),
        *("gar/гар/ガル", "hol/хол/ホル", "is/ис/イス", "jar/яр/ヤル", "kel/кел/ケル", "lor/лор/ロル"),
        *("mar/мар/マル", "nor/нор/ノル", "or/ор/オル", "pel/пел/ペル", "rav/рав/ラヴ", "sol/сол/ソル"),
        *("tor/тор/トル", "ul/ул/ウル", "vin/вин/ヴィン", "wes/вес/ウェス", "yar/ьяр/ジャル", "zan/зан/ザン"),
    )
)
_BASE = len(_SYLLABLES)
_STRIDE = (
    5167  # shares no factor with the number of names, so that neighbours look different and none comes twice
)

MOST = _BASE**3
"""How many names there are."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in Latin letters, Cyrillic letters and Katakana."""

    latin: str
    cyrillic: str
    kana: str


def invent(number: int) -> Name:
    """Return the name of a number below `MOST`."""
    if not 0 <= number < MOST:
        raise ValueError(f"there are {MOST} names, and number {number} is none of them")
    rest = number * _STRIDE % MOST
    digits = rest // _BASE**2, rest // _BASE % _BASE, rest % _BASE
    latin, cyrillic, kana = ("".join(_SYLLABLES[digit][script] for digit in digits) for script in range(3))
    return Name(f"{latin}a".capitalize(), f"{cyrillic}а".capitalize(), f"{kana}ア")
