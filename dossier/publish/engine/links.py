"""Links from page to page, as MkDocs checks and rewrites them.

What a link's address comes to is worked out once for each folder. Whether the file is there, and every warning, is
MkDocs' own.
"""

from __future__ import annotations

import re
from functools import lru_cache
from posixpath import dirname, normpath
from typing import Final

from mkdocs.structure.pages import _RelativePathTreeprocessor
from mkdocs.utils import get_relative_url

_HERE: Final = re.compile(r"#[A-Za-z0-9_:.-]+")
_THERE: Final = re.compile(r"((?:\.\./)*(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+\.md)(?:#([A-Za-z0-9_:.-]+))?")


class Links(_RelativePathTreeprocessor):
    """MkDocs' processor, with a shorter way for plain links within a page and to another page that is there."""

    def path_to_url(self, url: str) -> str:
        if _HERE.fullmatch(url):
            self.links_to_anchors.setdefault(self.file, {}).setdefault(url[1:], url)
            return url
        match = _THERE.fullmatch(url)
        if match is None:
            return super().path_to_url(url)
        path, anchor = match.groups()
        target = self.files.get_file_from_path(_target(dirname(self.file.src_uri), path))
        if target is None or target.inclusion.is_excluded():  # type: ignore[no-untyped-call]
            return super().path_to_url(url)
        if not anchor:
            return _between(target.url, _place(self.file.url))
        self.links_to_anchors.setdefault(target, {}).setdefault(anchor, url)
        return f"{_between(target.url, _place(self.file.url))}#{anchor}"


@lru_cache(maxsize=1 << 16)
def _target(folder: str, path: str) -> str:
    return normpath(f"{folder}/{path}".lstrip("/"))


@lru_cache(maxsize=1 << 16)
def _between(url: str, place: str) -> str:
    return get_relative_url(url, place)


def _place(url: str) -> str:
    """The part of an address that a relative link from it depends on."""
    folder, _, name = url.rpartition("/")
    return f"{folder}/" if "." in name else url
