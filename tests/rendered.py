"""Markdown as readers get it: rendered with exactly the extensions of mkdocs.yml and read back as a browser would.

Owns the way from a page's text to what is on it: its words, its elements, their attributes, its addresses.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib
import yaml
from markdown import Markdown

__all__ = ["Shape", "front_matter_of", "html", "shape", "tree", "words"]

ROOT = Path(__file__).parents[1]
_ADDRESSES = {"href", "src", "action", "formaction", "data", "srcset", "poster", "background", "xlink:href"}
_NUMBERED = re.compile(r"(fn|fnref\d*):\d+")


@dataclass(frozen=True)
class Shape:
    """What is on a page besides words: how often each element, each attribute and each scheme of an address."""

    elements: Mapping[str, int]
    attributes: Mapping[tuple[str, str], int]
    schemes: Mapping[str, int]


@cache
def _extensions() -> tuple[list[str], dict[str, dict[str, object]]]:
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    names: list[str] = ["toc", "tables", "fenced_code"]  # MkDocs adds these itself
    options: dict[str, dict[str, object]] = {}
    for each in config["markdown_extensions"]:
        name, settings = next(iter(each.items())) if isinstance(each, dict) else (each, {})
        names += [name] if name not in names else []
        options[name] = settings or {}
    return names, options


def html(markdown: str) -> str:
    """The HTML of a page's body."""
    names, options = _extensions()
    return Markdown(extensions=names, extension_configs=options).convert(markdown)


def tree(markdown: str) -> Element:
    """The page's body as a browser reads it."""
    found: Element = html5lib.parse(html(markdown), namespaceHTMLElements=False)
    return found


def words(element: Element) -> str:
    """All words on a page in reading order, white space folded as a browser folds it."""
    return " ".join("".join(element.itertext()).split())


def shape(element: Element) -> Shape:
    """What is on a page besides words."""
    elements = list(element.iter())
    return Shape(
        Counter(str(each.tag) for each in elements),  # of a comment the tag is no text
        Counter((each.tag, name) for each in elements for name in each.keys()),  # noqa: SIM118
        Counter(
            urlsplit(value.strip()).scheme
            for each in elements
            for name, value in each.items()
            if name.lower() in _ADDRESSES
        ),
    )


def front_matter_of(page: str) -> tuple[dict[str, Any], str]:
    """A page's front matter, read by MkDocs, and its body."""
    from mkdocs.utils.meta import get_data

    body, data = get_data(page)
    return data, body
