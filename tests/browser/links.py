"""Whether every link inside a site leads somewhere: files, pages, and places within pages.

Owns the check of links by the published HTML alone, as a reader's browser resolves them. Addresses on other
hosts are not asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib

_ADDRESS = {
    "a": "href",
    "area": "href",
    "link": "href",
    "script": "src",
    "img": "src",
    "iframe": "src",
    "use": "href",
}


def broken_links(site: Path) -> list[str]:
    """One line for each link of each page that leads nowhere within the folder `site`."""
    check = _Site(site)
    return [
        f"{file.relative_to(site).as_posix()}: {address}"
        for file in sorted(site.rglob("*.html"))
        for address in _addresses(check.tree(file))
        if not check.leads_somewhere(file, address)
    ]


class _Site:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.tree = cache(_parse)
        self.places = cache(lambda file: frozenset(_places(self.tree(file))))

    def leads_somewhere(self, page: Path, address: str) -> bool:
        try:
            parts = urlsplit(address)
        except ValueError:
            return False
        if parts.scheme or parts.netloc:
            return parts.scheme in ("http", "https", "mailto", "data")
        file = self._file(page, unquote(parts.path))
        if file is None:
            return False
        place = unquote(parts.fragment)
        return not place or file.suffix != ".html" or place in self.places(file)

    def _file(self, page: Path, path: str) -> Path | None:
        if not path:
            return page
        start = self.root if path.startswith("/") else page.parent
        file = (start / path.lstrip("/")).resolve()
        file = file / "index.html" if file.is_dir() else file
        return file if file.is_file() and file.is_relative_to(self.root.resolve()) else None


def _parse(file: Path) -> Element:
    tree: Element = html5lib.parse(file.read_bytes(), namespaceHTMLElements=False)
    return tree


def _addresses(tree: Element) -> Iterator[str]:
    for element in tree.iter():
        name = _ADDRESS.get(str(element.tag))
        if name and (address := element.get(name)) is not None:
            yield address
        if element.get("http-equiv") == "refresh":
            yield (element.get("content") or "").partition("url=")[2]


def _places(tree: Element) -> Iterator[str]:
    for element in tree.iter():
        if place := element.get("id"):
            yield place
        if element.tag == "a" and (place := element.get("name")):
            yield place
