"""`dossier show`: all that is known of one thing, looked up by an id or by any of its names."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from dossiers import BASE, overlaid, tree

from dossier.cli import main
from dossier.disk import write

FILES = """
content/islands/gull-island.yml
  name: Gull Island
  names: {ru: Чайка, ja: 鴎島}
  aliases: [The Rock]
  formerly: [old-gull]
  type: island
  summary: Northland and Southland spoke of it. [@gazette "held talks about Gull Island on Friday"]
  facts:
    area: {value: 3, cite: {inferred: It was measured on a map.}}
  relations:
    claimed_by: {to: northland, when: 1999, cite: {source: gazette, quote: "held talks about Gull Island on Friday"}}
  claims:
    - id: first
      text: It was spoken of.
      topic: status
      by: southland
      when: 2001
      status: contested
      cite: {source: gazette, quote: "held talks about Gull Island on Friday"}
    - id: second
      text: It is spoken of again.
      topic: status
      by: southland
      changes: first
      cite: {source: gazette, quote: "held talks about Gull Island on Friday"}
content/islands/rock.yml
  name: The Rock
  type: island
  summary: "A stone beside [[gull-island]]. [inferred: It is on the map.]"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, overlaid(BASE, tree(FILES.strip())))
    return tmp_path


def _show(folder: Path, *args: str) -> Result:
    result = CliRunner().invoke(main, ["show", "--dir", str(folder), *args])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


@pytest.mark.parametrize(
    "words", ["gull-island", "Gull Island", "gull island", "Чайка", "чайка", "鴎島", "old-gull"]
)
def test_an_id_a_former_id_or_a_name_in_any_script(folder: Path, words: str) -> None:
    result = _show(folder, *words.split())
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("Gull Island · Island · gull-island\n")


def test_a_sheet_is_shown_with_all_that_is_known_of_it(folder: Path) -> None:
    shown = _show(folder, "gull-island").stdout
    for words in (
        "  Чайка (ru), 鴎島 (ja), The Rock\n",
        "  formerly old-gull\n  content/islands/gull-island.yml\n  never reviewed\n",
        "  ✓ gull-island#summary\n    Northland and Southland spoke of it.\n    ✓ gazette, sentence",
        "      “held talks about Gull Island on Friday”\n      | ",
        "  ≈ gull-island#area\n",
        "    ≈ inferred: It was measured on a map.\n",
        "  Claimed by: Northland [northland] (1999)\n",
        "Named in\n  rock#summary: A stone beside Gull Island.\n",
        "Mentioned in held texts\n  gazette: sentence",
        "Chronology\n",
    ):
        assert words in shown, words


def test_a_source_is_shown_with_what_it_supports(folder: Path) -> None:
    shown = _show(folder, "gazette").stdout
    assert "Cited by\n" in shown
    assert "  gull-island#first: Southland: It was spoken of.\n" in shown


def test_a_statement_is_shown_with_its_evidence_and_where_that_stands(folder: Path) -> None:
    shown = _show(folder, "gull-island#first").stdout
    assert shown.startswith("gull-island#first · claim · ✓ verified\n  Southland: It was spoken of.\n")
    line = (folder / "seeds/gazette.txt").read_text("utf-8").split("held talks")[0].count("\n") + 1
    for words in (
        "  content/islands/gull-island.yml:13:",
        "  by: southland\n  topic: status\n  when: 2001\n  status: contested\n",
        f"    seeds/gazette.txt:{line}\n    “held talks about Gull Island on Friday”\n    | ",
        "Changed by\n  gull-island#second: Southland: It is spoken of again.\n",
    ):
        assert words in shown, words


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("gull-iland", 'nothing here is called "gull-iland". Did you mean "gull-island"?'),
        ("Northlant", 'Did you mean "Northland" (northland)?'),
        ("Чайха", 'Did you mean "Чайка" (gull-island)?'),
        ("The Rock", 'several things are called "The Rock": gull-island, rock.'),
        ("gull-island#frist", 'there is no statement "gull-island#frist". Did you mean "gull-island#first"?'),
        ("gull-island#zzzzzz", "Those there are: summary, area, "),
        ("gul-island#first", 'no sheet "gul-island" makes statements. Did you mean "gull-island"?'),
        ("land", 'nothing here is called "land". It is a part of the names of '),
        ("zzzzzz", 'nothing here is called "zzzzzz".'),
        ("#", 'no sheet "" makes statements'),
    ],
)
def test_what_is_not_there_is_2_with_what_was_probably_meant(folder: Path, words: str, said: str) -> None:
    result = _show(folder, words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_a_sheet_that_cannot_be_read_is_said_to_be_there(folder: Path) -> None:
    (folder / "content/islands/rock.yml").write_text("name: [", "utf-8")
    assert 'the sheet "rock" cannot be read' in _show(folder, "rock").stderr


def test_what_is_wrong_with_it_is_shown(folder: Path) -> None:
    sheet = folder / "content/islands/gull-island.yml"
    sheet.write_text(
        sheet.read_text("utf-8").replace("It was measured on a map.}", "On a map.}, as_off: 1999"), "utf-8"
    )
    shown = _show(folder, "gull-island").stdout.partition("\nFindings\n\n")[2]
    assert re.search(r"^error\[unknown-field\]: .*\n  --> content/islands/gull-island\.yml:8:", shown, re.M)
    assert "Findings" not in _show(folder, "gull-island#first").stdout
    sheet.write_text(sheet.read_text("utf-8").replace("spoken of again", "spoken of [[nowhere]]"), "utf-8")
    found = json.loads(_show(folder, "gull-island#second", "--output-format", "json").stdout)["findings"]
    assert [each["code"] for each in found] == ["unknown-reference"]


def test_json_is_what_dossier_json_says_of_it(folder: Path) -> None:
    shown = json.loads(_show(folder, "gull-island", "--output-format", "json").stdout)
    assert shown["entity"]["id"] == "gull-island"
    assert [each["id"] for each in shown["statements"]][:2] == ["gull-island#summary", "gull-island#area"]
    (evidence,) = shown["statements"][0]["evidence"]
    assert evidence["mark"] == "verified"
    assert "held talks about Gull Island on Friday" in evidence["text"][0]
    assert {(each["start"], each["end"]) for each in shown["links"]} >= {
        ("gull-island", "northland"),
        ("rock", "gull-island"),
    }
    assert shown["mentions"][0]["source"] == "gazette"


def test_json_of_a_statement(folder: Path) -> None:
    shown = json.loads(_show(folder, "gull-island#first", "--output-format", "json").stdout)
    assert shown["statement"]["status"] == "contested"
    assert shown["findings"] == []


def test_the_help_has_an_example() -> None:
    assert "dossier show shikotan" in CliRunner().invoke(main, ["show", "--help"]).stdout
