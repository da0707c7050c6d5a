"""`dossier find`: sentences by their words, and every citation it prints can be pasted into a sheet."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from dossiers import BASE
from hypothesis import assume, given
from hypothesis import strategies as st

from dossier.articles import Article
from dossier.articles.quotable import alone, beside
from dossier.articles.searching import search, terms
from dossier.cli import main
from dossier.cli.find import cited_in_field, cited_in_text
from dossier.diagnostics import Severity
from dossier.disk import write
from dossier.graph import Mark
from dossier.pipeline import check

SOURCE = (
    "{{type: webpage, title: T, publisher: P, reliability: press, language: {language}, "
    "text: seeds/{name}.txt, sha256: {digest}}}\n"
)


def held(name: str, text: str, language: str = "en") -> dict[str, bytes]:
    """A source whose text is held."""
    data = text.encode()
    sheet = SOURCE.format(name=name, language=language, digest=sha256(data).hexdigest())
    return {f"seeds/{name}.txt": data, f"content/sources/{name}.yml": sheet.encode()}


TEXTS = {
    **held("en", "He said “we agree”. The path C:\\isles was closed. They agreed.\nThey agreed on that. They agreed."),
    **held("ru", "Остров Шикотан был передан. На островах живут люди.", "ru"),
    **held("ja", "日本政府は色丹島の引き渡しを求めた。会談は来月だ。", "ja"),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, {**BASE, **TEXTS})
    return tmp_path


def _find(folder: Path, *args: str) -> Result:
    result = CliRunner().invoke(main, ["find", "--dir", str(folder), *args])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


def test_a_sentence_with_its_source_its_number_and_both_citations(folder: Path) -> None:
    result = _find(folder, "on", "islands", "--source", "ru")
    assert result.exit_code == 1
    result = _find(folder, "острова", "люди")
    assert result.exit_code == 0
    assert result.stdout == (
        "ru, sentence 2 · T\n"
        '  cite: {source: ru, quote: "На островах живут люди."}\n'
        '  [@ru "На островах живут люди."]\n\n'
    )
    assert result.stderr == "1 sentence.\n"


def test_japanese(folder: Path) -> None:
    assert 'quote: "日本政府は色丹島の引き渡しを求めた。"' in _find(folder, "色丹島").stdout


def test_what_means_something_to_yaml_or_to_prose_is_escaped(folder: Path) -> None:
    shown = _find(folder, "isles").stdout
    assert r'cite: {source: en, quote: "The path C:\\isles was closed."}' in shown
    assert r'[@en "The path C:\\isles was closed."]' in shown


def test_the_sentence_is_shown_where_the_quotation_is_another(folder: Path) -> None:
    lines = _find(folder, "they", "agreed", "--source", "en").stdout.splitlines()
    assert "  They agreed." in lines


def test_a_limit_is_told(folder: Path) -> None:
    result = _find(folder, "agreed", "--limit", "1")
    assert result.stdout.count("cite: ") == 1
    assert re.fullmatch(r"1 of \d sentences; --limit \d shows all.\n", result.stderr)


def test_where_nothing_holds_the_words_what_comes_nearest_is_shown(folder: Path) -> None:
    result = _find(folder, "Шиктан")
    assert result.exit_code == 1
    assert "ru, sentence 1" in result.stdout
    assert result.stderr == "No sentence holds all these words. These come nearest.\n"


def test_nothing_at_all(folder: Path) -> None:
    result = _find(folder, "Vladivostok")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "No sentence holds these words, or anything like them.\n"


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ((), "Missing argument"),
        (("…",), "no word to look for"),
        (("a", "--source", "gazete"), 'there is no source "gazete". Did you mean "gazette"?'),
        (("a", "--source", "northland"), 'of "northland" no text is held'),
        (("a", "--limit", "0"), "x>=1"),
    ],
)
def test_wrong_use(folder: Path, args: tuple[str, ...], words: str) -> None:
    result = _find(folder, *args)
    assert result.exit_code == 2
    assert words in result.stderr


def test_a_sheet_that_is_broken_does_not_stop_it(folder: Path) -> None:
    (folder / "content/actors/northland.yml").write_text("name: [\n", "utf-8")
    assert _find(folder, "остров").exit_code == 0


def test_the_help_has_an_example() -> None:
    assert "dossier find peace treaty" in CliRunner().invoke(main, ["find", "--help"]).stdout


PIECES = st.sampled_from([
    "Kono agreed to it.", "“So it was.”", 'He said "no: never" # here.', "C:\\new {a: b}, [c].", "[[x]] *b* `c` <i>.",
    "日本は条約を結ぶ。", "Да, это так.", "It’s 3.5 km, non-stop.", "\n", "\n\n", "\u200b",
    "e\u0301te\u0301 was.", "\ue000", "It was\u034f it.", "and so on and on " * 40,
])  # fmt: skip
SURE = st.integers(1, 9).map(lambda number: f"On day {number} they agreed to it.")
TEXT = st.tuples(SURE, st.lists(PIECES | st.text(max_size=8), max_size=12)).map(
    lambda parts: " ".join((*parts[1], parts[0]))
)


@given(TEXT, st.data())
def test_every_citation_verifies_where_it_is_pasted(text: str, data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(terms(text)))
    files = {**BASE, **held("pasted", text.encode("utf-8", "replace").decode())}
    article = check(files).dossier.articles["pasted"]
    assume(isinstance(article, Article))
    assert isinstance(article, Article)
    lines: list[str] = []
    for hit in search({"pasted": article}, (word,)):
        if quotation := beside(article, hit.start, hit.end):
            lines.append(f"  - text: Said {len(lines)}.\n    {cited_in_field('pasted', quotation)}\n")
        if plain := alone(article, hit.start, hit.end):
            lines.append(f"  - text: >-\n      Said {len(lines)}. {cited_in_text('pasted', plain.quote)}\n")
    assume(lines)
    sheet = f"name: Southland\ntype: state\nclaims:\n{''.join(lines)}"
    compiled = check({**files, "content/actors/southland.yml": sheet.encode()})
    assert [each for each in compiled.diagnostics if each.severity is Severity.ERROR] == []
    assert [each.mark for each in compiled.graph.of_sheet["southland"]] == [Mark.VERIFIED] * len(lines)
