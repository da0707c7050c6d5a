"""Whether a freshly rendered folder is a whole site.

Owns the list of what must be there. It neither renders nor repairs.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from dossier.publish.rules import PublishError, site_incomplete
from dossier.publish.target import is_ours


def check_whole(new: Path, target: Path, addresses: Iterable[str], *, searchable: bool) -> None:
    """Raise `PublishError` unless every page has its HTML, and the home page, sitemap and index are there."""
    needed = ["index.html", "sitemap.xml", *addresses]
    if searchable:
        needed.append("search/search_index.json")
    missing = sorted({name for name in needed if not _has_content(new / name)})
    if missing:
        _refuse(target, f"{missing[0]} is missing or empty" + _more(len(missing) - 1))
    if not is_ours(new):
        # The next run could not tell this site from a folder of yours.
        _refuse(target, 'the home page lacks <meta name="application-name" content="dossier">')


def _has_content(file: Path) -> bool:
    return file.is_file() and file.stat().st_size > 0


def _more(count: int) -> str:
    return f", and {count} more" if count else ""


def _refuse(target: Path, what: str) -> None:
    raise PublishError(site_incomplete(target.as_posix(), what))
