"""The search index of the site, put together from the parts of its pages.

Owns the form of the two files that Material's plugins `search` and `offline` write, byte for byte, and the way back:
which bytes of an index were whose.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from dossier.publish.engine.plan import Plan

__all__ = ["INDEX", "addresses", "index_files", "index_head", "parts"]

INDEX = "search/search_index.json"
_SCRIPT = "search/search_index.js"
_SETTINGS = ("lang", "separator", "pipeline", "fields")


def addresses(plan: Plan) -> list[str]:
    """Where the index is; nowhere if the search is off."""
    if plan.search is None:
        return []
    plugin = plan.config.plugins.get("material/offline")
    return [INDEX, _SCRIPT] if plugin and plugin.config["enabled"] else [INDEX]


def index_head(plan: Plan) -> bytes:
    """The index up to the part of its first page."""
    if plan.search is None:
        return b""
    settings = {name: plan.search.search_index.config[name] for name in _SETTINGS}
    text = json.dumps({"config": settings, "docs": []}, separators=(",", ":"), default=str)
    return text.removesuffix("]}").encode()


def index_files(plan: Plan, texts: Iterable[bytes | memoryview]) -> dict[str, bytes]:
    """The files of an index by address, from the parts of the pages in their order."""
    data = b"".join((index_head(plan), b",".join(text for text in texts if len(text)), b"]}"))
    forms = {INDEX: b"", _SCRIPT: b"var __index = "}
    return {address: forms[address] + data for address in addresses(plan)}


def parts(data: bytes, head: int, sizes: Mapping[str, int]) -> dict[str, memoryview]:
    """The part of each page, of an index whose pages had parts of these sizes, in this order."""
    found, at, view = {}, head, memoryview(data)
    for page, size in sizes.items():
        found[page] = view[at : at + size]
        at += size + 1 if size else 0  # a comma stands between two
    return found
