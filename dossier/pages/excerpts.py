"""The text of a source on its page: the sentences in order, which of them are used, and for what.

Owns what of a text readers see, by the source's `publish`, and the strip that shows how much of it is used.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dossier.articles import Article, Role, Sentence
from dossier.citations import Citation
from dossier.figures.bars import bar
from dossier.graph import Statement
from dossier.model import Sheet
from dossier.pages import languages
from dossier.pages.desk import Desk
from dossier.pages.dividing import MOST
from dossier.pages.markdown import Markdown, escape, join
from dossier.pages.notes import mark
from dossier.pages.wording import page_name
from dossier.pages.writer import Writer

__all__ = ["Excerpts", "supported"]

_IN_STRIP = (
    400  # sentences; of a longer text the strip shows only those that are used, and no more than these
)

_BRIEFLY = 8  # statements of a sentence, where the source supports more than one page lists

Excerpt = tuple[Sentence, Markdown, list[Markdown]]
"""A sentence, its words as far as readers see them, and what it supports."""


class Excerpts:
    """A held text as its template wants it."""

    def __init__(self, desk: Desk, writer: Writer, sheet: Sheet, article: Article, shown: str) -> None:
        self._writer = writer
        self._sheet = sheet
        self._article = article
        self._support = desk.graph.support.get(sheet.id, {})
        self._is_much = len(desk.graph.citing.get(sheet.id, ())) > MOST
        self.language = languages.other(sheet.text("language"), writer.language)
        self.is_full = shown == "full"
        self._is_hidden = shown == "none"

    @property
    def share(self) -> str:
        """How much of the text is cited, in words."""
        used = set(self._support)
        body = {each.number for each in self._article.sentences if each.role is Role.SENTENCE}
        rest = {each.number for each in self._article.sentences} - body
        said = f"{len(used & body)} of its {len(body)} sentences are cited"
        return (
            f"{said}, and {len(used & rest)} of its {len(rest)} headings and datelines."
            if rest
            else f"{said}."
        )

    @property
    def strip(self) -> Markdown:
        """How much of the text is cited, as HTML: a bar, and its sentences by number."""
        sentences = self._article.sentences
        used = len(self._support)
        listed = [
            each.number for each in sentences if len(sentences) <= _IN_STRIP or each.number in self._support
        ]
        items = "".join(self._square(number) for number in listed[:_IN_STRIP])
        return Markdown(f'{bar([("used", used)], len(sentences))}<ol class="strip">{items}</ol>')

    def _square(self, number: int) -> str:
        if number not in self._support:
            return f"<li>{number}</li>"
        return f'<li><a href="#s{number}" aria-label="Sentence {number}, cited">{number}</a></li>'

    def excerpts(self) -> Iterator[Excerpt]:
        """The sentences that are used, in order."""
        for sentence in self._article.sentences:
            if sentence.number in self._support:
                yield sentence, self._words(sentence), self.supports(sentence.number)

    def supports(self, number: int) -> list[Markdown]:
        """What a sentence supports. Where the whole source supports very much, all of it is listed elsewhere."""
        found = self._support.get(number, ())
        most = _BRIEFLY if self._is_much else len(found)
        rest = [escape(f"and {len(found) - most:,} more, listed below.")] if len(found) > most else []
        return [*(supported(self._writer, each, self._sheet) for each in found[:most]), *rest]

    def paragraphs(self) -> Iterator[Markdown]:
        """The whole text, the used sentences marked and numbered."""
        for _, group in groupby(self._article.sentences, key=lambda sentence: sentence.paragraph):
            yield self._paragraph(list(group))

    def _paragraph(self, sentences: list[Sentence]) -> Markdown:
        written, end = "", sentences[0].start
        for sentence in sentences:
            gap = (
                " "
                if self._article.text[end : sentence.start].strip()
                != self._article.text[end : sentence.start]
                else ""
            )
            written += gap + self._marked(sentence)
            end = sentence.end
        return Markdown(written)

    def _marked(self, sentence: Sentence) -> str:
        words, number = escape(sentence.text), sentence.number
        place = self._writer.anchor(f"s{number}")
        if sentence.role is Role.HEADING:
            words = Markdown(f"**{words}**")
        if number not in self._support:
            return f"{place}{words}"
        label = f'aria-label="What sentence {number} supports"'
        return f'{place}<mark>{words}</mark><a class="use-ref" href="#s{number}--use" {label}>{number}</a>'

    def _words(self, sentence: Sentence) -> Markdown:
        if self._is_hidden:
            return Markdown("*The words are not shown here.*")
        return languages.in_language(escape(sentence.text), self.language, self._writer.language)


def supported(writer: Writer, statement: Statement, source: Sheet) -> Markdown:
    """A statement that a source supports, or speaks against: where it stands, its words and its mark."""
    where = writer.to_statement(statement, page_name(writer.dossier, statement.sheet))
    own = [each for each in statement.evidence if each.source and each.source.id == source.id]
    marks = {each.mark for each in own}
    against = any(each.contradicts for each in own)
    locators = [each.cite.locator for each in own if isinstance(each.cite, Citation) and each.cite.locator]
    at = escape(f"({'; '.join(dict.fromkeys(locators))})") if locators else Markdown("")
    said = Markdown("*(speaks against it)*") if against else Markdown("")
    sign = mark(min(marks, key=str)) if marks else Markdown("")
    return join([Markdown(f"{where}:"), escape(statement.text), at, said, sign])
