"""axe finds nothing to object to on pages that the real dossier, of which it sees every type, does not have."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser
from sitecheck import inaccessible

UNLIKE = [
    "actors/hostile.html",
    "vessels/kosei-maru.html",
    "404.html",
]


def test_axe_has_no_objection(browser: Browser, address: str) -> None:
    assert inaccessible(browser, address, UNLIKE) == []


def test_a_fault_is_noticed(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<!doctype html><title>x</title><main><img src="x.png"></main>', "utf-8"
    )
    assert any("image-alt" in problem for problem in inaccessible(browser, tmp_path.as_uri(), ["index.html"]))
