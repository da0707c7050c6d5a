"""Pagefind: a search for large sites, which a reader's browser loads piece by piece.

Owns when a site has it, how its index is made of the pages of a new release, and when a site had better have it.
Material's own search loads one file with the words of all pages; what Pagefind loads does not grow with the site.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from dossier.diagnostics import Diagnostic
from dossier.publish.manifest import read
from dossier.publish.rules import PublishError
from dossier.publish.search_rules import large_search, pagefind_failed, pagefind_missing
from dossier.publish.searched import searched
from dossier.publish.staging import Record, Staging

__all__ = ["add_index", "advice", "index", "is_wanted"]

_NAME = "pagefind"
# What the theme's script loads; Pagefind's own page furniture is left.
_NEEDED = (
    "pagefind.js",
    "pagefind-worker.js",
    "pagefind-entry.json",
    "pagefind.*.pf_meta",
    "wasm.*",
    "*/*.pf_*",
)
_LARGE = 5_000_000  # bytes of Material's index


def is_wanted(extra: Mapping[str, object]) -> bool:
    """Whether `extra` of mkdocs.yml asks for it: `search: pagefind`."""
    return extra.get("search") == _NAME


def advice(records: Mapping[str, Record]) -> tuple[Diagnostic, ...]:
    """What to say of a release whose built-in search makes readers wait; `records` are its files."""
    built_in = records.get("search/search_index.json")
    return (large_search(built_in.size / 1e6),) if built_in and built_in.size > _LARGE else ()


def add_index(staging: Staging) -> None:
    """Put the index of all pages on record into a release. Raises `PublishError` as `index` does."""
    pages = {path: _place(staging, path) for path in staging.records if path.endswith(".html")}
    for path, data in index(pages).items():
        staging.write(path, data)


def index(pages: Mapping[str, Path]) -> dict[str, bytes]:
    """The files of the index of these pages, by their paths in the site. Equal pages give equal files.

    Raises `PublishError` where Pagefind is not installed, or fails.
    """
    program = _program()
    with TemporaryDirectory(prefix="dossier-search-") as name:
        source, made = Path(name, "pages"), Path(name, "made")
        _write_searched(pages, source)
        command = [program, "--site", str(source), "--output-path", str(made), "--keep-index-url", "--silent"]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)  # noqa: S603
        if done.returncode or not (made / "pagefind-entry.json").is_file():
            said = (done.stderr or done.stdout).strip() or f"exit code {done.returncode}"
            raise PublishError(pagefind_failed(" ".join(said.split())[:400]))
        return {f"{_NAME}/{file.relative_to(made).as_posix()}": file.read_bytes() for file in _needed(made)}


def _program() -> str:
    try:
        from pagefind_bin import get_executable  # type: ignore[import-untyped]

        return str(get_executable())
    except (ImportError, FileNotFoundError) as error:
        raise PublishError(pagefind_missing()) from error


def _place(staging: Staging, path: str) -> Path:
    """Where a file of a release stands while the release is made: in its folder, or in the last one's."""
    new = staging.folder / path
    return new if new.is_file() else staging.last.folder / path


def _write_searched(pages: Mapping[str, Path], folder: Path) -> None:
    folder.mkdir()
    for path in sorted(pages):
        if text := searched(read(pages[path]).decode("utf-8", "replace")):
            copy = folder / path
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(text, "utf-8")


def _needed(made: Path) -> Iterator[Path]:
    for pattern in _NEEDED:
        yield from sorted(made.glob(pattern))
