"""How well a dossier is supported: one witness or several, what is unused, out of date, or lacking."""

from __future__ import annotations

from dossiers import based

from dossier.graph import Mark
from dossier.graph.dependence import Dependence
from dossier.graph.health import Health
from dossier.pipeline import Compiled

SOURCE = "type: webpage, title: T, publisher: P, language: en, reliability: press"


def sources(**based_on: str) -> str:
    """Sources by id, each with what it is based on."""
    return "".join(
        f"\n        content/sources/{name}.yml"
        f"\n          {{{SOURCE}{f', based_on: [{others}]' if others else ''}}}"
        for name, others in based_on.items()
    )


def sheet(cite: str, more: str = "") -> str:
    return f"""
        content/actors/southland.yml
          name: Southland
          type: state
          {more}
          claims:
            - {{id: said, text: It said so., topic: status, cite: {cite}}}
"""


def read(text: str) -> Health:
    return health(based(text))


def health(compiled: Compiled) -> Health:
    assert not compiled.has_errors, compiled.diagnostics
    return Health(compiled.dossier, compiled.graph)


def is_single(cite: str, **based_on: str) -> bool:
    found = read(sources(**based_on) + sheet(cite)).single_source()
    return "southland#said" in [statement.id for statement in found]


def test_one_source_is_one_witness() -> None:
    assert is_single("a", a="")


def test_two_sources_are_two() -> None:
    assert not is_single("[a, b]", a="", b="")


def test_a_reprint_is_no_second_witness() -> None:
    assert is_single("[a, b]", a="", b="a")
    assert is_single("[b, c]", a="", b="a", c="a")
    assert is_single("[b, d]", a="", b="a", c="a", d="c")


def test_what_repeats_two_joins_neither_to_the_other() -> None:
    assert not is_single("[a, b]", a="", b="", c="a, b")
    assert is_single("[a, c]", a="", b="", c="a, b")


def test_sources_that_repeat_each_other_are_one() -> None:
    assert is_single("[a, b]", a="b", b="a")


def test_reasoning_is_no_witness_and_a_source_against_it_no_support() -> None:
    assert not is_single("{inferred: It follows.}")
    assert is_single("[a, {inferred: It follows.}]", a="")
    assert is_single("[a, {source: b, relation: contradicts}]", a="", b="")


def test_what_is_based_on_what_both_ways() -> None:
    dependence = Dependence(based(sources(a="", b="a", c="b", d="")).dossier)
    assert dependence.on("b") == ("a",)
    assert dependence.basis_of("b") == ("c",)
    assert dependence.roots("c") == {"a"}
    assert dependence.groups() == [["a", "b", "c"]]


def test_statements_by_mark_and_best_source() -> None:
    official = SOURCE.replace("press", "official")
    text = sources(a="") + f"\n        content/sources/o.yml\n          {{{official}}}"
    found = read(text + sheet("[a, o]")).by_reliability()
    assert found["Official publication"][Mark.CITED] == 1
    assert found["Press"][Mark.VERIFIED] > 0  # what the article of the base supports
    assert list(found) == ["Official publication", "Press"]
    inferred = read(sheet("{inferred: It follows.}")).by_reliability()
    assert list(inferred)[-1] == ""
    assert inferred[""][Mark.INFERRED] == 1


def test_contested_is_what_is_marked_or_spoken_against() -> None:
    text = (
        sources(a="", b="")
        + """
        content/actors/southland.yml
          name: Southland
          type: state
          claims:
            - {id: one, text: It said so., topic: status, status: contested, cite: a}
            - {id: two, text: It said this., topic: status, status: withdrawn, cite: a}
            - {id: three, text: It said that., topic: status, cite: [a, {source: b, relation: contradicts}]}
            - {id: four, text: It said more., topic: status, cite: a}
    """
    )
    assert [each.anchor for each in read(text).contested()] == ["one", "two", "three"]


def test_sentences_that_nothing_cites() -> None:
    (usage,) = read("").usage()
    assert usage.source.id == "gazette"
    assert usage.used == usage.total - len(usage.unused)
    assert usage.unused == (5, 6)  # the delegations will meet, and publish a report


def test_a_review_is_fresh_for_a_year_before_the_dossier_ends() -> None:
    for day, state in (("2000-05-31", "current"), ("2000-05-30", "stale"), ("2001-05-31", "current")):
        review = read(sources(a="") + sheet("a", f"reviewed: {day}")).reviews()
        assert [each.id for each in getattr(review, state)] == ["southland"], day


def test_a_review_is_out_of_date_when_a_source_came_after_it() -> None:
    for field in ("issued", "accessed"):
        later = f"\n        content/sources/late.yml\n          {{{SOURCE}, {field}: 2001-05-10}}"
        for day, state in (("2001-05-09", "stale"), ("2001-05-10", "current")):
            review = read(later + sheet("late", f"reviewed: {day}")).reviews()
            assert [each.id for each in getattr(review, state)] == ["southland"], (field, day)


def test_a_sheet_without_a_day_was_never_reviewed() -> None:
    review = read("").reviews()
    assert (review.current, review.stale) == ((), ())
    assert "gull-island" in [each.id for each in review.never]


def test_coverage_of_a_kind() -> None:
    covered = {
        each.kind.id: each for each in read(sources(a="") + sheet("a", "summary: It is. [@a]")).coverage()
    }
    actors = covered["actor"]
    assert (actors.sheets, actors.statements, actors.marks[Mark.CITED]) == (2, 2, 2)
    assert [each.id for each in actors.without_summary] == ["northland"]
    assert [each.id for each in actors.without_verified] == ["northland", "southland"]
    assert covered["island"].without_verified == ()
    assert covered["source"].without_summary == ()  # a source needs none
