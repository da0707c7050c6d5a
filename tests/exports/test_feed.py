"""The feed is what RFC 4287 asks for, whatever a dossier says, and readers of feeds make of it what the page tells."""

from __future__ import annotations

import re
from datetime import datetime
from xml.etree import ElementTree

import feedparser  # type: ignore[import-untyped]
import pytest
from dossiers import BASE, overlaid, tree
from hypothesis import given
from hypothesis import strategies as st
from texts import ANY
from whole import FIELDS, PROSE, files

from dossier.changes import NO_HISTORY, Changes, Day, First, History, compare
from dossier.changes.values import Named, Said, SheetChange, Sort, StatementChange, What
from dossier.exports.feed import export
from dossier.pages import Desk
from dossier.pages.addresses import Addresses
from dossier.pipeline import check, compile_site

ATOM = "{http://www.w3.org/2005/Atom}"
CITE = "cite: {source: gazette, quote: both delegations said}"
CLAIM = f"""
content/islands/gull-island.yml
  name: Gull Island
  type: island
  claims:
    - {{id: size, text: It is a "small" & <wet> island., by: northland, {CITE}}}
"""
ADDRESS = "https://gulls.example/dossier"
BRIEFING = {"content/briefing.yml": BASE["content/briefing.yml"] + f"address: {ADDRESS}/\n".encode()}
NOW = {**overlaid(BASE, tree(CLAIM)), **BRIEFING}
COMPILED = check(NOW)
DAYS = (
    Day("2019-03-01", "2019-03-01T18:00:00+01:00", compare({**BASE, **BRIEFING}, NOW)),
    Day("2019-02-25", "2019-02-25T12:00:00+00:00", first=First(5, 1)),
)


def feed(days: tuple[Day, ...] = DAYS) -> bytes:
    history = History(days, known=True)
    desk = Desk(COMPILED.dossier, COMPILED.graph, Addresses(COMPILED.dossier), {}, history)
    return export(desk)["pages/feed.xml"]


def valid(data: bytes) -> list[str]:
    """What RFC 4287 asks for and a feed has not."""
    root = ElementTree.fromstring(data)
    holders = [root, *root.iter(f"{ATOM}entry")]
    wrong = [
        f"{name} of {holder.tag}"
        for holder in holders
        for name in ("id", "title", "updated")
        if len(holder.findall(f"{ATOM}{name}")) != 1
    ]
    ids = [str(holder.findtext(f"{ATOM}id")) for holder in holders]
    wrong += [
        f"id {each}"
        for each in ids
        if ids.count(each) > 1 or not re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", each)
    ]
    for moment in root.iter(f"{ATOM}updated"):
        if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)", str(moment.text)):
            wrong.append(f"moment {moment.text}")
        datetime.fromisoformat(str(moment.text))
    wrong += ["author"] if not root.findtext(f"{ATOM}author/{ATOM}name") else []
    relations = [link.get("rel") for link in root.findall(f"{ATOM}link")]
    wrong += ["links"] if sorted(map(str, relations)) != ["alternate", "self"] else []
    wrong += (
        ["content"]
        if any(each.get("type") != "xhtml" or len(each) != 1 for each in root.iter(f"{ATOM}content"))
        else []
    )
    return wrong


def test_it_has_all_that_the_standard_asks_for() -> None:
    assert root_tag(feed()) == f"{ATOM}feed"
    assert valid(feed()) == []


def root_tag(data: bytes) -> str:
    return str(ElementTree.fromstring(data).tag)


def test_a_reader_of_feeds_shows_the_days() -> None:
    read = feedparser.parse(feed())
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.title == "Gull Island: what changed"
    assert [entry.title for entry in read.entries] == [
        "What changed on 1 March 2019",
        "What changed on 25 February 2019",
    ]
    assert read.entries[0].link == f"{ADDRESS}/changes.html#day_2019-03-01"
    assert read.entries[0].summary == "1 statement added; 2 statements removed."
    assert f'<a href="{ADDRESS}/islands/gull-island.html#size">Added</a>' in read.entries[0].content[0].value
    assert (
        'Northland: It is a "small" &amp; &lt;wet&gt; island. ✓ verified' in read.entries[0].content[0].value
    )
    assert "The dossier first appeared, with 5 sheets and 1 source." in read.entries[1].content[0].value


def test_the_feed_is_as_new_as_its_newest_day() -> None:
    assert feedparser.parse(feed()).feed.updated == "2019-03-01T18:00:00+01:00"


def test_an_id_stays_when_days_come_before_it() -> None:
    entries = [feedparser.parse(feed(days)).entries[-1].id for days in (DAYS, DAYS[1:])]
    assert entries[0] == entries[1]


def test_without_a_history_it_is_empty_and_still_valid() -> None:
    data = compile_site(check(NOW), history=NO_HISTORY).files["pages/feed.xml"]
    assert valid(data) == []
    assert feedparser.parse(data).feed.updated == "2001-05-31T00:00:00Z"


def test_without_an_address_there_is_none() -> None:
    assert "pages/feed.xml" not in compile_site(check(BASE), history=History(DAYS, known=True)).files


@given(st.dictionaries(st.sampled_from((*FIELDS, *PROSE)), ANY, max_size=4))
def test_whatever_sheets_say_it_is_valid(texts: dict[str, str]) -> None:
    kept = {field: text for field, text in texts.items() if _is_encodable(text)}
    there = compare(files({}), files(kept))
    assert valid(feed((Day("2019-03-01", "2019-03-01T18:00:00Z", there), DAYS[1]))) == []


@given(ANY, ANY)
def test_whatever_words_a_change_has_the_feed_says_them_and_no_element(before: str, after: str) -> None:
    day = Day("2019-03-01", "2019-03-01T18:00:00Z", _reworded(before, after))
    root = ElementTree.fromstring(feed((day,)))
    inner = {
        each.tag.rpartition("}")[2] for content in root.iter(f"{ATOM}content") for each in content.iter()
    }
    assert inner <= {"content", "div", "ul", "li", "a", "strong", "ins", "del", "br"}
    assert valid(feed((day,))) == []


def _reworded(before: str, after: str) -> Changes:
    nobody = Named("", "")
    old, new = (
        Said("a", "claim", words, nobody, "", nobody, "verified", (Named("b", words),))
        for words in (before, after)
    )
    change = StatementChange((What.REWORDED,), old, new)
    return Changes((SheetChange(Named("x", after), Sort("x", after, after), None, "", (), (change,)),))


def _is_encodable(text: str) -> bool:
    return not any("\ud800" <= each <= "\udfff" for each in text)


@pytest.mark.parametrize(
    "address", ["https://gulls.example", "https://gulls.example/a b/%20?", "https://гагара.example/"]
)
def test_addresses_begin_where_the_dossier_is_published(address: str) -> None:
    briefing = BASE["content/briefing.yml"] + f"address: '{address}'\n".encode()
    built = compile_site(
        check({**BASE, "content/briefing.yml": briefing}), history=History(DAYS, known=True)
    ).files
    if "pages/feed.xml" in built:
        for link in ElementTree.fromstring(built["pages/feed.xml"]).iter(f"{ATOM}link"):
            assert re.fullmatch(
                r"https://[^\s<>\"]+(feed\.xml|changes\.html(#day_[\d-]+)?)", str(link.get("href"))
            )
