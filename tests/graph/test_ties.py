"""Who is tied to whom, and by what."""

from __future__ import annotations

from dossiers import based

from dossier.edtf import Date, parse
from dossier.graph.ties import Bond, Neighbour, Tie, Ties
from dossier.pipeline import Compiled

CITE = "cite: {source: gazette, quote: both delegations said}"


def date(text: str) -> Date:
    found = parse(text)
    assert isinstance(found, Date)
    return found


def ties(compiled: Compiled, sheet: str) -> tuple[Tie, ...]:
    return Ties(compiled.dossier, compiled.graph).of(compiled.dossier.sheets[sheet])


def neighbours(compiled: Compiled, sheet: str) -> tuple[Neighbour, ...]:
    return Ties(compiled.dossier, compiled.graph).neighbours(
        compiled.dossier.sheets[sheet], ties(compiled, sheet)
    )


def between(compiled: Compiled, *sheets: str) -> tuple[Bond, ...]:
    return Ties(compiled.dossier, compiled.graph).between(sheets)


def event(name: str, fields: str, status: str = "happened") -> str:
    return f"""
    content/events/{name}.yml
      name: {name}
      date: 2001-05-04
      status: {status}
      {fields}
      cite: {{source: gazette, quote: held talks about Gull Island on Friday}}
    """


def test_a_relation_is_a_tie_of_both_its_ends_each_in_its_own_words() -> None:
    compiled = based("")
    assert [(tie.label, tie.to, tie.is_own) for tie in ties(compiled, "gull-island")] == [
        ("Administered by", "southland", True),
        ("Claimed by", "northland", True),
    ]
    (claim,) = ties(compiled, "northland")
    assert (claim.label, claim.to, claim.is_own) == ("Claims", "gull-island", False)
    assert claim.statement == "gull-island#claimed-by-northland"


def test_what_an_event_names_is_its_tie_and_not_theirs() -> None:
    compiled = based("")
    assert {tie.label for tie in ties(compiled, "2001-05-04-talks")} == {"Actors", "Islands"}
    assert all(tie.label != "Took part in" for tie in ties(compiled, "northland"))


def test_ties_stand_by_name_then_by_date() -> None:
    compiled = based(
        f"""
        content/actors/guest.yml
          name: Guest
          type: person
          relations:
            holds_office:
              - {{to: southland, as: Envoy, when: 1960, {CITE}}}
              - {{to: southland, as: Guest, when: 1950, {CITE}}}
            member_of: {{to: northland, {CITE}}}
        """
    )
    found = [(tie.label, tie.to, tie.details) for tie in ties(compiled, "guest")]
    assert found == [
        ("Holds office", "southland", ("Guest",)),
        ("Holds office", "southland", ("Envoy",)),
        ("Member of", "northland", ()),
    ]


def test_neighbours_by_relation_come_before_those_by_events() -> None:
    compiled = based("")
    assert [(each.sheet, len(each.ties), each.events) for each in neighbours(compiled, "northland")] == [
        ("gull-island", 1, ("2001-05-04-talks",)),
        ("southland", 0, ("2001-05-04-talks",)),
    ]


def test_what_did_not_happen_brought_nobody_together() -> None:
    planned = event("planned-talks", "actors: [northland, southland]", "planned")
    cancelled = event("cancelled-talks", "actors: [northland, southland]", "cancelled")
    for text in (planned, cancelled):
        southland = neighbours(based(text), "northland")[1]
        assert southland.events == ("2001-05-04-talks",)
    again = neighbours(based(event("more-talks", "actors: [northland, southland]")), "northland")[1]
    assert again.events == ("2001-05-04-talks", "more-talks")


def test_a_crowd_ties_no_two_of_its_members() -> None:
    guests = [f"guest-{number}" for number in range(60)]
    sheets = "".join(
        f"""
    content/actors/{guest}.yml
      name: {guest.title()}
      type: person
    """
        for guest in guests
    )
    compiled = based(sheets + event("assembly", f"actors: [{', '.join(guests)}]"))
    assert neighbours(compiled, "guest-1") == ()


def test_neighbours_are_tied_by_a_relation_or_else_by_events() -> None:
    compiled = based("")
    first, *_, last = between(compiled, "gull-island", "northland", "southland")
    assert first.tie is not None
    assert (first.start, first.end, first.tie.label) == ("gull-island", "northland", "Claimed by")
    assert last == Bond("northland", "southland", None, ("2001-05-04-talks",))
    assert between(compiled, "northland") == ()


def test_only_what_lasts_ends() -> None:
    day = date("2000")
    assert Tie("a", "Holds office", "", True, date("1990/1995")).ended_by(day)
    assert not Tie("a", "Holds office", "", True, date("1990/..")).ended_by(day)
    assert not Tie("a", "Holds office", "", True, date("1990/2001")).ended_by(day)
    assert not Tie("a", "Signed", "", True, date("1990")).ended_by(day)
    assert not Tie("a", "Part of", "", True).ended_by(day)
