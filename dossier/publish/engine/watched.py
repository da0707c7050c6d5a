"""What a template may see while it makes a page, besides that page.

Owns the two things that would tie pages to each other unseen: the list of all pages, and the pages of the nav. Of the
latter a template sees what is known before any page is made; which of their front matter it reads is written down.
Whatever more it asks for is more than we can give, and `NeedsAll` says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from typing import Any, ClassVar, NoReturn, cast

from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

__all__ = ["ALL_FRONT_MATTER", "AskedFiles", "NavPage", "NeedsAll", "Unseen"]

ALL_FRONT_MATTER = "*"


class NeedsAll(Exception):  # noqa: N818  # no error: the work is another's
    """A template asks for what is known only when all pages are made."""


class Unseen(Sequence[File]):
    """Stands for all pages where a template makes a single one."""

    def _refuse(self, *_: object) -> NoReturn:
        raise NeedsAll("a template that lists all pages")

    __len__ = __bool__ = __getitem__ = __iter__ = __contains__ = __str__ = _refuse


class AskedFiles(Files):
    """All files, that note which of them a link asks for. Files become these by being made of this class."""

    asked: set[str]

    def get_file_from_path(self, path: str) -> File | None:
        self.asked.add(path)
        return super().get_file_from_path(path)


class _FrontMatter(Mapping[str, Any]):
    """Front matter of a page of the nav, that notes what is read of it."""

    def __init__(self, meta: Mapping[str, Any]) -> None:
        self._meta = meta

    def __getitem__(self, key: str) -> Any:
        NavPage.read.add(str(key))
        return self._meta[key]

    def __contains__(self, key: object) -> bool:
        NavPage.read.add(str(key))
        return key in self._meta

    def __iter__(self) -> Iterator[str]:
        NavPage.read.add(ALL_FRONT_MATTER)
        return iter(self._meta)

    def __len__(self) -> int:
        NavPage.read.add(ALL_FRONT_MATTER)
        return len(self._meta)

    def __str__(self) -> str:
        NavPage.read.add(ALL_FRONT_MATTER)
        return str(self._meta)


def _hidden(name: str) -> property:
    """An attribute that only the page's own template may read."""

    def get(page: NavPage) -> object:
        if not page.is_own:
            raise NeedsAll(f"a template that reads the {name} of other pages")
        return page.__dict__[name]

    def put(page: NavPage, value: object) -> None:
        page.__dict__[name] = value

    return property(get, put)


class NavPage(Page):
    """A page of the nav. A page becomes one by being made of this class."""

    maker: ClassVar[object] = None
    """The page that a template is making, or what else; None while none is at work."""
    read: ClassVar[set[str]] = set()
    """The names in the front matter of pages of the nav that templates of other pages have read."""

    @property
    def is_own(self) -> bool:
        return NavPage.maker is None or NavPage.maker is self

    content = _hidden("content")
    toc = _hidden("toc")

    @property
    def meta(self) -> MutableMapping[str, Any]:
        meta: MutableMapping[str, Any] = self.__dict__["meta"]
        return meta if self.is_own else cast("MutableMapping[str, Any]", _FrontMatter(meta))

    @meta.setter
    def meta(self, meta: MutableMapping[str, Any]) -> None:
        self.__dict__["meta"] = meta
