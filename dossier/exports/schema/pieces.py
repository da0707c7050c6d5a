"""Pieces of JSON Schema (draft 7), with the keywords that yaml-language-server adds. Knows no sheet.

YAML as editors read it gives types to plain scalars, the compiler does not: `1956` and `true` are text to it. So what
is text here may also be read as a number or as true or false.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from dossier.pages.markdown import escape

__all__ = ["Schema", "choices", "described", "offered", "one_or_many", "pattern", "record", "snippet", "text"]

Schema: TypeAlias = "dict[str, object]"

# Numbers as YAML 1.2 reads them (core schema, section 10.3.2), as far as an id can look like one.
_DECIMAL = re.compile(r"[0-9]+(e-?[0-9]+)?", re.ASCII)
_OTHER_BASE = re.compile(r"0x[0-9a-f]+|0o[0-7]+", re.ASCII)
_PLAIN = re.compile(r"[^\W\d_][\w ()/.-]*[\w).]")  # needs no quotation marks in YAML, wherever it stands
_SPECIAL_IN_SNIPPET = re.compile(r"[\\$}]")
_WORDS: Mapping[str, object] = {"true": True, "false": False, "null": None}


def text(fault: str) -> Schema:
    """Any single value. `fault` says what to write instead of a list, fields or nothing.

    True and false are allowed without being named as a type, for editors would offer them.
    """
    neither = {"type": ["string", "number", "array", "object", "null"]}
    return {"anyOf": [{"type": ["string", "number"], "errorMessage": fault}, {"not": neither}]}


def pattern(expression: str, fault: str, *, number: bool = True) -> Schema:
    """A single value of a form (a regular expression for the whole of it); where `number`, any number will do, too."""
    return {
        "type": ["string", "number"] if number else "string",
        "pattern": rf"^\s*(?:{expression})\s*$",
        "patternErrorMessage": fault,
        "errorMessage": fault,
    }


def choices(known: Mapping[str, str], fault: str = "") -> Schema:
    """One of some words, each with what it is, however YAML reads it. There may be none to choose from.

    What it is goes to the screen as Markdown, and is escaped where it is not that.
    """
    if not known:  # an enumeration of nothing would be no schema
        return pattern("(?!)", fault or "There is nothing to choose from.", number=False)
    read = {
        json.dumps(value): (value, word) for word in known for value in _as_read(word)
    }  # 10 and 010 are one number
    schema: Schema = {
        "enum": [*known, *(value for value, _ in read.values())],
        "markdownEnumDescriptions": [
            escape(known[word]) for word in (*known, *(word for _, word in read.values()))
        ],
    }
    return {**schema, "errorMessage": fault} if fault else schema


def _as_read(word: str) -> Iterable[object]:
    """What YAML makes of a plain word, where that is no string."""
    if word in _WORDS:
        yield _WORDS[word]
    elif _OTHER_BASE.fullmatch(word):
        yield int(word, 0)
    elif _DECIMAL.fullmatch(word) and math.isfinite(number := float(word)):
        yield int(word) if word.isdecimal() else int(number) if number.is_integer() else number


def record(
    properties: Mapping[str, Schema], required: Sequence[str] = (), fault: str = "", **more: object
) -> Schema:
    """Fields, and no others than these. `fault` says what to write instead of a list or a single value."""
    needed: Schema = {"required": list(required)} if required else {}
    kept: Schema = {"type": "object", **needed}
    if fault:
        # Apart, and the type in a list: else the server puts its own words for the fault, or these for every fault
        # within; and it would offer to fill in what is required, indented wrongly in a list.
        kept = {"allOf": [{"type": ["object"], "errorMessage": fault}, *([needed] if needed else [])]}
    return {**kept, "properties": dict(properties), "additionalProperties": False, **more}


def one_or_many(*schemas: Schema, **more: object) -> Schema:
    """What fits one of these, or a list of such."""
    item = schemas[0] if len(schemas) == 1 else {"anyOf": list(schemas)}
    return {"anyOf": [*schemas, {"type": "array", "items": item}], **more}


def described(schema: Schema, words: str, **more: object) -> Schema:
    """The same, with what a person is told of it."""
    return {**schema, "description": words, **more}


def offered(schema: Schema, words: Iterable[str]) -> Schema:
    """The same, with words that are offered and bind nobody."""
    ready = [{"label": word, "body": _SPECIAL_IN_SNIPPET.sub(r"\\\g<0>", _as_yaml(word))} for word in words]
    return {"anyOf": [schema, {"type": "string", "defaultSnippets": ready}]} if ready else schema


def _as_yaml(word: str) -> str:
    return word if _PLAIN.fullmatch(word) else json.dumps(word, ensure_ascii=False)


def snippet(label: str, words: str, body: object) -> Schema:
    """Something ready to be filled in: `$1` is the first gap of the body."""
    return {"label": label, "description": words, "body": body}
