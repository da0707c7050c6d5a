"""One group of islands as twenty sheets and a held report. Owns who leads to whom, and every number in them.

Equal numbers give equal files: what looks like chance is drawn from a generator seeded with the group and the sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from random import Random
from string import Template
from textwrap import fill

from benchmarks.cast import CAST, Member
from benchmarks.names import MOST, invent
from benchmarks.prose import paragraph

__all__ = ["LARGEST", "SHEETS", "group_files"]

SHEETS = len(CAST)
"""How many sheets a group has."""

_TEMPLATES = Path(__file__).parent / "templates"
_GIVEN = ("Alma", "Bo", "Carin", "Dag", "Edda", "Finn", "Greta", "Hauk", "Ida", "Jon", "Kaia", "Leif", "Mona")
_MONTHS = ("March", "April", "May", "June", "July")
_PLACES = ("a", "b", "c", "g")
_PERSONS = ("p", "q")
_NAMES_EACH = len(_PLACES) + len(_PERSONS)
_WIDTH = 110
_GROUPS_OF_A_SOUND = 3  # which have their matters of dispute in common: five topics for sixty sheets
_WIDE, _NEAR = 3, 0.2  # degrees at most from the middle of a sound to a group, and from there to an island

LARGEST = SHEETS * (MOST // _NAMES_EACH)
"""The most sheets for which there are names."""

Terms = Mapping[str, str]


def group_files(number: int, groups: int) -> Iterator[tuple[str, bytes]]:
    """Return the files of one group out of so many, by their paths."""
    near = {f"near_{word}": text for word, text in _terms((number + 1) % groups).items()}
    terms = {**near, **_terms(number)}
    report = _report(number, terms)
    terms |= {"text": f"seeds/{terms['report']}.txt", "sha256": sha256(report).hexdigest()}
    yield terms["text"], report
    for member in CAST:
        sheet = _template(member.template).substitute(terms, **_own(member, number, terms))
        yield f"content/{member.folder}/{terms[member.key]}.yml", sheet.encode()


@cache
def _terms(number: int) -> dict[str, str]:
    """The words of a group: its places and persons in three scripts, and the id and the name of each sheet."""
    terms: dict[str, str] = {}
    for offset, word in enumerate((*_PLACES, *_PERSONS)):
        name = invent(number * _NAMES_EACH + offset)
        is_person = word in _PERSONS
        terms[word] = name.latin + ("nsen" if is_person else "")
        terms[f"{word}_ru"] = name.cyrillic + ("нсен" if is_person else "")
        terms[f"{word}_ja"] = name.kana + ("ンセン" if is_person else "")
        terms[f"{word}_given"] = _GIVEN[(number + offset) % len(_GIVEN)]
    for member in CAST:
        name_of_sheet = Template(member.name).substitute(terms)
        terms |= {member.key: _id(name_of_sheet), f"{member.key}_name": name_of_sheet}
    return terms


def _id(name: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", name.lower()))


@cache
def _template(name: str) -> Template:
    return Template((_TEMPLATES / f"{name}.yml").read_text("utf-8"))


def _own(member: Member, number: int, terms: Terms) -> dict[str, str]:
    """What the template of one sheet asks for and the group does not say."""
    chance = Random(f"{number}/{member.key}")
    numbers = _numbers(chance) | _place(number, chance)
    said = {name: Template(getattr(member, name)).substitute(terms) for name in ("name", "ru", "ja", "said")}
    return {
        **numbers,
        **{name: Template(text).substitute(terms, **numbers) for name, text in member.own.items()},
        **said,
        "self": terms[member.key],
        "title": said["name"],
        "prose": _indented(paragraph(chance, 6)),
        "more": _indented(paragraph(chance, 5)),
    }


def _numbers(chance: Random) -> dict[str, str]:
    year, area = chance.randint(1960, 2016), chance.randint(200, 9_000)
    return {
        "founded": str(chance.randint(1890, 1950)),
        "year": str(year),
        "date": f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        "day": f"{chance.randint(1, 28):02}",
        "number": str(chance.randint(2, 9)),
        "percent": str(chance.randint(5, 45)),
        "area": f"{area / 100:.2f}",
        "smaller": f"{area / 110:.2f}",
        "people": str(chance.randint(40, 4_000)),
        "height": str(chance.randint(12, 400)),
        "month": chance.choice(_MONTHS),
        "planned": f"{chance.randint(2020, 2040)}-{chance.randint(1, 12):02}",
    }


def _place(number: int, chance: Random) -> dict[str, str]:
    """Where something of a group lies: in which sound, and near the rest of the group."""
    sound = number // _GROUPS_OF_A_SOUND + 1
    in_sound, in_group = Random(f"sound {sound}"), Random(f"{number}/place")
    latitude, longitude = in_sound.uniform(-60, 60), in_sound.uniform(-170, 170)
    for each, far in ((in_group, _WIDE), (chance, _NEAR)):
        latitude, longitude = latitude + each.uniform(-far, far), longitude + each.uniform(-far, far)
    return {"sound": str(sound), "latitude": f"{latitude:.3f}", "longitude": f"{longitude:.3f}"}


def _indented(text: str) -> str:
    return fill(text, _WIDTH, initial_indent="  ", subsequent_indent="  ")


def _report(number: int, terms: Terms) -> bytes:
    """The report that a group's sheets quote: a headline, then a paragraph for each sheet it speaks of."""
    chance = Random(f"{number}/report")
    said = (Template(member.said).substitute(terms) for member in CAST if member.said)
    paragraphs = (f"{sentence}. {paragraph(chance, 2)}" for sentence in said)
    return ("\n\n".join([terms["report_name"], *paragraphs]) + "\n").encode()
