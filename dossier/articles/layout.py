"""Where a plain text's paragraphs begin and end.

Owns the reading of line breaks; it does not know what stands in a paragraph.

A blank line always parts paragraphs. What a single line break means depends on the text:

- Where most of it stands in lines longer than 100 columns, it was copied with one paragraph a line: every
  line break ends a paragraph.
- Otherwise lines were broken to a width, by a program or by hand, and a line runs on into the next unless
  something says that it does not: the next line is indented or an item of a list; the line is clearly short and
  ends a sentence or looks like a heading; or the lines between two blank lines do not look broken to a width at
  all (very short lines, verse, a sentence a line). Where a line is short only because the next word is long, or
  where the next line begins in lower case, it always runs on: a sentence cut in two is worse than two
  paragraphs taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dossier.articles.folding import BLANK
from dossier.articles.sentences import ends_in_abbreviation, ends_sentence
from dossier.articles.words import SPACELESS

__all__ = ["paragraphs"]

WIDEST = 100
NARROWEST = 40
# Narrower lines are taken for broken ones where some line begins in lower case, but not below this.
_VERY_NARROW = 28
# A line is broken where the next word would take it beyond this part of the width: `fmt` and people fill lines
# less than full.
_FULL = 0.85
_SHORT = 0.75
_SHORT_HEADING = 0.6  # one that has a paragraph above it
_FAR = 20  # so many lines are looked at for the second item of a list
_VERSE = 4  # so many lines that all begin with a capital are none of running text
_ONE_A_LINE = 3  # and so many of differing lengths that all end a sentence are paragraphs

_BREAK = re.compile("\r\n|[\n\r\f\u2028\u2029]")
_LINE = re.compile(rf"[^{BLANK}](?:[^\n\r\f\u2028\u2029]*[^{BLANK}])?")
_FIRST_WORD = re.compile(rf"[{SPACELESS}]|[^\s{SPACELESS}]+")
_WIDE = re.compile(f"[{SPACELESS}]")
_OPENING = "\"'“”„‘’‚«»‹›([{¿¡「『"
_INNER_END = re.compile(r"\w\w[.!?][\"'”’)]* ")
_CALLS_FOR_MORE = re.compile(r"(?:[,;–—-]| [a-z]{1,3})\Z")  # of, the, for: no heading ends so
_BULLET = re.compile(r"([•‣◦▪●*])[ \t]")
_DASH = re.compile(r"([-–—])[ \t]")
_NUMBER = re.compile(r"([0-9]{1,2})[.)][ \t]")

_Stretch = tuple[int, int]


def paragraphs(text: str) -> Iterator[_Stretch]:
    """Yield start and end of each paragraph, without the blanks around it."""
    lines = [line.span() for line in _LINE.finditer(text)]
    long = sum(end - start for start, end in lines if _columns(text, start, end) > WIDEST)
    one_a_line = 2 * long > sum(end - start for start, end in lines)
    for block in _blocks(text, lines):
        yield from block if one_a_line else _joined(text, block)


def _blocks(text: str, lines: list[_Stretch]) -> Iterator[list[_Stretch]]:
    """Yield the lines between two blank lines."""
    block = lines[:1]
    for (_, end), line in pairwise(lines):
        gap = text[end : line[0]]
        if "\u2029" in gap or len(_BREAK.findall(gap)) > 1:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


@dataclass(frozen=True, slots=True)
class _Line:
    """What the layout of a line says. `needs` are the columns it would have had with the next line's first word."""

    start: int
    end: int
    columns: int
    needs: int
    words: str
    indented: bool
    ends_sentence: bool
    abbreviated: bool
    lower: bool
    upper: bool


def _joined(text: str, block: list[_Stretch]) -> Iterator[_Stretch]:
    """Yield the paragraphs of a block whose lines were broken to a width."""
    lines = _seen(text, block)
    # A single word, such as an address of the web, may be longer than the width.
    width = max((_measured(line) for line in lines), default=0)
    wrapped = _looks_wrapped(lines, width)
    first = 0
    for number in range(1, len(lines)):
        if not _runs_on(lines, first, number, width, wrapped):
            yield lines[first].start, lines[number - 1].end
            first = number
    yield lines[first].start, lines[-1].end


def _seen(text: str, block: list[_Stretch]) -> list[_Line]:
    lines: list[_Line] = []
    added = 0
    for start, end in reversed(block):
        words = text[start:end] if end - start <= WIDEST else ""
        columns = _columns(text, start, end)
        letter = words.lstrip(_OPENING)[:1]
        abbreviated = ends_in_abbreviation(words)
        lines.append(
            _Line(
                start,
                end,
                columns,
                columns + 1 + added,
                words,
                _is_indented(text, (start, end)),
                ends_sentence(words) and not abbreviated,
                abbreviated,
                letter.islower() or text[start].islower(),
                letter.isupper(),
            )
        )
        word = _FIRST_WORD.match(text, start, end)
        added = _columns(text, *word.span()) if word else 0
    return lines[::-1]


def _measured(line: _Line) -> int:
    several = any(blank in line.words for blank in " \t") or _WIDE.search(line.words)
    return line.columns if several and line.columns <= WIDEST else 0


def _looks_wrapped(lines: list[_Line], width: int) -> bool:
    """Say whether the lines of a block were broken to that width, and are no list and no verse."""
    if any(line.lower for line in lines[1:]):
        return width >= _VERY_NARROW
    if width < NARROWEST or _is_verse(lines):
        return False
    ragged = any(not _is_full(line, width) for line in lines[:-1])
    return not (len(lines) >= _ONE_A_LINE and ragged and all(line.ends_sentence for line in lines))


def _is_verse(lines: list[_Line]) -> bool:
    """Say whether the lines are verse or a list: capitals throughout, and no sentence begins within a line."""
    if len(lines) < _VERSE or not all(line.upper for line in lines):
        return False
    return not any(_INNER_END.search(line.words) for line in lines)


def _is_full(line: _Line, width: int) -> bool:
    return line.needs > _FULL * width


def _runs_on(lines: list[_Line], first: int, number: int, width: int, wrapped: bool) -> bool:
    """Say whether the paragraph that began with line `first` runs on into line `number`."""
    line, following = lines[number - 1], lines[number]
    if line.columns > WIDEST or _begins_item(lines, first, number):
        return False
    if following.indented and not line.indented and not _marker(lines[first]):
        return False
    if following.lower or line.abbreviated:
        return True
    if not wrapped:
        return False
    if _is_full(line, width) or line.columns >= _SHORT * width:
        return not _is_heading(lines, number, _SHORT_HEADING * width, width)
    return not line.ends_sentence and not _is_heading(lines, number - 1, _SHORT * width, width)


def _is_heading(lines: list[_Line], number: int, most: float, width: int) -> bool:
    """Say whether a line looks like a heading above the next: short, no sentence, and none before it is open."""
    line = lines[number]
    if number + 1 == len(lines) or line.lower or _marker(line):
        return False
    following = lines[number + 1]
    if following.lower or following.words[:1].isdecimal():
        return False
    if line.ends_sentence or _CALLS_FOR_MORE.search(line.words) or _is_full(line, width):
        return False
    return line.columns < most and (number == 0 or lines[number - 1].ends_sentence)


def _marker(line: _Line) -> str:
    """Return the bullet or number that a line begins with, as an item of a list does."""
    found = _BULLET.match(line.words) or _DASH.match(line.words) or _NUMBER.match(line.words)
    return found[1] if found else ""


def _begins_item(lines: list[_Line], first: int, number: int) -> bool:
    """Say whether a line begins an item; a dash, a year or a number may also come to stand there by chance."""
    line, following = lines[number - 1], lines[number]
    marker = _marker(following)
    if not marker or _BULLET.match(following.words):
        return bool(marker)
    before = _marker(lines[first])
    closed = line.ends_sentence or line.words.endswith((":", ";"))
    if not marker.isdecimal():
        return marker == before or closed
    if before.isdecimal():
        return int(marker) == int(before) + 1
    return marker == "1" and (
        closed or any(_marker(later) == "2" for later in lines[number + 1 : number + 1 + _FAR])
    )


def _columns(text: str, start: int, end: int) -> int:
    """Return the width of a stretch; the letters of Han, Kana and their like count double."""
    part = text[start:end]
    return len(part) + (0 if part.isascii() else len(_WIDE.findall(part)))


def _is_indented(text: str, line: _Stretch) -> bool:
    return line[0] > 0 and text[line[0] - 1] in " \t\u3000"
