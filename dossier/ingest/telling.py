"""What is told of an article that was taken in: for a person, and for a program. Owns the words and their order."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from dossier import edtf
from dossier.ingest.dates import StatedDate
from dossier.ingest.taking_in import Ingested
from dossier.model import Sheet

__all__ = ["tell", "tell_json"]

_MOST_CANDIDATES = 30
_MOST_SENTENCES = 12


def tell(taken: Ingested, sheets: Mapping[str, Sheet]) -> str:
    """Tell a person what was written, what the text names and which dates it states."""
    return "\n".join(
        [*_head(taken), *_named(taken, sheets), *_unknown(taken), *_dates(taken), *_drafts(taken)]
    )


def _head(taken: Ingested) -> Iterator[str]:
    yield f"{taken.title}"
    yield f"Taken in as the source {taken.source}:"
    yield from (f"  {path}" for path in taken.files)
    if taken.encoding:
        yield f"The text was in the encoding {taken.encoding}; look whether its letters are right."
    yield ""
    yield f"Issued: {taken.issued.edtf or 'not known'} — {taken.issued.note}"
    if not taken.issued.is_settled:
        yield "  This has to be settled by you: look for the date, and correct the sheet or run this again with --date."


def _named(taken: Ingested, sheets: Mapping[str, Sheet]) -> Iterator[str]:
    yield ""
    yield "Names in it that the dossier knows:"
    for sheet, numbers in taken.reading.mentions.items():
        yield f"  {sheets[sheet].name} ({sheet}): {_sentences(numbers)}"
    if not taken.reading.mentions:
        yield "  none"


def _unknown(taken: Ingested) -> Iterator[str]:
    unknown = taken.reading.unknown
    if not unknown:
        return
    yield ""
    yield "What may be names without a sheet:"
    for each in unknown[:_MOST_CANDIDATES]:
        times = f"{len(each.sentences)} times" if len(each.sentences) > 1 else "once"
        yield f"  {each.name}: {times}, {_sentences(list(dict.fromkeys(each.sentences)))}"
    if len(unknown) > _MOST_CANDIDATES:
        yield f"  … and {len(unknown) - _MOST_CANDIDATES} more"


def _dates(taken: Ingested) -> Iterator[str]:
    yield ""
    yield "Dates in it:"
    found = list(_stated(taken))
    for number, date in found:
        parsed = edtf.parse(date.edtf) if date.edtf else None
        said = f"{date.edtf} ({edtf.say(parsed)})" if isinstance(parsed, edtf.Date) else "not settled"
        yield f"  sentence {number}: “{date.words}” — {said}"
    if not found:
        yield "  none"


def _drafts(taken: Ingested) -> Iterator[str]:
    yield ""
    if not taken.drafts.events and not taken.drafts.claims:
        yield "Nothing was drafted: no sentence states a date or says plainly that somebody said something."
        return
    events, claims = len(taken.drafts.events), len(taken.drafts.claims)
    yield f"Drafted: {events} {'event' if events == 1 else 'events'}, {claims} {'claim' if claims == 1 else 'claims'}."
    if taken.drafts.last is not None:
        yield f"The text is long: what comes after sentence {taken.drafts.last} was not drafted."
    yield (
        f"Now open content/drafts/{taken.source}.yml: delete what you do not need, put the rest in your own words, "
        'and delete their lines "draft: true". Then run: dossier accept'
    )


def _stated(taken: Ingested) -> Iterator[tuple[int, StatedDate]]:
    return ((each.sentence.number, date) for each in taken.reading.sentences for date in each.dates)


def _sentences(numbers: list[int]) -> str:
    shown = ", ".join(str(number) for number in numbers[:_MOST_SENTENCES])
    shown += ", …" if len(numbers) > _MOST_SENTENCES else ""
    return f"sentence {shown}" if len(numbers) == 1 else f"sentences {shown}"


def tell_json(taken: Ingested) -> str:
    """Tell a program the same."""
    data = {
        "source": taken.source,
        "title": taken.title,
        "language": taken.language,
        "issued": {"edtf": taken.issued.edtf, "note": taken.issued.note, "settled": taken.issued.is_settled},
        "files": list(taken.files),
        "known": [{"id": sheet, "sentences": numbers} for sheet, numbers in taken.reading.mentions.items()],
        "unknown": [
            {"name": each.name, "count": len(each.sentences), "sentences": list(each.sentences)}
            for each in taken.reading.unknown
        ],
        "dates": [
            {"sentence": number, "words": date.words, "edtf": date.edtf} for number, date in _stated(taken)
        ],
        "drafts": {"events": len(taken.drafts.events), "claims": len(taken.drafts.claims)},
    }
    return json.dumps(data, ensure_ascii=False, indent=2)
