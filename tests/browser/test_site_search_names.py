"""Whoever types a name of a thing, in any script, finds that thing first; and nobody else pays for the search."""

from __future__ import annotations

import html
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.utils.meta import get_data
from playwright.sync_api import Browser, Page
from sitecheck import use_search

ENTITIES = ("actors", "treaties", "islands", "events")
SHORTEST = 4  # letters of a word that people would search by
# Asks the search of the open page, as its field does, for each of the words: the first address each.
ASK = """
async (all) => {
  const { base, search } = JSON.parse(document.getElementById("__config").textContent);
  const root = new URL(base, location.href).href.replace(/\\/?$/, "/");
  const worker = new Worker(search);
  const answers = [];
  let heard;
  worker.addEventListener("message", ({ data }) => heard(data));
  const ask = (message) => new Promise((done) => { heard = done; worker.postMessage(message); });
  document.querySelector(".md-search__input").focus();
  const data = location.protocol === "file:"
    ? await new Promise((done) => {
        const wait = setInterval(() => window.__index && (clearInterval(wait), done(structuredClone(__index))), 20);
      })
    : await (await fetch(new URL("search/search_index.json", root))).json();
  await ask({ type: 0, data: { ...data, options: {} } });
  for (const words of all) {
    const { data: { items } } = await ask({ type: 2, data: words });
    answers.push(items.length ? items[0][0].location : "");
  }
  return answers;
}
"""


def names_of(project: Path) -> dict[str, list[str]]:
    """The names of every entity by its page's address, as its front matter tells them to the search."""
    found = {}
    for folder in ENTITIES:
        for file in sorted((project / "build" / "pages" / folder).glob("*.md")):
            _, head = get_data(file.read_text("utf-8"))
            if file.stem != "index" and "redirect" not in head:
                names = [head["title"], *head.get("tags", [])]
                found[f"{folder}/{file.stem}.html"] = [html.unescape(name) for name in names]
    return found


def without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not 0x300 <= ord(c) < 0x370)


def words_of(name: str) -> list[str]:
    letters = "".join(c if c.isalnum() else " " for c in without_accents(name).replace("'", "").lower())
    return [word for word in letters.split() if len(word) >= SHORTEST and word.isascii()]


def typed(names: dict[str, list[str]]) -> Iterator[tuple[str, set[str]]]:
    """What people type, and the pages any of which may then come first."""
    bearers: dict[str, set[str]] = {}
    holders: dict[str, set[str]] = {}
    for page, own in names.items():
        for name in own:
            for form in {name, name.lower(), without_accents(name), without_accents(name).lower()}:
                bearers.setdefault(form, set()).add(page)
            for word in words_of(name):
                holders.setdefault(word, set()).add(page)
    yield from bearers.items()
    for word, pages in holders.items():
        if len(set().union(*(those for other, those in holders.items() if other.startswith(word)))) == 1:
            yield word, pages


@pytest.mark.parametrize("start", ["server", "folder"])
def test_every_name_finds_its_bearer_first(
    page: Page, real_site: Path, real_address: str, start: str
) -> None:
    names = names_of(real_site.parent)
    assert len(names) > 50
    asked = dict(typed(names))
    page.goto(f"{real_address if start == 'server' else real_site.as_uri()}/evidence.html")
    answers = page.evaluate(ASK, list(asked))
    wrong = {
        words: first
        for (words, right), first in zip(asked.items(), answers, strict=True)
        if first not in right
    }
    assert wrong == {}


def test_the_names_of_a_result_stand_in_it(page: Page, real_site: Path) -> None:
    names = names_of(real_site.parent)
    counted = Counter(name for own in names.values() for name in own)
    place, own = next(
        (place, own)
        for place, own in names.items()
        if len(own) > 2 and all(counted[name] == 1 for name in own)
    )
    page.goto(f"{real_site.as_uri()}/index.html")
    assert place in use_search(page, own[-1])[0]
    shown = page.locator(".md-search-result__item").first.inner_text()
    assert all(name in shown for name in own)


@pytest.fixture
def asked(browser: Browser, address: str) -> Iterator[tuple[Page, list[str]]]:
    page = browser.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{address}/islands/shikotan.html")
    page.wait_for_load_state("networkidle")
    yield page, requests
    page.close()


def test_nothing_of_the_search_is_loaded_before_it_is_used(asked: tuple[Page, list[str]]) -> None:
    page, requests = asked
    assert not any("search_index" in url or "/workers/" in url for url in requests)
    page.keyboard.press("/")
    page.keyboard.type("Habomai")
    page.wait_for_selector(".md-search-result__link[href*='islands/habomai.html']")
    assert sum("search_index" in url for url in requests) == 1


def test_enter_opens_the_first_result(asked: tuple[Page, list[str]]) -> None:
    page, _ = asked
    page.keyboard.press("s")
    page.keyboard.type("habomai")
    page.wait_for_selector(".md-search-result__link")
    page.keyboard.press("Enter")
    page.wait_for_url("**/islands/habomai.html*")


def test_from_a_folder_it_is_not_loaded_before_either(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto((site / "index.html").as_uri())
    page.wait_for_load_state("networkidle")
    assert not any("search_index" in url for url in requests)
    assert page.locator("iframe").count() == 0
    assert "/islands/habomai.html" in use_search(page, "habomai")[0]
    page.close()
