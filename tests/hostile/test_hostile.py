"""Hostile dossiers through the commands: each ends in findings of one line each, or in a site that does no harm."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import html5lib
import pytest
from click.testing import CliRunner, Result
from hostilecases import BASE, BYTES, CASES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.cli import main
from dossier.diagnostics.formats import show
from dossier.pipeline import check, compile_site
from dossier.rulebook import RULEBOOK

ROOT = Path(__file__).parents[2]
FINDING = re.compile(r"(?:content|seeds)[^\n]*:\d+:\d+: (?:error|warning|info)\[([a-z0-9-]+)\] \S[^\n]*")
PLACES = ("content/islands/rock.yml", "content/briefing.yml", "content/kinds/island.yml", "content/pages/note.md",
          "content/geo/rock.geojson", "seeds/diary.txt")  # fmt: skip


def _lay(folder: Path, files: Mapping[str, bytes]) -> Path:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def _run(command: str, folder: Path) -> Result:
    result = CliRunner().invoke(main, [command, str(folder), "--output-format", "concise"])
    if not isinstance(result.exception, SystemExit | None):
        raise result.exception
    return result


def _is_one_line_each(result: Result) -> bool:
    lines = result.stdout.splitlines()
    matches = [FINDING.fullmatch(line) for line in lines]
    return all(match and match[1] in RULEBOOK for match in matches) and (result.exit_code == 0 or bool(lines))


def _check_site(folder: Path) -> None:
    """No page of the site holds what only an attack would bring."""
    for path in (folder / "site").rglob("*.html"):
        page = html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False)
        for element in page.iter():
            assert not any(name.startswith("on") for name in element.keys())  # noqa: SIM118
            assert not element.get("href", "").lower().startswith(("javascript:", "data:"))
            assert element.tag != "img"
            assert "alert(1)" not in (element.text or "") or element.tag != "script"
        assert "docs_dir" not in path.read_text("utf-8")


def test_the_small_dossier_is_without_a_fault(tmp_path: Path) -> None:
    assert _run("check", _lay(tmp_path, BASE)).output == "Nothing found.\n"


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_dossier(tmp_path: Path, name: str) -> None:
    folder = _lay(tmp_path / "dossier", {**BASE, **CASES[name]})
    checked = _run("check", folder)
    assert checked.exit_code in (0, 1)
    assert _is_one_line_each(checked)
    if "error[" not in checked.stdout:
        shutil.copytree(ROOT / "theme", folder / "theme")
        shutil.copy(ROOT / "mkdocs.yml", folder)
        built = _run("build", folder)
        assert built.exit_code == 0, built.output
        _check_site(folder)
    assert not [path for path in tmp_path.rglob("*") if "evil" in path.name]
    assert os.listdir(tmp_path) == ["dossier"]  # noqa: PTH208


MUST_FAIL = set(CASES) - {
    "ids of devices, numbers and 240 letters", "a circle of parts", "a circle of events", "a circle of sources",
    "pages that would do more", "kinds whose labels would be markup", "5,000 marks", "lists in lists",
    "a source that cites itself",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(MUST_FAIL))
def test_what_is_wrong_is_an_error(name: str) -> None:
    assert check({**BASE, **CASES[name]}).has_errors


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", BYTES)
def test_hostile_bytes_in_every_place(name: str, place: str) -> None:
    _check_only({**BASE, place: BYTES[name]})


def _check_only(files: Mapping[str, bytes]) -> None:
    """Check, print every finding, and compile where there is no error."""
    compiled = check(files)
    for line in show(compiled.diagnostics, "concise", files).splitlines():
        assert FINDING.fullmatch(line), line
    show(compiled.diagnostics, "full", files).encode()
    for each in compiled.diagnostics:
        assert each.span.line >= 1
        assert each.span.column >= 1
    if not compiled.has_errors:
        compile_site(compiled)


many = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@many
@given(place=st.sampled_from(PLACES), data=st.binary(max_size=200))
def test_random_bytes(place: str, data: bytes) -> None:
    _check_only({**BASE, place: data})


PIECES = [
    *"[]{}|>&*!%@`\"'#:,?-+\n\t~<^$\\/. ", "name: ", "type: island\n", "summary: ", "body: |\n  ", "text: ", "cite: ",
    "claims:\n  - ", "{source: diary, quote: It rained all day}", "[inferred: x]", '[@diary "It rained all day"]', "[[",
    "[[rock]]", "]]", "facts:\n  ", "area: ", "relations:\n  ", "part_of: ", "to: rock", "when: ", "1956", "1900/..",
    "by: rock", "topic: x", "  ", "\n  ", "\n    ", "- ", "**", "# ", "é", "日", "\u202e", "\x00", "\ud83d", "<script>",
    "{{ 7*7 }}", "formerly: [", "aliases: [", "names: {en: ", "}", "]", "status: ", "id: summary",
]  # fmt: skip


@many
@given(
    place=st.sampled_from(PLACES),
    pieces=st.lists(st.sampled_from(PIECES), max_size=25),
    start=st.sampled_from(["", "name: Rock\ntype: island\n", "title: x\nas_of: 1900\nupdated: 1900\n"]),
)
def test_random_sheets(place: str, pieces: list[str], start: str) -> None:
    _check_only({**BASE, place: (start + "".join(pieces)).encode("utf-8", "surrogatepass")})


@many
@given(
    place=st.sampled_from(sorted(BASE)),
    at=st.floats(0, 1),
    cut=st.integers(0, 30),
    put=st.sampled_from(PIECES),
)
def test_good_files_with_a_piece_changed(place: str, at: float, cut: int, put: str) -> None:
    data = BASE[place]
    start = int(at * len(data))
    _check_only({**BASE, place: data[:start] + put.encode("utf-8", "surrogatepass") + data[start + cut :]})


@pytest.mark.parametrize("number", [5000])
def test_thousands_of_wrong_quotations_are_all_reported(number: int) -> None:
    text = b" ".join(b"word%d is number %d." % (i, i) for i in range(20_000))
    quotes = [f"word{i} is nomber {i}" for i in range(number)]
    sheets = {
        f"content/islands/i{n}.yml": b"name: I\ntype: island\nclaims:\n"
        + "".join(
            f"  - {{text: T, cite: {{source: diary, quote: {quote}}}}}\n" for quote in quotes[n::4]
        ).encode()
        for n in range(4)
    }
    pinned = sha256(text).hexdigest().encode()
    diary = re.sub(rb"sha256: \w+", b"sha256: " + pinned, BASE["content/sources/diary.yml"])
    compiled = check({**BASE, **sheets, "content/sources/diary.yml": diary, "seeds/diary.txt": text})
    missed = [each for each in compiled.diagnostics if each.code == "quote-not-found"]
    assert len({each.span for each in missed if each.span.file in sheets}) == number
