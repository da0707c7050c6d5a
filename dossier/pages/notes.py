"""The footnotes of pages. Owns their numbering, the evidence marks and what a reader is told of each citation."""

from __future__ import annotations

from dossier import edtf
from dossier.articles import display
from dossier.citations import Citation, Inference
from dossier.graph import Evidence, Mark, best_mark
from dossier.model import Sheet
from dossier.pages import languages
from dossier.pages.addresses import Addresses
from dossier.pages.markdown import Markdown, escape, join, link

__all__ = ["SYMBOLS", "Footnotes", "Notes", "mark", "source_label"]

SYMBOLS = {Mark.VERIFIED: "✓", Mark.CITED: "○", Mark.INFERRED: "≈"}


def mark(of: Mark | None) -> Markdown:
    """The sign readers see beside a statement. A statement without one is an error that stops the build."""
    return Markdown(f'<abbr title="{of}">{SYMBOLS[of]}</abbr>') if of else Markdown("")


def source_label(source: Sheet, language: str) -> Markdown:
    """A source in short: who published it and when; `language` is that of the page."""
    issued = source.date("issued")
    publisher = languages.publisher(source, language)
    return Markdown(f"{publisher}, {escape(edtf.say(issued))}") if issued else publisher


class Notes:
    """The footnotes of the page at `path`, numbered in the order they are first asked for."""

    def __init__(self, path: str, footnotes: Footnotes) -> None:
        self._path = path
        self._footnotes = footnotes
        self._numbers: dict[Markdown, int] = {}
        self._known: dict[object, int] = {}

    def cite(self, evidence: tuple[Evidence, ...]) -> Markdown:
        """The mark and the footnote references of a statement, to stand right after it."""
        if not evidence:
            return Markdown("")
        numbers = dict.fromkeys(self._number(each) for each in evidence)
        return Markdown(mark(best_mark(evidence)) + "".join(f"[^{number}]" for number in numbers))

    def written(self) -> Markdown:
        """All footnotes, one a line."""
        return Markdown("\n".join(f"[^{number}]: {text}" for text, number in self._numbers.items()))

    def __bool__(self) -> bool:
        return bool(self._numbers)

    def _number(self, evidence: Evidence) -> int:
        key = _key(evidence)
        if key not in self._known:
            text = self._footnotes.text(self._path, evidence)
            self._known[key] = self._numbers.setdefault(text, len(self._numbers) + 1)
        return self._known[key]


class Footnotes:
    """What the footnotes of all pages say, in words found once for pages that stand side by side.

    `language` is that of the pages.
    """

    def __init__(self, addresses: Addresses, language: str = "en") -> None:
        self._language = language
        self._addresses = addresses
        self._texts: dict[tuple[str, object], Markdown] = {}

    def text(self, path: str, evidence: Evidence) -> Markdown:
        """A footnote for the page at a path."""
        key = path.rpartition("/")[0], _key(evidence)
        if key not in self._texts:
            self._texts[key] = self._written(path, evidence)
        return self._texts[key]

    def _written(self, path: str, evidence: Evidence) -> Markdown:
        if isinstance(evidence.cite, Inference):
            return Markdown(
                f"{SYMBOLS[Mark.INFERRED]} **Inferred** by the editor: {escape(evidence.cite.why)}"
            )
        against = Markdown("**Speaks against it.**") if evidence.contradicts else Markdown("")
        return join(
            [
                against,
                self._verified(path, evidence)
                if evidence.found
                else self._cited(path, evidence, evidence.cite),
            ]
        )

    def _verified(self, path: str, evidence: Evidence) -> Markdown:
        found, source, article = evidence.found, evidence.source, evidence.article
        if found is None or source is None or article is None:
            return Markdown("")
        first, last = found.sentences[0], found.sentences[-1]
        where = f"sentence {first}" if first == last else f"sentences {first} to {last}"
        target = self._addresses.between(path, self._addresses.path(source.id), f"s{first}")
        words = display(article.text, found.start, found.end)
        quotation = (
            self._quoted(words, source) if _is_shown(source) else Markdown("The words are not shown here.")
        )
        label = link(Markdown(f"{self._named(source)}, {where}"), target)
        return join(
            [
                Markdown(f"{SYMBOLS[Mark.VERIFIED]} **Verified.**"),
                quotation,
                Markdown("—"),
                label,
                _reliability(source),
                _on_paper(source),
            ]
        )

    def _quoted(self, words: str, source: Sheet) -> Markdown:
        """A quotation; a language other than the dossier's is marked, so that it is spoken as it should be."""
        spoken = languages.in_language(escape(words), source.text("language"), self._language)
        return Markdown(f"“{spoken}”")

    def _cited(self, path: str, evidence: Evidence, cite: Citation) -> Markdown:
        source = evidence.source
        if source is None:
            return escape(cite.source.id)
        target = self._addresses.between(path, self._addresses.path(source.id))
        details = Markdown(f"({escape(cite.locator)})") if cite.locator else Markdown("")
        words = Markdown(f"{SYMBOLS[Mark.CITED]} **Cited**, text not held:")
        label = link(self._named(source), target)
        return join([words, label, details, _reliability(source), _on_paper(source)])

    def _named(self, source: Sheet) -> Markdown:
        """A source in full: its title, who published it and when."""
        title = languages.title(source, self._language)
        return Markdown(f"*{title}*, {source_label(source, self._language)}")


def _key(evidence: Evidence) -> object:
    """What makes one footnote of two citations: the place where they stand on their sheets does not matter."""
    cite = evidence.cite
    if isinstance(cite, Inference):
        return cite.why
    return (cite.source.id, cite.quote, cite.prefix, cite.suffix, cite.locator, cite.contradicts)


def _is_shown(source: Sheet) -> bool:
    publish = source.choice("publish")
    return publish is None or publish.id != "none"


def _reliability(source: Sheet) -> Markdown:
    choice = source.choice("reliability")
    return escape(f"({choice.label.lower()})") if choice else Markdown("")


def _on_paper(source: Sheet) -> Markdown:
    """The address of a source, which on screen stands on its page and on paper nowhere else."""
    url = source.address("url")
    return Markdown(f'<span class="on-paper">{escape(url)}</span>') if url else Markdown("")
