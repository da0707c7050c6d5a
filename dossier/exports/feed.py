"""`feed.xml`: the days on which the dossier came to say something else, as an Atom feed (RFC 4287).

Owns its shape. What a day tells is in plain words, the same as on the page "What changed". A feed must say where it is
published, so that there is none for a dossier without an address.
"""

from __future__ import annotations

import re
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

from dossier.changes import Day, Piece, SheetChange
from dossier.changes.telling import Line, counted, lines, summary, whole_sheets
from dossier.edtf import Date
from dossier.graph import Mark
from dossier.model import Briefing
from dossier.pages.addresses import CHANGES, FEED, published
from dossier.pages.changes import Whereabouts, day_anchor, said_day, said_first
from dossier.pages.desk import Desk
from dossier.pages.notes import SYMBOLS

__all__ = ["export"]

_LINES = 120  # of a day, as on the page
_NAMES = 40  # of what came or went as a whole
_URL_SAFE = "-._~:/?#@!$&'()*+,;=%[]"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2
_WHITE = re.compile(r"\s+")


def export(desk: Desk) -> dict[str, bytes]:
    """Return the feed by its path, XML in UTF-8, newest day first; nothing where the dossier has no address."""
    briefing = desk.dossier.briefing
    return {f"pages/{FEED}": _Feed(desk, briefing).written()} if briefing and desk.feed else {}


class _Feed:
    """Makes the feed. Elements are without prefixes: what namespace they are in, they say themselves."""

    def __init__(self, desk: Desk, briefing: Briefing) -> None:
        self._desk = desk
        self._briefing = briefing
        self._where = Whereabouts(desk)
        self._base = quote(f"{briefing.address.rstrip('/')}/", safe=_URL_SAFE)
        self._id = uuid5(NAMESPACE_URL, f"{self._base}{FEED}")

    def written(self) -> bytes:
        days = self._desk.history.days
        language = {"xml:lang": self._desk.dossier.language}
        feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", **language})
        _put(feed, "id", self._id.urn)
        _put(feed, "title", f"{self._briefing.title}: what changed")
        _put(feed, "updated", max((day.moment for day in days), default=_moment(self._briefing.updated)))
        _put(SubElement(feed, "author"), "name", self._briefing.title)
        self._link(feed, "self", "application/atom+xml", FEED)
        self._link(feed, "alternate", "text/html", published(CHANGES))
        for day in days:
            self._entry(feed, day)
        written: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
        return written + b"\n"

    def _entry(self, feed: Element, day: Day) -> None:
        entry = SubElement(feed, "entry")
        _put(entry, "id", uuid5(self._id, day.day).urn)
        _put(entry, "title", f"What changed on {said_day(day)}")
        _put(entry, "updated", day.moment)
        self._link(entry, "alternate", "text/html", f"{published(CHANGES)}#{day_anchor(day)}")
        _put(entry, "summary", said_first(day) or f"{summary(day.changes).capitalize()}.")
        content = SubElement(entry, "content", {"type": "xhtml"})
        self._content(SubElement(content, "div", {"xmlns": "http://www.w3.org/1999/xhtml"}), day)

    def _content(self, div: Element, day: Day) -> None:
        if said := said_first(day):
            _put(div, "p", said)
            return
        shown = SubElement(div, "ul")
        left = _LINES
        for label, sheets in whole_sheets(day.changes):
            item = SubElement(shown, "li")
            _put(item, "strong", f"{label}: ")
            for number, each in enumerate(sheets[:_NAMES]):
                self._name(item, each, "; " if number else "")
            _say(item, f" and {len(sheets) - _NAMES:,} more" if len(sheets) > _NAMES else "")
        for change in day.changes.sheets:
            if change.what is None and left > 0:
                left -= self._sheet(SubElement(shown, "li"), change, left)

    def _sheet(self, item: Element, change: SheetChange, left: int) -> int:
        """Tell a sheet in as many lines as are left; return how many it took."""
        self._name(item, change, "")
        inner = SubElement(item, "ul")
        told = list(lines(change))
        for line in told[:left]:
            self._line(SubElement(inner, "li"), change, line)
        if len(told) > left:
            _put(inner, "li", f"and {counted(len(told) - left, 'more line')}")
        return len(told)

    def _name(self, item: Element, change: SheetChange, before: str) -> None:
        path = self._where.page(change.sheet.id)
        _say(item, before)
        if path:
            _put(item, "a", change.sheet.name, href=f"{self._base}{published(path)}")
        else:
            _say(item, change.sheet.name)

    def _line(self, item: Element, change: SheetChange, line: Line) -> None:
        anchor = self._where.place(change.sheet.id, line.statement)
        label = SubElement(item, "strong")
        if anchor:
            path = published(self._where.page(change.sheet.id))
            _put(label, "a", line.label, href=f"{self._base}{path}#{anchor}")
        else:
            _say(label, line.label)
        _say(item, ": ")
        _say_pieces(item, line.after, "ins")
        if line.statement and line.statement.mark:
            _say(item, f" {SYMBOLS[Mark(line.statement.mark)]} {line.statement.mark}")
        _say(item, f" ({line.aside})" if line.after and line.aside else line.aside)
        if line.before:
            if line.after:
                SubElement(item, "br")
                _say(item, "Before: ")
            _say(item, "“")
            _say_pieces(item, line.before, "del")
            _say(item, "”")

    def _link(self, of: Element, relation: str, type_: str, path: str) -> None:
        SubElement(of, "link", {"rel": relation, "type": type_, "href": f"{self._base}{path}"})


def _put(into: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(into, name, attributes).text = _clean(text)


def _say(into: Element, words: str) -> None:
    """Put words behind what stands in an element."""
    if not words:
        return
    last = into[-1] if len(into) else None
    if last is None:
        into.text = (into.text or "") + _clean(words)
    else:
        last.tail = (last.tail or "") + _clean(words)


def _say_pieces(into: Element, pieces: tuple[Piece, ...], element: str) -> None:
    for number, piece in enumerate(pieces):
        _say(into, " " if number else "")
        if piece.differs:
            _put(into, element, piece.words)
        else:
            _say(into, piece.words)


def _clean(text: str) -> str:
    return _WHITE.sub(" ", _NOT_XML.sub("\ufffd", text))


def _moment(date: Date) -> str:
    """The end of what a dossier knows, as a moment (RFC 3339)."""
    year, month, day = date.latest or date.earliest or (1970, 1, 1)
    return f"{min(max(year, 1), 9999):04}-{month:02}-{day:02}T00:00:00Z"
