"""What a template may say: links, marks, values and prose, each as Markdown for the page at hand.

Owns the way from values to Markdown. It chooses nothing: which page says what, and in which order, is for the page
functions and their templates.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dossier import edtf
from dossier.edtf import Date
from dossier.graph import Evidence, Graph, Statement
from dossier.graph.statements import paragraph_anchor
from dossier.kinds import Kind
from dossier.model import AddressValue, Dossier, Name, ReferencesValue, Sheet, Value
from dossier.model.wording import say_value
from dossier.pages import languages
from dossier.pages.addresses import Addresses
from dossier.pages.markdown import Markdown, address, escape, join, link
from dossier.pages.notes import Footnotes, Notes
from dossier.pages.previews import Previews
from dossier.prose import (
    Block,
    Break,
    Cited,
    Heading,
    Inline,
    Listing,
    Paragraph,
    Prose,
    Styled,
    Text,
    WebLink,
    WikiLink,
)

__all__ = ["Writer"]

_ABOVE_PROSE = 2  # headings in prose stand below the page's own, of levels 1 and 2
_DEEPEST_HEADING = 6


class Writer:
    """Writes for one page: links are relative to it, and footnotes are numbered on it.

    The first link to a sheet says what that is, unless there are no `previews`: where summaries stand beside the links.
    """

    def __init__(
        self,
        path: str,
        dossier: Dossier,
        graph: Graph,
        addresses: Addresses,
        footnotes: Footnotes,
        previews: Previews | None,
    ) -> None:
        self.path = path
        self.dossier = dossier
        self.graph = graph
        self.language = dossier.language
        self.notes = Notes(path, footnotes)
        self._addresses = addresses
        self._previews = previews
        self._previewed: set[str] = set()

    def to(self, sheet_id: str, words: object = "", anchor: str = "") -> Markdown:
        """A link to a sheet's page, or to a statement on it; the words alone where it is this page."""
        sheet = self.dossier.sheets.get(sheet_id)
        shown = escape(words) if words else self.title(sheet) if sheet else escape(sheet_id)
        target = self._addresses.path(sheet_id)
        if sheet is None or (target == self.path and not anchor):
            return shown
        return link(shown, self._addresses.between(self.path, target, anchor), self._preview(sheet))

    def title(self, sheet: Sheet) -> Markdown:
        """What a sheet is called; the title of a source is in the language of the source."""
        return languages.title(sheet, self.language) if sheet.is_source else escape(sheet.name)

    def _preview(self, sheet: Sheet) -> str:
        if self._previews is None or sheet.id in self._previewed:
            return ""
        self._previewed.add(sheet.id)
        return self._previews.of(sheet)

    def to_page(self, path: str, words: object, anchor: str = "") -> Markdown:
        """A link to a page by its path, or to a place on it."""
        return link(words, self._addresses.between(self.path, path, anchor))

    def to_statement(self, statement: Statement, words: object) -> Markdown:
        """A link to where a statement is published."""
        target = self._addresses.path(statement.sheet)
        return link(words, self._addresses.between(self.path, target, statement.anchor))

    def cite(self, evidence: tuple[Evidence, ...]) -> Markdown:
        return self.notes.cite(evidence)

    @staticmethod
    def anchor(name: str) -> Markdown:
        """A place that can be linked to. Names come of ids, which need no escaping."""
        return Markdown(f'<a id="{name}"></a>')

    @staticmethod
    def icon(kind: Kind) -> Markdown:
        """The sign of a kind, in its colour; the theme draws it. Both come from lists of ours and need no escaping."""
        return Markdown(
            f'<svg class="icon {kind.colour}" aria-hidden="true"><use href="#icon-{kind.icon}"></use></svg>'
        )

    @staticmethod
    def name(name: Name) -> Markdown:
        """A name with its language, which its reading was checked to be a tag."""
        return Markdown(f'<span lang="{name.language}">{escape(name.text)}</span>')

    def names(self, sheet: Sheet) -> Markdown:
        """A sheet's names in other scripts and forms."""
        return join([self.name(name) for name in sheet.names], " · ")

    @staticmethod
    def date(date: Date) -> Markdown:
        """A date in words, with its machine-readable form where HTML has one."""
        said = escape(edtf.say(date))
        return Markdown(f'<time datetime="{date.machine}">{said}</time>') if date.machine else said

    def value(self, value: Value) -> Markdown:
        """A typed value in words, linked where it leads somewhere."""
        if isinstance(value, AddressValue):
            return link(value.url, address(value.url))
        if isinstance(value, ReferencesValue):
            return join([self.to(reference.id) for reference in value.references], ", ")
        return escape(say_value(value))

    def linked(self, page: str, name: str, *, below: int = _ABOVE_PROSE) -> Markdown:
        """A text of a page, its names linked, each paragraph with the anchor of its statement.

        Its headings stand right below those of level `below`, whatever level the editor began with.
        """
        return _Blocks(self, name, below).written(self.graph.prose[page, name])

    def inline(self, page: str, name: str) -> Markdown:
        """A text of one paragraph, to stand inside a line."""
        prose = self.graph.prose[page, name]
        return join([self.inlines(paragraph.inlines) for paragraph in prose.paragraphs()])

    def inlines(self, inlines: tuple[Inline, ...]) -> Markdown:
        """Inlines in order. Words keep the spaces at their ends, which escaping alone would drop."""
        return Markdown("".join(self._inline(inline) for inline in _gathered(inlines)).strip())

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text(text):
                return _spaced(text)
            case WikiLink(to, words):
                return self.to(to.id, words)
            case WebLink(words, url):
                return link(words, address(url))
            case Styled(style, inner):
                sign = "**" if style == "strong" else "*"
                return f"{sign}{self.inlines(inner)}{sign}"
            case Cited(cites, _):
                evidence = self.graph.finder.evidence(cites)
                return join([self.cite(tuple(alike)) for _, alike in groupby(evidence, key=_mark)])
            case Break():
                return " "


def _gathered(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    """The same inlines, citations with nothing but space between them as one, so that they share their mark."""
    cited: Cited | None = None
    gap: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Cited):
            cited = Cited((*cited.cites, *inline.cites), cited.place) if cited else inline
            gap = []
        elif cited and _is_blank(inline):
            gap.append(inline)
        else:
            yield from (cited, *gap, inline) if cited else (inline,)
            cited, gap = None, []
    if cited:
        yield cited


def _is_blank(inline: Inline) -> bool:
    return isinstance(inline, Break) or (isinstance(inline, Text) and not inline.text.strip())


def _mark(evidence: Evidence) -> str:
    return str(evidence.mark)


def _spaced(text: str) -> str:
    if not text.strip():
        return " " if text else ""
    return (" " if text[0].isspace() else "") + escape(text) + (" " if text[-1].isspace() else "")


class _Blocks:
    """Writes the blocks of a text, giving each paragraph the anchor of its statement."""

    def __init__(self, writer: Writer, name: str, below: int) -> None:
        self._writer = writer
        self._name = name
        self._below = below
        self._count = 0

    def written(self, prose: Prose) -> Markdown:
        highest = min((block.level for block in prose.blocks if isinstance(block, Heading)), default=1)
        self._below -= highest - 1
        return Markdown("\n\n".join(self._block(block, "") for block in prose.blocks))

    def _block(self, block: Block, indent: str) -> str:
        match block:
            case Heading(level, inlines):
                level = min(level + self._below, _DEEPEST_HEADING)
                return f"{indent}{'#' * level} {self._writer.inlines(inlines)}"
            case Paragraph(inlines):
                return f"{indent}{self._anchor()}{self._writer.inlines(inlines)}"
            case Listing(ordered, items):
                return "\n".join(self._item(item, indent, "1. " if ordered else "- ") for item in items)

    def _item(self, blocks: tuple[Block, ...], indent: str, sign: str) -> str:
        inner = indent + "    "
        written = "\n\n".join(self._block(block, inner) for block in blocks)
        return f"{indent}{sign}{written.lstrip()}"

    def _anchor(self) -> str:
        self._count += 1
        return self._writer.anchor(paragraph_anchor(self._name, self._count))
