"""What the README shows is what happens."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click import Context
from click.testing import CliRunner

from dossier.cli import main

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def _block(opening: str) -> str:
    found = re.search(rf"^```\w*\n({re.escape(opening)}.*?)^```", README, re.DOTALL | re.MULTILINE)
    assert found, f"the README has no block that begins with {opening}"
    return found[1]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for folder in ("content", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def _check(project: Path) -> str:
    return CliRunner().invoke(main, ["check", str(project)]).stdout


def test_the_sheet_it_shows_is_a_good_one(project: Path) -> None:
    (project / "content/islands/shikotan.yml").write_text(_block("name: Shikotan"), "utf-8")
    assert _check(project) == ""


def test_the_error_it_shows_is_the_one_printed(project: Path) -> None:
    sheet = _block("name: Shikotan").replace("that Tokyo", "that Tokio")
    (project / "content/islands/shikotan.yml").write_text(sheet, "utf-8")
    shown = " ".join(_block("error[quote-not-found]").split())  # long lines are broken on the page
    assert " ".join(_check(project).split()) == shown


@pytest.mark.parametrize("command", main.list_commands(Context(main)))
def test_every_command_is_listed(command: str) -> None:
    assert f"| `dossier {command} [" in README


def test_every_target_it_names_is_one_of_make() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in set(re.findall(r"`make (\w+)`|^make (\w+)", README, re.MULTILINE)):
        name = target[0] or target[1]
        assert re.search(rf"^{name}:", makefile, re.MULTILINE), name
