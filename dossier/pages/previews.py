"""What a link says of the sheet it leads to, before it is followed. Owns those few words."""

from __future__ import annotations

from dossier.articles.sentences import sentences
from dossier.graph.plain import plain
from dossier.model import Dossier, Sheet

__all__ = ["Previews"]

_LONGEST = 160  # characters; a browser's own tooltip is one small box


class Previews:
    """The sheets of a dossier in a few words each, found once for all links to it."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._sentences: dict[str, str] = {}
        self._previews: dict[str, str] = {}

    def of(self, sheet: Sheet) -> str:
        """What a sheet is and the first sentence of its summary, in plain words without evidence marks."""
        if sheet.id not in self._previews:
            type_ = sheet.choice("type")
            label = type_.label if type_ else sheet.kind.label
            sentence = self.in_one_sentence(sheet)
            self._previews[sheet.id] = _shortened(f"{label}: {sentence}") if sentence else label
        return self._previews[sheet.id]

    def in_one_sentence(self, sheet: Sheet) -> str:
        """The first sentence of a sheet's summary in plain words; empty where there is no summary."""
        if sheet.id not in self._sentences:
            self._sentences[sheet.id] = self._first_sentence(sheet)
        return self._sentences[sheet.id]

    def _first_sentence(self, sheet: Sheet) -> str:
        paragraph = next(sheet.summary.paragraphs(), None) if sheet.summary else None
        if paragraph is None:
            return ""
        words = plain(paragraph.inlines, self._dossier).text
        start, end = next(iter(sentences(words, "en")), (0, len(words)))
        return words[start:end].strip()


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 2].rpartition(" ")[0] + " …"
