"""Takes a published site away, and what builds that were killed left beside it. Owns no more than the order of that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dossier.publish.rules import PublishError, cannot_write
from dossier.publish.target import check_target, is_ours
from dossier.publish.workshop import clear_leftovers, workshop

__all__ = ["clear", "site_of"]


def site_of(project: Path) -> Path:
    """The folder that a project's mkdocs.yml names for its site; `site` where that file cannot be read."""
    # Here, not above: it takes long to import.
    from dossier.publish import renderer

    try:
        return Path(renderer.load(project, None).site_dir)
    except PublishError:
        return project / "site"


def clear(site: Path, project: Path, *, keeps_site: bool, waiting: Callable[[], object]) -> list[Path]:
    """Delete leftovers beside a site, and the site; return what is gone. A build at work there is waited for.

    Raises `PublishError` where the folder is not one that dossier made, and where the disk does not allow it.
    """
    try:
        gone = clear_leftovers(site.parent) if site.parent.is_dir() else []
        if keeps_site or (not site.is_symlink() and not site.exists()):
            return gone
        check_target(site, project, anywhere=False)
        if not is_ours(site):
            return gone  # an empty folder
        with workshop(site, waiting) as aside:
            check_target(site, project, anywhere=False)  # it may have changed while we waited
            site.rename(aside)  # at once; what is in it goes with the workshop
    except OSError as error:
        raise PublishError(cannot_write(site.as_posix(), str(error))) from error
    return [*gone, site]
