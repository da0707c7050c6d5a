"""Whatever a title, a description or the site's name says arrives as text: no element, no attribute more."""

from __future__ import annotations

import html
import json
import shutil
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree.ElementTree import Element

import html5lib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.publish import Published, publish

ROOT = Path(__file__).parents[2]
FRAGMENTS = [
    "</title>", "<script>owned=1</script>", "<img src=x onerror=owned=1>", '"', "'", "&lt;", "&amp;", "&",
    "-->", "{{ 7*7 }}", "{% raw %}", "<!--", "]]>", "' onload='x", '" onload="x', "&#60;b&#62;", "`", "\\",
    "|", "*", "_", "[x](y)",
]  # fmt: skip
LETTERS = st.characters(exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"))
HOSTILE = st.lists(st.sampled_from(FRAGMENTS) | st.text(LETTERS, max_size=6), min_size=1, max_size=5).map(
    " ".join
)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(names=st.lists(HOSTILE.map(lambda text: f"T{text}".strip()), min_size=12, max_size=12, unique=True))
def test_names_arrive_as_plain_text(names: list[str]) -> None:
    with TemporaryDirectory() as folder:
        site = publish(_project(Path(folder), names))
        assert isinstance(site, Published), site
        plain = _elements(_parse(site.site / "plain.html"))
        for number, name in enumerate(names):
            _check_page(_parse(site.site / f"p{number}.html"), name, names[0], plain)
        _check_search(site.site, names)


def _project(project: Path, names: list[str]) -> Path:
    pages = project / "build" / "pages"
    pages.mkdir(parents=True)
    for number, name in enumerate(names):
        (pages / f"p{number}.md").write_text(_page(name), "utf-8")
    (pages / "plain.md").write_text(_page("Plain"), "utf-8")
    (pages / "index.md").write_text(_page(names[0]), "utf-8")
    shutil.copytree(ROOT / "theme", project / "theme")
    head, nav = (ROOT / "mkdocs.yml").read_text("utf-8").split("nav:", 1)
    settings = nav[nav.index("\ntheme:") :]
    head = "\n".join(
        line for line in head.splitlines() if not line.startswith(("site_name:", "site_description:"))
    )
    title = json.dumps(names[0], ensure_ascii=False)
    (project / "mkdocs.yml").write_text(
        f"{head}\nsite_name: {title}\nnav: [index.md, p1.md, {{{title}: p2.md}}]\n{settings}", "utf-8"
    )
    return project


def _page(name: str) -> str:
    title = json.dumps(html.escape(name), ensure_ascii=False)
    heading = "".join(letter if letter.isalnum() or letter == " " else f"&#{ord(letter)};" for letter in name)
    front = f"---\ntitle: {title}\ndescription: {title}\nkind: actor\n---\n"
    return f"{front}\n# {heading}\n\n## {heading}\n\nText.\n"


def _parse(file: Path) -> Element:
    tree: Element = html5lib.parse(file.read_bytes(), namespaceHTMLElements=False)
    return tree


def _elements(tree: Element) -> Counter[tuple[str, tuple[str, ...]]]:
    """How many elements of each name with which attributes; the place in the nav is left aside."""
    ignored = {"aria-current"}
    return Counter((str(each.tag), tuple(sorted(set(each.attrib) - ignored))) for each in tree.iter())


def _text(element: Element | None) -> str:
    assert element is not None
    return " ".join("".join(element.itertext()).split())


def _same(text: str) -> str:
    return " ".join(text.split())


def _check_page(
    tree: Element, name: str, site_name: str, plain: Counter[tuple[str, tuple[str, ...]]]
) -> None:
    assert _text(tree.find("head/title")) == _same(f"{name} – {site_name}")
    description = tree.find("head/meta[@name='description']")
    assert description is not None
    assert _same(description.get("content", "")) == _same(name)
    assert _text(tree.find(".//*[@data-md-component='header-topic']")) == _same(name)
    assert _text(tree.find(".//*[@class='md-ellipsis dossier-masthead']")) == _same(site_name)
    assert _text(tree.find(".//*[@data-md-component='toc']")) == _same(name)
    assert _elements(tree) == plain


def _check_search(site: Path, names: list[str]) -> None:
    """Titles and texts of the index are put into the page as HTML."""
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    titles = {doc["location"]: doc["title"] for doc in index["docs"]}
    for number, name in enumerate(names):
        parsed = html5lib.parseFragment(titles[f"p{number}.html"], namespaceHTMLElements=False)
        assert _same("".join(parsed.itertext())) == _same(name)
        assert list(parsed) == []
