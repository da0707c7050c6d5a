"""One release: from the written pages to the published site.

Owns the order of the steps. Each step is a module: `target` says whether a folder may be replaced, `workshop` gives a
place beside it, `renderer` runs MkDocs, `staging` takes what is as it was from the last release, `whole` looks at the
result, `swap` puts it in place, `manifest` writes down what was published.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.cache import Cache, no_cache
from dossier.diagnostics import Diagnostic
from dossier.publish import pagefind
from dossier.publish.manifest import Manifest, last_release, remember
from dossier.publish.rules import PublishError, cannot_write, renderer_missing, source_date_epoch_invalid
from dossier.publish.staging import Staging
from dossier.publish.swap import swap
from dossier.publish.target import check_target
from dossier.publish.whole import check_held, check_whole
from dossier.publish.workshop import workshop

if TYPE_CHECKING:
    from dossier.publish.renderer import Ready

_LAST_SECOND = 2**32 - 1  # a gzip header has four bytes for its date


@dataclass(frozen=True, slots=True)
class Published:
    """A site that now stands in its folder, whole.

    `slow` says why MkDocs had to make all of it, where our own engine could not; `notes` are of use to its editors.
    """

    site: Path
    pages: int
    slow: str = ""
    notes: tuple[Diagnostic, ...] = ()


def make_ready(project: Path, site_dir: Path | None = None, *, cache: Cache | None = None) -> Ready | None:
    """Do ahead what `publish` can do while the pages are still being written; None where that is nothing.

    It writes nothing, and what is amiss `publish` will tell.
    """
    try:
        from dossier.publish import renderer
    except ImportError:
        return None
    return renderer.make_ready(project.absolute(), site_dir and site_dir.absolute(), cache or no_cache())


def publish(
    project: Path,
    site_dir: Path | None = None,
    *,
    cache: Cache | None = None,
    jobs: int | None = None,
    ready: Ready | None = None,
    waiting: Callable[[], object] = lambda: None,
) -> Published | tuple[Diagnostic, ...]:
    """Render the project's pages with its mkdocs.yml and put the whole site in place at once.

    Returns the findings when a page is at fault, and raises `PublishError` when something else is; in both
    cases the last good site stands as it stood. So it does where the new one is no different. `site_dir`
    overrides that of mkdocs.yml; `jobs` is the number of processes, None for as many as there are cores;
    `ready` is what `make_ready` made of the same project, folder and cache; `waiting` is called where another
    build has to end first.
    """
    check_epoch()
    try:
        # Here, not above: it takes long to import, and `explain` needs the rules without it.
        from dossier.publish import renderer
    except ImportError as error:
        raise PublishError(renderer_missing(str(error))) from error
    project, cache = project.absolute(), cache or no_cache()
    ready = ready or renderer.Ready(renderer.load(project, site_dir and site_dir.absolute()))
    config = ready.config
    target, searchable = Path(config.site_dir), "material/search" in config.plugins

    def look_again() -> None:
        check_target(target, project, anywhere=site_dir is not None)

    try:
        look_again()
        with workshop(target, waiting) as new:
            look_again()  # it may have changed while we waited
            staging = Staging(new, last_release(target, project, cache))
            rendered = renderer.render(ready, staging, project, cache, jobs)
            if rendered.findings:
                return rendered.findings
            staging.settle()
            if pagefind.is_wanted(config.extra):
                pagefind.add_index(staging)
            check_whole(staging.records, target, rendered.addresses, searchable=searchable)
            look_again()  # or while we rendered
            manifest = _put_in_place(staging, target) if staging.changes else staging.manifest
            if manifest != staging.last.manifest:
                remember(target, project, cache, manifest)
    except OSError as error:
        raise PublishError(cannot_write(target.as_posix(), str(error))) from error
    notes = pagefind.advice(staging.records)
    return Published(target, len(rendered.addresses), rendered.slow, notes)


def _put_in_place(staging: Staging, target: Path) -> Manifest:
    staging.complete()
    manifest = check_held(staging.folder, target, staging.records, staging.last)
    swap(staging.folder, target)
    return manifest


def check_epoch() -> None:
    """Raise `PublishError` when SOURCE_DATE_EPOCH is set and is not a number of seconds."""
    value = os.environ.get("SOURCE_DATE_EPOCH")
    if value is None or (value.isascii() and value.isdigit() and int(value[:20]) <= _LAST_SECOND):
        return
    raise PublishError(source_date_epoch_invalid(value))
