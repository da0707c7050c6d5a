"""How to cite a page, each of its claims, and a source. Owns what is offered and where it stands on a page.

The forms themselves are of `bibliography`. All of it is on the page, folded, so that nothing is needed to show it.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape as escape_html

from dossier import edtf
from dossier.bibliography import Item, biblatex, csl, csl_json, plain, source_item
from dossier.citations import Inference
from dossier.graph import Statement
from dossier.model import Sheet
from dossier.pages.addresses import published
from dossier.pages.desk import Desk
from dossier.pages.markdown import Markdown
from dossier.pages.templates import fill
from dossier.pages.topics import claim_of, is_claim
from dossier.pages.writer import Writer

__all__ = ["of_sheet", "of_source"]

Forms = list[tuple[str, Markdown]]
"""Texts to be copied, each with its place on the page where it has one."""


def of_sheet(desk: Desk, writer: Writer, sheet: Sheet) -> Markdown:
    """How to cite the page of a sheet and its claims."""
    cited = _Cited(desk, writer)
    claims = list(cited.claims(sheet))
    parts = [*cited.forms(cited.page(sheet)), *([("Each statement on it", claims)] if claims else [])]
    return fill("cite.md.j2", summary=Markdown("Cite this page"), parts=parts)


def of_source(desk: Desk, writer: Writer, sheet: Sheet) -> Markdown:
    """How to cite a source itself, and its page here."""
    cited = _Cited(desk, writer)
    page = cited.page(sheet)
    parts = [
        *cited.forms(source_item(sheet)),
        ("The page about it in this dossier", [("", cited.code(plain(page), page.url))]),
    ]
    return fill("cite.md.j2", summary=Markdown("Cite this source"), parts=parts)


class _Cited:
    """Makes the texts for one page."""

    def __init__(self, desk: Desk, writer: Writer) -> None:
        self._desk = desk
        self._path = published(writer.path)
        briefing = desk.dossier.briefing
        self._base = f"{briefing.address.rstrip('/')}/" if briefing and briefing.address else ""
        self._title = briefing.title if briefing else ""
        self._language = desk.dossier.language
        self._updated = briefing.updated if briefing else None

    def page(self, sheet: Sheet) -> Item:
        """The page of a sheet: an entry in the dossier, of the day its knowledge ends."""
        return Item(
            id=sheet.id,
            type="webpage",
            title=sheet.name,
            container=self._title,
            issued=self._updated,
            url=self._base + self._path,
            language=self._language,
        )

    def forms(self, item: Item) -> Iterator[tuple[Markdown, Forms]]:
        """The three forms of one item, each under its name."""
        for name, text in (
            ("Plain text", plain(item)),
            ("BibTeX (biblatex)", biblatex(item)),
            ("CSL-JSON", csl_json([csl(item)])),
        ):
            yield Markdown(name), [("", self.code(text, item.url))]

    def claims(self, sheet: Sheet) -> Iterator[tuple[str, Markdown]]:
        """Every claim of a sheet in plain text."""
        for statement in filter(is_claim, self._desk.graph.of_sheet.get(sheet.id, ())):
            address = f"{self._base}{self._path}#{statement.anchor}"
            yield f"cite-{statement.anchor}", self.code(self._claim(statement, sheet, address), address)

    def code(self, text: str, address: str) -> Markdown:
        """Text for HTML. An address that is only a path is marked, so that a browser may put its own before it."""
        escaped = escape_html(text, quote=False)
        if address.partition("#")[0] != self._path:
            return Markdown(escaped)
        before, _, after = escaped.rpartition(address)
        return Markdown(f'{before}<span class="address" data-path="{address}">{address}</span>{after}')

    def _claim(self, statement: Statement, sheet: Sheet, address: str) -> str:
        claim = claim_of(statement)
        voice = self._desk.dossier.sheets.get(claim.by.id) if claim.by else None
        words = statement.text.removeprefix(f"{voice.name}: ") if voice else statement.text
        said = [voice.name] if voice else []
        said += [edtf.say(claim.when)] if claim.when else []
        said += [claim.status] if claim.status != "stated" else []
        whose = f" ({'; '.join(said)}; in the words of the dossier)." if voice else ""
        published = ", ".join(
            each for each in (self._title, edtf.say(self._updated) if self._updated else "") if each
        )
        return f"“{words}”{whose} In: “{sheet.name}”. {published}. <{address}>. {_resting_on(statement)}"


def _resting_on(statement: Statement) -> str:
    """The evidence of a statement in short: each source and how far it supports."""
    told = [
        "the editor’s inference"
        if isinstance(each.cite, Inference)
        else f"{_source(each.source)} ({each.mark})"
        for each in statement.evidence
        if not each.contradicts
    ]
    return f"Evidence: {'; '.join(dict.fromkeys(told))}."


def _source(source: Sheet | None) -> str:
    if source is None:
        return ""
    issued = source.date("issued")
    publisher = source.text("publisher") or source.name
    return f"{publisher}, {edtf.say(issued)}" if issued else publisher
