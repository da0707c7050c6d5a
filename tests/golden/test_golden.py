"""Small dossiers and every byte they compile to: a change of any page shows as a diff.

Each folder beside this file is a case: `content/` and `seeds/` go in, `expected/` is all of `build/`
but the schemas for editors, which `tests/exports` holds against the compiler.
`pytest tests/golden --rewrite` takes what comes out now for what is expected.
"""

from __future__ import annotations

import difflib
import shutil
from pathlib import Path

import pytest

from dossier import disk
from dossier.pipeline import check, compile_site

HERE = Path(__file__).parent

CASES = {
    "lighthouse": "every page type and feature, in a dossier with a kind of its own",
    "scripts": "names and sources in three scripts, words that Markdown would take for signs, kinds that extend others",
    "smallest": "one statement and one source",
}


def test_every_folder_is_a_case() -> None:
    assert {folder.name for folder in HERE.iterdir() if (folder / "content").is_dir()} == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_golden(name: str, rewrite: bool) -> None:
    files, faults = disk.read(HERE / name)
    compiled = check(files)
    assert [*faults, *compiled.diagnostics] == []
    expected = HERE / name / "expected"
    built = {
        path: data for path, data in compile_site(compiled).files.items() if not path.startswith("schema/")
    }
    if rewrite:
        shutil.rmtree(expected, ignore_errors=True)
        disk.write(expected, built)
    held = {
        str(path.relative_to(expected)): path.read_bytes() for path in expected.rglob("*") if path.is_file()
    }
    assert not (difference := _difference(held, dict(built))), difference


def _difference(held: dict[str, bytes], built: dict[str, bytes]) -> str:
    lines: list[str] = []
    for path in sorted({*held, *built}):
        if held.get(path) != built.get(path):
            before, after = (each.get(path, b"").decode().splitlines() for each in (held, built))
            lines += difflib.unified_diff(
                before, after, f"expected/{path}", f"build/{path}", lineterm="", n=1
            )
    return "\n".join(["", *lines, "", "Meant? Then: pytest tests/golden --rewrite"]) if lines else ""
