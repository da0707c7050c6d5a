"""The sheet of a new source, and the file of drafts taken from it, as text.

Owns what they say and the hints for the editor. Every quotation in them is one that verifies.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from dossier.diagnostics import Diagnostic
from dossier.ingest.drafting import DraftedClaim, DraftedEvent
from dossier.ingest.issued import Issued
from dossier.ingest.quotations import Quotation
from dossier.ingest.writing import comment, entry
from dossier.prose import Paragraph, Text, parse
from dossier.strict_yaml import Scalar, Source

__all__ = ["SourceSheet", "write_drafts", "write_source"]


@dataclass(frozen=True, slots=True)
class SourceSheet:
    """The fields of a source's sheet, in the order written; what is "" is left out."""

    type: str
    title: str
    author: str
    publisher: str
    place: str
    url: str
    accessed: str
    language: str
    reliability: str
    text: str
    sha256: str
    received: str = ""
    received_sha256: str = ""
    publish: str = "excerpts"


_HINTS = {
    "type": "What it is: article-newspaper, report, webpage, speech, treaty, interview …",
    "reliability": "What kind of witness it is: primary, official, agency, press, reference or mirror.",
    "received": "The file as received. The text above was taken out of it: compare the two once.",
    "publish": "What of the text readers may see: full, excerpts or none.",
}


def write_source(sheet: SourceSheet, issued: Issued) -> str:
    """The sheet of a source as YAML."""
    lines: list[str] = []
    for field in fields(SourceSheet):
        value: str = getattr(sheet, field.name)
        if value:
            lines.append(comment(_HINTS[field.name]) if field.name in _HINTS else "")
            lines.append(entry(field.name, value))
        if field.name == "publisher":
            lines.append(_issued(issued))
    return "".join(lines)


def _issued(issued: Issued) -> str:
    hint = (
        ""
        if issued.is_settled
        else comment("The date has to be settled by a person: write it as issued, and say how it is known.")
    )
    written = entry("issued", issued.edtf) if issued.edtf else comment("issued:")
    return hint + written + entry("issued_note", issued.note)


_HOW = (
    "Drafts taken from this source. Nothing here is published, and `dossier check` reports an error for each until "
    "you have dealt with it. For each one: delete it, from its dash to the next; or put it in words of your own "
    '(leave the words after "quote:" as they are), correct what is wrong, and then delete its line "draft: true". '
    "`dossier accept` moves those without that line to where they belong."
)


def write_drafts(source: str, events: Iterable[DraftedEvent], claims: Iterable[DraftedClaim]) -> str:
    """The file of drafts as YAML; "" where there are none."""
    event_lines, claim_lines = (
        [_event(source, each) for each in events],
        [_claim(source, each) for each in claims],
    )
    if not event_lines and not claim_lines:
        return ""
    parts = [comment(_HOW), entry("source", source)]
    parts += ["events:\n", *event_lines] if event_lines else []
    parts += ["claims:\n", *claim_lines] if claim_lines else []
    return "".join(parts)


def _event(source: str, each: DraftedEvent) -> str:
    notes = f"Sentence {each.quotation.sentence.number}."
    if each.date.endswith(("?", "%")):
        notes += " The date is not certain."
    return comment(notes, 2) + _item(
        entry("id", each.id, 4),
        entry("name", quoted(each.quotation.words), 4),
        entry("date", each.date, 4) if not each.date.startswith("[") else f'    date: "{each.date}"\n',
        entry("date_as_stated", each.stated, 4),
        entry("status", each.status, 4),
        *(f"    {name}: [{', '.join(ids)}]\n" for name, ids in each.references),
        _cite(source, each.quotation),
    )


def _claim(source: str, each: DraftedClaim) -> str:
    notes = f"Sentence {each.quotation.sentence.number}."
    notes += "" if each.by else ' Who says so is not plain: add "by:" with the id of an actor.'
    notes += "" if each.on else ' Add "on:" with the id of the sheet it belongs to.'
    return comment(notes, 2) + _item(
        entry("text", quoted(each.quotation.words), 4),
        entry("on", each.on, 4) if each.on else "",
        entry("by", each.by, 4) if each.by else "",
        entry("when", each.when, 4) if each.when else "",
        _cite(source, each.quotation),
    )


def _cite(source: str, quotation: Quotation) -> str:
    parts = (
        ("source", source),
        ("quote", quotation.words),
        ("prefix", quotation.prefix),
        ("suffix", quotation.suffix),
    )
    return "    cite:\n" + "".join(entry(name, value, 6) for name, value in parts if value)


def _item(*entries: str) -> str:
    """The entries of an item, its dash before the first, and the mark on a line that can be deleted by itself."""
    first, *rest = [each for each in entries if each]
    return "".join(["  - ", first[4:], *rest, "    draft: true\n"])


def quoted(words: str) -> str:
    """The words in quotation marks, as prose in which nothing is a link, a citation or formatting."""
    plain = f"“{words}”"
    scalar = Scalar(plain, False, Source("", plain), 0, len(plain))
    report: list[Diagnostic] = []
    blocks = parse(scalar, report).blocks
    is_plain = (
        not report
        and len(blocks) == 1
        and isinstance(blocks[0], Paragraph)
        and "".join(each.text for each in blocks[0].inlines if isinstance(each, Text)) == plain
    )
    return plain if is_plain else "".join(f"\\{c}" if c in _MARKUP else c for c in plain)


_MARKUP = frozenset("\\`*_{}[]()<>#+-.!|~@&:/")
