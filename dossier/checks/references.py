"""Checks on ids: that each leads to a sheet, and to one of the right kind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from dossier.checks.subject import Subject
from dossier.citations import ID
from dossier.diagnostics import Check, Edit, Finding, Related, check
from dossier.graph import Use
from dossier.graph.plain import plain
from dossier.kinds import FieldType
from dossier.model import TextValue
from dossier.model.wording import say_value
from dossier.prose import Heading
from dossier.suggestions import did_you_mean

__all__ = ["CHECKS"]

_FORMER_IDS = 50
_SUGGESTIONS = 100  # looking for the nearest id is dear; a dossier with more faults than this has one cause


@check()
def unknown_reference(subject: Subject) -> Iterator[Finding]:
    """An id leads nowhere: no sheet has it.

    Bad:

        actors: [sergei-lavrov]

    Good:

        actors: [sergey-lavrov]
    """
    suggested = 0
    renamed = {old.id: sheet.id for sheet in subject.dossier.sheets.values() for old in sheet.formerly}
    for use in subject.graph.uses:
        wanted = use.reference.id
        if _is_misspelt(use):
            continue
        if wanted in subject.dossier.sheets or wanted in subject.dossier.unreadable:
            continue
        now = renamed.get(wanted)
        if now:
            hint = f'It is now called "{now}".'
        else:
            suggested += 1
            hint = _nearest(use, subject) if suggested <= _SUGGESTIONS else ""
        problem = f'there is no sheet "{wanted}" for {use.purpose}'
        yield Finding(
            use.reference.place.span, problem, hint, remedy=_remedy(use, now or wanted.lower(), subject)
        )


def _remedy(use: Use, meant: str, subject: Subject) -> tuple[Edit, ...]:
    """The id that a sheet has now, or the same in small letters: where there is such a sheet, and it may stand here."""
    place = use.reference.place.narrowed(use.reference.id)
    if meant in subject.dossier.sheets and _fits(use, meant, subject) and place.written == use.reference.id:
        return (Edit(place.span, meant),)
    return ()


def _is_misspelt(use: Use) -> bool:
    """Whether the id is not written as one, which is reported already."""
    place = use.reference.place
    return place.scalar.value[place.start : place.end].strip() != use.reference.id


def _nearest(use: Use, subject: Subject) -> str:
    fitting = [sheet.id for sheet in subject.dossier.sheets.values() if _fits(use, sheet.id, subject)]
    return did_you_mean(use.reference.id, fitting, "Write the id of a sheet that exists, or add the sheet.")


@check()
def single_bracket(subject: Subject) -> Iterator[Finding]:
    """The id of a sheet stands in single square brackets, where it is plain text and leads nowhere.

    Bad:

        text: Promised to Japan, with [habomai], once a peace treaty is signed.

    Good:

        text: Promised to Japan, with [[habomai]], once a peace treaty is signed.
    """
    for prose in subject.graph.prose.values():
        for paragraph in prose.paragraphs():
            scalar, start, end = paragraph.place
            for match in _SINGLE.finditer(scalar.value, start, end):
                if match[1] in subject.dossier.sheets:
                    problem = f'"{match[1]}" stands in single brackets, which make no link'
                    yield Finding(scalar.span_of(*match.span()), problem, f"Write [[{match[1]}]].")


_SINGLE = re.compile(r"(?<!\[)\[([a-z0-9]+(?:-[a-z0-9]+)*)\](?![\[(\]])")


@check()
def wrong_kind(subject: Subject) -> Iterator[Finding]:
    """An id leads to a sheet of a kind that does not belong there.

    Bad:

        claimed_by: {to: shikotan, cite: …}

    Good:

        claimed_by: {to: japan, cite: …}
    """
    for use in subject.graph.uses:
        sheet = subject.dossier.sheets.get(use.reference.id)
        if sheet and not _fits(use, sheet.id, subject):
            is_kind = f'"{sheet.id}" is of the kind {sheet.kind.id}'
            hint = f"It may lead to {' or '.join(use.kinds)}."
            kind = subject.dossier.kinds.get(use.kinds[0]) if len(use.kinds) == 1 else None
            if kind:
                hint += f" If it is one, its file belongs in content/{kind.folder}."
            yield Finding(use.reference.place.span, f"{is_kind}, which {use.purpose} cannot lead to", hint)


def _fits(use: Use, sheet_id: str, subject: Subject) -> bool:
    kind = subject.dossier.sheets[sheet_id].kind
    return not use.kinds or kind.role in use.kinds or any(each in use.kinds for each in kind.lineage)


@check()
def taken_address(subject: Subject) -> Iterator[Finding]:
    """A sheet says it was formerly called what another sheet is or was called; one address cannot lead to both.

    Bad:

        # habomai.yml
        formerly: [shikotan]

    Good:

        # habomai.yml
        formerly: [habomai-islets]
    """
    owners: dict[str, str] = {}
    for sheet in subject.dossier.sheets.values():
        if len(sheet.formerly) > _FORMER_IDS:
            hint = "Keep those that somebody may have linked to."
            problem = f"{len(sheet.formerly):,} former ids; at most {_FORMER_IDS} are kept alive"
            yield Finding(sheet.formerly[0].place.span, problem, hint)
        for old in sheet.formerly:
            if old.id == "index":
                hint = "Take it out of this list."
                yield Finding(old.place.span, '"index" leads to a list of sheets already', hint)
            other = old.id if old.id in subject.dossier.sheets else owners.get(old.id)
            if other:
                first = Related(subject.dossier.sheets[other].place.span, "the other sheet")
                hint = "Take the id out of this list, or rename the other sheet."
                yield Finding(
                    old.place.span, f'"{old.id}" leads to the sheet "{other}" already', hint, (first,)
                )
            owners.setdefault(old.id, sheet.id)


@check()
def taken_anchor(subject: Subject) -> Iterator[Finding]:
    """A heading or a name would take the place on the page that belongs to a statement or a sentence.

    A heading's place is made of its words. Where that is also the place of a piece of evidence, links to the evidence
    would end at the heading.

    Bad:

        body: |
          # Claimed by Japan

    Good:

        body: |
          # Who claims it
    """
    for (page, _), prose in subject.graph.prose.items():
        own = {statement.anchor for statement in subject.graph.of_sheet.get(page, ())}
        own |= {f"cite-{anchor}" for anchor in own}
        for block in prose.blocks:
            if isinstance(block, Heading):
                words = plain(block.inlines, subject.dossier).text
                if _slug(words) in own or _SENTENCE.fullmatch(_slug(words)):
                    yield Finding(block.place.span, _TAKEN.format(words), "Word the heading differently.")
    for sheet in subject.dossier.sheets.values():
        if _SENTENCE.fullmatch(_slug(sheet.name)):
            yield Finding(sheet.place.span, _TAKEN.format(sheet.name), "Say more of what it is.")


_SENTENCE = re.compile(r"s\d+|__search|dossier-search")
_TAKEN = '"{}" would take the place of evidence on the page'


def _slug(words: str) -> str:
    """The place Python-Markdown gives a heading (its `toc` extension, `slugify`)."""
    plain_letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain_letters).strip().lower())


@check()
def unknown_shape(subject: Subject) -> Iterator[Finding]:
    """A fact names a shape that no file in `content/geo` holds.

    Bad:

        outline: shikotann

    Good:

        outline: shikotan
    """
    for sheet in subject.dossier.sheets.values():
        for fact in sheet.facts:
            is_shape = fact.field.type is FieldType.GEOMETRY and isinstance(fact.value, TextValue)
            name = say_value(fact.value) if is_shape else ""
            if name and name not in subject.dossier.shapes:
                known = [shape for shape in subject.dossier.shapes if ID.fullmatch(shape)]
                hint = did_you_mean(name, known, "Add a feature of that id to a file in content/geo.")
                yield Finding(fact.place.span, f'there is no shape "{name}" in content/geo', hint)


CHECKS: tuple[Check[[Subject]], ...] = (
    unknown_reference,
    single_bracket,
    wrong_kind,
    taken_address,
    taken_anchor,
    unknown_shape,
)
