"""After any edit, what is compiled from what the last build remembers is what is compiled from nothing."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest
from compiled import again, anew, written

from benchmarks.corpus import write
from benchmarks.edits import EDITS
from dossier import disk
from dossier.cache import FOLDER
from dossier.diagnostics import Severity
from dossier.pipeline import check

REAL = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A generated dossier that was compiled once."""
    folder = tmp_path_factory.mktemp("compiled") / "dossier"
    write(folder, 40)
    again(folder)
    return folder


@pytest.fixture
def folder(compiled: Path, tmp_path: Path) -> Path:
    """A copy of it, with the times of its files."""
    return Path(shutil.copytree(compiled, tmp_path / "dossier"))


def test_without_an_edit_no_sheet_is_rendered_again(folder: Path) -> None:
    sheets = len(list((folder / "content").glob("*/*.yml")))
    assert again(folder) >= sheets
    assert written(folder) == anew(folder)


@pytest.mark.parametrize("sort", EDITS)
def test_an_edit(sort: str, folder: Path) -> None:
    for number in (1, 2):
        EDITS[sort](folder, number)
        again(folder, jobs=number)
        assert written(folder) == anew(folder)


def test_an_edit_of_words_leaves_most_pages_alone(folder: Path) -> None:
    before = again(folder)
    EDITS["text"](folder, 7)
    assert before * 0.5 < again(folder) < before


@pytest.mark.parametrize("jobs", [1, 2, 4])
def test_the_number_of_processes_makes_no_difference(folder: Path, jobs: int) -> None:
    shutil.rmtree(folder / "build")
    again(folder, jobs)
    assert written(folder) == anew(folder)


@pytest.mark.parametrize("name", ["sheets", "pages", "graph", "graph-since"])
@pytest.mark.parametrize("harm", ["cut", "turned", "another"])
def test_a_damaged_cache_is_passed_over(folder: Path, name: str, harm: str) -> None:
    EDITS["text"](folder, 2)
    again(folder)
    file = folder / FOLDER / name
    data = file.read_bytes()
    other = (folder / FOLDER / ("pages" if name == "sheets" else "sheets")).read_bytes()
    harmed = {"cut": data[:-7], "turned": data[:90] + bytes([data[90] ^ 1]) + data[91:], "another": other}
    file.write_bytes(harmed[harm])
    EDITS["text"](folder, 3)
    again(folder)
    assert written(folder) == anew(folder)


def test_a_page_that_somebody_wrote_into_is_made_anew(folder: Path) -> None:
    page = next((folder / "build/pages/islands").glob("*-islands.md"))
    text = page.read_text("utf-8")
    page.write_text(text + "\nNot from here.\n", "utf-8")
    again(folder)
    assert page.read_text("utf-8") == text


def test_a_page_that_somebody_deleted_is_made_anew(folder: Path) -> None:
    next((folder / "build/pages/islands").glob("*-islands.md")).unlink()
    again(folder)
    assert written(folder) == anew(folder)


def test_any_edits_of_the_real_dossier(tmp_path: Path) -> None:
    """Lines taken out, doubled, moved or changed at random, as long as there are no errors."""
    folder = tmp_path / "dossier"
    for name in ("content", "seeds"):
        shutil.copytree(REAL / name, folder / name)
    chance = random.Random(20190225)
    again(folder)
    done = 0
    while done < 4:
        if _edited(folder, chance):
            again(folder, jobs=chance.choice((1, 2)))
            assert written(folder) == anew(folder)
            done += 1


def _edited(folder: Path, chance: random.Random) -> bool:
    """Change something somewhere; whether that left a dossier without errors."""
    path = chance.choice(sorted((folder / "content").glob("*/*.yml")))
    text = path.read_text("utf-8")
    lines = text.split("\n")
    at = chance.randrange(len(lines) - 1)
    match chance.randrange(4):
        case 0:
            del lines[at]
        case 1:
            lines[at] = re.sub(r"\d", lambda _: str(chance.randrange(10)), lines[at], count=1)
        case 2:
            lines[at] = re.sub(r"\b([a-z]{4,})\b", r"\1 indeed", lines[at], count=1)
        case _:
            lines[at], lines[at + 1] = lines[at + 1], lines[at]
    path.write_text("\n".join(lines), "utf-8")
    files, _ = disk.read(folder)
    is_fine = text != "\n".join(lines) and all(
        each.severity is not Severity.ERROR for each in check(files).diagnostics
    )
    if not is_fine:
        path.write_text(text, "utf-8")
    return is_fine
