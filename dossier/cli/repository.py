"""Where a dossier stands in its repository, as other programs name its files. Owns how that is found out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

__all__ = ["folder_in_repository"]

_SAID_BY = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")  # GitHub Actions, GitLab CI


def folder_in_repository(folder: Path, environment: Mapping[str, str]) -> str:
    """The way from the root of the repository to a folder, with `/`; empty where it is the root, or there is none.

    The root is the one the CI names, where the folder lies in it, and else the nearest folder above that git keeps.
    """
    here = folder.resolve()
    root = next((each for each in _roots(here, environment) if here.is_relative_to(each)), here)
    way = here.relative_to(root).as_posix()
    return "" if way == "." else way


def _roots(here: Path, environment: Mapping[str, str]) -> Iterator[Path]:
    yield from (Path(environment[name]).resolve() for name in _SAID_BY if environment.get(name))
    yield from (each for each in (here, *here.parents) if (each / ".git").exists())
