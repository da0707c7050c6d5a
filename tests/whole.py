"""A dossier that has every field there is, each with a word of its own; any of them may be given another text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256

__all__ = ["ARTICLE", "FIELDS", "PROSE", "files", "word"]

PROSE = ("summary", "body", "claim", "section", "hand_page")
FIELDS = (
    *(
        "title",
        "description",
        "section_title",
        "name",
        "name_ru",
        "alias",
        "fact",
        "fact_note",
        "role",
        "when_note",
    ),
    *(
        "place",
        "as_stated",
        "inferred",
        "locator",
        "source_title",
        "publisher",
        "author",
        "issued_note",
        "held_title",
    ),
    *(
        "kind_label",
        "kind_plural",
        "kind_about",
        "field_label",
        "choice_label",
        "fact_label",
        "unit",
        "event_label",
    ),
    *("relation_label", "relation_reverse"),
    *("topic_label",),
)
ARTICLE = "A zebra crossed the road at noon. {text} It was seen by the guard."

_TEMPLATES = {
    "content/briefing.yml": """
title: $title
description: $description
as_of: 2001-02-03
updated: 2002-02-03
sections: [{title: $section_title, body: $section}]
topics: {thing: $topic_label}
""",
    "content/actors/thing.yml": """
name: $name
names: {ru: $name_ru}
aliases: [$alias]
formerly: [old-thing]
type: state
summary: $summary
body: $body
facts:
  seat: {value: $fact, note: $fact_note, as_of: 1999, cite: {source: book, locator: $locator}}
relations:
  holds_office: {to: other, as: $role, note: $when_note, when: 1999, cite: {inferred: $inferred}}
claims:
  - {id: one, text: $claim, by: other, topic: thing, status: contested, cite: book}
  - {id: two, text: Nobody agrees, topic: thing, cite: {source: held, quote: zebra crossed the road}}
""",
    "content/actors/other.yml": """
name: Qother
type: person
summary: '[[thing|it]] and [[boat]] [@book]'
""",
    "content/events/day.yml": """
name: Qday
date: 2000-01-01
date_as_stated: $as_stated
status: happened
place: $place
actors: [thing, other]
cite: {source: held, quote: zebra crossed the road}
""",
    "content/sources/book.yml": """
type: book
title: $source_title
publisher: $publisher
author: $author
issued_note: $issued_note
language: en
reliability: press
""",
    "content/sources/held.yml": """
type: book
title: $held_title
publisher: Qpress
language: en
reliability: press
text: seeds/held.txt
sha256: $sha256
publish: full
""",
    "content/kinds/boat.yml": """
label: $kind_label
plural: $kind_plural
about: $kind_about
folder: boats
fields:
  type: {type: choice, label: $field_label, choices: {one: {label: $choice_label}}}
  form: {type: choice, label: $field_label, choices: {one: {label: $choice_label}}}
facts:
  mass: {type: number, label: $fact_label, unit: $unit}
  built: {type: date, label: Built, event: $event_label}
relations:
  owner: {label: $relation_label, reverse: $relation_reverse, to: [actor]}
""",
    "content/boats/boat.yml": """
name: Qboat
type: one
form: one
facts: {mass: {value: 12, cite: book}, built: {value: 1990, cite: book}}
relations: {owner: {to: thing, cite: book}}
""",
    "content/pages/note.md": "# Qnote\n\n$hand_page\n",
}


def word(field: str) -> str:
    """The word that stands in a field; no other field has it, and no name is part of it."""
    return f"Q{field.replace('_', '')}q"


def files(texts: Mapping[str, str], article: str = "") -> dict[str, bytes]:
    """The dossier, with these texts in the fields named; `article` stands inside the text of a source."""
    seed = ARTICLE.format(text=article).encode()
    values = {field: texts.get(field, word(field)) for field in (*FIELDS, *PROSE)}
    values |= {field: f"{values[field]} [@book]" for field in PROSE}
    values["sha256"] = sha256(seed).hexdigest()
    written = {path: _filled(template, values, path) for path, template in _TEMPLATES.items()}
    return {**written, "seeds/held.txt": seed}


def _filled(template: str, values: Mapping[str, str], path: str) -> bytes:
    for field in sorted(
        values, key=len, reverse=True
    ):  # no name of a field is taken for the start of a longer one
        value = values[field] if path.endswith(".md") else json.dumps(values[field], ensure_ascii=False)
        template = template.replace(f"${field}", value.replace("$", "\uffff"))
    return template.replace("\uffff", "$").encode()
