"""From what was made and what was kept to what the next build is to know. It makes, keeps and saves nothing."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.publish.engine.framing import Frame
from dossier.publish.engine.making import Made
from dossier.publish.engine.memory import Memory, Remembered, looked_up, moment
from dossier.publish.engine.plan import Plan, nav_shown
from dossier.publish.engine.watched import NavPage

__all__ = ["memory_of"]


def memory_of(
    site: Plan, before: Memory, kept: dict[str, Remembered], made: Sequence[Made], frame: Frame
) -> Memory:
    """What to leave for the next build, but for the search index, which is made last."""
    new = {site.pages[each.number].file.src_uri: each for each in made}
    names = {name: known.file for name, known in before.templates.items()} | site.shelf.asked
    read = before.read | NavPage.read
    for each in made:
        names |= each.learned.templates
        read |= each.learned.read
    after = Memory(index=before.index, read=read, installed=site.installed, compiled=site.drawer.compiled)
    after.files = frozenset(site.files.src_uris)
    for page in site.pages:
        path = page.file.src_uri
        if one := new.get(path):
            if one.record:
                after.pages[path] = Remembered(one.source, one.record, len(one.index_text))
                after.places[path] = one.places.packed()
        else:
            after.pages[path], after.places[path] = kept[path], before.places[path]
    after.templates = looked_up(names, before.templates)
    after.nav = nav_shown(site, read)
    after.moment = moment(after.templates.values())
    after.static = frame.copied
    after.frame = frame.remembered(after)
    return after
