"""The page of a source: what it is, what it repeats, how much of it is used, and what each sentence supports.

Owns the order of such a page; where a source supports too much for one, the pages that list it all. Its text, sentence
by sentence, is written by `excerpts`.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.articles import Article
from dossier.graph import LinkKind, Statement
from dossier.model import Sheet, Value
from dossier.pages import citing, languages
from dossier.pages.desk import Desk
from dossier.pages.dividing import by_name, divided
from dossier.pages.excerpts import Excerpts, supported
from dossier.pages.markdown import Markdown, escape, join
from dossier.pages.notes import source_label
from dossier.pages.page import Page
from dossier.pages.parts import Leaf, Parts
from dossier.pages.wording import page_name
from dossier.pages.writer import Writer

__all__ = ["pages"]

_NOT_IN_BOX = {"type", "text", "publish", "issued_note", "based_on"}
_HELD = {"full": "held, shown in full", "excerpts": "held, excerpts shown", "none": "held, not shown"}


def pages(desk: Desk, sheet: Sheet) -> Iterator[Page]:
    """The page of a source, and where much rests on it the pages that list what does."""
    parts = _parts(desk, sheet)
    yield _page(desk, sheet, parts)
    for leaf in parts.pages():
        yield _list(desk, sheet, parts, leaf)


def _parts(desk: Desk, sheet: Sheet) -> Parts[Statement]:
    def name(statement: Statement) -> str:
        return page_name(desk.dossier, statement.sheet)

    path = desk.addresses.path(sheet.id)
    found = divided(desk.graph.citing.get(sheet.id, ()), by_name(name))
    return Parts(path, sheet.name, path.removesuffix(".md"), found)


def _list(desk: Desk, sheet: Sheet, parts: Parts[Statement], leaf: Leaf[Statement]) -> Page:
    """Statements that a source is cited for, or where these have pages of their own the way there."""
    writer, inner = desk.writer(leaf.path), leaf.part.parts
    title = f"{sheet.name}: cited for, {leaf.part.title}"
    return desk.page(
        writer,
        "supported.md.j2",
        title,
        "statements",
        title,
        searchable=False,
        way=parts.way(writer, leaf),
        contents=parts.contents(writer, inner) if inner else "",
        statements=[supported(writer, each, sheet) for each in leaf.part.items] if not inner else [],
    )


def _page(desk: Desk, sheet: Sheet, parts: Parts[Statement]) -> Page:
    """A source with its excerpts, each with an anchor and the statements it supports."""
    writer = desk.writer(desk.addresses.path(sheet.id))
    article = desk.dossier.articles.get(sheet.id)
    held = article if isinstance(article, Article) else None
    publish = sheet.choice("publish")
    shown = publish.id if publish else "excerpts"
    # In the order of the page, so that footnotes are numbered as they are met.
    return desk.page(
        writer,
        "source.md.j2",
        sheet.name,
        sheet,
        f"{sheet.name} ({sheet.text('publisher')}): what of it this dossier cites, and for what.",
        sheet=sheet,
        label=source_label(sheet, writer.language),
        reliability=sheet.choice("reliability"),
        summary=writer.linked(sheet.id, "summary") if sheet.summary else "",
        rows=list(_rows(writer, sheet, held, shown)),
        witness=_Witness(desk, writer, sheet),
        body=writer.linked(sheet.id, "text") if sheet.body else "",
        text=Excerpts(desk, writer, sheet, held, shown) if held else None,
        contents=parts.contents(writer, parts.parts) if parts.parts else "",
        count=len(desk.graph.citing.get(sheet.id, ())),
        cited_for=[]
        if held or parts.parts
        else [supported(writer, each, sheet) for each in desk.graph.citing.get(sheet.id, ())],
        mentioned=list(_mentioned(desk, writer, sheet)),
        cite=citing.of_source(desk, writer, sheet),
    )


def _rows(
    writer: Writer, sheet: Sheet, held: Article | None, shown: str
) -> Iterator[tuple[str, list[Markdown]]]:
    for declared, value, _ in sheet.fields.values():
        if declared.name not in _NOT_IN_BOX:
            yield declared.label, [_value(writer, sheet, declared.name, value)]
    yield "Text", [escape(_HELD[shown] if held else "not held")]


def _value(writer: Writer, sheet: Sheet, name: str, value: Value) -> Markdown:
    match name:
        case "sha256" | "received_sha256":
            return Markdown(f"`{writer.value(value)}`")
        case "publisher":
            return languages.publisher(sheet, writer.language)
    return writer.value(value)


class _Witness:
    """What a source repeats, and what repeats it, as its template wants it."""

    def __init__(self, desk: Desk, writer: Writer, sheet: Sheet) -> None:
        dependence = desk.graph.dependence
        self.based_on = join([writer.to(source) for source in dependence.on(sheet.id)], ", ")
        self.basis_of = join([writer.to(source) for source in dependence.basis_of(sheet.id)], ", ")


def _mentioned(desk: Desk, writer: Writer, sheet: Sheet) -> Iterator[Markdown]:
    """What leads here, each with the sentence that makes the link; what repeats this source is said elsewhere."""
    links = desk.graph.links_to.get(sheet.id, ())
    repeated = set(desk.graph.dependence.basis_of(sheet.id))
    found = {(link.start, link.sentence): link for link in links}
    for link in found.values():
        if link.kind is LinkKind.FIELD and link.start in repeated:
            continue
        statement = desk.graph.by_id.get(link.statement)
        name = page_name(desk.dossier, link.start)
        start = writer.to_page(desk.addresses.path(link.start), name, statement.anchor if statement else "")
        said = Markdown(f"— {escape(link.sentence)}") if link.sentence != name else Markdown("")
        cite = writer.cite(statement.evidence) if statement else Markdown("")
        yield join([Markdown(f"{escape(link.reverse)}:"), start, said, cite])
