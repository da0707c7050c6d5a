"""How to cite a page, a claim and a source: all three forms on the page, and no text that breaks out of them."""

from __future__ import annotations

import json
from xml.etree.ElementTree import Element

from csl_schema import SCHEMA
from dossiers import based
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from rendered import front_matter_of, tree

from dossier.pipeline import compile_site

BRIEFING = """
content/briefing.yml
  title: {title}
  language: en
  as_of: 2001-05-05
  updated: 2001-05
  {address}
  sections:
    - title: Bottom line
      body: |
        They talked. [@gazette "held talks about Gull Island on Friday"]
"""
SHEET = """
content/actors/southland.yml
  name: {name}
  type: state
  claims:
    - id: small
      text: The island is [[gull-island|small]].
      by: northland
      topic: size
      status: contested
      when: 1950
      cite: {{source: gazette, quote: "held talks about Gull Island on Friday"}}
    - {{id: far, text: It is far., topic: size, cite: {{inferred: It takes a day.}}}}
"""
SOUTHLAND, GAZETTE = "pages/actors/southland.md", "pages/sources/gazette.md"


def page(path: str, name: str = "Southland", title: str = "Gull Island", address: str = "") -> Element:
    text = BRIEFING.format(title=json.dumps(title), address=address) + SHEET.format(name=json.dumps(name))
    compiled = based(text)
    assert not compiled.has_errors, compiled.diagnostics
    return tree(front_matter_of(compile_site(compiled).files[path].decode())[1])


def forms(read: Element) -> list[Element]:
    (folded,) = (each for each in read.iter("details") if each.get("class") == "cite")
    return list(folded.iter("pre"))


def text(element: Element) -> str:
    return "".join(element.itertext())


def test_a_page_in_three_forms() -> None:
    plain, entry, data, *_ = map(text, forms(page(SOUTHLAND)))
    assert plain == "“Southland”. Gull Island, May 2001. <actors/southland.html>."
    assert entry.splitlines() == [
        "@online{southland,",
        "  title = {Southland},",
        "  maintitle = {Gull Island},",
        "  date = {2001-05},",
        "  url = {actors/southland.html},",
        "  langid = {english},",
        "}",
    ]
    assert json.loads(data) == [
        {
            "id": "southland",
            "type": "webpage",
            "title": "Southland",
            "container-title": "Gull Island",
            "issued": {"date-parts": [[2001, 5]]},
            "URL": "actors/southland.html",
            "language": "en",
        }
    ]


def test_each_claim_with_its_permanent_address_and_its_evidence() -> None:
    places = (each for each in page(SOUTHLAND).iter("div") if (each.get("id") or "").startswith("cite-"))
    found = {each.get("id"): text(each) for each in places}
    assert found == {
        "cite-small": (
            "“The island is small.” (Northland; 1950; contested; in the words of the dossier). In: “Southland”."
            " Gull Island, May 2001. <actors/southland.html#small>. Evidence: The Gazette, 5 May 2001 (verified)."
        ),
        "cite-far": (
            "“It is far.” In: “Southland”. Gull Island, May 2001. <actors/southland.html#far>."
            " Evidence: the editor’s inference."
        ),
    }


def test_a_source_and_the_page_about_it() -> None:
    plain, entry, data, about = map(text, forms(page(GAZETTE)))
    assert plain == "“Northland and Southland talk about Gull Island”. The Gazette, 5 May 2001."
    assert entry.startswith("@article{gazette,\n")
    assert json.loads(data)[0]["issued"] == {"date-parts": [[2001, 5, 5]]}
    assert about.endswith("Gull Island, May 2001. <sources/gazette.html>.")


def test_an_address_that_is_a_path_is_marked_for_the_browser_to_complete() -> None:
    read = page(SOUTHLAND)
    marked = [each for each in read.iter("span") if each.get("class") == "address"]
    assert [each.get("data-path") for each in marked] == [text(each) for each in marked]
    assert len(marked) == len(forms(read))
    assert {text(each) for each in marked} == {
        "actors/southland.html",
        "actors/southland.html#small",
        "actors/southland.html#far",
    }


def test_an_address_of_the_site_makes_them_whole() -> None:
    read = page(SOUTHLAND, address="address: https://gull.example/dossier/")
    assert not [each for each in read.iter("span") if each.get("class") == "address"]
    assert all("https://gull.example/dossier/actors/southland.html" in text(each) for each in forms(read))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from(
        [
            "</code></pre></details><script>alert(1)</script>",
            "}, url = {https://evil.example/}",
            '"}], [{"id": "x',
            "actors/southland.html",
            "| a | b | *c* `d` [e](f) $g$ \\end{x} &lt; &#60;",
            "色丹島 — Шикотан",
        ]
    )
)
def test_a_hostile_name_stays_a_name(name: str) -> None:
    read = page(SOUTHLAND, name, title=name)
    assert not list(read.iter("script"))
    plain, entry, data, *claims = forms(read)
    assert text(plain).startswith(f"“{name}”. {name}, May 2001. <")
    (item,) = json.loads(text(data))
    assert Draft202012Validator(SCHEMA).is_valid([item])
    assert (item["title"], item["container-title"]) == (name, name)
    assert text(entry).splitlines()[4] == "  url = {actors/southland.html},"
    assert all(f"In: “{name}”" in text(each) for each in claims)
    (marked,) = (each for each in data.iter("span"))
    assert text(marked) == "actors/southland.html"
