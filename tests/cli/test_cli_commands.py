"""The commands as a person meets them: exit codes, what is printed where, and what is left on the disk."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from clicases import ERROR, GOOD_PAGES, INFO, WARNING, change, contents, project
from click import Context
from click.testing import CliRunner, Result

from dossier import __version__
from dossier.cli import main
from dossier.rulebook import RULEBOOK

Changes = Mapping[str, tuple[str, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project(tmp_path / "project")


def _run(*args: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(arg) for arg in args])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


# --- exit codes


@pytest.mark.parametrize(
    ("changes", "checked", "built", "strictly"),
    [({}, 0, 0, 0), (ERROR, 1, 1, 1), (WARNING, 1, 0, 1), (INFO, 0, 0, 0), ({**WARNING, **ERROR}, 1, 1, 1)],
    ids=["nothing", "error", "warning", "information", "error and warning"],
)
def test_exit_codes(folder: Path, changes: Changes, checked: int, built: int, strictly: int) -> None:
    change(folder, changes)
    assert _run("check", folder).exit_code == checked
    assert _run("build", folder, "--strict").exit_code == strictly
    assert (folder / "site").exists() is (strictly == 0)
    assert _run("build", folder).exit_code == built
    assert (folder / "site").exists() is (built == 0)


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("check", "nowhere"), "there is no dossier"),
        (("build", "nowhere"), "there is no dossier"),
        (("check", "{file}"), "is a file"),
        (("check", "--colour"), "No such option"),
        (("build", "--site-dirr", "x"), "--site-dir"),
        (("check", "--output-format", "xml"), "'full', 'concise', 'json', 'github'"),
        (("check", ".", "."), "unexpected extra argument"),
        (("chekc",), 'there is no command "chekc". Did you mean "check"?'),
        (("biuld", "."), 'Did you mean "build"?'),
        (("publish",), "Commands: "),
        (("explain", "quote-not-fuond"), 'there is no finding "quote-not-fuond". Did you mean "quote-not-found"?'),
        (("serve", "--port", "0"), "1<=x<=65535"),
        (("serve", "nowhere"), "there is no dossier"),
    ],
)  # fmt: skip
def test_usage_is_2_and_says_what_is_wrong(tmp_path: Path, args: tuple[str, ...], words: str) -> None:
    (tmp_path / "file").write_text("x")
    result = _run(*(arg.format(file=tmp_path / "file") for arg in args))
    assert result.exit_code == 2
    assert words in result.stderr
    assert result.stdout == ""


def test_a_folder_that_holds_something_else_is_refused(folder: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "thesis.txt").write_text("years of work")
    result = _run("build", folder, "--site-dir", precious)
    assert result.exit_code == 2
    assert "site-dir-refused" in result.stderr
    assert [path.name for path in precious.iterdir()] == ["thesis.txt"]


def test_a_site_goes_where_it_is_told(folder: Path, tmp_path: Path) -> None:
    assert _run("build", folder, "--site-dir", tmp_path / "out").exit_code == 0
    assert (tmp_path / "out/index.html").is_file()
    assert not (folder / "site").exists()


def test_a_missing_configuration_is_2(folder: Path) -> None:
    (folder / "mkdocs.yml").unlink()
    result = _run("build", folder)
    assert result.exit_code == 2
    assert "config-invalid" in result.stderr


# --- what is printed


def test_all_is_well(folder: Path) -> None:
    result = _run("check", folder)
    assert (result.stdout, result.stderr) == ("", "Nothing found.\n")


def test_full_shows_the_line_a_caret_and_a_hint(folder: Path) -> None:
    change(folder, ERROR)
    result = _run("check", folder)
    assert result.stderr == "1 error.\n"
    assert re.search(r'^error\[quote-not-found\]: these words do not stand in "diary"$', result.stdout, re.M)
    assert re.search(r"^  --> content/briefing\.yml:6:\d+$", result.stdout, re.M)
    assert re.search(r"^6 \| .*It snowed all day", result.stdout, re.M)
    assert re.search(r"^  \| +\^+$", result.stdout, re.M)
    assert "“It rained all day”" in result.stdout


def test_concise_is_a_line_each(folder: Path) -> None:
    change(folder, {**ERROR, **WARNING})
    lines = _run("check", folder, "--output-format", "concise").stdout.splitlines()
    assert [line.partition(" ")[2].partition(" ")[0] for line in lines] == [
        "error[quote-not-found]",
        "warning[lonely-sheet]",
    ]
    assert all(re.match(r"content/[a-z/]+\.yml:\d+:\d+: ", line) for line in lines)


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize("changes", [{}, ERROR, WARNING], ids=["nothing", "error", "warning"])
def test_json_is_one_document(folder: Path, command: str, changes: Changes) -> None:
    change(folder, changes)
    found = json.loads(_run(command, folder, "--output-format", "json").stdout)
    assert len(found) == len(changes)
    for each in found:
        assert each["code"] in RULEBOOK
        assert (folder / each["file"]).is_file()
        assert each["line"] >= 1
        assert each["column"] >= 1
        assert each["severity"] in ("error", "warning", "info")


def test_json_of_what_mkdocs_finds_is_one_document_too(folder: Path) -> None:
    change(folder, WARNING)
    change(folder, {"mkdocs.yml": ("nav: [index.md]", "nav: [index.md, nowhere.md]")})
    result = _run("build", folder, "--output-format", "json")
    assert result.exit_code == 1
    assert {each["code"] for each in json.loads(result.stdout)} == {"lonely-sheet", "renderer-warning"}


def test_github_is_a_command_each(folder: Path) -> None:
    change(
        folder,
        {**INFO, **WARNING, **ERROR, "content/briefing.yml": ("It rained all day", "It, 100% wet: all day")},
    )
    lines = _run("check", folder, "--output-format", "github").stdout.splitlines()
    assert lines
    for line in lines:
        assert re.match(
            r"::(error|warning|notice) file=content/[^,]+,line=\d+,endLine=\d+,title=[a-z-]+", line
        )
    assert any(line.startswith("::error file=content/briefing.yml,line=6,") for line in lines)


def test_a_file_that_steers_a_terminal_does_not(folder: Path) -> None:
    (folder / "content/islands").mkdir()
    (folder / "content/islands/\x1b[2Jx.yml").write_text("name: x")
    (folder / "content/islands/ok.yml").write_text("name: \x1b[31mx\x9b\ntype: \u202eisland\n")
    for form in ("full", "concise", "json", "github"):
        shown = _run("check", folder, "--output-format", form)
        assert shown.exit_code == 1
        assert not re.search("[\x1b\x9b\u202e]", shown.output.encode("utf-8", "replace").decode())


# --- explain, help, version


@pytest.mark.parametrize("code", RULEBOOK)
def test_every_finding_is_explained(code: str) -> None:
    result = _run("explain", code)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{code} ({RULEBOOK[code].severity})\n\n")
    assert re.search(r"^Bad:", result.stdout, re.M)
    assert re.search(r"^Good:", result.stdout, re.M)


def test_explain_alone_lists_all_findings() -> None:
    lines = _run("explain").stdout.splitlines()
    assert [line.partition(": ")[0] for line in lines] == list(RULEBOOK) == sorted(RULEBOOK)
    assert all(line.partition(": ")[2] for line in lines)


def test_help_names_every_command_with_what_it_does() -> None:
    text = _run("--help").stdout
    assert re.findall(r"^  ([a-z]+)  +\S", text, re.M) == main.list_commands(Context(main))
    assert "DIR is the folder that holds content/ and seeds/" in " ".join(text.split())
    assert _run("-h").stdout == text


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("check", ["--output-format"]),
        ("build", ["--site-dir", "--strict", "--output-format"]),
        ("serve", ["--host", "--port", "--open"]),
        ("explain", []),
    ],
)
def test_help_of_a_command_explains_its_options(command: str, options: list[str]) -> None:
    text = _run(command, "--help").stdout
    for option in options:
        assert re.search(rf"^  {option}\b.*\n?.*[a-z]{{3}}", text, re.M)


def test_version() -> None:
    assert _run("--version").stdout == f"dossier, version {__version__}\n"


# --- what is left on the disk


@pytest.mark.parametrize("changes", [ERROR, WARNING], ids=["error", "warning"])
def test_findings_leave_the_last_good_site_and_its_pages(folder: Path, changes: Changes) -> None:
    assert _run("build", folder).exit_code == 0
    before = contents(folder / "site"), contents(folder / "build")
    change(folder, changes)
    result = _run("build", folder, "--strict")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == "Nothing was published; the last good site stays."
    assert (contents(folder / "site"), contents(folder / "build")) == before


def test_check_writes_nothing_but_what_it_remembers(folder: Path) -> None:
    before = contents(folder)
    _run("check", folder)
    assert contents(folder) == before


def test_check_without_a_cache_writes_nothing_at_all(folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    _run("check", folder, "--no-cache")
    assert sorted(folder.rglob("*")) == before


def test_what_check_finds_is_the_same_from_the_cache(folder: Path) -> None:
    change(folder, ERROR)
    fresh, again = _run("check", folder, "--no-cache"), [_run("check", folder) for _ in range(2)]
    assert [each.stdout for each in again] == [fresh.stdout] * 2
    assert {each.exit_code for each in again} == {1}


def test_a_second_build_writes_no_page(folder: Path) -> None:
    _run("build", folder)
    before = contents(folder / "build")
    assert {
        path.removeprefix("pages/"): data for path, (data, _) in before.items() if path.startswith("pages/")
    } == {str(path.relative_to(GOOD_PAGES)): path.read_bytes() for path in GOOD_PAGES.rglob("*.*")}
    assert _run("build", folder).exit_code == 0
    assert contents(folder / "build") == before


def test_a_page_that_is_no_more_is_deleted(folder: Path) -> None:
    change(folder, WARNING)
    _run("build", folder)
    assert (folder / "build/pages/islands/rock.md").is_file()
    assert (folder / "site/islands/rock.html").is_file()
    (folder / "content/islands/rock.yml").unlink()
    _run("build", folder)
    assert not (folder / "build/pages/islands/rock.md").exists()
    assert not (folder / "site/islands/rock.html").exists()


def test_a_dossier_is_looked_for_where_one_stands(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert _run("check").exit_code == 0
    assert _run("build").exit_code == 0
    assert (folder / "site/index.html").is_file()
