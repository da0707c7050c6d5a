"""No request leaves the site, whether a server or a folder holds it, also while its search is used."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser
from sitecheck import foreign_requests, pages


def test_from_a_server(browser: Browser, site: Path, address: str) -> None:
    assert foreign_requests(browser, address, [*pages(site), "404.html"]) == []


def test_from_a_folder(browser: Browser, site: Path) -> None:
    assert foreign_requests(browser, site.as_uri(), pages(site)) == []


def test_a_foreign_request_is_noticed(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<img src="http://192.0.2.1/x.png">', "utf-8")
    assert foreign_requests(browser, tmp_path.as_uri(), ["index.html"]) == [
        "index.html asks for http://192.0.2.1/x.png"
    ]
