"""`dossier new`: the right file, to be filled in, and nothing of it published before."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newdossiers import files_of, new_dossier_in, run

from dossier.diagnostics import Severity
from dossier.kinds import shipped
from dossier.pipeline import Compiled, check
from dossier.starter import new_dossier
from dossier.starter.sheets import new_sheet
from dossier.strict_yaml import parse

KINDS = [name.removesuffix(".yml") for name in shipped()]
EXAMPLE = check(new_dossier("Any", "")).dossier
REFUSED_CHARACTERS = {
    "bidirectional-character",
    "control-character",
    "invisible-character",
    "not-nfc",
    "not-utf8",
    "undefined-character",
    "unusual-space",
}
VESSEL = b"""
label: Vessel
plural: Vessels
about: A ship or a boat.
fields:
  hull: {type: choice, label: Hull, required: true, choices: {wood: {}, steel: {}}}
facts:
  length: {type: number, unit: m, label: Length}
relations:
  owner: {label: Owner, reverse: Owns, to: [actor], about: Who has it.}
"""


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_dossier_in(tmp_path_factory.mktemp("made") / "new")


@pytest.fixture
def folder(new: Path, tmp_path: Path) -> Path:
    """A new dossier, of which each test has its own."""
    return Path(shutil.copytree(new, tmp_path / "new"))


def _declare_vessels(folder: Path) -> None:
    (folder / "content/kinds").mkdir()
    (folder / "content/kinds/vessel.yml").write_bytes(VESSEL)


def _on(compiled: Compiled, path: str) -> list[str]:
    return [f"{each.code} {each.message}" for each in compiled.diagnostics if each.span.file == path]


@pytest.mark.parametrize(
    ("words", "path", "asked"),
    [
        (["actor", "Anna Berg"], "content/actors/anna-berg.yml", ["type"]),
        (["Treaties and documents", "Oil Act"], "content/treaties/oil-act.yml", ["type"]),
        (["ISLAND", "Gull Rock"], "content/islands/gull-rock.yml", ["type"]),
        (
            ["events", "The councils meet", "--date", "1932-06~"],
            "content/events/1932-06-the-councils-meet.yml",
            ["status", "quote"],
        ),
        (
            ["source", "Letters: a volume", "--date", "1931"],
            "content/sources/letters-a-volume.yml",
            ["type", "publisher", "language", "reliability"],
        ),
        (["actor", "Анна Берг"], "content/actors/anna-berg.yml", ["type"]),
        (["actor", "色丹", "--id", "shikotan-person"], "content/actors/shikotan-person.yml", ["type"]),
    ],
)
def test_it_writes_a_sheet_in_which_only_what_is_empty_is_wrong(
    folder: Path, words: list[str], path: str, asked: list[str]
) -> None:
    before = files_of(folder)
    done = run("new", *words, "--dir", folder)
    after = files_of(folder)
    assert done.exit_code == 0
    assert done.stdout == f"{folder / path}\n"
    assert set(after) - set(before) == {path}
    assert {**after, path: b""} == {**before, path: b""}
    compiled = check(after)
    assert compiled.dossier.sheets[Path(path).stem].name == words[1]
    said = [each for each in _on(compiled, path) if each.startswith("empty-value")]
    assert said == [f'empty-value "{name}" is empty' for name in asked]
    assert {line.partition(" ")[0] for line in _on(compiled, path)} <= {
        "empty-value",
        "lonely-sheet",
        "unused-source",
    }
    assert run("build", folder).exit_code == 1


def test_what_must_be_filled_in_is_asked_for_with_what_it_may_be(folder: Path) -> None:
    run("new", "event", "They meet", "--date", "1932-06-01", "--dir", folder)
    said = " ".join(run("check", folder).stdout.split())
    assert "Write its value after the colon. One of happened, ongoing, planned, cancelled." in said
    assert "Quote at least three words, exactly as they stand in the source." in said


def test_filled_in_it_is_a_good_sheet(folder: Path) -> None:
    for words in (["actor", "Orla Reed"], ["event", "A keeper is sought", "--date", "1932-03-14"]):
        run("new", *words, "--dir", folder)
    actor, event = (
        folder / "content/actors/orla-reed.yml",
        folder / "content/events/1932-03-14-a-keeper-is-sought.yml",
    )
    actor.write_text(actor.read_text("utf-8").replace("type: ", "type: person ", 1), "utf-8")
    text = (
        event.read_text("utf-8")
        .replace("status: ", "status: planned ", 1)
        .replace("#actors: []", "actors: [orla-reed]")
    )
    event.write_text(text.replace('quote: ""', 'quote: "Nobody lives there but the keeper"', 1), "utf-8")
    done = run("check", folder)
    assert (done.exit_code, done.stdout) == (0, "")


@pytest.mark.parametrize("kind", KINDS)
def test_every_hint_can_be_used_by_taking_its_sign_away(kind: str) -> None:
    declared = EXAMPLE.kinds[kind]
    lines = new_sheet(EXAMPLE, declared, "A name", "1932" if kind == "event" else "").splitlines()
    head, besides = lines[: lines.index("") + 2], lines[lines.index("") + 2 :]
    assert all(line.startswith("#") and len(line) <= 120 for line in besides)
    text = "\n".join((*head, *(line.removeprefix("#") for line in besides))) + "\n"
    path = f"content/{declared.folder}/a-name.yml"
    compiled = check({**new_dossier("Any", ""), path: text.encode()})
    wrong = {
        each.code
        for each in compiled.diagnostics
        if each.span.file == path and each.severity is Severity.ERROR
    }
    assert wrong == {"empty-value", "no-words", "short-quote"}
    known = {*declared.fields, *declared.facts, *declared.relations}
    assert all(any(line.lstrip("# ").startswith(f"{name}:") for line in lines) for name in known)


def test_the_hints_name_what_the_dossier_has() -> None:
    text = new_sheet(EXAMPLE, EXAMPLE.kinds["event"], "A name", "1932")
    assert "#actors: []                        # such as ida-marrow, larkmouth\n" in text
    assert "larkmouth-courier-1932-03-14" in text
    bare = check(new_dossier("Any", "", "2026-01-01")).dossier
    assert 'cite: {source: "", quote: ""}' in new_sheet(bare, bare.kinds["event"], "A name", "1932")


def test_a_kind_of_the_dossier_itself_is_written_by_its_declaration(folder: Path) -> None:
    _declare_vessels(folder)
    done = run("new", "vessels", "Petrel", "--dir", folder)
    assert done.exit_code == 0
    text = (folder / "content/vessels/petrel.yml").read_text("utf-8")
    assert "# Vessel. A ship or a boat.\n" in text
    assert "hull:                             # wood or steel\n" in text
    assert "# a number of m\n" in text
    assert "# Owner: actor. Who has it\n" in text


def test_the_first_of_its_kind_tells_how_readers_come_to_it(folder: Path) -> None:
    _declare_vessels(folder)
    line = "- Vessels: vessels/index.md"
    assert line in run("new", "vessel", "Petrel", "--dir", folder).stderr
    assert line not in run("new", "vessel", "Gannet", "--dir", folder).stderr
    assert "index.md" not in run("new", "actor", "Anna Berg", "--dir", folder).stderr


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["acter", "Anna"], 2, 'there is no kind "acter". Did you mean "actor"?'),
        (["zzz", "Anna"], 2, "Kinds of this dossier: actor, treaty, island, event, source."),
        (["event", "They meet"], 2, "Add --date"),
        (["event", "They meet", "--date", "16 Feb 2019"], 2, "2019-02-16"),
        (["actor", "Anna", "--date", "1932"], 2, "--date is for events and sources"),
        (["actor", "!!"], 2, 'no id can be made of "!!"'),
        (["actor", "Anna", "--id", "../anna"], 2, '"../anna" cannot be an id'),
        (["actor", "Anna", "--id", "Anna Berg"], 2, '"Anna Berg" cannot be an id'),
        (["actor", " "], 2, "no id can be made"),
        (["actor", "Larkmouth"], 1, "content/actors/larkmouth.yml:1"),
        (["island", "Ternquay"], 1, 'the id "ternquay" is taken: content/actors/ternquay.yml:1'),
        (
            ["actor", "mayor  marrow"],
            1,
            '"ida-marrow" is called "mayor marrow" already: content/actors/ida-marrow.yml:2',
        ),
        (["actor", "SEESCHWALBENKAI", "--id", "other"], 1, "content/actors/ternquay.yml:2"),
        (["actor", "Index"], 1, '"index" cannot be an id'),
        (
            ["actor", "Old town"],
            1,
            '"larkmouth" was formerly called "old-town": content/actors/larkmouth.yml',
        ),
        (["actor", "Anna\u202eBerg"], 1, "U+202E"),
        (["actor", "Anna \udcff"], 1, "0xED"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    folder: Path, words: list[str], code: int, said: str
) -> None:
    with (folder / "content/actors/larkmouth.yml").open("a", encoding="utf-8") as sheet:
        sheet.write("formerly: [old-town]\n")
    before = files_of(folder)
    done = run("new", *words, "--dir", folder)
    assert done.exit_code == code
    assert said in done.stderr
    assert done.stdout == ""
    assert files_of(folder) == before


def test_a_sheet_that_cannot_be_read_keeps_its_place(folder: Path) -> None:
    (folder / "content/actors/anna-berg.yml").write_text("name: [", "utf-8")
    done = run("new", "actor", "Anna Berg", "--dir", folder)
    assert done.exit_code == 1
    assert "content/actors/anna-berg.yml" in done.stderr
    assert (folder / "content/actors/anna-berg.yml").read_text("utf-8") == "name: ["


@settings(max_examples=100)
@given(st.text(min_size=1, max_size=80), st.sampled_from(KINDS))
def test_any_name_that_a_sheet_may_hold_is_written_as_it_is(name: str, kind: str) -> None:
    name = " ".join(name.split())
    text = new_sheet(EXAMPLE, EXAMPLE.kinds[kind], name, "1932")
    parsed = parse(text.encode("utf-8", "surrogatepass"), "content/a.yml")
    if parsed.root is not None:
        written = parsed.root.get("title" if kind == "source" else "name")
        assert getattr(written, "value", None) == name
    else:
        assert {each.code for each in parsed.diagnostics} <= REFUSED_CHARACTERS
