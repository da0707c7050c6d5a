"""Builds killed at random moments, each time with a look at what stands there afterwards.

    python tests/publish/killing.py FOLDER [ROUNDS] [two-steps]

Works in an empty folder. Between rounds the pages change from one of two states to the other; the site must be one of
the two, whole, at any moment; and after some of the kills a build that is left alone must make the right one, and leave
nothing else behind. `two-steps` tries the way for systems that cannot exchange two folders: there the site may be gone
after a kill, until the next build. Ends with 1 and what was seen where something is wrong.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections import Counter
from pathlib import Path

from projects import contents, leftovers, small_project

from dossier.cache import open_cache
from dossier.publish import Published, publish, swap

_PAGES = 30
_STATES = ("one", "two")


def main(folder: Path, rounds: int = 300, *ways: str) -> int:
    """Kill builds in a folder, and print how they ended."""
    os.environ |= {"SOURCE_DATE_EPOCH": "1551052800", "XDG_CACHE_HOME": str(folder / "user")}
    if "two-steps" in ways:
        swap._exchange = lambda *_: False
    project = small_project(folder / "project")
    whole = {state: _built_once(project, state, folder / state) for state in _STATES}
    takes = _seconds_of_a_build(project)
    seen: Counter[str] = Counter()
    for number in range(rounds):
        state = _STATES[number % 2]
        _write_pages(project, state)
        _killed(project, random.random() * takes * 1.3)
        stands = _name(contents(project / "site"), whole)
        seen["as before" if stands != state else "the new site"] += 1
        if stands not in ("gone", *_STATES)[0 if ways else 1 :]:
            return _told(f"round {number}: the site is {stands}: {sorted(contents(project / 'site'))}", 1)
        if random.random() < 0.5 and not _recovers(project, whole[state]):
            left = leftovers(project)
            return _told(f"round {number}: not mended: {left}, {sorted(contents(project / 'site'))}", 1)
    return _told(f"{rounds} builds killed within {takes * 1.3:.2f} s: {dict(seen)}", 0)


def _told(words: str, code: int) -> int:
    sys.stdout.write(f"{words}\n")
    return code


def _write_pages(project: Path, state: str) -> None:
    pages = project / "build/pages"
    for number in range(_PAGES):
        text = f"# Page {number}\n\n{state if number % 3 else 'always the same'}\n"
        (pages / f"page-{number}.md").write_text(text, "utf-8")
    (pages / "two.md").unlink(missing_ok=True)
    (pages / f"{state}.md").write_text(f"# {state}\n", "utf-8")
    if state == "two":
        (pages / "one.md").unlink(missing_ok=True)


def _built_once(project: Path, state: str, site: Path) -> dict[str, bytes]:
    _write_pages(project, state)
    assert isinstance(publish(project, site), Published)
    return contents(site)


def _seconds_of_a_build(project: Path) -> float:
    began = time.monotonic()
    assert isinstance(publish(project, cache=open_cache(project)), Published)
    return time.monotonic() - began


def _killed(project: Path, after: float) -> None:
    """Build in a process of its own group, with whatever processes that starts, and end them all."""
    child = os.fork()
    if not child:
        os.setpgid(0, 0)
        publish(project, cache=open_cache(project), jobs=random.choice((1, 2)))
        os._exit(0)
    time.sleep(after)
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:
        os.kill(child, signal.SIGKILL)  # so soon that it had no group yet
    os.waitpid(child, 0)


def _recovers(project: Path, whole: dict[str, bytes]) -> bool:
    made = publish(project, cache=open_cache(project))
    return isinstance(made, Published) and contents(project / "site") == whole and not leftovers(project)


def _name(site: dict[str, bytes], whole: dict[str, dict[str, bytes]]) -> str:
    return next((name for name, files in whole.items() if files == site), "half a site" if site else "gone")


if __name__ == "__main__":
    place, *given = sys.argv[1:]
    sys.exit(main(Path(place).absolute(), int(given[0]) if given else 300, *given[1:]))
