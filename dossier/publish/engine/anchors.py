"""Links to places within pages. MkDocs checks them all at the end; here those that may have died since the last build.

Owns which links are looked at again. What is said of a dead one is MkDocs' own.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence

from dossier.publish.engine.making import Made
from dossier.publish.engine.memory import Memory, Places
from dossier.publish.engine.plan import Plan

__all__ = ["dead_anchors"]


def dead_anchors(site: Plan, before: Memory, made: Sequence[Made]) -> None:
    """Have MkDocs warn, in its log, of each link of the site to a place that its page does not have.

    What pages held when they were last made is in `before`, and their links were good then.
    """
    level = site.config.validation.links.anchors
    if level < logging.WARNING:
        return
    new = {site.pages[each.number].file.src_uri: each.places for each in made}
    is_lost = any(path in before.places and before.of(path).anchors - new[path].anchors for path in new)
    for page in site.pages:
        path = page.file.src_uri
        if path in new:
            links = new[path].links
        elif is_lost:
            links = before.of(path).links
        else:
            continue
        _look_at(site, before, new, links)
        page.links_to_anchors = {site.files.src_uris[to]: dict(found) for to, found in links.items()}
        page.validate_anchor_links(files=site.files, log_level=level)


def _look_at(site: Plan, before: Memory, new: Mapping[str, Places], links: Mapping[str, object]) -> None:
    """Give the pages that are linked to their anchors."""
    for path in links:
        page = site.files.src_uris[path].page
        if page is not None and page.present_anchor_ids is None and (path in new or path in before.places):
            page.present_anchor_ids = set((new.get(path) or before.of(path)).anchors)
