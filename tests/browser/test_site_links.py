"""Every internal link and anchor of every page resolves, and the checker sees one that does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from links import broken_links


def test_every_link_leads_somewhere(site: Path) -> None:
    assert broken_links(site) == []


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="none.html">x</a>',
        '<a href="other.html#nowhere">x</a>',
        '<a href="#nowhere">x</a>',
        '<a href="../outside.html">x</a>',
        '<a href="javascript:void(0)">x</a>',
        '<img src="none.svg">',
        '<meta http-equiv="refresh" content="0; url=none.html">',
    ],
)
def test_a_broken_link_is_found(tmp_path: Path, markup: str) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (tmp_path / "outside.html").write_text("x", "utf-8")
    (site / "other.html").write_text('<p id="here">x', "utf-8")
    (site / "index.html").write_text(
        f'<a href="other.html#here">x</a> <a href="https://x.org/">x</a> {markup}', "utf-8"
    )
    assert len(broken_links(site)) == 1


def test_a_redirect_page_sends_its_reader_on(site: Path) -> None:
    page = (site / "islands" / "shikotan-island.html").read_text("utf-8")
    assert '<meta http-equiv="refresh" content="0; url=shikotan.html">' in page
    assert '<meta name="robots" content="noindex">' in page
