"""Words: where one may be cut, and how many there are.

Owns the bounds a quotation has to keep: it may not begin or end inside a word, so that "able to hand" is no
part of "unable to hand". Knows no sentences and no language, only characters.

Follows Unicode UAX #29 (word boundaries): letters, digits and marks hold together, as do an apostrophe
between letters ("can't") and a full stop or a comma between digits ("3.5"). Two departures: a hyphen between
letters holds too, because "binding on Japan" turns "non-binding on Japan" round; and a cut before a final
"'s" is allowed. In scripts written without spaces any place between two letters will do.
"""

from __future__ import annotations

import re
from unicodedata import category

from dossier.articles.folding import Folded

__all__ = ["SPACELESS", "count_words", "within_word"]

# Scripts written without spaces between words: Thai, Lao, Tibetan, Myanmar, Khmer, Tai; Han, Kana, Bopomofo.
SPACELESS = (
    "\u0e01-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaadf"
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u303c\u3041-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U0001aff0-\U0001b16f\U00020000-\U0003ffff"
)
_SPACELESS = re.compile(f"[{SPACELESS}]")
# An em dash typed without spaces parts words, so these are looked up in the text before folding.
_HYPHENS = "-\u2010\u2011﹣－"


def within_word(folded: Folded, place: int) -> bool:
    """Say whether a cut before the character at `place` would go through a word or a character."""
    text = folded.text
    if not 0 < place < len(text):
        return False
    left, right = text[place - 1], text[place]
    if category(right).startswith("M"):
        return True
    if _is_word(left) and _is_word(right):
        return not (_SPACELESS.match(left) or _SPACELESS.match(right))
    return _joins(folded, place - 1) or (_joins(folded, place) and not _is_possessive(text, place))


def count_words(folded: Folded, enough: int) -> int:
    """Count the words, up to `enough`; where there are no spaces, two letters make one."""
    text = folded.text
    words = letters = 0
    for place, character in enumerate(text):
        if not _is_word(character):
            continue
        if _SPACELESS.match(character):
            letters += character.isalnum()
        elif place == 0 or not within_word(folded, place):
            words += 1
        if words + letters // 2 >= enough:
            return enough
    return words + letters // 2


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_" or category(character).startswith("M")


def _joins(folded: Folded, place: int) -> bool:
    """Say whether the character at `place` is a sign that holds its two neighbours together."""
    text = folded.text
    sign = text[place]
    if sign not in "'-.," or not 0 < place < len(text) - 1:
        return False
    before, after = text[place - 1], text[place + 1]
    if sign in ".,":
        return before.isdecimal() and after.isdecimal()
    if sign == "-" and folded.source[folded.span(place, place + 1)[0]] not in _HYPHENS:
        return False
    return all(_is_word(c) and not _SPACELESS.match(c) for c in (before, after))


def _is_possessive(text: str, place: int) -> bool:
    """Say whether a final "'s" stands at `place`: "Lavrov’s visit" does name Lavrov."""
    return text[place : place + 2] in ("'s", "'S") and not _is_word(text[place + 2 : place + 3] or " ")
