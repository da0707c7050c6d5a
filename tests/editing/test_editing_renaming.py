"""A sheet gets another id everywhere, and nothing else in the files changes; else it is refused, with the reason."""

from __future__ import annotations

from textwrap import dedent

import pytest
from dossiers import BASE, concise, overlaid, tree

from dossier.editing.renaming import Refusal, Renaming, rename
from dossier.pipeline import Files, check

GAZETTE = '[@gazette "held talks about Gull Island on Friday"]'
NAMED = overlaid(
    BASE,
    tree(
        f"""
        content/actors/northland.yml
          # Northland, with northland in a comment
          name: 'Northland'   # as it calls itself
          aliases:   [The North,   Nordland]
          type: state
          relations:
            part_of: {{to: southland, cite: {{source: "gazette", quote: held talks about Gull Island on Friday}}}}
          claims:
            - id: first
              text: >-
                It, [[northland]], talked with [[ southland | the other ]] and
                [[southland]], northland said.
              by: northland
              cite: {{quote: held talks about Gull Island on Friday, source: gazette}}
            - text: It talked again.
              changes: first
              by: "northland"
              cite: {{inferred: So says northland.}}
        content/actors/southland.yml
          name: Southland
          type: state
          claims:
            - text: "It talked with [[northland|the
                northland]]."
              changes: [northland#first]
              by: 'southland'
              cite: {{source: gazette, quote: held talks about Gull Island on Friday}}
        content/briefing.yml
          title: Gull Island
          as_of: 2001-05-05
          updated: 2001-05-31
          sides: [southland, northland]
          sections:
            - title: Bottom line
              body: |
                [[northland|Northland]] talked. {GAZETTE}
        content/pages/about.md
          # About [[northland]]

          Of **[[northland]]** and northland.
        content/drafts/gazette.yml
          source: gazette
          events:
            - id: 2001-06-talks
              name: More talks
              date: 2001-06
              status: planned
              actors: [northland]
              cite: {{source: gazette, quote: The delegations will meet again in June}}
              draft: true
          claims:
            - text: It talked with [[northland]].
              on: southland
              by: northland
              cite: {{source: gazette, quote: held talks about Gull Island on Friday}}
              draft: true
            - text: It talked.
              by: northland
              cite: {{source: gazette, quote: held talks about Gull Island on Friday}}
              draft: true
        """
    ),
)
"""A dossier in which an id is written in every way there is, without errors but that drafts are no statements."""


def renamed(files: Files, old: str, new: str, **options: str | bool) -> Renaming | Refusal:
    compiled = check(files)
    return rename(files, compiled, compiled.dossier.sheets[old], new, **options)  # type: ignore[arg-type]


def after(files: Files, outcome: Renaming | Refusal) -> dict[str, bytes]:
    assert isinstance(outcome, Renaming), outcome.why
    return {path: data for path, data in {**files, **outcome.files}.items() if data is not None}


def test_the_id_changes_wherever_it_is_one_and_nothing_else_does() -> None:
    files = NAMED
    assert {each.code for each in check(files).diagnostics} <= {"unreviewed-draft", "lonely-sheet"}
    outcome = renamed(files, "northland", "norland")
    assert isinstance(outcome, Renaming)
    assert outcome.uses == {
        "content/actors/northland.yml": 3,
        "content/actors/southland.yml": 2,
        "content/briefing.yml": 2,
        "content/drafts/gazette.yml": 4,
        "content/events/2001-05-04-talks.yml": 1,
        "content/islands/gull-island.yml": 1,
        "content/pages/about.md": 2,
    }
    changed = after(files, outcome)
    lines = changed.pop("content/actors/norland.yml").decode().split("\n")
    lines.remove("formerly: [northland]")
    assert lines[:5] == files["content/actors/northland.yml"].decode().split("\n")[:5]
    assert "\n".join(lines).replace("norland", "northland").encode() == files["content/actors/northland.yml"]
    for path, data in changed.items():
        assert data.replace(b"norland", b"northland") == files[path]
    assert "# Northland, with northland in a comment" in lines
    assert any(line.strip() == "[[southland]], northland said." for line in lines)
    assert "Of **[[norland]]** and northland." in changed["content/pages/about.md"].decode()


def test_the_former_id_stands_after_the_names() -> None:
    files = NAMED
    lines = (
        after(files, renamed(files, "northland", "norland"))["content/actors/norland.yml"]
        .decode()
        .split("\n")
    )
    assert lines[1:5] == [
        "name: 'Northland'   # as it calls itself",
        "aliases:   [The North,   Nordland]",
        "formerly: [northland]",
        "type: state",
    ]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("formerly: [a]\n", "formerly: [a, northland]\n"),
        ("formerly: []\n", "formerly: [northland]\n"),
        ("formerly: a\n", "formerly: [a, northland]\n"),
        ("formerly:\n  - a  # long ago\n", "formerly:\n  - a  # long ago\n  - northland\n"),
        ("formerly: [norland, a]\n", "formerly: [northland, a]\n"),
        ("names:\n  no: Nordland\n", "names:\n  no: Nordland\nformerly: [northland]\n"),
    ],
)
def test_the_former_id_joins_those_that_are_there(before: str, expected: str) -> None:
    for end in ("\n", "\r\n"):
        text = f"name: Northland\n{before}type: state\n".replace("\n", end)
        files = {**BASE, "content/actors/northland.yml": text.encode()}
        found = after(files, renamed(files, "northland", "norland"))["content/actors/norland.yml"].decode()
        assert found == f"name: Northland\n{expected}type: state\n".replace("\n", end)


def test_a_sheet_on_one_line_stays_on_one_line() -> None:
    files = {**BASE, "content/actors/northland.yml": b"{name: Northland, type: state}\n"}
    found = after(files, renamed(files, "northland", "norland"))["content/actors/norland.yml"]
    assert found == b"{name: Northland, formerly: [northland], type: state}\n"


def test_without_a_redirect_the_old_id_is_gone() -> None:
    files = after(BASE, renamed(BASE, "northland", "norland", redirect=False))
    assert not any(b"northland" in data for path, data in files.items() if path.startswith("content/"))


def test_there_and_back_again_only_the_former_id_is_left() -> None:
    there = after(BASE, renamed(BASE, "northland", "norland"))
    back = after(there, renamed(there, "norland", "northland"))
    head = b"name: Northland\nformerly: [norland]\n"
    assert back == {**BASE, "content/actors/northland.yml": head + b"type: state\n"}


def test_a_source_keeps_its_text_and_its_drafts_go_with_it() -> None:
    files = NAMED
    changed = after(files, renamed(files, "gazette", "the-gazette"))
    assert changed["seeds/gazette.txt"] == files["seeds/gazette.txt"]
    assert b"text: seeds/gazette.txt\n" in changed["content/sources/the-gazette.yml"]
    assert b"source: the-gazette\n" in changed["content/drafts/the-gazette.yml"]
    assert "content/drafts/gazette.yml" not in changed
    assert concise(check(changed).diagnostics) == concise(check(files).diagnostics).replace(
        "drafts/", "drafts/the-"
    )


@pytest.mark.parametrize(
    ("written", "name", "expected"),
    [
        ("Northland", "Norland", "Norland"),
        ("Northland", "Norland: the state", '"Norland: the state"'),
        ('"Northland"', 'The "North"', '"The \\"North\\""'),
        ("'Northland'", "North's land", "'North''s land'"),
        (">-\n  Northland", "Norland", "Norland"),
    ],
)
def test_a_name_is_written_as_the_one_before(written: str, name: str, expected: str) -> None:
    files = {**BASE, "content/actors/northland.yml": f"name: {written}\ntype: state\n".encode()}
    found = after(files, renamed(files, "northland", "norland", name=name))[
        "content/actors/norland.yml"
    ].decode()
    assert found == f"name: {expected}\nformerly: [northland]\ntype: state\n"


def sheet(text: str) -> dict[str, bytes]:
    return {**BASE, "content/actors/other.yml": dedent(text).encode()}


@pytest.mark.parametrize(
    ("files", "new", "why", "found"),
    [
        (BASE, "Norland", "cannot be an id", ""),
        (BASE, "nor land", "cannot be an id", ""),
        (BASE, "../norland", "cannot be an id", ""),
        (BASE, "index", "cannot be an id", ""),
        (BASE, "southland", "there is a sheet", ""),
        (sheet("name: ["), "other", "there is a sheet", ""),
        (sheet("name: O\ntype: state\nformerly: [old]\n"), "old", "was formerly called so", ""),
        (
            sheet("name: O\ntype: state\nsummary: Of [[northland]]."),
            "new",
            "there are errors",
            "uncited-paragraph",
        ),
        (sheet("name: [northland\n"), "new", "there are errors", "unclosed-bracket"),
        (
            {**BASE, "content/actors/northland.yml": b"name: N\n"},
            "new",
            "there are errors",
            "missing-field",
        ),
        (
            sheet(
                """\
                name: O
                type: state
                claims:
                  - text: Not claimed by Southland.
                    id: claimed-by-south
                    cite: {inferred: so}
                """
            ),
            "new",
            "",
            "",
        ),
    ],
)
def test_what_cannot_be_renamed_is_refused_with_the_reason(
    files: Files, new: str, why: str, found: str
) -> None:
    outcome = renamed(files, "northland", new)
    if not why:
        assert isinstance(outcome, Renaming)
        return
    assert isinstance(outcome, Refusal)
    assert why in outcome.why
    assert [each.code for each in outcome.findings][:1] == ([found] if found else [])


def test_errors_elsewhere_do_not_stand_in_the_way() -> None:
    files = sheet("name: O\ntype: state\nsummary: Of northlands and [[southland]].\n")
    assert isinstance(renamed(files, "northland", "norland"), Renaming)


def test_an_id_that_is_written_with_escapes_is_refused_and_its_place_named() -> None:
    files = sheet(
        'name: O\ntype: state\nclaims:\n  - {text: It., by: "\\x6eorthland", cite: {inferred: so}}\n'
    )
    outcome = renamed(files, "northland", "norland")
    assert isinstance(outcome, Refusal)
    assert outcome.why == '"northland" is not written out in content/actors/other.yml:4'


def test_a_claim_that_is_named_by_its_words_is_not_lost() -> None:
    """Its address is made of its words, and the words hold the id."""
    text = "name: O\ntype: state\nclaims:\n  - {text: 'With [[northland]].', cite: {inferred: so}}\n"
    claim = check(sheet(text)).dossier.sheets["other"].claims[0].id
    files = sheet(f"{text}  - {{text: Without., changes: {claim}, cite: {{inferred: so}}}}\n")
    assert [each for each in check(files).diagnostics if each.severity == "error"] == []
    outcome = renamed(files, "northland", "norland")
    assert isinstance(outcome, Refusal)
    assert [each.code for each in outcome.findings] == ["unknown-claim"]
