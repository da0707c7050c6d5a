"""Where things in prose stand in the file, whatever the style of the YAML around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown import of, read

from dossier.citations import Citation, Inference, Place
from dossier.diagnostics import Diagnostic, Span
from dossier.prose import Cited, Prose, WikiLink, parse
from dossier.records import Record
from dossier.strict_yaml import Source
from dossier.strict_yaml import parse as parse_yaml

STYLES = {
    "plain": 'summary: Über [[a]]. [@s "x y z"] [inferred:w]\n',
    "plain, folded": 'summary: Über\n  [[a]]. [@s\n\n  "x y\n  z"]\n  [inferred:w]\n',
    "single": "summary: 'It''s [[a]]. [@s \"x y z\"] [inferred: w]'\n",
    "single, folded": "summary: 'It''s\n  [[a]]. [@s \"x\n  y z\"]\n\n  [inferred: w]'\n",
    "double": 'summary: "\\u00dcber \\"[[a]]. [@s \\"x y z\\"] [inferred: w]"\n',
    "double, folded": 'summary: "\\u00dcber\n  [[a]]. \\\n  [@s \\"x y\n  z\\"] [inferred:\n  w]"\n',
    "literal": 'summary: |\n  Über\n\n  [[a]].\n  [@s "x y z"]\n  [inferred: w]\n',
    "literal, list": 'summary: |\n  - Über [[a]].\n    [@s "x y z"]\n  - [inferred: w]\n',
    "folded": 'summary: >\n  Über\n  [[a]]. [@s\n  "x y\n  z"]\n\n  [inferred: w]\n',
    "folded, stripped": 'summary: >-\n    Über [[a]]. [@s "x y\n    z"] [inferred:\n    w]\n',
    "folded, list": 'summary: >-\n  - Über *b* [[a]]. [@s "x y\n  z"] [inferred: w]\n',
    "folded, indented": 'summary: >\n  Über\n   [[a]].\n  [@s "x y z"]\n  [inferred: w]\n',
    "deeper": 'claims:\n  - summary: >-\n      Über [[a]].\n      [@s "x y\n      z"]\n      [inferred: w]\n',
    "CR LF": 'summary: >-\r\n  Über\r\n  [[a]]. [@s "x y\r\n  z"]\r\n  [inferred: w]\r\n',
}


def cut(text: str, span: Span) -> str:
    """What stands in a span, its white space folded."""
    lines = text.replace("\r\n", "\n").split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return " ".join(" ".join(lines).split())


def prose_of(text: str) -> Prose:
    parsed = parse_yaml(text.encode(), "sheet.yml")
    assert parsed.root is not None
    report: list[Diagnostic] = []
    record = Record(parsed.root, "a sheet", report)
    inner = record.records("claims", "a claim")
    scalar = (inner[0] if inner else record).scalar("summary")
    assert scalar is not None
    return parse(scalar, report)


@pytest.mark.parametrize("style", STYLES)
def test_what_is_written_stands_where_its_place_says(style: str) -> None:
    text = STYLES[style]
    link, cited, inferred = (each for each in prose_of(text).inlines() if isinstance(each, WikiLink | Cited))
    assert isinstance(link, WikiLink)
    assert cut(text, link.to.place.span) == "a"
    assert isinstance(cited, Cited)
    assert cut(text, cited.place.span).replace("\\", "") == '[@s "x y z"]'
    (cite,) = cited.cites
    assert isinstance(cite, Citation)
    assert cut(text, cite.source.place.span) == "s"
    assert cut(text, cite.place.span) == "x y z"
    assert isinstance(inferred, Cited)
    (why,) = inferred.cites
    assert isinstance(why, Inference)
    assert cut(text, why.place.span).replace(" ", "") == "[inferred:w]"


def test_a_paragraph_stands_from_its_first_word_to_its_last() -> None:
    text = 'body: |\n  One [@s "x y z"]\n  two.\n\n    Three [[a]].\n\n  - Four\n    [[b]].\n  - Five.\n'
    parsed = parse_yaml(text.encode(), "sheet.yml")
    assert parsed.root is not None
    scalar = Record(parsed.root, "a sheet", []).scalar("body")
    assert scalar is not None
    spans = [each.place.span for each in parse(scalar, []).paragraphs()]
    assert [(span.line, span.column) for span in spans] == [(2, 3), (5, 5), (7, 3), (9, 3)]
    said = ['One [@s "x y z"] two.', "Three [[a]].", "- Four [[b]].", "- Five."]
    assert [cut(text, span) for span in spans] == said


@pytest.mark.parametrize("markdown", ["", "*x* "])
def test_a_paragraph_after_many_links_stands_where_it_does(markdown: str) -> None:
    paragraphs = [f"{markdown}P{n} [[some-id]] and [@s “x y z”]." for n in range(30)]
    text = "\n\n".join(paragraphs)
    found = [each.place for each in read(text)[0].paragraphs()]
    assert [text[place.start : place.end] for place in found] == paragraphs


def test_a_quotation_stands_between_its_marks() -> None:
    text = 'A. [@one-source “the "x y" z”, p. 1; @two "a \\"b\\" c"]'
    (cited,) = (each for each in read(text)[0].inlines() if isinstance(each, Cited))
    places = [cite.place for cite in cited.cites]
    assert [text[place.start : place.end] for place in places] == ['the "x y" z', 'a \\"b\\" c']
    sources = [cite.source.place for cite in cited.cites if isinstance(cite, Citation)]
    assert [text[place.start : place.end] for place in sources] == ["one-source", "two"]


def test_a_citation_without_words_stands_where_its_source_does() -> None:
    text = "A. [@one, p. 1]"
    (cited,) = (each for each in read(text)[0].inlines() if isinstance(each, Cited))
    place = cited.cites[0].place
    assert text[place.start : place.end] == "one"


def test_values_are_asked_for_places_only_when_somebody_wants_them() -> None:
    place = Place(of("abc"), 1, 2)
    assert isinstance(place.scalar.source, Source)
    assert place.span == Span("text", 1, 2, 1, 3)


@given(
    st.lists(
        st.sampled_from(["w", "é", "[[a]]", '[@s "x y z"]', "*m*", "\n", "\n\n", "- ", "  "]), max_size=30
    )
)
def test_every_place_lies_in_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    prose, _ = read(text)
    last = 0
    for paragraph in prose.paragraphs():
        assert last <= paragraph.place.start < paragraph.place.end <= len(text)
        last = paragraph.place.end
    for inline in prose.inlines():
        if isinstance(inline, Cited):
            assert text[inline.place.start : inline.place.end] == '[@s "x y z"]'
        elif isinstance(inline, WikiLink):
            assert text[inline.to.place.start : inline.to.place.end] == "a"
