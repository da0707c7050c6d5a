"""A dossier compiled as `dossier build` does it, with what the build before remembered, and from nothing."""

from __future__ import annotations

from pathlib import Path

from dossier import disk
from dossier.cache import Cache, open_cache
from dossier.compiling.pages import compile_pages
from dossier.compiling.sheets import Shelf
from dossier.pipeline import check, compile_site, desk_of


def again(folder: Path, jobs: int = 1, cache: Cache | None = None) -> int:
    """Compile a dossier into its `build/`; return how many pages were taken over from the build before."""
    cache = open_cache(folder) if cache is None else cache
    files, _ = disk.read(folder)
    desk = desk_of(check(files, Shelf(files, cache, jobs).read))
    target = folder / "build"
    pages = compile_pages(desk, files, disk.stamps(target), cache, jobs)
    disk.write(target, pages.files, pages.kept)
    pages.remember(cache, disk.stamps(target))
    return len(pages.kept)


def anew(folder: Path) -> dict[str, bytes]:
    """What the pipeline alone makes of a dossier: files below `build/`."""
    files, _ = disk.read(folder)
    return dict(compile_site(check(files)).files)


def written(folder: Path) -> dict[str, bytes]:
    """What lies below `build/`, the cache excepted."""
    build = folder / "build"
    paths = (path for path in build.rglob("*") if path.is_file() and "cache" not in path.parts)
    return {path.relative_to(build).as_posix(): path.read_bytes() for path in paths}
