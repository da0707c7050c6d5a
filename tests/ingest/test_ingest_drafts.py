"""What is drafted of an article: quotations that cannot be wrong, dates, speakers; and what is told of it."""

from __future__ import annotations

import json
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from ingestcases import ENGLISH, JAPANESE, ROOT, RUSSIAN, STRAIT, TODAY, taken, without_the_seed

from dossier import articles
from dossier.articles import Article, Found
from dossier.citations import Citation
from dossier.diagnostics import Severity
from dossier.ingest import Asked, Ingested, RefusedError, take_in, tell, tell_json
from dossier.ingest.language import guess_language
from dossier.pipeline import Compiled, check

SEED = ROOT / "seeds/tass-2019-02-25-lavrov-visit.txt"
OWN_CODES = {"unreviewed-draft"}


def after(found: Ingested) -> Compiled:
    return check({**STRAIT, **found.files})


def quoted(found: Ingested) -> list[tuple[str, str, str]]:
    """The quotations in the file of drafts, as the compiler reads it: words, prefix, suffix."""
    items = [item for draft in after(found).dossier.drafts for item in draft.items]
    stated = [item.event or item.claim for item in items]
    cites = [cite for each in stated if each for cite in each.cites if isinstance(cite, Citation)]
    return [(cite.quote, cite.prefix, cite.suffix) for cite in cites]


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, JAPANESE])
def test_check_finds_drafts_to_review_and_nothing_else(text: str) -> None:
    assert not check(STRAIT).diagnostics
    found = taken(text, date="2020-03-12")
    diagnostics = after(found).diagnostics
    assert {each.code for each in diagnostics} == OWN_CODES
    assert len(diagnostics) == len(found.drafts.events) + len(found.drafts.claims) == len(quoted(found))


def test_only_new_files_are_written() -> None:
    found = taken(ENGLISH)
    assert sorted(found.files) == [
        "content/drafts/the-harbour-post-2020-03-12.yml",
        "content/sources/the-harbour-post-2020-03-12.yml",
        "seeds/the-harbour-post-2020-03-12.txt",
    ]
    assert found.files["seeds/the-harbour-post-2020-03-12.txt"] == ENGLISH.encode()


def test_the_sheet_of_the_source_says_all_that_is_known() -> None:
    sheet = after(taken(ENGLISH, publisher="", url="https://example.org/a")).dossier.sheets[
        "harbour-2020-03-12"
    ]
    assert sheet.name == "Ministers of the strait to meet in March"
    names = ("publisher", "place", "language", "text", "sha256")
    assert [sheet.text(name) for name in names] == [
        "HARBOUR", "NORTHPORT", "en", "seeds/harbour-2020-03-12.txt", sha256(ENGLISH.encode()).hexdigest(),
    ]  # fmt: skip
    assert sheet.address("url") == "https://example.org/a"
    assert [str(date) for date in (sheet.date("issued"), sheet.date("accessed")) if date is None] == []
    assert "was a Thursday" in sheet.text("issued_note")


def test_events_have_their_dates_status_and_those_who_took_part() -> None:
    found = [(each.date, each.stated, each.status) for each in taken(ENGLISH).drafts.events]
    assert found == [
        ("2020-03-20", "March 20", "planned"),
        ("2020-03-12", "Thursday", "happened"),
        ("[2020-03-16..2020-03-22]", "next week", "planned"),
        ("2019-12", "December", "happened"),
        ("2020-03-06", "last Friday", "happened"),
        ("1987", "1987", "happened"),
        ("1994", "1994", "happened"),
        ("2018-05-03", "May 3, 2018", "happened"),
        ("2019-06", "June 2019", "happened"),
    ]
    assert dict(taken(ENGLISH).drafts.events[0].references) == {"actors": ("northland", "ivar-holm")}
    assert dict(taken(ENGLISH).drafts.events[4].references) == {"treaties": ("ferry-treaty",)}


def test_claims_have_a_speaker_where_that_is_plain() -> None:
    assert [(each.by, each.on, each.when) for each in taken(ENGLISH).drafts.claims] == [
        ("ivar-holm", "northland", "2020-03-12"),
        ("ivar-holm", "ivar-holm", ""),
        ("", "ferry-treaty", "2020-03-06"),
    ]
    assert [(each.by, each.on) for each in taken(RUSSIAN, date="2020-03-12").drafts.claims] == [
        ("ivar-holm", "ivar-holm")
    ]
    assert [each.by for each in taken(JAPANESE, date="2020-03-12").drafts.claims] == ["ivar-holm", ""]


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("Northland has denied it.", "northland"),
        ("“It is over,” said Northland spokesman Ivar Holm.", "ivar-holm"),
        ("It is over, according to Ivar Holm.", "ivar-holm"),
        ("Ivar Holm, the foreign minister, said it was over.", "ivar-holm"),
        ("The father of Ivar Holm said it was over.", ""),
        ("Mara Lind and Ivar Holm said it was over.", ""),
        ("Ivar Holm left when Mara Lind said it was over.", ""),
        ("Northland’s paper said it was over.", ""),
    ],
)
def test_a_doubtful_speaker_is_none(sentence: str, by: str) -> None:
    found = taken(
        f"A heading of some length\n\nIt is the one of the two in that. {sentence}\n", language="en"
    )
    assert [each.by for each in found.drafts.claims] == [by]


def test_a_sentence_that_stands_twice_is_quoted_in_its_place() -> None:
    twice = "The ferry was opened in 1994."
    text = f"It is in the news. {twice} That was the end. {twice} So it is.\n"
    words = set(quoted(taken(text, language="en")))
    assert [(quote, bool(prefix)) for quote, prefix, _ in sorted(words)] == [
        ("The ferry was opened in 1994.", True)
    ] * 2
    assert len(words) == 2


def test_of_a_very_long_text_the_first_part_is_drafted() -> None:
    text = "\n".join(ENGLISH.replace("1987", str(year)) for year in range(1000, 1200))
    found = taken(text, date="2020-03-12")
    assert found.drafts.last is not None
    assert f"after sentence {found.drafts.last} was not drafted" in tell(found, check(STRAIT).dossier.sheets)
    assert {each.code for each in after(found).diagnostics} == OWN_CODES


TEXT = st.text(max_size=300)
PIECES = [
    "On Monday", "Ivar Holm said", "in 1994", "the", "[[japan]]", "“", '"', "'", ": ", " # x", "- ", "said", ".", ". ",
    "\n", "\n\n", "\\", "[@x", "](y)", "\u202e", "\u200b", "e\u0301", "\ufb01", "\t", "{{", "}}", "…", "<b>", "&amp;",
    "25日、", "と述べた。", "が", "ホルム", "25 февраля", "заявил", "\ue000", "\U0001f600",
    "`", "*", "|", ">", "%", "@", "~",
]  # fmt: skip
PROSE = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("ホルム外相は12日、記者団に語った。", "ivar-holm"),
        ("北国のホルム外相は会談後、協議が終わったと述べた。", "ivar-holm"),
        ("北国の報道官は協議が終わったと述べた。", ""),
        ("ホルムと別の外相は協議が終わったと述べた。", ""),
        ("外相は「ホルムは終わりだ」と述べた。", ""),
    ],
)
def test_a_speaker_in_japanese_is_marked_as_the_subject(sentence: str, by: str) -> None:
    found = taken(f"{JAPANESE}\n{sentence}\n", date="2020-03-12")
    assert found.drafts.claims[-1].by == by


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@example("0:0[@said.", "en")
@given(TEXT | PROSE, st.sampled_from(["en", "ru", "ja"]))
def test_every_drafted_quotation_stands_in_the_text(text: str, language: str) -> None:
    try:
        found = taken(text, language=language, date="2020-03-12")
    except RefusedError:
        return
    held = articles.read(found.files[f"seeds/{found.source}.txt"], language)
    assert isinstance(held, Article)
    written = quoted(found)
    assert len(written) == len(found.drafts.events) + len(found.drafts.claims)
    for quote, prefix, suffix in written:
        assert isinstance(articles.find(held, quote, prefix, suffix), Found)
    codes = {each.code for each in after(found).diagnostics if each.severity is Severity.ERROR}
    assert codes <= OWN_CODES | {"happened-too-late"}


def test_what_it_tells_a_person() -> None:
    told = tell(taken(ENGLISH), check(STRAIT).dossier.sheets)
    for line in (
        "  Ivar Holm (ivar-holm): sentences 3, 4",
        "  Ferry Treaty (ferry-treaty): sentence 6",
        "  Mara Lind: once, sentence 6",
        "  sentence 3: “Thursday” — 2020-03-12 (12 March 2020)",
        "  sentence 8: “October 4” — not settled",
        "Drafted: 9 events, 3 claims.",
    ):
        assert line in told.splitlines()


def test_what_it_tells_a_program() -> None:
    told = json.loads(tell_json(taken(ENGLISH)))
    assert told["issued"]["edtf"] == "2020-03-12"
    assert told["known"][0] == {"id": "ivar-holm", "sentences": [3, 4]}
    assert {"name": "Mara Lind", "count": 1, "sentences": [6]} in told["unknown"]
    assert {"sentence": 3, "words": "March 20", "edtf": "2020-03-20"} in told["dates"]


def test_names_without_a_sheet_are_found_in_three_languages() -> None:
    assert [each.name for each in taken(JAPANESE, date="2020-03-12").reading.unknown] == [
        "リンド",
        "マラ・リンド",
    ]
    assert "Марой Линдовой" in taken(RUSSIAN, date="2020-03-12").reading.unknown[0].name


def test_single_words_are_names_too_within_a_sentence() -> None:
    text = (
        "A board of Saltwick met, Ruth Calder said. The pier is old, Calder told reporters in Saltwick. "
        "“Pay,” Calder told the Spanish Chairman. Brenford’s side agreed with Calder’s words.\n"
    )
    named = taken(text, language="en", date="2020-03-12").reading.unknown
    assert [(each.name, each.sentences) for each in named] == [
        ("Ruth Calder", (1, 2, 3, 4)),
        ("Saltwick", (1, 2)),
    ]


def test_the_seed_is_taken_as_its_sheet_has_it() -> None:
    files = without_the_seed()
    found = take_in(files, check(files), SEED.read_bytes(), Asked("article.txt"), TODAY)
    assert (found.source, found.issued.edtf, found.issued.is_settled) == (
        "tass-2019-02-25",
        "2019-02-25",
        True,
    )
    assert found.title == "Japan works on Russian Foreign Minister Lavrov’s visit to Tokyo"
    assert [each.date for each in found.drafts.events] == [
        "2019-02-25", "2019-02-16", "2019-02-16", "2018-11", "1960", "1960-01-27",
    ]  # fmt: skip
    assert [each.by for each in found.drafts.claims if each.by] == [
        "japanese-foreign-ministry", "japanese-foreign-ministry", "yoshihide-suga", "russia",
    ]  # fmt: skip
    new = [each for each in check({**files, **found.files}).diagnostics if each.severity is Severity.ERROR]
    assert {each.code for each in new} == OWN_CODES


@pytest.mark.parametrize(
    ("text", "asked", "says"),
    [
        (ENGLISH, {"date": "12 March 2020"}, "write 2020-03-12"),
        (ENGLISH, {"url": "javascript:alert(1)"}, "is not a web address"),
        (ENGLISH, {"id": "Harbour Post"}, "cannot be an id"),
        (ENGLISH, {"id": "ivar-holm"}, "is taken already"),
        (ENGLISH, {"language": "english!"}, "is not a language tag"),
        ("Die Minister trafen sich am Montag im Hafen der Stadt.\n", {}, "Add --language"),
        ("The ministers met in the harbour of the town.\n", {"publisher": ""}, "Add --publisher"),
    ],
)
def test_what_has_to_be_said_is_asked_for(text: str, asked: dict[str, str], says: str) -> None:
    with pytest.raises(RefusedError) as refused:
        taken(text, **asked)
    assert says.lower() in str(refused.value).lower()


@pytest.mark.parametrize("text", [ENGLISH.encode(), RUSSIAN.encode("cp1251")])
def test_what_is_held_already_is_refused(text: bytes) -> None:
    first = taken(text)
    files = {**STRAIT, **first.files}
    with pytest.raises(RefusedError, match=f'it is the source "{first.source}"'):
        take_in(files, check(files), text, Asked(publisher="Another"), TODAY)


def test_a_second_article_of_a_day_gets_an_id_and_events_of_its_own() -> None:
    first = taken(ENGLISH)
    files = {**STRAIT, **first.files}
    second = take_in(
        files, check(files), ENGLISH.encode() + b"\n", Asked(publisher="The Harbour Post"), TODAY
    )
    assert second.source == f"{first.source}-2"
    assert {each.code for each in check({**files, **second.files}).diagnostics} == OWN_CODES


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (RUSSIAN, "ru"), (JAPANESE, "ja")])
def test_the_language_is_told(text: str, language: str) -> None:
    assert guess_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "Міністри зустрілися в понеділок, і їхня розмова тривала довго.",
        "Les ministres se sont vus lundi dans le port de la ville.",
        "部长们星期一在港口会面。",
        "",
        "12345",
    ],
)
def test_another_language_is_not_guessed_at(text: str) -> None:
    assert guess_language(text) == ""
