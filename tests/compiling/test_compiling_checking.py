"""Whatever was looked at again after an edit, what is found is what is found in all of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from dossiers import BASE, concise, overlaid, stored, tree

from dossier.cache import open_cache
from dossier.compiling.checking import check_again
from dossier.pipeline import check

RULES = Path(__file__).parents[1] / "rules" / "fixtures"
TALKS = next(path for path in BASE if path.startswith("content/events/"))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))


def again(folder: Path, files: Mapping[str, bytes]) -> str:
    """What is found in files, with what was remembered of those before; held against what is found from nothing."""
    found = concise(check_again(files, (), open_cache(folder), 1).compiled.diagnostics)
    assert found == concise(check(files).diagnostics)
    return found


@pytest.mark.parametrize("rule", sorted(path.name for path in RULES.iterdir()))
def test_from_every_fault_to_its_repair_and_back(rule: str, tmp_path: Path) -> None:
    states = [overlaid(BASE, _files(folder)) for folder in sorted((RULES / rule).iterdir())]
    for files in (BASE, *states, *reversed(states), BASE, *states[1:]):
        again(tmp_path, files)


def _files(folder: Path) -> dict[str, bytes]:
    return {path: data for path, data in stored(folder).items() if path != "expected.txt"}


def with_body(name: str, words: str) -> dict[str, bytes]:
    """The base with words more in the text of a sheet."""
    path = next(path for path in BASE if path.endswith(f"/{name}.yml"))
    return {**BASE, path: BASE[path] + f"body: |\n  {words} [inferred: It is a test.]\n".encode()}


LONELY = tree(
    """
    content/actors/harbour-office.yml
      name: Harbour Office
      type: body
      summary: "An office. [inferred: It is a test.]"
    """
)


def test_what_one_sheet_no_longer_leads_to_is_found(tmp_path: Path) -> None:
    led = {**with_body("northland", "It has a [[harbour-office]]."), **LONELY}
    lost = {**with_body("northland", "It has an office."), **LONELY}
    assert again(tmp_path, led) == ""
    assert "[lonely-sheet]" in again(tmp_path, lost)
    assert again(tmp_path, led) == ""


def test_a_text_is_edited_without_looking_at_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    again(tmp_path, with_body("northland", "It is cold."))

    def fail(*_: object) -> None:
        raise AssertionError("everything was looked at")

    files = with_body("northland", "It is very cold.")
    monkeypatch.setattr("dossier.compiling.checking.check", fail)
    compiled, basis = check_again(files, (), open_cache(tmp_path), 1)
    assert basis
    said = [each.text for each in compiled.graph.of_sheet["northland"]]
    assert "It is very cold." in said


def test_what_is_known_of_a_graph_is_all_of_it(tmp_path: Path) -> None:
    """The graph that is woven has the same answers, whoever goes through them, as the one made as a whole."""
    files = with_body("northland", "It has a [[southland]] to the south.")
    again(tmp_path, with_body("northland", "It lies alone."))
    again(tmp_path, files)
    woven = check_again(files, (), open_cache(tmp_path), 1).compiled.graph
    whole = check(files).graph
    for name in (
        "links_to",
        "links_from",
        "ties_from",
        "of_sheet",
        "by_id",
        "prose",
        "said_by",
        "citing",
        "support",
        "quoted",
    ):
        assert repr(dict(getattr(woven, name))) == repr(
            {key: getattr(whole, name)[key] for key in getattr(woven, name)}
        )
        assert len(getattr(woven, name)) == len(getattr(whole, name))
    for name in ("statements", "uses", "chronology"):
        assert repr(list(getattr(woven, name))) == repr(list(getattr(whole, name)))
