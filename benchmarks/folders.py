"""The folders that jobs run in: a generated dossier with what is made beside it, or a copy of the project's own.

Owns where everything is, and what is removed, copied and edited between runs, while no clock runs.
"""

from __future__ import annotations

import re
import shutil
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.corpus import ROOT
from benchmarks.process import run
from benchmarks.sentences import edit_text, sentence
from dossier import cache

__all__ = ["Folders", "copy_real", "dossier_command", "make"]

_HUGO = Path(__file__).parent / "peers/hugo"
_TO_PAGE = re.compile(r"(\]\([^)\s#]*)\.md(?=[#)\s])")
_PARTS = ("content", "seeds", "theme", "mkdocs.yml")


def dossier_command(*words: str) -> list[str]:
    """The command as installed beside the Python that runs this."""
    return [str(Path(sys.executable).with_name("dossier")), *words]


@dataclass(frozen=True)
class Folders:
    """A dossier, and beside it a folder for each program that makes something else of it."""

    base: Path
    sheets: int

    @property
    def dossier(self) -> Path:
        return self.base / "dossier"

    @property
    def pages(self) -> Path:
        return self.dossier / "build/pages"

    @property
    def mkdocs_site(self) -> Path:
        return self.base / "mkdocs-site"

    @property
    def gen_files_site(self) -> Path:
        return self.base / "gen-files-site"

    @cached_property
    def no_docs(self) -> Path:
        """An empty folder: what gen-files has for pages before it makes some."""
        folder = self.base / "no-docs"
        folder.mkdir(exist_ok=True)
        return folder

    @cached_property
    def hugo(self) -> Path:
        """The site for Hugo: this dossier's pages, under the names and with the links that it wants."""
        folder = self.base / "hugo"
        shutil.copytree(_HUGO, folder)
        self.have_pages()
        shutil.copytree(self.pages, folder / "content")
        for page in list((folder / "content").rglob("*.md")):
            page.write_text(_TO_PAGE.sub(r"\1.html", page.read_text("utf-8")), "utf-8")
            if page.name == "index.md":
                page.rename(page.with_name("_index.md"))
        return folder

    @property
    def page_count(self) -> int:
        """How many pages it has; 0 where it has not been built."""
        return sum(1 for _ in self.pages.rglob("*.md"))

    def have_pages(self) -> None:
        """Build the dossier where it has not been built."""
        if not self.pages.is_dir():
            run(dossier_command("build", str(self.dossier)), ROOT, allowed=(0, 1))

    def forget(self) -> None:
        """Leave of the dossier what its editors wrote: no pages, no site, no cache."""
        for name in ("build", "site"):
            shutil.rmtree(self.dossier / name, ignore_errors=True)

    def forget_cache(self) -> None:
        """Take away what former runs remembered of the dossier, and leave its pages."""
        shutil.rmtree(self.dossier / cache.FOLDER, ignore_errors=True)

    def edit(self, number: int) -> None:
        """Put a sentence into a sheet."""
        edit_text(self.dossier, number)

    def edit_page(self, number: int) -> None:
        """Put a sentence into a page of Hugo's, where an edit of a sheet puts it as well."""
        pages = sorted(self.hugo.glob("content/actors/[!_]*.md"))
        page = pages[number % len(pages)]
        mark = '<a id="text"></a>'
        text = page.read_text("utf-8").replace(mark, mark + sentence(number), 1)
        page.write_text(text, "utf-8")


def make(base: Path, sheets: int) -> Folders:
    """Write a dossier of so many sheets, in a process of its own."""
    folders = Folders(base / str(sheets), sheets)
    run([sys.executable, "-m", "benchmarks.corpus", str(folders.dossier), str(sheets)], ROOT)
    return folders


def copy_real(base: Path) -> Folders:
    """Copy what editors wrote of the project's own dossier."""
    folders = Folders(base / "real", sum(1 for _ in (ROOT / "content").glob("*/*.yml")))
    folders.dossier.mkdir(parents=True)
    for part in _PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, folders.dossier / part)
    return folders
