"""The remedy a finding names is one that works where it is named, and one fault is told once."""

from __future__ import annotations

import pytest
from dossiers import BASE, based, concise, overlaid, tree

from dossier.pipeline import check

SHEET = "content/actors/northland.yml\n  name: Northland\n  type: state\n  "
CLAIM = "claims:\n    - text: It talked.\n      cite: "


@pytest.mark.parametrize(
    ("text", "code", "remedy"),
    [
        (SHEET + "summary: It talked. [@gazette]", "unquoted-source", '[@gazette "exact words"]'),
        (SHEET + CLAIM + "gazette", "unquoted-source", '{source: gazette, quote: "exact words"}'),
        (
            SHEET + CLAIM + "{source: gazette}",
            "unquoted-source",
            '{source: gazette, quote: "exact words"}',
        ),
        (
            SHEET + 'summary: It talked. [gazette "held talks about Gull Island"]',
            "uncited-paragraph",
            'Put an @ before "gazette"',
        ),
        (
            SHEET + CLAIM + '{source: gazette, quote: "held talks … on Friday, both"}',
            "quote-not-found",
            "cite the parts separately",
        ),
        ("content/about.md\n  # About", "stray-file", "content/pages"),
    ],
)
def test_the_remedy_fits_the_place(text: str, code: str, remedy: str) -> None:
    hints = [each.hint for each in based(text).diagnostics if each.code == code]
    assert len(hints) == 1
    assert remedy in hints[0]


def test_a_changed_text_is_told_once_and_not_at_each_quotation() -> None:
    changed = {"seeds/gazette.txt": b"Something else was written here.\n"}
    findings = check(overlaid(BASE, changed)).diagnostics
    assert [each.code for each in findings] == ["text-changed"]


@pytest.mark.parametrize("name", ["northland.yaml", "Northland.yml"])
def test_a_misnamed_sheet_is_told_once_and_not_at_each_reference(name: str) -> None:
    sheet = tree(
        f"content/actors/{name}\n  name: Northland\n  type: state\ncontent/actors/northland.yml.deleted"
    )
    findings = check(overlaid(BASE, sheet)).diagnostics
    assert len(findings) == 1, concise(findings)
    assert f"content/actors/{name}" in concise(findings)
