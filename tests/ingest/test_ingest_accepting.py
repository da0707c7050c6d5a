"""Reviewed drafts come to their places line by line; everything else of every file stays as it was."""

from __future__ import annotations

import pytest
from ingestcases import ENGLISH, STRAIT, taken

from dossier.ingest import Accepted, NotAcceptedError, accept
from dossier.pipeline import Compiled, check

SOURCE = taken(ENGLISH)
DRAFTS = f"content/drafts/{SOURCE.source}.yml"
QUOTE = '{source: the-harbour-post-2020-03-12, quote: "the 1987 Treaty of Ferry Harbour remained in force"}'
EVENT = """\
  # Sentence 7.
  - id: 1987-dispute-ended
    name: A dispute ends
    # looked up twice
    date: 1987
    status: happened
    actors: [northland]
    cite:
      source: the-harbour-post-2020-03-12
      quote: >-
        In 1987 the two
        states ended a dispute.
"""
CLAIM = f"""\
  - text: Still in force.
    on: ferry-treaty
    when: 2020-03-06  # the Friday before
    cite: {QUOTE}
"""
OTHER = f"""\
  # Sentence 6. Not mine.
  - text: To be reviewed.
    cite: {QUOTE}
    draft: true
"""


def files(events: str = "", claims: str = "") -> dict[str, bytes]:
    """The dossier of the strait with the source and these drafts of it."""
    text = f"# A head.\nsource: {SOURCE.source}\n"
    text += f"events:\n{events}" if events else ""
    text += f"claims:\n{claims}" if claims else ""
    return {**STRAIT, **SOURCE.files, DRAFTS: text.encode()}


def accepted(before: dict[str, bytes]) -> tuple[Accepted, dict[str, bytes]]:
    done = accept(before, check(before))
    return done, {path: data for path, data in {**before, **done.files}.items() if data is not None}


def codes(compiled: Compiled) -> set[str]:
    return {each.code for each in compiled.diagnostics}


def test_an_event_becomes_a_sheet_and_the_file_of_drafts_goes_when_it_is_empty() -> None:
    before = files(EVENT)
    assert codes(check(before)) == {"waiting-draft"}
    done, after = accepted(before)
    assert after["content/events/1987-dispute-ended.yml"].decode() == (
        "name: A dispute ends\n"
        "# looked up twice\n"
        "date: 1987\n"
        "status: happened\n"
        "actors: [northland]\n"
        "cite:\n"
        "  source: the-harbour-post-2020-03-12\n"
        "  quote: >-\n"
        "    In 1987 the two\n"
        "    states ended a dispute.\n"
    )
    assert done.files[DRAFTS] is None
    assert not check(after).diagnostics


def test_what_is_not_reviewed_stays_with_its_comments() -> None:
    done, after = accepted(files(EVENT, OTHER + CLAIM))
    assert after[DRAFTS].decode() == (
        f"# A head.\nsource: {SOURCE.source}\nclaims:\n  # Sentence 6. Not mine.\n"
        f"  - text: To be reviewed.\n    cite: {QUOTE}\n    draft: true\n"
    )
    assert done.left == 1
    assert codes(check(after)) == {"unreviewed-draft"}


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ("name: Ferry Treaty\ntype: treaty\n", "name: Ferry Treaty\ntype: treaty\nclaims:\n{0}"),
        ("name: Ferry Treaty\ntype: treaty", "name: Ferry Treaty\ntype: treaty\nclaims:\n{0}"),
        ("name: F\r\ntype: treaty\r\n", "name: F\r\ntype: treaty\r\nclaims:\r\n{0}"),
        (
            "claims:\n- text: Old.\n  cite: almanac\n\n# the end\nname: F   # short\ntype: treaty\n",
            "claims:\n- text: Old.\n  cite: almanac\n{1}\n# the end\nname: F   # short\ntype: treaty\n",
        ),
        (
            "name: F\ntype: treaty\nclaims:\n    -   text: >\n          O.\n\n        cite: almanac\n        # a",
            "name: F\ntype: treaty\nclaims:\n    -   text: >\n          O.\n\n        cite: almanac\n        # a\n{4}",
        ),
        (
            "name: F\ntype: treaty\nclaims:\n  - {text: Old., cite: almanac}\nbody: |\n  Words. [@almanac]\n",
            "name: F\ntype: treaty\nclaims:\n  - {text: Old., cite: almanac}\n{0}body: |\n  Words. [@almanac]\n",
        ),
    ],
)
def test_a_claim_is_put_behind_the_others_and_nothing_else_changes(sheet: str, expected: str) -> None:
    before = {**files(claims=CLAIM), "content/treaties/ferry-treaty.yml": sheet.encode()}
    _, after = accepted(before)
    lines = ["- text: Still in force.", "  when: 2020-03-06  # the Friday before", f"  cite: {QUOTE}"]
    ending = "\r\n" if "\r" in sheet else "\n"
    for indent, mark in ((2, "{0}"), (0, "{1}"), (4, "{4}")):
        expected = expected.replace(mark, "".join(f"{' ' * indent}{line}{ending}" for line in lines))
    assert after["content/treaties/ferry-treaty.yml"].decode() == expected
    assert check(after).dossier.sheets["ferry-treaty"].claims[-1].when is not None


def test_an_item_in_braces_is_written_a_field_a_line() -> None:
    item = f'- {{id: 1987-end, name: "An end: of it", date: 1987, status: happened, cite: {QUOTE}}}'
    _, after = accepted(files(f"  {item}\n"))
    assert after["content/events/1987-end.yml"].decode() == (
        f'name: "An end: of it"\ndate: 1987\nstatus: happened\ncite: {QUOTE}\n'
    )


def test_a_claim_may_go_to_an_event_that_is_there() -> None:
    end = f"name: An end\ndate: 1987\nstatus: happened\ncite: {QUOTE}\n"
    before = files(claims=CLAIM.replace("on: ferry-treaty", "on: 1987-end"))
    _, after = accepted({**before, "content/events/1987-end.yml": end.encode()})
    assert (
        after["content/events/1987-end.yml"]
        .decode()
        .endswith(
            f"claims:\n  - text: Still in force.\n    when: 2020-03-06  # the Friday before\n    cite: {QUOTE}\n"
        )
    )


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("remained in force", "remains in force", "errors that it does not have now"),
        ("on: ferry-treaty", "on: ferry-treatie", "has no place to go to"),
        ("on: ferry-treaty\n", "\n", "has no place to go to"),
        ("on: ferry-treaty", "on: almanac", "has no place to go to"),
        ("when: 2020-03-06", "when: 6 March", "errors that it does not have now"),
        ("text: Still", "test: Still", "has no place to go to"),
    ],
)
def test_what_would_bring_an_error_is_refused(old: str, new: str, reason: str) -> None:
    before = files(EVENT, CLAIM.replace(old, new))
    with pytest.raises(NotAcceptedError, match=reason) as refused:
        accept(before, check(before))
    assert refused.value.findings


def test_a_list_in_brackets_is_refused() -> None:
    treaty = b"name: Ferry Treaty\ntype: treaty\nclaims: [{text: Old., cite: almanac}]\n"
    before = {**files(claims=CLAIM), "content/treaties/ferry-treaty.yml": treaty}
    with pytest.raises(NotAcceptedError, match="not a list with a dash before each item"):
        accept(before, check(before))
    before = files(EVENT)
    item = f"claims: [{{text: Still., on: ferry-treaty, cite: {QUOTE}}}]\n"
    before[DRAFTS] = f"source: {SOURCE.source}\n{item}".encode()
    with pytest.raises(NotAcceptedError, match="not written with a dash"):
        accept(before, check(before))


def test_errors_that_were_there_before_do_not_stand_in_the_way() -> None:
    northland = {"content/actors/northland.yml": b"name: Northland\ntype: stat\n"}
    before = {**files(EVENT), **northland}
    assert accept(before, check(before)).events == ("content/events/1987-dispute-ended.yml",)


def test_drafts_of_one_source_alone() -> None:
    before = files(EVENT)
    assert accept(before, check(before), SOURCE.source).events
    with pytest.raises(NotAcceptedError, match=f"there are drafts of {SOURCE.source}"):
        accept(before, check(before), "almanac")


def test_every_draft_as_it_was_made_can_be_accepted() -> None:
    before = {**STRAIT, **SOURCE.files}
    before[DRAFTS] = before[DRAFTS].replace(b"    draft: true\n", b"")
    before[DRAFTS] = before[DRAFTS].replace(b"    on: ivar-holm\n", b"    on: northland\n")
    done, after = accepted(before)
    assert (len(done.events), sum(done.claims.values()), done.left) == (
        len(SOURCE.drafts.events),
        len(SOURCE.drafts.claims),
        0,
    )
    assert not any(each.severity == "error" for each in check(after).diagnostics)
