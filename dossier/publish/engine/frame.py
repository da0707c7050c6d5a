"""What of a site is not a page: the theme's and the author's files, the page for wrong addresses, the sitemap.

Owns these and the addresses they take. Where MkDocs lets one file of the release replace another, we let it do so
itself: `clash` says where.
"""

from __future__ import annotations

import io
import logging
from collections import Counter
from gzip import GzipFile

from jinja2.exceptions import TemplateNotFound
from mkdocs import utils
from mkdocs.commands.build import _build_template
from mkdocs.structure.files import File

from dossier.publish.engine.plan import Plan
from dossier.publish.engine.watched import NavPage

SITEMAP = "sitemap.xml"
_INDEXES = ("search/search_index.json", "search/search_index.js")
_log = logging.getLogger("mkdocs.commands.build")


def static_files(plan: Plan) -> list[File]:
    """The files that are copied as they are, in MkDocs' order."""
    return [each for each in plan.files if not each.is_documentation_page() and each.inclusion.is_included()]  # type: ignore[no-untyped-call]


def clash(plan: Plan) -> str:
    """An address that two files of the release would take; empty where each has its own."""
    taken = Counter([page.file.dest_uri for page in plan.pages])
    taken.update(file.dest_uri for file in static_files(plan))
    taken.update([*plan.config.theme.static_templates, f"{SITEMAP}.gz", *_INDEXES])
    return next((address for address, times in taken.items() if times > 1), "")


def templates(plan: Plan) -> dict[str, bytes]:
    """The files that the theme makes besides pages, by address, and the sitemap's compressed twin."""
    made = {}
    for name in sorted(plan.config.theme.static_templates):
        if text := _text(name, plan):
            made[name] = text.encode()
    if SITEMAP in made:
        made[f"{SITEMAP}.gz"] = _compressed(made[SITEMAP], plan)
    return made


def _text(name: str, plan: Plan) -> str:
    try:
        template = plan.env.get_template(name)
    except TemplateNotFound:
        _log.warning("Template skipped: '%s' not found in theme directories.", name)
        return ""
    # The sitemap is MkDocs' own, and lists the addresses of all pages, which are known.
    files = plan.files if name == SITEMAP else plan.unseen
    NavPage.maker = name
    try:
        text = _build_template(name, template, files, plan.config, plan.nav)  # type: ignore[arg-type]
    finally:
        NavPage.maker = None
    return text if text.strip() else ""


def _compressed(text: bytes, plan: Plan) -> bytes:
    """As MkDocs does it: dated by the pages, named for the file in it."""
    into = io.BytesIO()
    stamp = utils.get_build_timestamp(pages=plan.pages)
    with GzipFile(filename=f"{SITEMAP}.gz", mode="wb", fileobj=into, mtime=stamp) as packed:
        packed.write(text)
    return into.getvalue()
