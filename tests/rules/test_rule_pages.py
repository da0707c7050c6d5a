"""`docs/rules/` says what the rules say today. `make docs` writes it anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from rulepages import pages

DOCS = Path(__file__).parents[2] / "docs" / "rules"
PAGES = pages()


def test_there_is_a_page_for_each_rule_and_no_other(rewrite: bool) -> None:
    if rewrite:
        DOCS.mkdir(parents=True, exist_ok=True)
        for path in DOCS.iterdir():
            if path.name not in PAGES:
                path.unlink()
        for name, text in PAGES.items():
            (DOCS / name).write_text(text, "utf-8")
    assert {path.name for path in DOCS.iterdir()} == set(PAGES), "make docs"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_as_its_rule_has_it(name: str) -> None:
    assert (DOCS / name).read_text("utf-8") == PAGES[name], "make docs"
