"""What somebody who only knows Notepad and Word types, and the message that says what to type instead.

Every row of the table in `habitcases` goes through `dossier check`: it is found once, at its place, the message says
what to do, and whoever does it is told of nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from dossiers import BASE
from habitcases import FILES, HABITS, ISLAND, Habit

from dossier.cli import main

TREE = {**BASE, **{path: text.encode() for path, text in FILES.items()}}
JARGON = re.compile(
    r"YAML|scalar|mapping|sequence|anchor|alias\b|token|parse|EDTF|BCP|null|string|regex", re.IGNORECASE
)
_FOUND = re.compile(
    r"^(?:error|warning|info)\[(?P<code>[a-z0-9-]+)\]: .*\n  --> (?P<file>[^\n]*?):(?P<place>\d+:\d+)$", re.M
)


def checked(folder: Path, files: dict[str, bytes]) -> str:
    """What `dossier check` prints for these files, on one line a finding's every sentence."""
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists() or file.read_bytes() != data:
            file.write_bytes(data)
    result = CliRunner().invoke(main, ["check", str(folder)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result.stdout


def test_nothing_is_wrong_before_a_habit(tmp_path: Path) -> None:
    assert checked(tmp_path, TREE) == ""


@pytest.mark.parametrize("row", HABITS, ids=lambda row: row.habit)
def test_a_habit_ends_in_what_to_type_instead(tmp_path: Path, row: Habit) -> None:
    text = TREE[row.file].decode()
    assert row.was in text
    shown = checked(tmp_path, {**TREE, row.file: text.replace(row.was, row.typed, 1).encode()})
    found = [(match["file"], f"{match['place']} {match['code']}") for match in _FOUND.finditer(shown)]
    assert ", ".join(what for _, what in found) == row.found, shown
    assert {file for file, _ in found} == {row.file}
    assert row.remedy.lower() in shown.lower()
    assert not JARGON.search(_messages(shown)), shown
    if row.mended is not None:
        assert checked(tmp_path, {**TREE, row.file: text.replace(row.was, row.mended, 1).encode()}) == ""


def _messages(shown: str) -> str:
    """What is said, without the lines of the file and without what is quoted of it."""
    said = [line for line in shown.splitlines() if re.match(r"\w+\[[a-z0-9-]+\]: |  = ", line)]
    return re.sub(r"\[[a-z0-9-]+\]|[\"“][^\"”]*[\"”]", "", "\n".join(said))


# --- how a file is saved


@pytest.mark.parametrize(
    ("saved", "found", "remedy"),
    [
        (lambda text: text.replace("\n", "\r\n").encode(), "", ""),
        (lambda text: text.replace("\n", "\r").encode(), "1:18 lone-carriage-return", "CR LF (Windows)"),
        (
            lambda text: text.encode("utf-8-sig"),
            "1:1 byte-order-mark",
            'Encoding "UTF-8", not "UTF-8 with BOM"',
        ),
        (lambda text: text.encode("utf-16"), "1:1 not-utf8", "in Notepad, Save as, Encoding"),
        (lambda text: b"\xfe\xff" + text.encode("utf-16-be"), "1:1 not-utf8", "save the file again as UTF-8"),
        (lambda text: text.replace("A report", "A “report”").encode("cp1252"), "21:13 not-utf8", "as UTF-8"),
        (lambda text: text.replace("A report", "Отчёт").encode("cp1251"), "21:11 not-utf8", "as UTF-8"),
        (lambda text: text.replace("A report", "報告書").encode("shift_jis"), "21:11 not-utf8", "as UTF-8"),
        (lambda _: b"", "1:1 empty-sheet", "name: Shikotan"),
        (lambda _: b"An island.\n", "1:1 not-a-mapping", "name: Shikotan"),
    ],
    ids=[
        "CR LF",
        "old Mac",
        "BOM",
        "UTF-16",
        "UTF-16 BE",
        "cp1252",
        "cp1251",
        "Shift-JIS",
        "empty",
        "plain text",
    ],
)
def test_however_a_file_is_saved(
    tmp_path: Path, saved: Callable[[str], bytes], found: str, remedy: str
) -> None:
    shown = checked(tmp_path, {**TREE, ISLAND: saved(TREE[ISLAND].decode())})
    assert ", ".join(f"{each['place']} {each['code']}" for each in _FOUND.finditer(shown)) == found
    assert remedy.lower() in shown.lower()


# --- what a file is called, and where it lies


@pytest.mark.parametrize(
    ("path", "code", "remedy"),
    [
        ("content/actors/Northland.yml", "bad-file-name", "lower-case letters"),
        ("content/actors/northland (1).yml", "bad-file-name", "lower-case letters"),
        ("content/actors/con.yml", "bad-file-name", "Windows keeps this name"),
        ("content/actors/northland.yaml", "stray-file", "Rename it to northland.yml"),
        ("content/actors/northland.YML", "stray-file", "Rename it to northland.yml"),
        ("content/actors/northland.yml.txt", "stray-file", "Rename it to northland.yml"),
        ("content/actors/northland.txt", "stray-file", "Rename it to northland.yml"),
        ("content/northland.yml", "stray-file", "Sheets live in content/"),
        ("content/actor/northland.yml", "stray-file", "Move it to content/actors/northland.yml"),
        ("content/Actors/northland.yml", "stray-file", "Move it to content/actors/northland.yml"),
        ("content/actors/states/northland.yml", "stray-file", "Move it to content/actors/northland.yml"),
    ],
)
def test_whatever_a_file_is_called(tmp_path: Path, path: str, code: str, remedy: str) -> None:
    """Those who name the sheet are not at fault, and nothing is said of them."""
    files = dict(TREE)
    files[path] = files.pop("content/actors/northland.yml")
    if "con.yml" in path or "(1)" in path:
        files["content/actors/northland.yml"] = files[path]
    shown = checked(tmp_path, files)
    assert [(each["file"], each["code"]) for each in _FOUND.finditer(shown)] == [(path, code)]
    assert remedy in shown


@pytest.mark.parametrize(
    ("path", "text", "code", "remedy"),
    [
        ("content/islands/northland.yml", "name: North Rock\ntype: island\n", "duplicate-id", "Rename one"),
        ("content/sources/gazette.txt", "An article.\n", "stray-file", "an article goes to seeds/"),
        ("content/about.md", "# About\n", "stray-file", "content/pages"),
        ("content/pages/about.md", "Us\n", "page-without-title", 'a line "# " and the title'),
        ("content/geo/x.json", "{}", "stray-file", "Rename or move"),
        ("content/geo/x.geojson", "{oops", "bad-geojson", "Export it as GeoJSON again"),
        ("seeds/article.docx", "PK", "unclaimed-text", "save it as text"),
        ("seeds/article.txt", "Words.\n", "unclaimed-text", 'content/sources with "text: seeds/article.txt"'),
    ],
)
def test_files_too_many(tmp_path: Path, path: str, text: str, code: str, remedy: str) -> None:
    shown = checked(tmp_path, {**TREE, path: text.encode()})
    assert [(each["file"], each["code"]) for each in _FOUND.finditer(shown)] == [(path, code)]
    assert remedy in shown
