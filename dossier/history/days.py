"""The days on which a dossier came to say something else. Owns what a day is, how far back is looked, and the cache.

A day holds the commits of the line that `HEAD` stands on (of a merge, what it brought in), by the day of the committer;
it is told as the difference between how it ended and how the day before it ended.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from dossier import __version__
from dossier.changes import Changes, Day, First, History, compare
from dossier.changes.as_json import Data, data_of, day_of
from dossier.history.trees import About, Repository, Revision
from dossier.model.file_rules import NOT_SHEETS

__all__ = ["CACHE", "recent_days"]

CACHE = "changes.json"
"""Below `build/`: the comparisons that were made, by the commits compared. It may be deleted at any time."""

_FORMAT = f"1 {__version__}"  # the number grows when the same two commits come to be compared otherwise
_SHOWN = 20  # days
_COMMITS = 1_000  # that are looked at
_MOST_FILES = 2_000  # that differ between two days; comparing more takes long and is read by nobody
_LOG = ("log", "--first-parent", "--no-show-signature", "--format=%H %cs %cI", f"--max-count={_COMMITS + 1}")
_SHEET = re.compile(rf"content/(?!(?:{'|'.join(NOT_SHEETS)})/)[^/]+/[^/]+\.yml")
_LINE = re.compile(r"([0-9a-f]{40,64}) (\d{4}-\d\d-\d\d) (\d{4}-\S+)", re.ASCII)


class _End(NamedTuple):
    """How a day ended: its last commit."""

    commit: str
    day: str
    moment: str


def recent_days(repository: Repository, about: About, cache: bytes) -> tuple[History, bytes]:
    """The newest days that changed anything by meaning, and what to keep in the cache for the next time.

    `cache` is what was kept the last time; one that is damaged or of another version is passed over. Raises `GitError`.
    """
    known = _known(cache, about.prefix)
    kept: dict[str, Data] = {}
    days: list[Day] = []
    for before, after in _spans(repository, about.head):
        key = f"{before.commit if before else '-'} {after.commit}"
        day = _day(known.get(key))
        if day is None:
            day = _compared(repository, before, after)
            known[key] = data_of(day)
        kept[key] = known[key]
        if day.says_something:
            days.append(day._replace(day=after.day, moment=after.moment))
        if len(days) == _SHOWN:
            break
    document = {"format": _FORMAT, "folder": about.prefix, "days": kept}
    return History(tuple(days), known=True), f"{json.dumps(document, sort_keys=True)}\n".encode()


def _spans(repository: Repository, head: str) -> Iterator[tuple[_End | None, _End]]:
    """How the day before ended and how each day ended, newest first; before the first there was nothing.

    A clock that went wrong makes no commit later than those that follow it.
    """
    log = repository.ask(*_LOG, head, "--", "content", "seeds").splitlines()
    ends: list[_End] = []
    for line in log[:_COMMITS]:
        found = _LINE.fullmatch(line)
        if found and (not ends or found[2] < ends[-1].day):
            ends.append(_End(*found.groups()))
    yield from ((before, after) for after, before in pairwise(ends))
    if ends and len(log) <= _COMMITS:
        yield None, ends[-1]


def _compared(repository: Repository, before: _End | None, after: _End) -> Day:
    files = repository.revision(after.commit)
    if before is None:
        return Day(after.day, after.moment, first=_first(files))
    former = repository.revision(before.commit)
    paths = files.differing(former)
    if len(paths) > _MOST_FILES:
        return Day(after.day, after.moment, too_many=len(paths))
    return Day(after.day, after.moment, _told(compare(former, files, paths)))


def _told(changes: Changes) -> Changes:
    """What of changes is told to readers: of a sheet that came or went as a whole, that it did."""
    sheets = (each._replace(statements=()) if each.what else each for each in changes.sheets)
    return Changes(tuple(sheets))


def _first(files: Revision) -> First:
    sheets = [path for path in files if _SHEET.fullmatch(path)]
    sources = sum(path.startswith("content/sources/") for path in sheets)
    return First(len(sheets) - sources, sources)


def _known(cache: bytes, folder: str) -> dict[str, Data]:
    """The days that were kept; none where they cannot be read."""
    try:
        document = json.loads(cache)
        is_ours = (document["format"], document["folder"]) == (_FORMAT, folder)
        return dict(document["days"]) if is_ours else {}
    except (ValueError, TypeError, KeyError, RecursionError):
        return {}


def _day(data: object) -> Day | None:
    try:
        return day_of(data) if data else None
    except ValueError:
        return None
