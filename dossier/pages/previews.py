"""What a link says of the sheet it leads to, before it is followed. Owns those few words."""

from __future__ import annotations

from dossier.articles.sentences import sentences
from dossier.graph.plain import plain
from dossier.model import Dossier, Sheet

__all__ = ["in_one_sentence", "preview"]

_LONGEST = 160  # characters; a browser's own tooltip is one small box


def preview(dossier: Dossier, sheet: Sheet) -> str:
    """What a sheet is and the first sentence of its summary, in plain words without evidence marks."""
    type_ = sheet.choice("type")
    label = type_.label if type_ else sheet.kind.label
    sentence = in_one_sentence(dossier, sheet)
    return _shortened(f"{label}: {sentence}") if sentence else label


def in_one_sentence(dossier: Dossier, sheet: Sheet) -> str:
    """The first sentence of a sheet's summary in plain words; empty where there is no summary."""
    paragraph = next(sheet.summary.paragraphs(), None) if sheet.summary else None
    if paragraph is None:
        return ""
    words = plain(paragraph.inlines, dossier).text
    start, end = next(iter(sentences(words, "en")), (0, len(words)))
    return words[start:end].strip()


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 2].rpartition(" ")[0] + " …"
