"""Zensical, Material's successor, makes the same pages of `build/pages` and `theme/`."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from once import made_once
from sitecheck import pages

_OF_SEARCH = re.compile(r' data-search-exclude(="")?')


@pytest.fixture(scope="module")
def other(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as the other renderer makes it."""
    return made_once(tmp_path_factory, "zensical", partial(_build, real_site.parent)) / "site"


def _build(mine: Path, project: Path) -> None:
    shutil.copytree(mine / "build" / "pages", project / "build" / "pages")
    shutil.copytree(mine / "theme", project / "theme")
    # It looks for the icons of the theme among the places of a page, and says at length that they are not there.
    config = (mine / "mkdocs.yml").read_text("utf-8").replace("anchors: warn", "anchors: ignore")
    (project / "mkdocs.yml").write_text(config, "utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "zensical", "build"],
        cwd=project,
        env={**os.environ, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert "No issues found" in ran.stdout + ran.stderr


def test_it_makes_the_same_pages(real_site: Path, other: Path) -> None:
    assert pages(other) == pages(real_site)


def test_every_page_has_the_same_content(real_site: Path, other: Path) -> None:
    for name in [*pages(real_site), "404.html"]:
        mine, theirs = _article(real_site / name), _article(other / name)
        if mine != theirs:  # to read them takes long
            assert (name, _content(mine)) == (name, _content(theirs))


def test_every_page_has_the_same_furniture(real_site: Path, other: Path) -> None:
    for part in ("title", "header//a", "footer//a", "nav[@class='md-path']//a"):
        for name in ("index.html", "islands/shikotan.html", "sources/index.html"):
            mine, theirs = (
                _words(tree.findall(f".//{part}")) for tree in (_tree(real_site / name), _tree(other / name))
            )
            assert (name, part, mine) == (name, part, theirs)


def _article(file: Path) -> str:
    """The article as it stands in the file, but for white space and two habits.

    One renderer begins the address of a neighbour with `./`; one takes away what only its search would read.
    """
    _, tag, rest = file.read_text("utf-8").partition("<article")
    assert tag, file
    article = " ".join((tag + rest.partition("</article>")[0]).split())
    return _OF_SEARCH.sub("", article).replace('href="./', 'href="')


def _content(text: str) -> list[tuple[str, str, str, str]]:
    """What the article is made of: each element with its address or place, and the words that stand in it."""
    article = _parse(text).find(".//article")
    assert article is not None
    return [
        (
            str(each.tag),
            each.get("id", ""),
            each.get("href", ""),
            " ".join((each.text or "").split()) + "|" + _after(each),
        )
        for each in article.iter()
        if each.tag != "script"
    ]


def _after(element: Element) -> str:
    return " ".join((element.tail or "").split())


def _words(elements: list[Element]) -> list[str]:
    return [" ".join("".join(each.itertext()).split()) for each in elements]


def _tree(file: Path) -> Element:
    return _parse(file.read_text("utf-8"))


def _parse(text: str) -> Element:
    tree: Element = html5lib.parse(text, namespaceHTMLElements=False)
    return tree
