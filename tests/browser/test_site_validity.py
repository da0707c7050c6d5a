"""The pages are valid HTML, those too that a hostile sheet had a hand in."""

from __future__ import annotations

from pathlib import Path

import pytest
from sitecheck import pages
from validity import invalid


def test_every_page_is_valid(site: Path) -> None:
    assert invalid(site, [*pages(site), "404.html"]) == []


@pytest.mark.parametrize(
    ("markup", "rule"),
    [
        ('<p id="here">x</p>', "no-dup-id"),
        ("<span><div>x</div></span>", "element-permitted-content"),
        ('<input type="checkbox" autocomplete="off" aria-label="x">', "valid-autocomplete"),
    ],
)
def test_a_fault_is_found_and_said_where(tmp_path: Path, markup: str, rule: str) -> None:
    head = '<!doctype html>\n<html lang="en"><head><title>x</title></head><body><h1 id="here">x</h1>\n'
    (tmp_path / "index.html").write_text(f"{head}{markup}</body></html>", "utf-8")
    faults = invalid(tmp_path, ["index.html"])
    assert any(fault.startswith("index.html:3: ") and rule in fault for fault in faults), faults
