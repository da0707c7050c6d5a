"""After any edit the site is what MkDocs makes of the same pages, though only what the edit touches is made anew."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from oracle import NAV, in_theme, ours, plain, put, replace, sheet
from projects import contents

from dossier.cache import Cache, no_cache, open_cache
from dossier.diagnostics import Diagnostic
from dossier.publish import Published, make_ready, publish
from dossier.publish.engine.making import Maker

Edit = Callable[[Path], object]
ALL = "all pages"


@pytest.fixture(autouse=True)
def _environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1551052800")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user"))


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that are made, as long as this process makes them."""
    names: list[str] = []
    make = Maker.make

    def noted(self: Maker, number: int) -> object:
        names.append(self._plan.pages[number].file.src_uri)
        return make(self, number)

    monkeypatch.setattr(Maker, "make", noted)
    return names


def rename(folder: Path, name: str, new: str, linked_from: str) -> None:
    (folder / name).rename(folder / new)
    replace(folder / linked_from, name, new)


def pages(project: Path) -> Path:
    return project / "build" / "pages"


EDITS: dict[str, tuple[Edit, set[str] | str]] = {
    "nothing": (str, set()),
    "the time of a file": (lambda p: (pages(p) / "index.md").touch(), set()),
    "a text": (lambda p: put(p, "actors/japan", sheet("Japan", "New.")), {"actors/japan.md"}),
    "a title": (lambda p: put(p, "actors/japan", sheet("Nippon", "[R](russia.md)")), {"actors/japan.md"}),
    "a text of the nav": (lambda p: put(p, "index", "# Other\n\n## More\n\nText.\n"), {"index.md"}),
    "a new page": (lambda p: put(p, "actors/new", sheet("New")), {"actors/new.md"}),
    "a page that is not linked to deleted": (lambda p: (pages(p) / "events/old.md").unlink(), set()),
    "a page renamed": (
        lambda p: rename(pages(p) / "actors", "russia.md", "rossiya.md", linked_from="japan.md"),
        {"actors/japan.md", "actors/rossiya.md"},
    ),
    "a file that is not a page": (lambda p: (pages(p) / "map.svg").write_text("<svg></svg>"), set()),
    "a stylesheet": (lambda p: (p / "theme/assets/stylesheets/dossier.css").write_text("a {}"), set()),
    "a template": (lambda p: replace(p / "theme/partials/content.html", "eyebrow", "brow"), ALL),
    "a template of Material's overridden": (
        lambda p: (p / "theme/partials/actions.html").write_text("<i>Here</i>"),
        ALL,
    ),
    "the name of the site": (lambda p: replace(p / "mkdocs.yml", "site_name: R", "site_name: Q"), ALL),
    "a name in the nav": (lambda p: replace(p / "mkdocs.yml", "- Positions:", "- Views:"), ALL),
    "an extension": (lambda p: replace(p / "mkdocs.yml", "  - tables\n", "  - tables\n  - abbr\n"), ALL),
    "the search": (lambda p: replace(p / "mkdocs.yml", "lang: [en, ru, ja]", "lang: [en]"), ALL),
    "no search offline": (lambda p: replace(p / "mkdocs.yml", "  - offline ", "  # - offline "), ALL),
    "an address of the site": (lambda p: replace(p / "mkdocs.yml", "# site_url", "site_url"), ALL),
}


def test_after_every_edit_the_site_is_what_mkdocs_makes(tmp_path: Path, made: list[str]) -> None:
    project = in_theme(tmp_path)
    cache = open_cache(project)
    ours(project, cache=cache)
    assert len(made) == len(set(made)) > len(NAV)
    for name, (edit, expected) in EDITS.items():
        made.clear()
        edit(project)
        ours(project, cache=cache)
        every = {file.relative_to(pages(project)).as_posix() for file in pages(project).rglob("*.md")}
        assert (name, set(made)) == (name, every if expected is ALL else expected)
        assert contents(project / "site") == plain(project, tmp_path / "plain"), name


def test_a_page_deleted_touches_those_that_link_to_it(tmp_path: Path, made: list[str]) -> None:
    project = in_theme(tmp_path)
    cache = open_cache(project)
    ours(project, cache=cache)
    made.clear()
    (pages(project) / "actors/russia.md").unlink()
    (found,) = findings(project, cache)
    assert (found.code, found.span.file, made) == (
        "broken-link",
        "build/pages/actors/japan.md",
        ["actors/japan.md"],
    )


def test_a_place_that_goes_is_missed_by_pages_that_stay(tmp_path: Path, made: list[str]) -> None:
    project = in_theme(tmp_path)
    cache = open_cache(project)
    ours(project, cache=cache)
    made.clear()
    replace(pages(project) / "actors/japan.md", "## Claims", "## Views")
    again = findings(project, cache)
    assert made == ["actors/japan.md"]
    assert again == findings(project, no_cache()) == findings(project, no_cache(), jobs=2)
    assert [each.code for each in again] == ["broken-anchor"]
    replace(pages(project) / "actors/japan.md", "## Views", "## Claims")
    ours(project, cache=cache)


def test_what_other_pages_show_of_a_page_of_the_nav(tmp_path: Path) -> None:
    project = in_theme(tmp_path)
    cache = open_cache(project)
    (project / "theme/partials/icons.html").write_text(
        "{% for each in nav.pages %}{{ each.meta.mark }}{% endfor %}"
    )
    for mark in ("", "---\nmark: one\n---\n", "---\nmark: two\n---\n"):
        put(project, "evidence", f"{mark}# Evidence\n")
        ours(project, cache=cache)
        assert contents(project / "site") == plain(project, tmp_path / "plain")


def test_a_page_that_shows_the_date_is_not_kept_beyond_it(
    tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    project = in_theme(tmp_path)
    cache = open_cache(project)
    (project / "theme/partials/icons.html").write_text("{{ build_date_utc }}")
    for moment in ("1551052800", "1551052801", "1551052801"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)
        made.clear()
        ours(project, cache=cache)
        assert contents(project / "site") == plain(project, tmp_path / "plain")
    assert made == []


def test_a_page_that_reads_other_files_is_never_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = in_theme(tmp_path)
    monkeypatch.chdir(project)
    cache = open_cache(project)
    replace(project / "mkdocs.yml", "  - tables\n", "  - tables\n  - pymdownx.snippets\n")
    put(project, "index", "# Home\n\n--8<-- 'part.txt'\n")
    for text in ("one", "two"):
        (project / "part.txt").write_text(text)
        ours(project, cache=cache)
        assert text in contents(project / "site")["index.html"].decode()
        assert contents(project / "site") == plain(project, tmp_path / "plain")


MANY_SETTINGS = """
exclude_docs: drafts/
draft_docs: later.md
not_in_nav: actors/*
extra_css: [extra.css]
extra_javascript: [one.js, {path: two.js, defer: true}]
repo_url: https://example.org/x/y
edit_uri: edit/main/
site_url: https://example.org/a/
"""
MORE_EXTENSIONS = """\
  - tables
  - attr_list
  - pymdownx.highlight
  - pymdownx.superfences:
      custom_fences:
        - {name: chart, class: chart, format: !!python/name:pymdownx.superfences.fence_code_format }
"""


def test_pages_are_kept_whatever_is_set(tmp_path: Path, made: list[str]) -> None:
    project = in_theme(tmp_path, MANY_SETTINGS)
    cache = open_cache(project)
    replace(project / "mkdocs.yml", "  - tables\n", MORE_EXTENSIONS)
    put(project, "drafts/one", "# Draft\n")
    put(project, "later", "# Later\n")
    put(project, "index", "# Home\n\n```chart\na\n```\n\nText.\n{: #here }\n")
    ours(project, cache=cache)
    assert contents(project / "site") == plain(project, tmp_path / "plain")
    made.clear()
    ours(project, cache=cache)
    assert made == []


def damage_nothing_there(project: Path) -> None:
    for file in (project / "build" / "cache").iterdir():
        file.unlink()


def damage_halves(project: Path) -> None:
    for file in (project / "build" / "cache").iterdir():
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def damage_one_half(project: Path) -> None:
    file = project / "build" / "cache" / "site-places"
    file.write_bytes(file.read_bytes()[:100])


def damage_foreign(project: Path) -> None:
    (project.parent / "user" / "dossier" / "key").write_bytes(b"x" * 32)


def damage_site(project: Path) -> None:
    (project / "site" / "evidence.html").write_text("edited by hand")
    (project / "site" / "search" / "search_index.json").write_text("{}")
    (project / "site" / "404.html").unlink()


@pytest.mark.parametrize(
    "damage", [damage_nothing_there, damage_halves, damage_one_half, damage_foreign, damage_site]
)
def test_what_is_damaged_is_made_anew(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    project = in_theme(tmp_path / "project")
    ours(project, cache=open_cache(project))
    whole = contents(project / "site")
    damage(project)
    ours(project, cache=open_cache(project))
    assert contents(project / "site") == whole
    put(project, "actors/japan", sheet("Japan", "New."))
    ours(project, cache=open_cache(project))
    after = contents(project / "site")
    ours(project)
    assert contents(project / "site") == after


@pytest.mark.parametrize("seed", range(2))
def test_a_long_row_of_edits_ends_where_a_first_build_does(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    project = in_theme(tmp_path)
    cache = open_cache(project)
    for _ in range(8):
        ready = chance.choice([make_ready(project, cache=cache), None])  # as it is before pages are written
        for _ in range(chance.randint(1, 3)):
            edit_at_random(project, chance)
        outcome, first = publish(project, cache=cache, ready=ready), publish(project, project / "first")
        if isinstance(outcome, Published):
            assert contents(project / "site") == contents(project / "first")
        else:
            assert outcome == first


def edit_at_random(project: Path, chance: random.Random) -> None:
    names = sorted(file.stem for file in (pages(project) / "actors").glob("*.md"))
    name, other = chance.choice(names), chance.choice(names)
    match chance.randrange(6):
        case 0 | 1:
            text = f"[{chance.random()}]({other}.md{chance.choice(['', '#claims'])})"
            put(project, f"actors/{name}", sheet(f"Sheet {chance.randrange(5)}", text))
        case 2:
            put(project, f"actors/new-{chance.randrange(4)}", sheet("New", f"[it]({other}.md)"))
        case 3 if name.startswith("new"):
            (pages(project) / f"actors/{name}.md").unlink()
        case 4:
            put(project, "positions", f"# Positions\n\n[one](actors/{name}.md)\n")
        case _:
            put(project, "islands/shikotan", sheet("Shikotan", f"[x](../actors/{chance.choice(names)}.md)"))


def findings(project: Path, cache: Cache, jobs: int = 1) -> tuple[Diagnostic, ...]:
    outcome = publish(project, cache=cache, jobs=jobs)
    assert not isinstance(outcome, Published)
    return outcome
