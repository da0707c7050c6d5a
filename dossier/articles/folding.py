"""The form in which texts are compared, with the way back to the places they came from.

Owns what counts as the same: canonical equivalents (NFC, Unicode UAX #15), any run of white space, straight
and curly quotation marks of a kind, all dashes; invisible characters count for nothing. Case counts. It does
not know what a word is (`words`) nor what is compared (`quoting`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from unicodedata import category, is_normalized, normalize

__all__ = ["BLANK", "INVISIBLE", "Folded", "display", "fold", "one_line", "trim"]

# Unicode category Cf: zero-width characters, soft hyphen, bidirectional controls, tags. Left out are the
# few of it that leave ink (Prepended_Concatenation_Mark, such as the Arabic number sign).
_INVISIBLE_RANGES = (
    *((0xAD, 0xAD), (0x61C, 0x61C), (0x180E, 0x180E), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F)),
    *((0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0x13430, 0x1343F), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A)),
    *((0xE0001, 0xE0001), (0xE0020, 0xE007F)),
)
INVISIBLE = "".join(f"{chr(first)}-{chr(last)}" for first, last in _INVISIBLE_RANGES)
"""What is not seen, as the inside of a character class of a pattern."""
BLANK = rf"\s{INVISIBLE}"
"""What is not seen, or white space."""

# Each character is replaced by one character, so that no place moves. Several `str.replace` are ten times
# faster than one `str.translate` on text that is not ASCII.
_ALIKE = {
    '"': "“”„‟",
    "'": "‘’‚‛",
    "-": "‐‑‒–—―−﹘﹣－",
    " ": "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000",
}
_REPLACEMENTS = tuple((other, same) for same, others in _ALIKE.items() for other in others)

_BLANKS = _ALIKE[" "] + " " + "".join(chr(c) for a, b in _INVISIBLE_RANGES for c in range(a, b + 1))
_INVISIBLE_RUN = re.compile(f"[{INVISIBLE}]+")
_SURPLUS = re.compile(rf"\A[ {INVISIBLE}]+|[ {INVISIBLE}]+\Z|[ {INVISIBLE}]{{2,}}|[{INVISIBLE}]")
_TOKEN = re.compile("[^ ]+")
# Putting marks into canonical order takes Python time with the square of their number, two minutes for half a
# mebibyte of them. A word with more signs in a row than UAX #15 allows in its Stream-Safe Text Format (30
# marks) is therefore compared as it is.
_TOO_MANY_SIGNS = re.compile(r"[^\w\s]{31}")

# A stretch of a text and what stands in its place.
_Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class _Step:
    """One edit of a text. From `at[i]` on, the edited text continues at `source[i]` of the text before.

    `width[i]` is 0 where it was copied, otherwise the length of the stretch that was replaced as a whole.
    """

    at: list[int]
    source: list[int]
    width: list[int]

    def start(self, place: int) -> int:
        """Return where the character at `place` began."""
        i = bisect_right(self.at, place) - 1
        return self.source[i] + (0 if self.width[i] else place - self.at[i])

    def end(self, place: int) -> int:
        """Return where the character before `place` ended."""
        i = bisect_right(self.at, place - 1) - 1
        return self.source[i] + (self.width[i] or place - self.at[i])


@dataclass(frozen=True, slots=True, eq=False)
class Folded:
    """A text in the form for comparison (`text`) and as it was (`source`)."""

    text: str
    source: str
    steps: tuple[_Step, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of `source` that became the non-empty `text[start:end]`."""
        for step in reversed(self.steps):
            start, end = step.start(start), step.end(end)
        return start, end


def fold(text: str) -> Folded:
    """Return the text in its form for comparison, outer white space trimmed."""
    folded = text
    for other, same in _REPLACEMENTS:
        folded = folded.replace(other, same)
    steps = []
    for edits in (_surplus, _decomposed):
        folded, step = _edit(folded, edits(folded))
        if step:
            steps.append(step)
    return Folded(folded, text, tuple(steps))


def one_line(text: str) -> str:
    """Return the text with each white-space character a plain space, so that no place moves."""
    for other in _ALIKE[" "]:
        text = text.replace(other, " ")
    return text


def display(text: str, start: int = 0, end: int | None = None) -> str:
    """Return `text[start:end]` fit to be shown: white space as single spaces, no invisible characters."""
    return " ".join(_INVISIBLE_RUN.sub("", text[start:end]).split())


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without the white space and invisible characters at its ends."""
    part = text[start:end].rstrip(_BLANKS)
    return start + len(part) - len(part.lstrip(_BLANKS)), start + len(part)


def _surplus(text: str) -> Iterator[_Edit]:
    """Yield what makes every run of white space one space, drops it at the ends, and drops the invisible."""
    for run in _SURPLUS.finditer(text):
        inner = run.start() > 0 and run.end() < len(text) and " " in run[0]
        yield run.start(), run.end(), " " if inner else ""


def _decomposed(text: str) -> Iterator[_Edit]:
    """Yield what brings a text into NFC, character by character, so that every place stays known."""
    if not _TOO_MANY_SIGNS.search(text) and is_normalized("NFC", text):
        return
    for token in _TOKEN.finditer(text):
        if _TOO_MANY_SIGNS.search(token[0]) or is_normalized("NFC", token[0]):
            continue
        for start, end in _characters(token[0]):
            whole = token[0][start:end]
            if whole != (composed := normalize("NFC", whole)):
                yield token.start() + start, token.start() + end, composed


def _characters(token: str) -> list[tuple[int, int]]:
    """Return the stretches of a token that can be composed independently of each other."""
    starts = [i for i, c in enumerate(token) if i == 0 or not _may_compose(c)]
    parts = list(zip(starts, [*starts[1:], len(token)], strict=True))
    if "".join(normalize("NFC", token[a:b]) for a, b in parts) == normalize("NFC", token):
        return parts
    return [(0, len(token))]  # an exception a later Unicode brought: the places inside are lost, nothing else


def _may_compose(character: str) -> bool:
    """Say whether a character may melt into the one before it: marks, and the later letters of Hangul."""
    return category(character).startswith("M") or "\u1160" <= character <= "\u11ff"


def _edit(text: str, edits: Iterable[_Edit]) -> tuple[str, _Step | None]:
    """Return the text after edits in ascending order, and the way back; no way where nothing moved."""
    pieces: list[str] = []
    step = _Step([0], [0], [0])
    done = length = 0
    for start, end, new in edits:
        pieces += (text[done:start], new)
        length += start - done
        if new:
            _mark(step, length, start, end - start)
        length += len(new)
        _mark(step, length, end, 0)
        done = end
    if not pieces:
        return text, None
    return "".join([*pieces, text[done:]]), step


def _mark(step: _Step, at: int, source: int, width: int) -> None:
    """Note that from `at` on the text stems from `source`, in place of an empty stretch noted before."""
    if step.at[-1] == at:
        del step.at[-1], step.source[-1], step.width[-1]
    step.at.append(at)
    step.source.append(source)
    step.width.append(width)
