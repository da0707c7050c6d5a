"""Which folder a site may be published into.

Owns the answer to "may this folder be replaced?". It changes nothing on the disk.
"""

from __future__ import annotations

from pathlib import Path

from dossier.publish.rules import PublishError, site_dir_refused

MARKER = b'<meta name="application-name" content="dossier">'
_HEAD = 65_536


def check_target(target: Path, project: Path, *, anywhere: bool) -> None:
    """Raise `PublishError` unless `target` is absent, empty, or a site made by dossier.

    `anywhere` lifts the rule that it lies inside the project: a person may name any folder on the command
    line, while mkdocs.yml may come from a stranger.
    """
    try:
        why = _objection(target, project, anywhere=anywhere)
    except (RuntimeError, ValueError) as error:  # a loop of links, a NUL in the name
        why = f"cannot be followed ({error})"
    if why:
        raise PublishError(site_dir_refused(target.as_posix(), why))


def _objection(target: Path, project: Path, *, anywhere: bool) -> str:
    if target.is_symlink():
        return "is a symbolic link"
    real, root = target.resolve(), project.resolve()
    # Python 3.13 leaves a loop of links as it is; those before raise `RuntimeError`.
    if any(each.is_symlink() for each in (real, *real.parents)):
        return "cannot be followed (a loop of links)"
    if root.is_relative_to(real):
        return "is the project's own folder" if root == real else "holds the project"
    if not anywhere and not real.is_relative_to(root):
        return "lies outside the project"
    if not target.exists():
        return ""
    return _objection_to_contents(target) if target.is_dir() else "is not a folder"


def _objection_to_contents(target: Path) -> str:
    names = {entry.name for entry in target.iterdir()}
    if names and not is_ours(target):
        return "holds files that dossier did not make"
    # A checkout for a hosting branch: replacing the folder would take its history along.
    return "is a git checkout" if ".git" in names else ""


def is_ours(site: Path) -> bool:
    """Whether the home page in `site` bears the mark that our theme puts on every page."""
    home = site / "index.html"
    if home.is_symlink() or not home.is_file():
        return False
    with home.open("rb") as file:
        return MARKER in file.read(_HEAD)
