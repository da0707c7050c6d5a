"""Slips that can be put right in one safe way, which changes nothing of what is meant; and the edits that do it.

Owns the choice: what two people could put right in two ways has no remedy. What the slips are called and who finds them
does not matter here: a remedy is made of the finding's code and place, and of the lines around it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from dossier.diagnostics import Diagnostic, Edit
from dossier.strict_yaml.source import Source
from dossier.strict_yaml.spots import Spot

__all__ = ["with_remedies"]

_INVISIBLE = "\u200b\u2060\ufeff\xad"  # they part or join syllables and lines; the others may change a word
_MOST_MARKS = 30  # on a letter; normalizing a long run takes time that grows with its square
_KEY_BEFORE = re.compile(r"(?:^ *(?:- +)*|[{,] *)[a-z][a-z0-9_-]*$")
_INDENTED_BY_SPACES = re.compile(r"^ +\S", re.MULTILINE)
_WIDE_SPACES = re.compile(r"[^\S\n]+")
_LIST_MARK = re.compile(r"[–—−‒―ー－•·▪◦*](?=\s)|-(?= )")
_CURLY = re.compile(
    r"(?:[“”„‟＂](?P<double>[^\"\\\n“”„‟＂]*)[“”„‟＂]|[‘’‚‛](?P<single>[^\"\\\n‘‚‛“”]*)[’‘])(?= *(?P<end>[,\]}]|$))"
)
_WIDE_LIST = re.compile(r"［(?P<ids> *[a-z0-9-]+(?: *[,，、] *[a-z0-9-]+)* *)］ *$")
_COMMA_OF_IDS = re.compile(r"(?<=[a-z0-9])[、，;；] *(?=[a-z0-9])")
_CITATION = re.compile(r"\[@(?P<source>[a-z0-9-]+)(?: (?P<quote>\"[^\"\\]*\"))?\]")


class _Change(NamedTuple):
    """A stretch of the text, as indices into it, and what belongs there instead."""

    start: int
    end: int
    text: str


def with_remedies(found: Iterable[Diagnostic], source: Source) -> tuple[Diagnostic, ...]:
    """The findings on a text, each with its remedy where it has one."""
    return tuple(
        replace(each, remedy=_remedy(each, source)) if each.code in _REMEDIES else each for each in found
    )


def _remedy(each: Diagnostic, source: Source) -> tuple[Edit, ...]:
    span = each.span
    start, end = (
        source.lines[line - 1] + column - 1
        for line, column in ((span.line, span.column), (span.end_line, span.end_column))
    )
    changes = _REMEDIES[each.code](Spot(source, start, end))
    return tuple(Edit(source.span(change.start, change.end), change.text) for change in changes)


def _without_mark(place: Spot) -> list[_Change]:
    """A byte order mark is not counted among the characters of a file; any edit takes it away."""
    return [_Change(place.start, place.start, "")]


def _normalized(place: Spot) -> list[_Change]:
    if len(place.found) > _MOST_MARKS:
        return []
    normal = unicodedata.normalize("NFC", place.found)
    return [_Change(place.start, place.end, normal)] if normal != place.found else []


def _deleted(place: Spot) -> list[_Change]:
    return [_Change(place.start, place.end, "")] if place.found and place.found in _INVISIBLE else []


def _tabs_to_steps(place: Spot) -> list[_Change]:
    """Two spaces for each tab, in a file that has no other indentation which these could be meant to match."""
    if not place.found.startswith("\t") or _INDENTED_BY_SPACES.search(place.source.text):
        return []
    return [_Change(place.start, place.end, place.found.replace("\t", "  "))]


def _tab_to_space(place: Spot) -> list[_Change]:
    return [_Change(place.start, place.end, " ")] if place.found.startswith("\t") else []


def _ordinary_space(place: Spot) -> list[_Change]:
    run = _WIDE_SPACES.match(place.source.text, place.start)
    if run and place.before.rstrip(" ").endswith((":", "-")):
        return [_Change(place.start, run.end(), " ")]
    if run and place.before.strip(" -") and place.source.text[run.end() : run.end() + 1] == ":":
        return [_Change(place.start, run.end(), "")]
    return []


def _colon(place: Spot) -> list[_Change]:
    gap = "" if place.after[1:2] in ("", " ") else " "
    return [_Change(place.start, place.end, f":{gap}")] if _KEY_BEFORE.search(place.before) else []


def _space_after(place: Spot) -> list[_Change]:
    is_key = place.found == ":" and _KEY_BEFORE.search(place.before)
    is_item = place.found == "-" and not place.before.strip(" ") and not place.after[1:2].isdigit()
    return [_Change(place.end, place.end, " ")] if is_key or is_item else []


def _hyphen(place: Spot) -> list[_Change]:
    """A hyphen for another dash or a bullet, where there are several such lines."""
    line = place.line
    beside = any(
        each.indent == line.indent and _LIST_MARK.match(each.text, each.indent) for each in place.neighbours()
    )
    mark = place.found[:1]
    is_mark = mark != "-" and _LIST_MARK.match(place.after)
    return [_Change(place.start, place.start + 1, "-")] if beside and is_mark else []


def _straight_quotes(place: Spot) -> list[_Change]:
    pair = _CURLY.match(place.after)
    if pair is None or (not pair["end"] and place.goes_on):
        return []
    last = place.start + pair.end() - 1
    return [_Change(place.start, place.start + 1, '"'), _Change(last, last + 1, '"')]


def _ordinary_list(place: Spot) -> list[_Change]:
    whole = _WIDE_LIST.match(place.after)
    if whole is None or place.goes_on:
        return []
    ids = ", ".join(re.findall("[a-z0-9-]+", whole["ids"]))
    return [_Change(place.start, place.start + len(whole[0].rstrip()), f"[{ids}]")]


def _ordinary_comma(place: Spot) -> list[_Change]:
    comma = _COMMA_OF_IDS.match(place.source.text, place.start)
    return [_Change(place.start, comma.end(), ", ")] if comma else []


def _in_quotes(place: Spot) -> list[_Change]:
    """The whole value of a line in quotes."""
    line = place.line
    value = line.value.rstrip(" ")
    if (
        not value
        or " #" in value
        or value[0] in "\"'|>]},"
        or place.goes_on
        or place.start < line.value_index
    ):
        return []
    mark = next((mark for mark in "\"'" if mark not in value and (mark == "'" or "\\" not in value)), "")
    return [_Change(line.value_index, line.value_index + len(value), f"{mark}{value}{mark}")] if mark else []


def _quoted_text(place: Spot) -> list[_Change]:
    """In quotes, unless it stands between brackets: there a comma may be missing instead."""
    return [] if place.line.value[:1] in ("{", "[") else _in_quotes(place)


def _quoted_if_whole(place: Spot) -> list[_Change]:
    return _in_quotes(place) if place.start == place.line.value_index else []


def _below_sign(place: Spot) -> list[_Change]:
    """Text that starts with a link goes below `>-`, where brackets mean nothing; a citation under `cite` loses them."""
    line, parent = place.line, place.parent
    if place.start != line.value_index or place.goes_on or " #" in line.value or place.is_in_block:
        return []
    above = parent.key if parent and not line.key and not parent.value.strip() else ""
    if "cite" in (line.key, above):
        return _cite(place)
    if not line.key and not line.lead.strip():
        return []
    indent = " " * (len(line.lead) + (2 if line.key else 0))
    return [_Change(place.start, place.start, f">-\n{indent}")]


def _cite(place: Spot) -> list[_Change]:
    written = _CITATION.fullmatch(place.after.rstrip())
    if written is None:
        return []
    cite = (
        f"{{source: {written['source']}, quote: {written['quote']}}}"
        if written["quote"]
        else written["source"]
    )
    return [_Change(place.start, place.start + len(written[0]), cite)]


def _doubled(place: Spot) -> list[_Change]:
    """Two backslashes for one that starts no escape, where it stands alone: beside others, those may be meant so."""
    return [_Change(place.start, place.start, "\\")] if place.line.text.count("\\") == 1 else []


_REMEDIES: Mapping[str, Callable[[Spot], list[_Change]]] = {
    "byte-order-mark": _without_mark,
    "curly-quotes": _straight_quotes,
    "full-width-colon": _colon,
    "invisible-character": _deleted,
    "list-mark": _hyphen,
    "missing-space": _space_after,
    "not-nfc": _normalized,
    "odd-comma": _ordinary_comma,
    "reserved-start": _quoted_if_whole,
    "tab-in-text": _tab_to_space,
    "tab-indents-line": _tabs_to_steps,
    "unknown-escape": _doubled,
    "unquoted-colon": _quoted_text,
    "unquoted-link": _below_sign,
    "unusual-space": _ordinary_space,
    "wide-bracket": _ordinary_list,
}
