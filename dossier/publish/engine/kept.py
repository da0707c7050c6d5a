"""What of the last release can stay as it is.

Owns the comparison of what is remembered with what is there now. Whatever is in doubt is made anew; nothing is made
here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from mkdocs.utils import get_build_date

from dossier.publish.engine.fingerprint import digest
from dossier.publish.engine.index import INDEX, addresses, parts
from dossier.publish.engine.memory import Memory, Remembered, Template, as_they_are, moment
from dossier.publish.engine.plan import Plan, nav_shown
from dossier.publish.engine.sources import look
from dossier.publish.manifest import Record, read
from dossier.publish.staging import Staging

__all__ = ["frame_key", "index_parts", "index_stays", "pages_kept", "shared_holds", "stays"]


def shared_holds(plan: Plan, before: Memory) -> bool:
    """Whether all that pages have in common is as it was: templates, nav, and the date where one is shown."""
    try:
        templates = as_they_are(before.templates, plan.config.theme.dirs)
    except OSError:
        return False
    same = all(_text(each) == _text(before.templates[name]) for name, each in templates.items())
    before.templates = templates
    return same and before.nav == nav_shown(plan, before.read) and before.moment == moment(templates.values())


def _text(template: Template) -> tuple[str, bytes]:
    return template.file, template.source.sha256 if template.source else b""


def pages_kept(plan: Plan, before: Memory, staging: Staging) -> dict[str, Remembered]:
    """The pages whose source, links and HTML are as they were, by the path of the source."""
    changed = before.files ^ frozenset(plan.files.src_uris)
    return {
        path: page
        for path, page in _unchanged(plan, before, staging)
        if not changed or changed.isdisjoint(before.of(path).asked)
    }


def _unchanged(plan: Plan, before: Memory, staging: Staging) -> Iterator[tuple[str, Remembered]]:
    for page in plan.pages:
        path = page.file.src_uri
        known = before.pages.get(path)
        if known is None or not stays(page.file.dest_uri, known.record, staging):
            continue
        try:
            source = look(page.file.abs_src_path or "", known.source)
        except OSError:  # its own turn will tell
            continue
        if source.sha256 == known.source.sha256:
            yield path, known if source is known.source else known._replace(source=source)


def stays(address: str, record: Record | None, staging: Staging) -> bool:
    """Whether a file of the last release is what it is remembered to be."""
    return record is not None and staging.last.record(address) == record


def index_stays(plan: Plan, before: Memory, staging: Staging) -> bool:
    """Whether the search index can stay, if no page was added, removed or made anew."""
    return all(stays(address, before.index.get(address), staging) for address in addresses(plan))


def index_parts(plan: Plan, before: Memory, staging: Staging) -> dict[str, memoryview] | None:
    """The parts of all pages, from the index of the last release; None where it is not what it should be."""
    if plan.search is None:
        return {}
    if not stays(INDEX, before.index.get(INDEX), staging):
        return None
    data = read(staging.last.folder / INDEX)
    if Record(len(data), hashlib.sha256(data).hexdigest()) != before.index[INDEX]:
        return None
    return parts(data, before.head, {path: page.indexed for path, page in before.pages.items()})


def frame_key(plan: Plan, before: Memory) -> str:
    """What the page for wrong addresses and the sitemap are made of, besides the templates."""
    addresses = [f"{page.url} {page.canonical_url}" for page in plan.pages]
    return digest([nav_shown(plan, before.read), before.moment, get_build_date(), *addresses])
