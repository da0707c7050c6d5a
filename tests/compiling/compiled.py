"""A dossier compiled as `dossier build` does it, with what the build before remembered, and from nothing."""

from __future__ import annotations

from pathlib import Path

from dossier import disk
from dossier.cache import Cache, open_cache
from dossier.compiling.checking import check_again
from dossier.compiling.pages import Below, compile_pages
from dossier.pipeline import DATA, check, compile_site, desk_of


def again(folder: Path, jobs: int = 1, cache: Cache | None = None) -> int:
    """Compile a dossier into its `build/`; return how many pages were taken over from the build before."""
    cache = open_cache(folder) if cache is None else cache
    files, faults = disk.read(folder)
    compiled, basis = check_again(files, faults, cache, jobs)
    target = folder / "build"
    below = Below(_stamps(target), lambda path: (target / path).read_bytes())
    pages = compile_pages(desk_of(compiled), below, cache, jobs, basis)
    disk.write(target, pages.files, pages.kept)
    pages.remember(cache, _stamps(target))
    return len(pages.kept)


def _stamps(target: Path) -> dict[str, tuple[int, int]]:
    return disk.stamps(target, ("pages", "schema"), (DATA,))


def anew(folder: Path) -> dict[str, bytes]:
    """What the pipeline alone makes of a dossier: files below `build/`."""
    files, _ = disk.read(folder)
    return dict(compile_site(check(files)).files)


def written(folder: Path) -> dict[str, bytes]:
    """What lies below `build/`, the cache excepted."""
    build = folder / "build"
    paths = (path for path in build.rglob("*") if path.is_file() and "cache" not in path.parts)
    return {path.relative_to(build).as_posix(): path.read_bytes() for path in paths}
