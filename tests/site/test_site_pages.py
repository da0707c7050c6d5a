"""The pages as files: all of them reachable, tidy, and the same whatever machine compiles them."""

from __future__ import annotations

import posixpath
import re
import subprocess
import sys
import unicodedata
from collections.abc import Mapping
from functools import cache
from hashlib import sha256

import pytest
from realdossier import ROOT, built

from dossier import disk
from dossier.pipeline import check, compile_site

LINK = re.compile(r"\]\(([^()\s#]+\.md)(?:#[^()\s]*)?\)")
COMPILE = """
import hashlib, random, sys
from pathlib import Path
from dossier import disk
from dossier.pipeline import check, compile_site
files = list(disk.read(Path(sys.argv[1]))[0].items())
random.Random(int(sys.argv[2])).shuffle(files)
for path, data in sorted(compile_site(check(dict(files))).files.items()):
    print(path.encode("unicode_escape").decode(), hashlib.sha256(data).hexdigest())
"""


def _pages(built: Mapping[str, bytes]) -> dict[str, str]:
    return {
        path.removeprefix("pages/"): data.decode() for path, data in built.items() if path.endswith(".md")
    }


def _orphans(pages: Mapping[str, str]) -> set[str]:
    """The pages that no chain of links leads to from the home page; old addresses have none, and need none."""
    reached, waiting = {"index.md"}, ["index.md"]
    while waiting:
        page = waiting.pop()
        for link in LINK.findall(pages[page]):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), link))
            assert target in pages, f"{page} leads to {target}, which is no page"
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    return {path for path in pages.keys() - reached if '\nkind: "redirect"\n' not in pages[path]}


def test_no_page_is_an_orphan() -> None:
    assert _orphans(_pages(built())) == set()


@pytest.mark.parametrize("name", ["lighthouse", "scripts"])
def test_no_page_of_a_golden_dossier_is_an_orphan(name: str) -> None:
    files, _ = disk.read(ROOT / "tests/golden" / name)
    pages = _pages(compile_site(check(files)).files)
    empty = {
        path for path in pages if "There is none in this dossier." in pages[path]
    }  # only the navigation leads there
    assert _orphans(pages) <= empty


def test_pages_are_tidy() -> None:
    for path, text in _pages(built()).items():
        assert unicodedata.is_normalized("NFC", text), path
        assert text.endswith("\n"), path
        assert not text.endswith("\n\n"), path
        assert not re.search(r"\n{3,}|[\r\t\x00]", text), path
        assert text.startswith('---\ntitle: "'), path


@cache
def _locales() -> set[str]:
    return set(subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout.split())


@pytest.mark.parametrize(
    ("seed", "environment"),
    [
        ("1", {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "0", "LC_ALL": "C", "PYTHONUTF8": "0"}),
        ("2", {"TZ": "America/Anchorage", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"}),
        ("3", {"PYTHONHASHSEED": "random", "LC_ALL": "tr_TR.UTF-8", "HOME": "/nowhere"}),
    ],
    ids=["C", "C.UTF-8", "Turkish"],
)
def test_every_machine_compiles_the_same(seed: str, environment: dict[str, str]) -> None:
    if environment["LC_ALL"].startswith("tr") and not any(name.startswith("tr_TR") for name in _locales()):
        environment = {**environment, "LC_ALL": "C"}
    run = subprocess.run(
        [sys.executable, "-c", COMPILE, str(ROOT), seed],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
    )
    wanted = [f"{path} {sha256(data).hexdigest()}" for path, data in sorted(built().items())]
    assert run.stdout.splitlines() == wanted
