"""Whether a release is a whole site, and whether the disk holds it.

Owns the list of what must be there. It neither renders nor repairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from dossier.publish.manifest import Last, Manifest, Record, digest, look
from dossier.publish.rules import PublishError, site_incomplete
from dossier.publish.target import is_ours

__all__ = ["check_held", "check_whole"]


def check_whole(
    records: Mapping[str, Record], target: Path, addresses: Iterable[str], *, searchable: bool
) -> None:
    """Raise `PublishError` unless every page has its HTML, and the home page, sitemap and index are there."""
    needed = {"index.html", "sitemap.xml", *addresses}
    if searchable:
        needed.add("search/search_index.json")
    missing = sorted(name for name in needed if name not in records or not records[name].size)
    if missing:
        _refuse(target, f"{missing[0]} is missing or empty" + _more(len(missing) - 1))


def check_held(new: Path, target: Path, records: Mapping[str, Record], last: Last) -> Manifest:
    """Read a release back: raise `PublishError` unless its folder holds just what is on record.

    A file that was taken from the last release, and is still as it was found there, is not read again.
    """
    there, _ = look(new)
    if odd := sorted(records.keys() ^ there.keys()):
        _refuse(target, f"{odd[0]} is missing, or nobody knows what it is" + _more(len(odd) - 1))
    for path, seen in there.items():
        size, sha256 = records[path]
        if seen.size != size or (seen != last.files.get(path) and digest(new / path) != sha256):
            _refuse(target, f"{path} does not hold what was made for it; it was changed meanwhile")
    if not is_ours(new):
        # The next run could not tell this site from a folder of yours.
        _refuse(target, 'the home page lacks <meta name="application-name" content="dossier">')
    return {path: (*records[path], seen.mtime_ns) for path, seen in there.items()}


def _more(count: int) -> str:
    return f", and {count} more" if count else ""


def _refuse(target: Path, what: str) -> None:
    raise PublishError(site_incomplete(target.as_posix(), what))
