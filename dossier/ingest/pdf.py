"""The text of a PDF, with its paragraphs.

Owns the dealings with PDFium, which gives the characters in reading order, a line a line. Paragraphs are told by the
room between lines; words parted at the end of a line are joined; what stands at the head or foot of most pages is
left out.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2  # type: ignore[import-untyped]  # has no stubs

from dossier.ingest.extracting import Taken

__all__ = ["read_pdf"]

_MOST_PAGES = 500
_SHORT_HEAD = 60  # characters; what is longer may be text, and stays
_WIDE = 1.3  # times the usual distance of two lines: from here on a new paragraph begins
_LARGER = 0.15  # of the size: letters so much larger are those of a heading
_SHORT = 0.85  # of the widest line: where one so short ends a sentence, so does its paragraph
# PDFium's own mark of a hyphen put in by the typesetter, and the hyphens that programs use for it.
_PARTED = re.compile(r"(?:[\u00ad\u2010\x02\ufffe]|(?<=\w)-)\Z")
_ENDS = re.compile(r"[.!?…。！？][\"'”’»」』)\]）]*\Z")
_SPACELESS = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: its words, and in points (1/72 inch) from the lower left corner of the page how high they stand.

    `start` is the foot of its first character, `end` that of its last, since PDFium may give two lines as one; `right`
    is where it ends, `size` the height of its letters.
    """

    words: str
    start: float
    end: float
    right: float
    size: float


def read_pdf(data: bytes) -> Taken:
    """Take the text out of a PDF. Raises what PDFium raises for one that is damaged or locked."""
    document = pypdfium2.PdfDocument(data)
    pages = [_lines(document[number]) for number in range(min(len(document), _MOST_PAGES))]
    said = document.get_metadata_dict()
    return Taken(text=_joined(_without_margins(pages)), title=said.get("Title", ""))


def _lines(page: pypdfium2.PdfPage) -> list[_Line]:
    text = page.get_textpage()
    whole = text.get_text_range()
    lines, at = [], 0
    for line in whole.split("\n"):
        words = line.strip()
        if words:
            first = at + line.index(words[0])
            last = first + len(words) - 1
            end = _box(text, last)
            lines.append(_Line(words, _box(text, first)[1], end[1], end[2], end[3] - end[1]))
        at += len(line) + 1
    return lines


def _box(text: pypdfium2.PdfTextPage, index: int) -> tuple[float, float, float, float]:
    try:
        left, bottom, right, top = text.get_charbox(min(index, text.count_chars() - 1), loose=True)
    except pypdfium2.PdfiumError:
        return (0, 0, 0, 0)
    return left, bottom, right, top


def _without_margins(pages: list[list[_Line]]) -> list[list[_Line]]:
    """The pages without the short first and last lines that recur on most of them, whatever the number of the page."""
    heads = ((line for line in (*page[:2], *page[-2:]) if len(line.words) <= _SHORT_HEAD) for page in pages)
    edges = Counter(key for lines in heads for key in {_key(line) for line in lines})
    often = {key for key, count in edges.items() if count > max(1, len(pages) // 2)}
    kept = []
    for page in pages:
        inner = range(2, len(page) - 2)
        kept.append([line for n, line in enumerate(page) if n in inner or _key(line) not in often])
    return kept


def _key(line: _Line) -> str:
    return re.sub(r"\d+", "0", line.words)


def _joined(pages: list[list[_Line]]) -> str:
    """All lines as one text: a paragraph a line, and a blank line between them."""
    text = ""
    previous: _Line | None = None
    for page in pages:
        usual = _usual_distance(page)
        widest = max((line.right for line in page), default=0.0)
        starts_page = True
        for line in page:
            if previous is None:
                text = line.words
            elif _begins_paragraph(previous, line, usual, widest, starts_page=starts_page):
                text += "\n\n" + line.words
            else:
                text = _run_on(text, line.words)
            previous, starts_page = line, False
    return text


def _usual_distance(page: list[_Line]) -> float:
    """That of the nearer lines, in sizes of letters, since where paragraphs are short half of all stand wide apart."""
    gaps = sorted(_distance(above, below) for above, below in pairwise(page) if above.end > below.start)
    return gaps[len(gaps) // 4] if gaps else 0.0


def _distance(above: _Line, below: _Line) -> float:
    return (above.end - below.start) / max(below.size, 1.0)


def _begins_paragraph(above: _Line, line: _Line, usual: float, widest: float, *, starts_page: bool) -> bool:
    ends = bool(_ENDS.search(above.words))
    if starts_page:  # there is no distance to go by
        return ends or (not line.words[:1].islower() and above.right < _SHORT * widest)
    if abs(above.size - line.size) > _LARGER * min(above.size, line.size):
        return True  # a heading, or what stands below one
    distance = _distance(above, line)
    return distance > _WIDE * usual or distance < 0 or (ends and above.right < _SHORT * widest)


def _run_on(text: str, words: str) -> str:
    if parted := _PARTED.search(text):
        return text[: parted.start()] + words if parted[0] != "-" else _hyphenated(text, words)
    spaceless = _SPACELESS.match(text[-1:]) and _SPACELESS.match(words[:1])
    return text + ("" if spaceless else " ") + words


def _hyphenated(text: str, words: str) -> str:
    """A plain hyphen at the end of a line stays, unless the word is written as one elsewhere before it."""
    head, tail = re.search(r"\w*-\Z", text), re.match(r"\w*", words)
    whole = f"{head[0][:-1] if head else ''}{tail[0] if tail else ''}"
    return (text[:-1] if re.search(rf"\b{re.escape(whole)}\b", text) else text) + words
