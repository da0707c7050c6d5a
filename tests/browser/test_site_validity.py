"""The pages are valid HTML, those too that a hostile sheet had a hand in."""

from __future__ import annotations

from pathlib import Path

from sitecheck import pages
from validity import invalid


def test_every_page_is_valid(site: Path) -> None:
    assert invalid(site, [*pages(site), "404.html"]) == []


FAULTY = {
    "no-dup-id": '<p id="here">x</p>',
    "element-permitted-content": "<span><div>x</div></span>",
    "valid-autocomplete": '<input type="checkbox" autocomplete="off" aria-label="x">',
}


def test_a_fault_is_found_and_said_where(tmp_path: Path) -> None:
    head = '<!doctype html>\n<html lang="en"><head><title>x</title></head><body><h1 id="here">x</h1>\n'
    for rule, markup in FAULTY.items():
        (tmp_path / f"{rule}.html").write_text(f"{head}{markup}</body></html>", "utf-8")
    faults = invalid(tmp_path, [f"{rule}.html" for rule in FAULTY])
    for rule in FAULTY:
        assert any(fault.startswith(f"{rule}.html:3: ") and f"({rule}," in fault for fault in faults), faults
