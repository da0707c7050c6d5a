"""The page of a source: what it is, which of its sentences are used, and what each of them supports."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.articles import Article, Role, Sentence
from dossier.citations import Citation
from dossier.graph import Statement
from dossier.model import Sheet
from dossier.pages.desk import Desk
from dossier.pages.markdown import Markdown, escape, join
from dossier.pages.notes import mark
from dossier.pages.page import Page
from dossier.pages.wording import page_name
from dossier.pages.writer import Writer

__all__ = ["page"]

_NOT_IN_BOX = {"type", "text", "publish", "issued_note"}
_HELD = {"full": "held, shown in full", "excerpts": "held, excerpts shown", "none": "held, not shown"}


def page(desk: Desk, sheet: Sheet) -> Page:
    """A source with its excerpts, each with an anchor and the statements it supports."""
    writer = desk.writer(desk.addresses.path(sheet.id))
    article = desk.dossier.articles.get(sheet.id)
    held = article if isinstance(article, Article) else None
    publish = sheet.choice("publish")
    shown = publish.id if publish else "excerpts"
    return desk.page(
        writer,
        "source.md.j2",
        sheet.name,
        sheet,
        f"{sheet.name} ({sheet.text('publisher')}): what of it this dossier cites, and for what.",
        sheet=sheet,
        summary=writer.linked(sheet.id, "summary") if sheet.summary else "",
        body=writer.linked(sheet.id, "text") if sheet.body else "",
        rows=list(_rows(writer, sheet, held, shown)),
        share=_share(held, desk.graph.support.get(sheet.id, {})) if held else "",
        excerpts=list(_excerpts(desk, writer, sheet, held, shown)) if held else [],
        shown=shown,
        supported=[_supported(writer, statement, sheet) for statement in desk.graph.citing.get(sheet.id, ())]
        if not held
        else [],
        mentioned=_mentioned(desk, writer, sheet),
    )


def _rows(
    writer: Writer, sheet: Sheet, held: Article | None, shown: str
) -> Iterator[tuple[str, list[Markdown]]]:
    for declared, value, _ in sheet.fields.values():
        if declared.name not in _NOT_IN_BOX:
            shown_value = writer.value(value)
            yield declared.label, [Markdown(f"`{shown_value}`") if declared.name == "sha256" else shown_value]
    yield "Text", [escape(_HELD[shown] if held else "not held")]


def _share(article: Article, support: dict[int, tuple[Statement, ...]] | object) -> Markdown:
    used = set(support) if isinstance(support, dict) else set()
    body = [sentence.number for sentence in article.sentences if sentence.role is Role.SENTENCE]
    rest = [sentence.number for sentence in article.sentences if sentence.role is not Role.SENTENCE]
    said = f"{len(used & set(body))} of its {len(body)} sentences are cited"
    return escape(
        f"{said}, and {len(used & set(rest))} of its {len(rest)} headings and datelines."
        if rest
        else f"{said}."
    )


def _excerpts(
    desk: Desk, writer: Writer, sheet: Sheet, article: Article, shown: str
) -> Iterator[tuple[Sentence, Markdown, list[Markdown]]]:
    support = desk.graph.support.get(sheet.id, {})
    for sentence in article.sentences:
        statements = support.get(sentence.number, ())
        if statements or shown == "full":
            words = escape(sentence.text) if shown != "none" else Markdown("*The words are not shown here.*")
            yield sentence, words, [_supported(writer, statement, sheet) for statement in statements]


def _supported(writer: Writer, statement: Statement, source: Sheet) -> Markdown:
    where = writer.to_statement(statement, page_name(writer.dossier, statement.sheet))
    own = [each for each in statement.evidence if each.source and each.source.id == source.id]
    marks = {each.mark for each in own}
    against = any(each.contradicts for each in own)
    locators = [each.cite.locator for each in own if isinstance(each.cite, Citation) and each.cite.locator]
    at = escape(f"({'; '.join(dict.fromkeys(locators))})") if locators else Markdown("")
    said = Markdown("*(speaks against it)*") if against else Markdown("")
    return join(
        [
            Markdown(f"{where}:"),
            escape(statement.text),
            at,
            said,
            mark(min(marks, key=str)) if marks else said,
        ]
    )


def _mentioned(desk: Desk, writer: Writer, sheet: Sheet) -> list[Markdown]:
    links = desk.graph.links_to.get(sheet.id, ())
    found = {link.start: link for link in links}
    return [join([Markdown(f"{link.reverse}:"), _page(desk, writer, link.start)]) for link in found.values()]


def _page(desk: Desk, writer: Writer, name: str) -> Markdown:
    return writer.to_page(desk.addresses.path(name), page_name(desk.dossier, name))
