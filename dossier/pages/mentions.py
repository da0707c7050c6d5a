"""Where a sheet is named: in the prose of other pages, and in the held texts of sources.

Owns where a long list is cut.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from dossier.graph import Link, LinkKind, Mention
from dossier.model import Sheet
from dossier.pages.addresses import index_path
from dossier.pages.desk import Desk
from dossier.pages.folds import Folded, folded
from dossier.pages.markdown import Markdown, escape, join
from dossier.pages.notes import mark
from dossier.pages.wording import page_name
from dossier.pages.writer import Writer

__all__ = ["in_prose", "in_sources", "rest"]

_MOST = 200  # lines; the rest of a longer one is counted by kind
_SENTENCES = 40
_NOTHING = Markdown("")
_IN_PROSE = (LinkKind.TEXT, LinkKind.NAME)


def rest(desk: Desk, writer: Writer, pages: Sequence[str]) -> Markdown:
    """How many pages more there are of each kind, with links to where they are listed."""
    kinds = desk.dossier.kinds
    counts = Counter(sheet.kind.id for page in pages if (sheet := desk.dossier.sheets.get(page)))
    links = [
        join([writer.to_page(index_path(kind.folder), kind.plural), Markdown(f"({counts[kind.id]:,})")])
        for kind in kinds
        if counts[kind.id]
    ]
    return Markdown(f"And {len(pages):,} more: {join(links, ', ')}") if pages else _NOTHING


def in_prose(desk: Desk, writer: Writer, sheet: Sheet, told: set[str]) -> Folded | None:
    """The sentences of other pages that name a sheet; pages that are `told` already are left out.

    The mark of a sentence leads to its own page, where its evidence stands.
    """
    found = {
        (link.start, link.statement): link
        for link in reversed(desk.graph.links_to.get(sheet.id, ()))
        if link.kind in _IN_PROSE and link.start not in told
    }
    links = list(reversed(found.values()))
    lines = [_sentence(desk, writer, link) for link in links[:_MOST]]
    places = "1 place" if len(links) == 1 else f"{len(links):,} places"
    return folded(f"Mentioned in {places}", lines, rest(desk, writer, [link.start for link in links[_MOST:]]))


def _sentence(desk: Desk, writer: Writer, link: Link) -> Markdown:
    statement = desk.graph.by_id.get(link.statement)
    path, name = desk.addresses.path(link.start), page_name(desk.dossier, link.start)
    start = writer.to_page(path, name, statement.anchor if statement else "")
    said = escape(
        link.sentence.removeprefix(f"{name}. ")
    )  # such a statement names its sheet, as the link does
    sign = mark(statement.mark) if statement else _NOTHING
    to_evidence = writer.to_page(path, sign, statement.anchor) if statement and sign else _NOTHING
    return join([start, Markdown("—"), Markdown(f"{said}\u00a0{to_evidence}" if to_evidence else said)])


def in_sources(desk: Desk, writer: Writer, sheet: Sheet) -> Folded | None:
    """Where held texts name a sheet, in words as far as readers may see them."""
    mentions = desk.graph.mentions.get(sheet.id, ())
    by_source = [
        (source, list(group)) for source, group in groupby(mentions, key=lambda mention: mention.source)
    ]
    lines = [_mention(desk, writer, source, group) for source, group in by_source[:_MOST]]
    texts = "1 text" if len(by_source) == 1 else f"{len(by_source):,} texts"
    others = rest(desk, writer, [source for source, _ in by_source[_MOST:]])
    return folded(f"Named in {texts}", lines, others)


def _mention(desk: Desk, writer: Writer, source_id: str, mentions: list[Mention]) -> Markdown:
    shown = [mention for mention in mentions if _is_shown(desk, mention)][:_SENTENCES]
    links = [writer.to(source_id, str(m.sentence), f"s{m.sentence}") for m in shown]
    where = (
        join([Markdown("sentences" if len(shown) > 1 else "sentence"), join(links, ", ")])
        if shown
        else _NOTHING
    )
    return join([writer.to(source_id), Markdown("—"), join([where, _others(mentions, shown)], ", and ")])


def _is_shown(desk: Desk, mention: Mention) -> bool:
    publish = desk.dossier.sheets[mention.source].choice("publish")
    if publish and publish.id == "full":
        return True
    cited = mention.sentence in desk.graph.quoted.get(mention.source, ())
    return cited and not (publish and publish.id == "none")


def _others(mentions: list[Mention], shown: list[Mention]) -> Markdown:
    rest = len(mentions) - len(shown)
    if not rest:
        return _NOTHING
    sentences = "sentence" if rest == 1 else "sentences"
    return Markdown(f"{rest} more not shown" if shown else f"named in {rest} {sentences} not shown")
