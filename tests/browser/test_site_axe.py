"""axe finds nothing to object to on any type of page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from sitecheck import inaccessible

TYPES = [
    "index.html",
    "chronology.html",
    "actors/index.html",
    "actors/japan.html",
    "actors/hostile.html",
    "treaties/joint-declaration-1956.html",
    "islands/shikotan.html",
    "events/2019-02-16-munich.html",
    "sources/tass-2019-02-25.html",
    "vessels/kosei-maru.html",
    "404.html",
]


@pytest.mark.parametrize("name", TYPES)
def test_axe_has_no_objection(browser: Browser, address: str, name: str) -> None:
    assert inaccessible(browser, address, [name]) == []


def test_a_fault_is_noticed(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<!doctype html><title>x</title><main><img src="x.png"></main>', "utf-8"
    )
    assert any("image-alt" in problem for problem in inaccessible(browser, tmp_path.as_uri(), ["index.html"]))
