"""Events and claims that a text may support, for an editor to prune.

Owns the choice of what is drafted: an event for each date a sentence states, a claim for each sentence that reports
what somebody says. The words are those of the source, in quotation marks; nothing is worded here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from dossier import edtf
from dossier.articles import Article, Role
from dossier.articles.folding import fold
from dossier.articles.quoting import MIN_WORDS
from dossier.articles.words import count_words
from dossier.edtf import Precision
from dossier.ingest.dates import StatedDate
from dossier.ingest.issued import Issued
from dossier.ingest.quotations import Quotation, quote
from dossier.ingest.reading import Read, Reading
from dossier.ingest.wordlists import SMALL
from dossier.kinds import FieldType, Kind
from dossier.kinds import Role as KindRole
from dossier.model import Dossier, Sheet

__all__ = ["DraftedClaim", "DraftedEvent", "Drafts", "draft"]

_TOO_COARSE = (Precision.CENTURY, Precision.DECADE)
_WORDS_IN_ID = 5
_MOST_CHARACTERS, _FRAME = (
    60_000,
    400,
)  # of a file of drafts, and of an item but for its words: what a person can prune
_RECENT = timedelta(days=7)  # what is said on a day before that is seldom the news


@dataclass(frozen=True, slots=True)
class DraftedEvent:
    """An event that a sentence may tell of. `references` are the fields that name other sheets."""

    id: str
    date: str
    stated: str
    status: str
    references: tuple[tuple[str, tuple[str, ...]], ...]
    quotation: Quotation


@dataclass(frozen=True, slots=True)
class DraftedClaim:
    """Something that a sentence says somebody said. `by` and `on` are ids, "" where they are not plain."""

    by: str
    on: str
    when: str
    quotation: Quotation


class Drafts(NamedTuple):
    """What was drafted; `last` is the sentence after which a very long text was left, None where it was not."""

    events: tuple[DraftedEvent, ...]
    claims: tuple[DraftedClaim, ...]
    last: int | None


def draft(article: Article, reading: Reading, issued: Issued, dossier: Dossier) -> Drafts:
    """Draft events and claims, in the order of the text; every one has a quotation that verifies.

    Of a very long text only what comes first is drafted.
    """
    events: list[DraftedEvent] = []
    claims: list[DraftedClaim] = []
    taken = {*dossier.sheets, *dossier.unreadable}
    taken |= {item.event.id for other in dossier.drafts for item in other.items if item.event}
    room = _MOST_CHARACTERS
    for each in reading.sentences:
        quotation = quote(article, each.sentence) if each.sentence.role is Role.SENTENCE else None
        if quotation is None:
            continue
        room -= (len(each.dates) + (each.speech is not None)) * (_FRAME + 3 * len(quotation.words))
        if room < 0:
            return Drafts(tuple(events), tuple(claims), each.sentence.number - 1)
        for event in _events(each, quotation, issued, dossier, taken):
            taken.add(event.id)
            events.append(event)
        if each.speech:
            claims.append(_claim(each, quotation, issued, dossier))
    return Drafts(tuple(events), tuple(claims), None)


def _events(
    each: Read, quotation: Quotation, issued: Issued, dossier: Dossier, taken: set[str]
) -> Iterator[DraftedEvent]:
    kind = dossier.kinds.get("event")
    if count_words(fold(_beside_dates(each)), MIN_WORDS) < MIN_WORDS:
        return  # nothing but a place and a day
    done: set[str] = set()
    for stated in each.dates:
        if kind is None or stated.edtf in done or not _is_of_an_event(stated):
            continue
        done.add(stated.edtf)
        yield DraftedEvent(
            id=_event_id(stated, each, taken),
            date=stated.edtf,
            stated=stated.words,
            status=_status(stated, issued),
            references=tuple(_references(each, kind, dossier)),
            quotation=quotation,
        )


def _beside_dates(each: Read) -> str:
    """The sentence without the words of its dates."""
    text = each.sentence.text
    for stated in each.dates:
        text = text.replace(stated.words, " ")
    return text


def _is_of_an_event(stated: StatedDate) -> bool:
    """Not of a name, as in "the 1956 declaration", and not as wide as a decade."""
    parsed = edtf.parse(stated.edtf) if stated.edtf else None
    return (
        isinstance(parsed, edtf.Date) and parsed.precision not in _TOO_COARSE and not stated.is_part_of_name
    )


def _status(stated: StatedDate, issued: Issued) -> str:
    found, day = edtf.parse(stated.edtf), edtf.parse(issued.edtf) if issued.edtf else None
    is_later = isinstance(found, edtf.Date) and isinstance(day, edtf.Date) and edtf.is_after(found, day)
    is_earlier = isinstance(found, edtf.Date) and isinstance(day, edtf.Date) and edtf.is_before(found, day)
    return "planned" if is_later or (stated.is_to_come and not is_earlier) else "happened"


def _event_id(stated: StatedDate, each: Read, taken: set[str]) -> str:
    """The date, and what the sentence says first; its number where that has no Latin letters."""
    day = re.match(r"\[?(\d{4}(?:-\d\d){0,2})", stated.edtf)
    text = _beside_dates(each).lower()
    words = [word for word in re.findall(r"[a-z]{2,}", text) if word not in SMALL]
    is_latin = len(re.findall(r"[a-z]", text)) * 2 > sum(character.isalpha() for character in text)
    about = words[:_WORDS_IN_ID] if is_latin and words else ["sentence", str(each.sentence.number)]
    wanted = "-".join([day[1] if day else "undated", *about])[:90].strip("-")
    found, number = wanted, 2
    while found in taken:
        found, number = f"{wanted}-{number}", number + 1
    return found


def _references(each: Read, kind: Kind, dossier: Dossier) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The known names in the sentence, each under the first field of an event that may lead to its kind."""
    named = [dossier.sheets[sheet] for sheet in dict.fromkeys(hit.sheet for hit in each.names)]
    for declared in kind.fields.values():
        if declared.type is FieldType.REFERENCES and "event" not in declared.to:
            fitting = [sheet for sheet in named if set(sheet.kind.lineage) & set(declared.to)]
            named = [sheet for sheet in named if sheet not in fitting]
            if fitting:
                yield declared.name, tuple(sheet.id for sheet in fitting)


def _claim(each: Read, quotation: Quotation, issued: Issued, dossier: Dossier) -> DraftedClaim:
    speaker = each.speech.speaker if each.speech else None
    by = speaker if speaker and "actor" in dossier.sheets[speaker].kind.lineage else ""
    return DraftedClaim(by, _subject(each, by, dossier), _when(each, issued), quotation)


def _when(each: Read, issued: Issued) -> str:
    """The day on which it was said, where of the days that the sentence states one alone can be it."""
    anchor = issued.anchor
    said = {stated.edtf for stated in each.dates if stated.edtf and not stated.is_to_come}
    recent = [text for text in said if anchor and _is_recent(text, anchor.day)]
    return recent[0] if len(recent) == 1 else ""


def _is_recent(text: str, issued: date) -> bool:
    parsed = edtf.parse(text)
    if (
        not isinstance(parsed, edtf.Date)
        or parsed.precision is not Precision.DAY
        or parsed.earliest != parsed.latest
    ):
        return False
    return parsed.earliest is not None and abs(issued - date(*parsed.earliest)) <= _RECENT


def _subject(each: Read, by: str, dossier: Dossier) -> str:
    """What a claim is most likely about: of what the sentence names, an actor last, and the speaker only if alone."""
    named = [dossier.sheets[sheet] for sheet in dict.fromkeys(hit.sheet for hit in each.names)]
    entities = [sheet for sheet in named if sheet.kind.role is KindRole.ENTITY and sheet.id != by]

    def rank(sheet: Sheet) -> int:
        return "actor" in sheet.kind.lineage

    best = min(entities, key=rank, default=None)
    return best.id if best else by
