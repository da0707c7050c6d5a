"""One release: from the written pages to the published site.

Owns the order of the steps. Each step is a module: `target` says whether a folder may be replaced, `renderer`
runs MkDocs, `whole` looks at the result, `swap` puts it in place.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from dossier.diagnostics import Diagnostic
from dossier.publish.rules import PublishError, cannot_write, renderer_missing, source_date_epoch_invalid
from dossier.publish.swap import swap, workshop
from dossier.publish.target import check_target
from dossier.publish.whole import check_whole

_LAST_SECOND = 2**32 - 1  # a gzip header has four bytes for its date


@dataclass(frozen=True, slots=True)
class Published:
    """A site that now stands in its folder, whole."""

    site: Path
    pages: int


def publish(project: Path, site_dir: Path | None = None) -> Published | tuple[Diagnostic, ...]:
    """Render the project's pages with its mkdocs.yml and put the whole site in place at once.

    Returns the findings when a page is at fault, and raises `PublishError` when something else is; in both
    cases the last good site stands as it stood. `site_dir` overrides that of mkdocs.yml.
    """
    check_epoch()
    try:
        # Here, not above: it takes long to import, and `explain` needs the rules without it.
        from dossier.publish import renderer
    except ImportError as error:
        raise PublishError(renderer_missing(str(error))) from error
    project = project.absolute()
    config = renderer.load(project, site_dir.absolute() if site_dir else None)
    target, anywhere = Path(config.site_dir), site_dir is not None
    try:
        check_target(target, project, anywhere=anywhere)
        with workshop(target) as new:
            rendered = renderer.render(config, new, project)
            if rendered.findings:
                return rendered.findings
            check_whole(new, target, rendered.addresses, searchable="material/search" in config.plugins)
            check_target(target, project, anywhere=anywhere)  # it may have changed while we rendered
            swap(new, target)
    except OSError as error:
        raise PublishError(cannot_write(target.as_posix(), str(error))) from error
    return Published(target, len(rendered.addresses))


def check_epoch() -> None:
    """Raise `PublishError` when SOURCE_DATE_EPOCH is set and is not a number of seconds."""
    value = os.environ.get("SOURCE_DATE_EPOCH")
    if value is None or (value.isascii() and value.isdigit() and int(value[:20]) <= _LAST_SECOND):
        return
    raise PublishError(source_date_epoch_invalid(value))
