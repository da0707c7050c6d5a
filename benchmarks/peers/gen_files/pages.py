"""Pages of a dossier's sheets: Markdown with footnotes, made by Jinja templates. Owns what stands on each.

About what the compiler writes: summaries, facts, claims by topic with who says so, what happened, relations from both
ends, texts, and for each source all that rests on it. It does not draw, and finds no names in texts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader

from benchmarks.peers.gen_files.sheets import Sheet, cites

__all__ = ["pages"]

_LINK = re.compile(r"\[\[([a-z0-9-]+)\]\]")
_CITE = re.compile(r'\[@([a-z0-9-]+)(?: "([^"]*)"|, ([^\]]*))?\]')
_REFERENCES = ("actors", "treaties", "islands")


class Said(NamedTuple):
    """A statement that rests on a source: on whose sheet, its words, and the words quoted."""

    sheet: Sheet
    words: str
    quote: str


class Index(NamedTuple):
    """What has to be known of all sheets before a page can be written."""

    sheets: dict[str, Sheet]
    back: dict[str, list[tuple[str, Sheet, dict[str, Any]]]]
    events: dict[str, list[Sheet]]
    said: dict[str, list[Said]]
    topics: dict[str, list[tuple[Sheet, dict[str, Any]]]]
    mentions: dict[str, list[tuple[Sheet, str]]]


class Notes:
    """The footnotes of a page, numbered as they come up. A note is a call of the macro `note`."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def mark(self, source: str, quote: str = "", locator: str = "") -> str:
        call = f'{{{{ note("{source}", "{quote}", "{locator}") }}}}'
        return f"[^{self.numbers.setdefault(call, len(self.numbers) + 1)}]"

    def marks(self, cite: object) -> str:
        found = ((each["source"], each.get("quote", ""), each.get("locator", "")) for each in cites(cite))
        return "".join(self.mark(*each) for each in found)


def pages(sheets: dict[str, Sheet]) -> Iterator[tuple[str, str]]:
    """Write every page: its path and its Markdown."""
    index = _index(sheets)
    templates = Environment(loader=FileSystemLoader(Path(__file__).parent / "templates"), trim_blocks=True)

    def page(template: str, base: str, **values: object) -> str:
        notes = Notes()

        def link(sheet: str) -> str:
            return f"[{sheets[sheet].name}]({sheets[sheet].address(base)})"

        def prose(text: str) -> str:
            text = _LINK.sub(lambda found: link(found[1]), text)
            return _CITE.sub(lambda found: notes.mark(found[1], found[2] or "", found[3] or ""), text)

        words = {"index": index, "notes": notes, "link": link, "prose": prose, "many": _many}
        return templates.get_template(template).render(**words, **values)

    folders = sorted({sheet.folder for sheet in sheets.values()})
    yield "index.md", page("home.md.j2", "", folders=folders)
    yield "chronology.md", page("chronology.md.j2", "", events=_dated(sheets.values()))
    yield "positions.md", page("positions.md.j2", "")
    for topic, claims in index.topics.items():
        yield f"positions/{topic}.md", page("topic.md.j2", "positions", topic=topic, claims=claims)
    for folder in folders:
        own = sorted(
            (sheet for sheet in sheets.values() if sheet.folder == folder), key=lambda each: each.name
        )
        yield f"{folder}/index.md", page("index.md.j2", folder, folder=folder, own=own)
    for sheet in sheets.values():
        template = "source.md.j2" if sheet.folder == "sources" else "sheet.md.j2"
        yield f"{sheet.folder}/{sheet.id}.md", page(template, sheet.folder, sheet=sheet)


def _index(sheets: dict[str, Sheet]) -> Index:
    index = Index(
        sheets, defaultdict(list), defaultdict(list), defaultdict(list), defaultdict(list), defaultdict(list)
    )
    for sheet in sheets.values():
        _add_links(index, sheet)
        for claim in sheet.data.get("claims", ()):
            index.topics[claim["topic"]].append((sheet, claim))
        for words, cite in _statements(sheet):
            for each in cites(cite):
                index.said[each["source"]].append(Said(sheet, words, each.get("quote", "")))
    for held in index.events.values():
        held[:] = _dated(held)
    return index


def _add_links(index: Index, sheet: Sheet) -> None:
    """What a sheet leads to: by its relations, as an event, and in its texts."""
    for relation, value in sheet.data.get("relations", {}).items():
        for each in _many(value):
            index.back[each["to"]].append((relation, sheet, each))
    for field in _REFERENCES:
        for each in sheet.data.get(field, ()):
            index.events[each].append(sheet)
    text = f"{sheet.data.get('summary', '')} {sheet.data.get('body', '')}"
    for found in _LINK.finditer(text):
        index.mentions[found[1]].append((sheet, _around(text, found)))


def _statements(sheet: Sheet) -> Iterator[tuple[str, object]]:
    """The statements of a sheet, in plain words, each with what it cites."""
    data = sheet.data
    for text in (data.get("summary", ""), *data.get("body", "").split("\n\n")):
        words = _CITE.sub("", _LINK.sub(r"\1", text)).strip()
        for found in _CITE.finditer(text):
            yield words, {"source": found[1], "quote": found[2] or ""}
    for name, value in data.get("facts", {}).items():
        for each in _many(value):
            yield f"{name.replace('_', ' ')}: {each['value']}", each.get("cite")
    for name, value in data.get("relations", {}).items():
        for each in _many(value):
            yield f"{name.replace('_', ' ')}: {each['to']}", each.get("cite")
    for claim in data.get("claims", ()):
        yield claim["text"], claim.get("cite")
    yield sheet.name, data.get("cite")


def _around(text: str, found: re.Match[str]) -> str:
    """The sentence that a link stands in."""
    start, end = text.rfind(". ", 0, found.start()) + 1, text.find(". ", found.end())
    return _LINK.sub(r"\1", _CITE.sub("", text[start : end + 1])).strip()


def _dated(sheets: Any) -> list[Sheet]:
    return sorted((each for each in sheets if "date" in each.data), key=lambda each: str(each.data["date"]))


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
