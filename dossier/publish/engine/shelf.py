"""The theme's templates: which of them were asked for, where they were found, and their compiled form.

Owns the loader of the templates. What a page was made of includes every template that was looked for, those too that
were not there: one put there later would be taken.
"""

from __future__ import annotations

import marshal
import posixpath
from collections.abc import Callable, Mapping
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from jinja2.bccache import Bucket
from mkdocs.config.defaults import MkDocsConfig

__all__ = ["Compiled", "Drawer", "Shelf", "ThemeFiles", "found"]

Compiled = dict[str, tuple[str, bytes]]
"""Each template's key to the checksum of its text, and its code."""


class Shelf(FileSystemLoader):
    """MkDocs' loader, that notes what is asked for: each name, to the file it was found in."""

    def __init__(self, folders: list[str]) -> None:
        super().__init__(folders)
        self.asked: dict[str, str] = {}

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        self.asked[template] = ""
        text, file, is_current = super().get_source(environment, template)
        self.asked[template] = file
        return text, file, is_current


class ThemeFiles:
    """Lists the theme's files for MkDocs. Those of an installed theme are thousands, and stay as they are."""

    def __init__(self, config: MkDocsConfig, installed: list[str] | None) -> None:
        self._own = [config.theme.custom_dir] if config.theme.custom_dir else []
        self._others = [folder for folder in config.theme.dirs if folder not in self._own]
        self._known = installed
        self.installed: list[str] = []

    def list_templates(self, *, filter_func: Callable[[str], bool]) -> list[str]:
        """The names that pass, in the order of a Jinja environment."""
        known = FileSystemLoader(self._others).list_templates() if self._known is None else self._known
        self.installed = [*filter(filter_func, known)] if self._known is None else self._known
        return sorted({*self.installed, *filter(filter_func, FileSystemLoader(self._own).list_templates())})


class Drawer(BytecodeCache):
    """Keeps compiled templates, which takes longer to make than a page."""

    def __init__(self, compiled: Mapping[str, tuple[str, bytes]]) -> None:
        self.compiled: Compiled = dict(compiled)
        self.grew = False

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self.compiled.get(bucket.key, ("", b""))
        if checksum == bucket.checksum:
            bucket.code = marshal.loads(code)  # noqa: S302  # from a cache that we sealed ourselves

    def dump_bytecode(self, bucket: Bucket) -> None:
        if isinstance(bucket.code, CodeType):
            self.compiled[bucket.key] = (bucket.checksum, marshal.dumps(bucket.code))
            self.grew = True


def found(name: str, folders: list[str]) -> str:
    """The file that a template would be taken from now; empty where there is none."""
    parts = [part for part in name.split("/") if part and part != "."]
    files = (posixpath.join(folder, *parts) for folder in folders)
    return next((file for file in files if Path(file).is_file()), "")
