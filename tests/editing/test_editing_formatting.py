"""Sheets are laid out in one way, which changes nothing of what they say and loses no comment."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
import yaml
from anysheet import COMMENTS, any_sheets
from hypothesis import given
from yaml import BaseLoader

from dossier.editing.formatting import laid_out
from dossier.editing.order import Order, order_in, order_of
from dossier.kinds import load
from dossier.pipeline import check, compile_site
from dossier.strict_yaml import parse

KINDS = load({})[0]
ISLAND, SOURCE = order_of(KINDS["island"]), order_of(KINDS["source"])
ROOT = Path(__file__).parents[2]

CASES = {
    "fields in order": (
        "type: island\nsummary: An island.\nname: Rock\nnames: {ja: 岩}\n",
        "name: Rock\nnames: {ja: 岩}\ntype: island\nsummary: An island.\n",
    ),
    "unknown fields last, as written": ("zeal: 1\nbeta: 2\nname: Rock\n", "name: Rock\nzeal: 1\nbeta: 2\n"),
    "facts as the kind declares them, and what is in them": (
        "name: Rock\nfacts:\n  outline: rock\n  area: {cite: a, value: 1}\n",
        "name: Rock\nfacts:\n  area: {value: 1, cite: a}\n  outline: rock\n",
    ),
    "claims and citations": (
        """
        name: Rock
        claims:
          - cite:
              - quote: three words here
                source: a
            text: It is.
            id: is
        """,
        """
        name: Rock
        claims:
          - id: is
            text: It is.
            cite:
              - source: a
                quote: three words here
        """,
    ),
    "a comment goes with the field below it, and one beside it too": (
        """
        # About this sheet.
        type: island  # or a group
        # No other names.
        # None at all.
        name: Rock

        # names: {ja: 岩}
        summary: An island.
        # The end.
        """,
        """
        # About this sheet.
        # No other names.
        # None at all.
        name: Rock

        type: island  # or a group
        # names: {ja: 岩}
        summary: An island.
        # The end.
        """,
    ),
    "a comment on the first field of an item": (
        "claims:\n  - by: a\n    # The words.\n    text: It is.\n",
        "claims:\n  - # The words.\n    text: It is.\n    by: a\n",
    ),
    "two spaces for each step": (
        """
        name: Rock
        aliases:
        - Stone
        -   Reef
        relations:
            part_of:
                  to: chain
                  cite:
                    -  a
                    -  source: b
                       quote: |
                           three words
                             here
                  # said by a
        """,
        """
        name: Rock
        aliases:
          - Stone
          - Reef
        relations:
          part_of:
            to: chain
            cite:
              - a
              - source: b
                quote: |
                  three words
                    here
            # said by a
        """,
    ),
    "lines of a value and of brackets go along": (
        'claims:\n - text: "It is\n      so."\n   cite: [a,\n     b\n   ]\n',
        'claims:\n  - text: "It is\n      so."\n    cite: [a,\n      b\n    ]\n',
    ),
    "spaces": (
        "name:   Rock  \nnames: { ja : 岩 }   # Japanese\naliases:  [ Stone , Reef,Crag ]\n",
        "name: Rock\nnames: {ja: 岩}   # Japanese\naliases: [Stone, Reef, Crag]\n",
    ),
    "blank lines": ("\n\nname: Rock\n\n\n\ntype: island\n\n\n", "name: Rock\n\ntype: island\n"),
    "blank lines of a text stay": ("body: |\n  One.\n\n\n\n  Two.\n", "body: |\n  One.\n\n\n\n  Two.\n"),
    "the end of the file": ("name: Rock", "name: Rock\n"),
    "quotes, blocks and lists stay as they are written": (
        "name: 'Rock'\naliases:\n  - \"Stone\"\ntype: island\nbody: >-\n  Some\n  words.\n",
        "name: 'Rock'\naliases:\n  - \"Stone\"\ntype: island\nbody: >-\n  Some\n  words.\n",
    ),
    "a line below > that is too long is broken, and the rest goes on below": (
        f"summary: >-\n  {'word ' * 23}[@a] [@b]\n  and so on\n\n    as it was\n",
        f"summary: >-\n  {'word ' * 22}word\n  [@a] [@b] and so on\n\n    as it was\n",
    ),
    "a line below | that is too long is not": (f"body: |\n  {'word ' * 30}\n",) * 2,
    "a word that is too long stays whole": (f"body: >\n  {'w' * 200} b\n", f"body: >\n  {'w' * 200}\n  b\n"),
    "three dashes stay": ("---\nname:  Rock\n", "---\nname: Rock\n"),
    "a block that keeps its blank lines": ("name: Rock\nbody: |+\n  A\n\n\n",) * 2,
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_a_sheet_is_laid_out(before: str, after: str) -> None:
    expected = unindented(after)
    assert laid(unindented(before)) == expected
    assert laid(expected) == expected


def unindented(text: str) -> str:
    return dedent(text).removeprefix("\n") if text.startswith("\n        ") else text


def laid(text: str, order: Order = ISLAND) -> str:
    data = laid_out(text.encode(), order)
    assert data is not None
    return data.decode()


def test_line_ends_stay_of_one_kind() -> None:
    assert laid("name:  Rock\r\ntype: island\r\n") == "name: Rock\r\ntype: island\r\n"
    assert laid("name: Rock\r\ntype: island\n") == "name: Rock\r\ntype: island\r\n"
    assert laid("name: Rock\ntype: island\r\n") == "name: Rock\ntype: island\n"


@pytest.mark.parametrize(
    "text", ["name: [", "- a\n", "", "name: a\nname: b\n", "\ufeffname: a\n", "a:\n\tb: c\n"]
)
def test_what_cannot_be_read_is_not_laid_out(text: str) -> None:
    assert laid_out(text.encode(), ISLAND) is None


def test_a_source_may_begin_with_its_type_or_its_title() -> None:
    for text in ("type: article\ntitle: On rocks\n", "title: On rocks\ntype: article\n"):
        assert laid(text, SOURCE) == text


def test_this_dossier_says_the_same_when_it_is_laid_out() -> None:
    paths = [path for folder in ("content", "seeds") for path in (ROOT / folder).rglob("*") if path.is_file()]
    files = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in paths}
    sheets = [path for path in files if path.startswith("content/") and path.endswith(".yml")]
    after = {**files, **{path: laid_out(files[path], order_in(path, KINDS)) or b"" for path in sheets}}
    again = {path: laid_out(after[path], order_in(path, KINDS)) for path in sheets}
    assert again == {path: after[path] for path in sheets}
    assert compile_site(check(after)) == compile_site(check(files))


# --- any sheet


@given(any_sheets())
def test_any_sheet_means_what_it_meant_keeps_its_comments_and_stays_laid_out(text: str) -> None:
    if parse(text.encode(), "f").root is None:
        return
    after = laid(text)
    assert yaml.load(after, BaseLoader) == yaml.load(text, BaseLoader)  # PyYAML's reading, not ours
    assert [after.count(each) for each in COMMENTS] == [text.count(each) for each in COMMENTS]
    assert laid(after) == after
