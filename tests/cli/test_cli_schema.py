"""`dossier schema`: schemas below `build/`, and settings that keep what a person has set."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from clicases import change, contents, project
from click.testing import CliRunner, Result

from dossier.cli import main

SETTINGS = ".vscode/settings.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project(tmp_path)


def _run(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["schema", *options, str(folder)])


def _settings(folder: Path) -> dict[str, object]:
    settings: dict[str, object] = json.loads((folder / SETTINGS).read_text("utf-8"))
    return settings


def test_it_writes_schemas_and_says_where(folder: Path) -> None:
    result = _run(folder)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "build/schema" in result.stderr
    for path, pattern in _settings(folder)["yaml.schemas"].items():  # type: ignore[attr-defined]
        assert (folder / path).is_file()
        assert pattern.startswith("content/")
    recommended = json.loads((folder / ".vscode/extensions.json").read_text("utf-8"))
    assert recommended == {"recommendations": ["redhat.vscode-yaml"]}


def test_run_again_it_changes_nothing(folder: Path) -> None:
    _run(folder)
    before = contents(folder)
    _run(folder)
    assert contents(folder) == before


def test_a_build_writes_the_same_schemas(folder: Path) -> None:
    _run(folder)
    written = {path: data for path, data in contents(folder).items() if path.startswith("build/schema")}
    assert written
    assert CliRunner().invoke(main, ["build", str(folder)]).exit_code == 0
    assert {
        path: data for path, data in contents(folder).items() if path.startswith("build/schema")
    } == written


def test_pages_stay_and_schemas_of_kinds_that_are_gone_do_not(folder: Path) -> None:
    kind = folder / "content/kinds/ship.yml"
    change(folder, {"content/kinds/ship.yml": ("", "label: Ship\nplural: Ships\n")})
    CliRunner().invoke(main, ["build", str(folder)])
    _run(folder)
    assert "./build/schema/ship.json" in _settings(folder)["yaml.schemas"]  # type: ignore[operator]
    kind.unlink()
    _run(folder)
    assert not (folder / "build/schema/ship.json").exists()
    assert "./build/schema/ship.json" not in _settings(folder)["yaml.schemas"]  # type: ignore[operator]
    assert (folder / "build/pages/index.md").is_file()


def test_a_dossier_with_errors_gets_them_too(folder: Path) -> None:
    change(folder, {"content/islands/rock.yml": ("", "name: [Rock\n")})
    assert _run(folder).exit_code == 0
    assert (folder / "build/schema/island.json").is_file()


def test_settings_that_are_there_stay(folder: Path) -> None:
    (folder / ".vscode").mkdir()
    first = '{\n    // ours\n    "editor.rulers": [80, 100],\n    "yaml.schemas": {'
    (folder / SETTINGS).write_text(first + '"./mine.json": "mine/*.yml"}, /* last */\n}\n', "utf-8")
    assert _run(folder).exit_code == 0
    after = (folder / SETTINGS).read_text("utf-8")
    assert after.startswith(first + '\n        "./mine.json"')
    assert "}, /* last */\n" in after
    assert after.count("./build/schema/actor.json") == 1


@pytest.mark.parametrize("kept", ["[1]", '{"a": 1, "a": 2}', "{", '{"yaml.schemas": {/* mine */}}', "\x00"])
def test_what_cannot_be_changed_safely_is_left_and_said(folder: Path, kept: str) -> None:
    (folder / ".vscode").mkdir()
    (folder / SETTINGS).write_text(kept, "utf-8")
    result = _run(folder)
    assert result.exit_code == 1
    assert (folder / SETTINGS).read_text("utf-8") == kept
    assert "left as it is" in result.stderr
    assert "./build/schema/actor.json" in json.loads(result.stdout)["yaml.schemas"]


def test_settings_of_another_encoding_are_left(folder: Path) -> None:
    (folder / ".vscode").mkdir()
    (folder / SETTINGS).write_bytes(b"\xff\xfe{\0}\0")
    assert _run(folder).exit_code == 1
    assert (folder / SETTINGS).read_bytes() == b"\xff\xfe{\0}\0"


def test_an_empty_file_of_settings_is_filled(folder: Path) -> None:
    (folder / ".vscode").mkdir()
    (folder / SETTINGS).write_bytes(b"")
    assert _run(folder).exit_code == 0
    assert _settings(folder)["yaml.format.enable"] is False


@pytest.mark.parametrize("link", [".vscode", SETTINGS, "build"])
def test_it_does_not_write_through_links(
    folder: Path, link: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "settings.json").write_text("{}", "utf-8")
    (folder / link).parent.mkdir(exist_ok=True)
    (folder / link).symlink_to(elsewhere / "settings.json" if link == SETTINGS else elsewhere)
    result = _run(folder)
    assert result.exit_code == 2
    assert "link" in result.stderr
    assert contents(elsewhere).keys() == {"settings.json"}
    assert (elsewhere / "settings.json").read_text("utf-8") == "{}"


def test_for_other_editors_it_prints_settings_and_leaves_those_of_vs_code_alone(folder: Path) -> None:
    result = _run(folder, "--settings")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["yaml"]["schemas"]["./build/schema/actor.json"] == "content/actors/*.yml"
    assert not (folder / ".vscode").exists()


def test_where_there_is_no_dossier_it_says_so(tmp_path: Path) -> None:
    result = _run(tmp_path)
    assert result.exit_code == 2
    assert "there is no dossier" in result.stderr
    assert list(tmp_path.iterdir()) == []
