"""Finds the word somebody probably meant.

Owns "did you mean". It does not know what the words are: ids, fields, commands and choices come alike.
"""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["did_you_mean", "nearest", "slip_of"]

_LONG_ENOUGH = 6  # letters; a shorter word is too soon another one
_CLOSE_ENOUGH = 70  # of 100 on rapidfuzz's scale: one slip in four letters, two in eight


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like `word`, or None where nothing is near. Ties go to the first in order."""
    # Imported here because it costs a tenth of a clean check and only a mistake needs it.
    from rapidfuzz import fuzz, process

    best = process.extractOne(
        word.casefold(),
        sorted(known),
        scorer=fuzz.ratio,
        processor=str.casefold,
        score_cutoff=_CLOSE_ENOUGH,
    )
    return best[0] if best else None


def slip_of(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that `word` is, but for one slip of the fingers; None where there are none or several.

    A slip is another case, a hyphen for an underscore, an s too many or too few; in longer words also a letter left
    out, doubled or changed for another, or two that have changed places.
    """
    from rapidfuzz.distance import OSA

    typed = word.strip().casefold().replace("-", "_").replace(" ", "_")
    same = [each for each in known if typed == each.casefold().replace("-", "_")]
    near = [
        each
        for each in known
        if typed in (f"{each}s", each.removesuffix("s"))
        or (len(each) >= _LONG_ENOUGH and OSA.distance(typed, each, score_cutoff=1) == 1)
    ]
    found = same or near
    return found[0] if len(found) == 1 else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return the hint `did you mean "…"?`, or `otherwise` where nothing is near."""
    near = nearest(word, known)
    return f'Did you mean "{near}"?' if near else otherwise
