"""What somebody sees who edits a sheet: yaml-language-server at work with the schemas of the real dossier.

VS Code, Neovim, Helix, Zed and others talk to this very server.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from languageserver import Server

from dossier.cli import main

ROOT = Path(__file__).parents[2]
ISLAND, EVENT, SOURCE = "content/islands/*.yml", "content/events/*.yml", "content/sources/*.yml"
REEF = "name: Reef\ntype: island\n"
COUNT = "name: Count\ndate: 2002\nstatus: happened\ncite: {inferred: It is said.}\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier for which `dossier schema` was run."""
    copy = tmp_path_factory.mktemp("editor")
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, copy / name)
    assert CliRunner().invoke(main, ["schema", str(copy)]).exit_code == 0
    return copy


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    """The server, with the settings that are printed for any editor."""
    printed = CliRunner().invoke(main, ["schema", "--settings", str(folder)]).stdout
    with Server(folder, json.loads(printed)) as started:
        yield started


def _said(item: dict[str, Any]) -> str:
    """What an editor shows beside something it offers."""
    documentation = item["documentation"]
    return str(documentation if isinstance(documentation, str) else documentation["value"])


def _places(found: list[dict[str, Any]], text: str) -> list[str]:
    """The words of a text that are marked."""
    lines = text.splitlines()
    ranges = [each["range"] for each in found]
    return [lines[r["start"]["line"]][r["start"]["character"] : r["end"]["character"]] for r in ranges]


def test_nothing_is_marked_in_the_dossier(server: Server, folder: Path) -> None:
    texts = {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.glob("content/**/*.yml"))
    }
    assert len(texts) > 100
    found = server.all_findings(texts)
    assert {path: [each["message"] for each in faults] for path, faults in found.items() if faults} == {}


def test_a_field_is_completed_with_what_it_is_for(server: Server) -> None:
    offered = server.completions(ISLAND, f"{REEF}su|")
    assert offered["summary"]["insertText"].strip() == "summary:"
    assert "one or two sentences" in _said(offered["summary"])
    assert "name" not in offered, "it is there already"
    assert "null" not in json.dumps([item["insertText"] for item in offered.values()])


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (ISLAND, REEF + "relations:\n  claimed_by:\n    to: |"),
        (ISLAND, REEF + "relations:\n  claimed_by: {to: |}"),
        (ISLAND, REEF + "claims:\n  - text: A reef.\n    by: |"),
        (EVENT, COUNT + "actors: |"),
        (EVENT, COUNT + "actors: [|]"),
        (EVENT, COUNT + "actors:\n  - russia\n  - |"),
    ],
)
def test_an_id_is_completed_with_what_it_is(server: Server, path: str, text: str) -> None:
    offered = server.completions(path, text)
    assert offered["japan"]["insertText"] == "japan"
    assert _said(offered["japan"]).startswith("**Japan** (Actor, State) One of the two states")
    assert not {"tass-2019-02-25", "true", "false", "null"} & offered.keys()
    assert ("shikotan" in offered) == ("    by: " in text), (
        "an island can say something, but neither claim nor act"
    )


@pytest.mark.parametrize("text", ["cite: |", "cite:\n  source: |", "cite:\n  - |", "cite: [{source: |}]"])
def test_a_source_is_completed_with_who_published_it(server: Server, text: str) -> None:
    offered = server.completions(EVENT, COUNT.replace("cite: {inferred: It is said.}\n", text))
    assert "(TASS, 2019-02-25, en, text held here: quote it)" in _said(offered["tass-2019-02-25"])
    assert "japan" not in offered


def test_a_statement_comes_with_room_for_its_evidence(server: Server) -> None:
    cited = "cite:\n  source: ${}\n  quote: ${}"
    relation = server.completions(ISLAND, f"{REEF}relations:\n  cl|")["claimed_by"]["insertText"]
    assert relation == "claimed_by:\n  to: $1\n  " + cited.format(2, 3).replace("\n", "\n  ")
    office = server.completions("content/actors/*.yml", "name: A\ntype: person\nrelations:\n  h|")
    assert office["holds_office"]["insertText"].startswith("holds_office:\n  to: $1\n  as: $2\n  cite:\n")
    claims = server.completions(ISLAND, f"{REEF}cl|")["claims"]["insertText"]
    assert claims.startswith("claims:\n  - text: $1\n    topic: $2\n    cite:\n")
    assert server.completions(EVENT, COUNT.partition("cite")[0] + "ci|")["cite"][
        "insertText"
    ] == cited.format(1, 2)
    another = server.completions(ISLAND, f"{REEF}claims:\n  - text: One.\n  - |")["claim"]["insertText"]
    assert another.startswith("text: $1\n  topic: $2\n  cite:\n    source: $3\n")


def test_an_empty_sheet_is_begun_with_what_it_must_have(server: Server) -> None:
    begun = server.completions(EVENT, "|")["Event"]["insertText"]
    assert [line.partition(":")[0] for line in begun.splitlines() if not line.startswith(" ")] == [
        "name",
        "date",
        "status",
        "cite",
    ]


def test_choices_topics_and_repeated_words_are_offered(server: Server) -> None:
    assert server.completions(EVENT, "name: A\nstatus: |").keys() == {
        "happened",
        "ongoing",
        "planned",
        "cancelled",
    }
    assert (
        _said(server.completions(ISLAND, f"{REEF}claims:\n  - topic: |")["handover"]) == "Handover of islands"
    )
    assert server.completions(SOURCE, "title: A\npublisher: |")["TASS"]["insertText"] == "TASS"
    assert server.completions(SOURCE, "title: A\npubl|")["publisher"]["insertText"].strip() == "publisher:"
    assert {"ru", "ja-Latn"} <= server.completions(ISLAND, f"{REEF}names:\n  |").keys()
    assert "shikotan" in server.completions(ISLAND, f"{REEF}facts:\n  outline: |")


@pytest.mark.parametrize(
    ("path", "text", "marked", "message"),
    [
        (ISLAND, REEF + "sumary: A reef.\n", "sumary", "Property sumary is not allowed."),
        (ISLAND, REEF + "claims:\n  - text: A reef.\n    topc: talks\n", "topc", "Property topc is not allowed."),
        (ISLAND, REEF + "relations: {claimed_by: {to: japn, cite: mofa-data}}\n", "japn", "No actor of this dossier"),
        (ISLAND, REEF + "relations: {part_of: {to: japan, cite: mofa-data}}\n", "japan", "No island of this dossier"),
        (ISLAND, REEF + "claims: [{text: A reef., cite: mofa-dat}]\n", "mofa-dat", "No source of this dossier"),
        (EVENT, COUNT + "actors: [japan, rusia]\n", "rusia", "No actor of this dossier"),
        (EVENT, COUNT.replace("2002", "16 Feb 2019"), "16 Feb 2019", "Write a date such as 2019-02-16"),
        (EVENT, COUNT.replace("happened", "done"), "done", "Value is not accepted. Valid values"),
        (ISLAND, REEF + "names: {russian: Риф}\n", "russian", "Names stand under a language code"),
        (ISLAND, REEF + "facts: {area: 12}\n", "12", "Write the value with its evidence"),
        (ISLAND, REEF + "relations: {claimed_by: japan}\n", "japan", "Write where it leads, with the evidence"),
        (ISLAND, REEF + "claims: [A reef.]\n", "A reef.", "Write fields: text"),
        (ISLAND, REEF.replace("Reef", "[Reef]"), "[Reef]", "Write one value here"),
    ],
)  # fmt: skip
def test_a_slip_is_marked_where_it_stands(
    server: Server, path: str, text: str, marked: str, message: str
) -> None:
    found = server.findings(path, text)
    assert (_places(found, text), len(found)) == ([marked], 1)
    assert found[0]["message"].startswith(message)
    assert len(found[0]["message"]) < 200


@pytest.mark.parametrize(
    "value", ["1956", "2019-02-16", "no", "true", "1.50", "12:30", "0x1F", '"7"', ">-\n  Reef"]
)
def test_words_may_look_like_anything(server: Server, value: str) -> None:
    assert server.findings(ISLAND, f"aliases: [Reef]\ntype: island\nname: {value}\n") == []


def test_pointing_at_an_id_tells_what_it_is(server: Server) -> None:
    told = server.hover(EVENT, COUNT + "actors: [ja|pan]\n")
    first = next(line for line in told.splitlines() if line.startswith("*"))
    assert first.startswith("* `japan`: **Japan** (Actor, State)")


def test_a_new_sheet_is_known_after_dossier_schema(server: Server, folder: Path) -> None:
    text = COUNT + "islands: [new-reef]\n"
    assert len(server.findings(EVENT, text)) == 1
    (folder / "content/islands/new-reef.yml").write_text(REEF, "utf-8")
    try:
        assert CliRunner().invoke(main, ["schema", str(folder)]).exit_code == 0
        server.changed_on_disk(folder / "build/schema/parts.json")
        assert server.findings(EVENT, text) == []
        assert "new-reef" in server.completions(EVENT, COUNT + "islands: |")
    finally:
        (folder / "content/islands/new-reef.yml").unlink()
