"""What a dossier knows already, as words an editor can offer: ids of sheets, claims, topics, shapes, languages.

Owns what is said of each. An editor shows it as Markdown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from dossier.citations import ID
from dossier.exports.schema.pieces import Schema, choices, pattern
from dossier.graph.plain import plain
from dossier.kinds import Kind
from dossier.model import Dossier, Sheet
from dossier.model.wording import say_value
from dossier.pages.markdown import Markdown, escape
from dossier.prose import Prose

__all__ = ["LANGUAGE", "Known", "form"]

_LONGEST = 160  # characters of a name or a summary: enough to tell one thing from another
_REPEATED = 2  # what two sheets say is offered to a third
_OFFERED = 100
LANGUAGE = "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}"  # as `is_language_tag` has it
_ID = "[a-z0-9]+(-[a-z0-9]+)*"  # as `ID` has it, but for the length
_MADE_ID = "claim-[0-9a-f]{8}"  # what a claim without an id of its own is called


def form(name: str) -> Schema:
    """A value of a form that does not depend on the dossier: "id" or "language"."""
    if name == "id":
        return pattern(_ID, "An id has lower-case letters a-z, digits, and single hyphens between words.")
    return pattern(LANGUAGE, "Write a language code such as en, ru, ja or ja-Latn.", number=False)


class Known:
    """What one dossier knows."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier

    @cached_property
    def _said(self) -> dict[str, str]:
        """Every sheet's id, with what it is."""
        said = dict.fromkeys(self._dossier.unreadable, "Its file cannot be read at present.")
        said |= {sheet_id: self._say(sheet) for sheet_id, sheet in self._dossier.sheets.items()}
        return dict(sorted(said.items()))

    def kinds(self, wanted: Sequence[str]) -> list[str]:
        """The kinds of this dossier that are one of these kinds or roles, or extend one; all, where none is wanted."""
        return sorted(kind.id for kind in self._dossier.kinds if not wanted or _is_of(kind, wanted))

    def sheets(self, kinds: Sequence[str]) -> Schema:
        """The id of a sheet of exactly these kinds, or of one that cannot be read."""
        sheets = self._dossier.sheets
        fitting = {
            sheet_id: said
            for sheet_id, said in self._said.items()
            if sheet_id not in sheets or sheets[sheet_id].kind.id in kinds
        }
        what = " or ".join(kinds) or "sheet"
        return choices(
            fitting, f'No {what} of this dossier has this id. Is it new? Then run "dossier schema".'
        )

    def topics(self) -> Schema:
        """A topic of claims: one that the briefing gives a label; where it labels none, any, and those in use."""
        briefing = self._dossier.briefing
        if briefing and briefing.topics:
            labels = {topic.id: topic.label for topic in briefing.topics}
            return choices(labels, 'No topic under "topics" in content/briefing.yml is called this.')
        return _offered(form("id"), self.topics_in_use)

    @cached_property
    def topics_in_use(self) -> dict[str, str]:
        """The topics of claims, each with how many claims it has."""
        claims = (claim for sheet in self._dossier.sheets.values() for claim in sheet.claims)
        return _counted((claim.topic for claim in claims if claim.topic), "claim")

    def claims(self) -> Schema:
        """A claim of another sheet, as `sheet#claim`; one of the sheet itself by its id, which is not known here."""
        said: dict[str, str] = {}
        for sheet_id, sheet in sorted(self._dossier.sheets.items()):
            for claim in sheet.claims:
                if not re.fullmatch(_MADE_ID, claim.id):
                    said[f"{sheet_id}#{claim.id}"] = self._first_words(claim.text)
        here = pattern(
            f"{_ID}|{_ID}#{_MADE_ID}",
            "Write the id of a claim of this sheet, or of another: its-id#claim-id.",
        )
        return _offered(here, said)

    def shapes(self) -> Schema:
        """The id of a feature in `content/geo`."""
        shapes = {
            shape.id: shape.properties.get("name", "A shape in content/geo.")
            for shape in self._dossier.shapes.values()
            if ID.fullmatch(shape.id)
        }
        return choices(shapes, "No feature in content/geo has this id.")

    @cached_property
    def languages(self) -> dict[str, str]:
        """The languages of names and sources, each with how often it is used."""
        tags = [name.language for sheet in self._dossier.sheets.values() for name in sheet.names]
        tags += [sheet.text("language") for sheet in self._dossier.sheets.values() if sheet.is_source]
        tags.append(self._dossier.language)
        return _counted(
            (tag for tag in tags if re.fullmatch(LANGUAGE, tag)), "name or source", "names and sources"
        )

    def language(self) -> Schema:
        """A language tag."""
        return _offered(form("language"), self.languages)

    def repeated(self, kind_id: str, field: str) -> list[str]:
        """What several sheets of a kind say in a field of words, in order."""
        found = (
            sheet.value(field) for sheet in self._dossier.sheets.values() if kind_id in sheet.kind.lineage
        )
        return _repeated(say_value(value) for value in found if value)

    def roles(self, relation: str) -> list[str]:
        """As what several relations of a type lead to something, in order."""
        return _repeated(self._roles.get(relation, ()))

    @cached_property
    def _roles(self) -> dict[str, list[str]]:
        roles: dict[str, list[str]] = {}
        for sheet in self._dossier.sheets.values():
            for relation in sheet.relations:
                roles.setdefault(relation.type.name, []).append(relation.role)
        return roles

    def _say(self, sheet: Sheet) -> Markdown:
        details = ", ".join(_details_of_source(sheet) if sheet.is_source else _details(sheet))
        said = f"**{escape(_shortened(sheet.name))}** ({escape(details)})"
        return Markdown(
            f"{said} {escape(self._first_words(sheet.summary))}".rstrip() if sheet.summary else said
        )

    def _first_words(self, prose: Prose) -> str:
        first = next(prose.paragraphs(), None)
        return _shortened(plain(first.inlines, self._dossier).text) if first else ""


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rpartition(' ')[0] or words[:_LONGEST]} …"


def _is_of(kind: Kind, wanted: Sequence[str]) -> bool:
    return kind.role in wanted or any(each in wanted for each in kind.lineage)


def _details(sheet: Sheet) -> list[str]:
    said = [sheet.kind.label]
    said += [value.label for name in ("type", "status") if (value := sheet.choice(name))]
    return said + ([date.text] if (date := sheet.date()) else [])


def _details_of_source(sheet: Sheet) -> list[str]:
    issued = sheet.date("issued")
    said = [sheet.text("publisher"), issued.text if issued else "", sheet.text("language")]
    held = "text held here: quote it" if sheet.text("text") else "text not held: no quotation"
    return [*filter(None, said), held]


def _counted(words: Iterable[str], one: str, many: str = "") -> dict[str, str]:
    counts = Counter(words)
    return {
        word: f"{count:,} {one if count == 1 else many or one + 's'}"
        for word, count in sorted(counts.items())
    }


def _offered(any_of: Schema, known: dict[str, str]) -> Schema:
    return {"anyOf": [any_of, choices(known)]} if known else any_of


def _repeated(words: Iterable[str]) -> list[str]:
    common = Counter(word for word in words if 0 < len(word) <= _LONGEST).most_common(_OFFERED)
    return sorted(word for word, count in common if count >= _REPEATED)
