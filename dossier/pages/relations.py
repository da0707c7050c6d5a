"""What leads to a sheet. Owns the relations and mentions of a page, each with the sentence that makes it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dossier.graph import Link, LinkKind, Mention
from dossier.model import Sheet
from dossier.pages import chronology
from dossier.pages.desk import Desk
from dossier.pages.markdown import Markdown, escape, join
from dossier.pages.templates import fill
from dossier.pages.wording import page_name
from dossier.pages.writer import Writer

__all__ = ["of_sheet"]

_IN_TEXT = (LinkKind.TEXT, LinkKind.NAME)


def of_sheet(desk: Desk, writer: Writer, sheet: Sheet) -> Markdown:
    """What leads to a sheet from other sheets, and where held texts name it."""
    view = _View(desk, writer, sheet)
    return fill("relations.md.j2", backlinks=list(view.backlinks()), mentions=list(view.mentions()))


class _View:
    """What leads to one sheet, as its template wants it."""

    def __init__(self, desk: Desk, writer: Writer, sheet: Sheet) -> None:
        self._desk = desk
        self._writer = writer
        self._sheet = sheet

    def backlinks(self) -> Iterator[tuple[str, list[Markdown]]]:
        """What leads here, by what it is called from here; each with the sentence that makes the link."""
        links = self._desk.graph.links_to.get(self._sheet.id, ())
        told = {
            entry.sheet for entry in chronology.entries(self._desk, self._sheet)
        }  # what the chronology shows is not said twice
        named = [link for link in links if _is_relation(link, told)]
        told |= {link.start for link in named}
        in_text = [link for link in links if link.kind in _IN_TEXT and link.start not in told]
        for reverse, group in _by_reverse([*named, *in_text]):
            yield reverse, [self._backlink(link) for link in group]

    def mentions(self) -> Iterator[Markdown]:
        """Where held texts name this sheet, in words as far as readers may see them."""
        mentions = self._desk.graph.mentions.get(self._sheet.id, ())
        for source, group in groupby(mentions, key=lambda mention: mention.source):
            yield self._mention(source, list(group))

    def _backlink(self, link: Link) -> Markdown:
        statement = self._desk.graph.by_id.get(link.statement)
        target, name = self._desk.addresses.path(link.start), page_name(self._desk.dossier, link.start)
        start = self._writer.to_page(target, name, statement.anchor if statement else "")
        said = link.sentence.removeprefix(
            f"{name}. "
        )  # a relation's statement names its sheet, as the link does
        cite = self._writer.cite(statement.evidence) if statement else Markdown("")
        return join([start, Markdown("—"), escape(said), cite])

    def _mention(self, source_id: str, mentions: list[Mention]) -> Markdown:
        source = self._desk.dossier.sheets[source_id]
        publish = source.choice("publish")
        cited = self._desk.graph.support.get(source_id, {})
        shown = [
            mention
            for mention in mentions
            if (publish and publish.id == "full")
            or (mention.sentence in cited and (not publish or publish.id != "none"))
        ]
        target = self._desk.addresses.between(self._writer.path, self._desk.addresses.path(source_id))
        links = [Markdown(f"[{m.sentence}]({target}#s{m.sentence})") for m in shown]
        where = (
            join([Markdown("sentences" if len(shown) > 1 else "sentence"), join(links, ", ")])
            if shown
            else Markdown("")
        )
        rest = len(mentions) - len(shown)
        others = (
            Markdown(
                f"{rest} more not shown"
                if shown
                else f"named in {rest} sentence{'s' if rest > 1 else ''} not shown"
            )
            if rest
            else Markdown("")
        )
        return join([self._writer.to(source_id), Markdown("—"), join([where, others], ", and ")])


def _is_relation(link: Link, told: set[str]) -> bool:
    return link.kind is LinkKind.RELATION or (link.kind is LinkKind.FIELD and link.start not in told)


def _by_reverse(links: list[Link]) -> Iterator[tuple[str, list[Link]]]:
    groups: dict[str, dict[tuple[str, str], Link]] = {}
    for link in links:
        groups.setdefault(link.reverse, {}).setdefault((link.start, link.statement), link)
    yield from ((reverse, list(group.values())) for reverse, group in groups.items())
