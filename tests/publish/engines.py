"""Texts that Markdown and HTML parsers find hard, and what a conversion leaves on a page."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hypothesis import strategies as st
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files
from mkdocs.structure.pages import Page
from pieces import MARKDOWN
from projects import small_project

GOLDEN = Path(__file__).parents[1] / "golden"
EXTENSIONS = """
markdown_extensions:
  - footnotes: {BACKLINK_TITLE: "Back to the text of note {}"}
  - md_in_html
  - tables
  - toc: {permalink: "#", permalink_title: Link to this section, toc_depth: 3}
"""

GLUE = ("", "", " ", "\n", "\n\n", "\n    ")


def texts(pieces: tuple[str, ...] = MARKDOWN, glue: tuple[str, ...] = GLUE) -> st.SearchStrategy[str]:
    pair = st.tuples(st.sampled_from(pieces), st.sampled_from(glue))
    return st.lists(pair, max_size=14).map(lambda pairs: "".join(piece + end for piece, end in pairs))


@cache
def project(pages: Path | None = None, extensions: str = EXTENSIONS) -> tuple[MkDocsConfig, Files]:
    """A project of these pages, or of `index.md` and `japan.md`, with the extensions of a dossier."""
    folder = small_project(Path(mkdtemp()) / "small", extensions)
    config = load_config(str(folder / "mkdocs.yml"), **({"docs_dir": str(pages)} if pages else {}))
    files = get_files(config)
    for file in files.documentation_pages():
        Page(None, file, config).read_source(config)
    return config, files


def page_of(path: str) -> Page:
    """A page of the small project."""
    return next(page for page in pages_of() if page.file.src_uri == path)


def pages_of(pages: Path | None = None) -> list[Page]:
    return [file.page for file in project(pages)[1].documentation_pages() if file.page]


class _Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(f"{record.levelname} {record.getMessage()}")


def left_by(
    convert: Callable[[Page, MkDocsConfig, Files], None],
    page: Page,
    text: str,
    site: tuple[MkDocsConfig, Files],
) -> dict[str, Any]:
    """All that a conversion of a text leaves on the page and in the log, or what it raises."""
    page.markdown, page.content, page.toc = text, None, []  # type: ignore[assignment]
    page._title_from_render = page.present_anchor_ids = page.links_to_anchors = None
    heard, logger = _Heard(), logging.getLogger("mkdocs")
    logger.addHandler(heard)
    try:
        convert(page, *site)
    except Exception as error:
        return {"raised": repr(error)}
    finally:
        logger.removeHandler(heard)
    links: dict[File, dict[str, str]] = page.links_to_anchors or {}
    return {
        "content": page.content,
        "toc": [vars(item) | {"children": str(item)} for item in page.toc],
        "title": page._title_from_render,
        "anchors": page.present_anchor_ids,
        "links": [(file.src_uri, list(found.items())) for file, found in links.items()],
        "said": heard.said,
    }
