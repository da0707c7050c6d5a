"""The page "What changed": each day in words, each line to where the statement stands, and nothing that is not so."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

import pytest
from dossiers import BASE, overlaid, tree
from hypothesis import given
from rendered import front_matter_of, shape, words
from rendered import tree as rendered
from texts import ANY

from dossier.changes import (
    Changes,
    Day,
    Detail,
    First,
    History,
    Named,
    Said,
    SheetChange,
    Sort,
    StatementChange,
    What,
    compare,
)
from dossier.pages import Desk, changes
from dossier.pages.addresses import Addresses
from dossier.pages.markdown import escape
from dossier.pipeline import check, compile_site

MOMENT = "2019-02-25T12:00:00+00:00"
CITE = "cite: {source: gazette, quote: both delegations said}"
ISLAND = """
content/islands/gull-island.yml
  name: Gull Island
  type: island
  claims:
"""
BEFORE = f"""{ISLAND}
    - {{id: size, text: It is a small island., by: northland, when: 1950, {CITE}}}
    - {{id: gone, text: Nobody lives there., {CITE}}}
content/actors/westland.yml
  name: Westland
  type: state
"""
AFTER = f"""{ISLAND}
    - {{id: size, text: It is a tiny island., by: northland, when: 1950-03, status: contested, {CITE}}}
content/actors/eastland.yml
  name: Eastland
  type: state
"""


def changed(before: str, after: str, day: str = "2019-02-25") -> Day:
    """A day on which the base dossier with some files became that with others."""
    return Day(day, MOMENT, compare(overlaid(BASE, tree(before)), overlaid(BASE, tree(after))))


def page(days: tuple[Day, ...], now: Mapping[str, bytes], *, known: bool = True) -> str:
    """The Markdown of the page where the dossier is this now."""
    return compile_site(check(now), history=History(days, known)).files["pages/changes.md"].decode()


def read(markdown: str) -> Element:
    return rendered(front_matter_of(markdown)[1])


@pytest.fixture(scope="module")
def shown() -> str:
    return page((changed(BEFORE, AFTER),), overlaid(BASE, tree(AFTER)))


def test_a_day_is_a_heading_with_a_place_of_its_own(shown: str) -> None:
    assert '## <a id="day_2019-02-25"></a>25 February 2019' in shown


def test_what_came_and_went_as_a_whole_is_a_line_each(shown: str) -> None:
    assert "- **Actors added:** [Eastland](actors/eastland.md)\n" in shown
    assert "- **Actors removed:** Westland\n" in shown


def test_a_line_leads_to_the_statement_and_has_its_mark(shown: str) -> None:
    assert "- [Gull Island](islands/gull-island.md)\n" in shown
    (line,) = re.findall(r"- \*\*\[Reworded, .*", shown)
    assert line.startswith("- **[Reworded, date sharpened, status changed](islands/gull-island.md#size):** ")
    assert "Northland, <ins>March</ins> 1950: It is a <ins>tiny island. (contested)</ins>" in line
    assert '<abbr title="verified">✓</abbr>' in line
    assert "Before: “Northland, 1950: It is a <del>small island.</del>”" in line


def test_what_is_gone_is_quoted_without_link_or_mark(shown: str) -> None:
    assert "- **Removed:** “Nobody lives there.”\n" in shown


def test_what_was_changed_again_since_leads_to_its_page_only() -> None:
    first = '  summary: It is small. [@gazette "both delegations said"]\n'
    sheet = ISLAND.replace("  claims:\n", "")
    now = overlaid(BASE, tree(f"{sheet}{first.replace('small', 'wet')}"))
    markdown = page((changed(sheet, sheet + first),), now)
    assert "- **Added:** It is small." in markdown
    still = page((changed(sheet, sheet + first),), overlaid(BASE, tree(sheet + first)))
    assert "- **[Added](islands/gull-island.md#summary):** It is small." in still


def test_a_page_that_has_another_address_now_is_found() -> None:
    now = tree(AFTER.replace("eastland.yml\n", "the-east.yml\n  formerly: [eastland]\n"))
    assert "[Eastland](actors/the-east.md)" in page((changed(BEFORE, AFTER),), overlaid(BASE, now))


def test_a_page_written_by_hand_is_led_to() -> None:
    note = "content/pages/note.md\n  # About us\n\n  We write.\n"
    assert "- **Pages added:** [About us](pages/note.md)" in page(
        (changed("", note),), overlaid(BASE, tree(note))
    )


def test_the_first_day_is_one_line() -> None:
    markdown = page((Day("2019-02-25", MOMENT, first=First(1, 91)),), BASE)
    assert "- The dossier first appeared, with 1 sheet and 91 sources.\n" in markdown


def test_a_day_of_too_many_files_is_one_line() -> None:
    assert "- 2,500 files changed, too many to be listed." in page(
        (Day("2019-02-25", MOMENT, too_many=2500),), BASE
    )


def test_no_day_is_listed_without_end() -> None:
    claims = "".join(f"    - {{text: Reason number {n}., {CITE}}}\n" for n in range(300))
    sheets = "".join(f"content/actors/a-{n}.yml\n  name: A {n}\n  type: state\n" for n in range(100))
    after = f"{ISLAND}{claims}{sheets}"
    markdown = page((changed(ISLAND.replace("  claims:\n", ""), after),), overlaid(BASE, tree(after)))
    assert len([line for line in markdown.splitlines() if line.lstrip().startswith("- ")]) < 130
    assert re.search(r"- And 18\d more lines\.", markdown)
    assert "and 60 more" in markdown


def test_without_a_history_it_says_so() -> None:
    assert "The history of this dossier was not at hand" in page((), BASE, known=False)
    assert "Nothing of this dossier has been committed" in page((), BASE)


def test_the_home_page_leads_there() -> None:
    assert "[What changed](changes.md)" in compile_site(check(BASE)).files["pages/index.md"].decode()


ADDRESSED = {"content/briefing.yml": BASE["content/briefing.yml"] + b"address: https://gulls.example/\n"}


@pytest.mark.parametrize("name", ["index", "changes"])
def test_the_feed_is_named_where_there_is_one(name: str) -> None:
    path = f"pages/{name}.md"
    without = compile_site(check(BASE)).files[path].decode()
    withal = compile_site(check({**BASE, **ADDRESSED})).files[path].decode()
    assert "feed.xml" not in without
    assert front_matter_of(withal)[0]["feed"] == "feed.xml"


def reworded(words: str) -> Changes:
    """Changes in which all that a sheet may say is the same words."""
    named = Named("gull-island", words)
    said = Said("size", "claim", words, named, words, named, "cited", (named,))
    gone = StatementChange((What.REMOVED,), said._replace(by=Named("", ""), date=""), None)
    other = StatementChange((What.REWORDED, What.RECITED), said._replace(words="other"), said)
    details = (Detail(What.FIELD, words, words, "other"), Detail(What.NAMES, words, words, words))
    sort = Sort("island", words, words)
    return Changes(
        (
            SheetChange(named, sort, None, "", details, (gone, other)),
            SheetChange(named, sort, What.ADDED, "", (), ()),
        )
    )


@given(ANY)
def test_any_words_stay_words(text: str) -> None:
    history = History((Day("2019-02-25", MOMENT, reworded(text)),), known=True)
    found = read(
        changes.page(Desk(COMPILED.dossier, COMPILED.graph, Addresses(COMPILED.dossier), {}, history)).text
    )
    looks = shape(found)
    assert set(looks.elements) <= ALLOWED, looks.elements
    assert set(looks.schemes) <= {""}
    assert {name for _, name in looks.attributes} <= {"href", "id", "class", "title", "data-search-exclude"}
    shown = " ".join(escape_less(text).split())
    assert f"Removed: “{shown}”" in words(found)


def escape_less(text: str) -> str:
    """A text as a browser shows it: what no HTML may hold stands as U+FFFD."""
    return html.unescape(re.sub(r"\\([*_\[\]#+.-])", r"\1", escape(text)))


COMPILED = check(overlaid(BASE, tree(AFTER)))
ALLOWED = {
    *("html", "head", "body", "h1", "h2", "p", "div", "ul", "li", "a", "strong", "ins", "del", "br", "abbr"),
}
