"""What shapes every page of a site, as short text that is equal where it is equal.

Owns the list of it: our own code, what is installed, the configuration, the translations. Templates and the nav are
compared one by one, where what was asked of them is remembered.
"""

from __future__ import annotations

import datetime
import hashlib
import sys
from collections.abc import Iterable, Mapping
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme
from pathspec import PathSpec

__all__ = ["Opaque", "digest", "fingerprint", "plain"]

_FORMAT = "1"
_PACKAGES = (
    "mkdocs",
    "mkdocs-material",
    "markdown",
    "pymdown-extensions",
    "jinja2",
    "markupsafe",
    "pygments",
    "babel",
    "jieba",
)
_ELSEWHERE = {"site_dir", "dev_addr", "watch", "strict"}  # no page shows them
_VALUES = (str, int, float, bool, bytes, datetime.date, type(None))


class Opaque(Exception):  # noqa: N818
    """A setting whose meaning cannot be read off it."""


def fingerprint(config: MkDocsConfig) -> str:
    """Raises `Opaque` where the configuration holds what cannot be compared."""
    installed = map(_installed, _PACKAGES)
    return digest(
        [_FORMAT, sys.version, *installed, *_own_code(), repr(plain(config)), *_translations(config)]
    )


def digest(parts: Iterable[str]) -> str:
    """A short text for a list of texts."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def plain(value: object) -> object:
    """A setting as values whose `repr` says all of them. Raises `Opaque`."""
    if isinstance(value, _VALUES):
        return value
    if isinstance(value, Theme):
        static = sorted(value.static_templates)
        return [value.name, value.dirs, static, plain({**value, "locale": str(value.locale)})]
    if isinstance(value, PathSpec):
        return [str(pattern.pattern) + str(pattern.include) for pattern in value.patterns]
    if isinstance(value, Config | Mapping):
        return [(str(name), plain(each)) for name, each in value.items() if name not in _ELSEWHERE]
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, partial):
        return [plain(value.func), plain(value.args), plain(value.keywords)]
    if callable(value) and hasattr(value, "__qualname__"):
        return f"{value.__module__}.{value.__qualname__}"
    if hasattr(value, "config") and isinstance(value.config, Config):  # a plugin
        return [type(value).__name__, plain(value.config)]
    if type(value).__module__.startswith("mkdocs."):  # the few small values of MkDocs' own settings
        return [type(value).__name__, plain(vars(value))]
    raise Opaque(repr(type(value)))


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _own_code() -> Iterable[str]:
    folder = Path(__file__).parents[1]
    for file in sorted([*folder.glob("*.py"), *folder.glob("engine/*.py")]):
        yield hashlib.sha256(file.read_bytes()).hexdigest()


def _translations(config: MkDocsConfig) -> Iterable[str]:
    """Those of the author's theme; others come with what is installed."""
    if not config.theme.custom_dir:
        return
    for file in sorted(Path(config.theme.custom_dir).glob("locales/**/*")):
        if file.is_file():
            yield f"{file}\0{hashlib.sha256(file.read_bytes()).hexdigest()}"
