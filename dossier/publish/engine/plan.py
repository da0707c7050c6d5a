"""What MkDocs knows of a site before it makes a page: configuration, files, templates, nav.

Owns the first half of `mkdocs.commands.build.build`, event by event, and the titles of the nav. It writes nothing.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import cast

from jinja2 import Environment
from material.plugins.search.plugin import SearchPlugin  # type: ignore[import-untyped]
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from dossier.publish.engine import markdown
from dossier.publish.engine.fingerprint import digest
from dossier.publish.engine.shelf import Compiled, Drawer, Shelf, ThemeFiles
from dossier.publish.engine.watched import ALL_FRONT_MATTER, AskedFiles, NavPage, Unseen

__all__ = ["Plan", "configured", "nav_shown", "plan", "read_nav"]


@dataclass(slots=True)
class Plan:
    """A site about to be made. `pages` are in the order of MkDocs, in which everything is reported."""

    config: MkDocsConfig
    files: AskedFiles
    env: Environment
    nav: Navigation
    pages: list[Page]
    search: SearchPlugin | None
    shelf: Shelf
    drawer: Drawer
    installed: list[str]
    unseen: Unseen = field(default_factory=Unseen)


def configured(config: MkDocsConfig) -> MkDocsConfig:
    """Let the plugins have their say on the configuration, as they have before all else."""
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    return config


def plan(config: MkDocsConfig, installed: list[str] | None, compiled: Compiled) -> Plan:
    """Take the steps of MkDocs up to its first page. What it warns of goes to its log, in its order.

    `installed` are the files of the installed theme, if they are known; `compiled` are templates of an earlier build.
    """
    files = get_files(config)
    env = config.theme.get_env()
    env.loader = shelf = Shelf(config.theme.dirs)
    env.bytecode_cache = drawer = Drawer(compiled)
    theme = ThemeFiles(config, installed)
    files.add_files_from_theme(theme, config)  # type: ignore[arg-type]
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    pages = [file.page or Page(None, file, config) for file in files.documentation_pages()]
    env = config.plugins.on_env(env, config=config, files=files)
    return Plan(config, _asked(files), env, nav, pages, _search(config), shelf, drawer, theme.installed)


def _asked(files: Files) -> AskedFiles:
    files.__class__ = AskedFiles
    asked = cast("AskedFiles", files)
    asked.asked = set()
    return asked


def _search(config: MkDocsConfig) -> SearchPlugin | None:
    """The search, where there is one and it is not switched off."""
    plugin = config.plugins.get("material/search")
    return plugin if isinstance(plugin, SearchPlugin) and plugin.config.enabled else None


def read_nav(plan: Plan) -> None:
    """Give the pages of the nav the titles and the front matter that every page may show.

    MkDocs has them when all pages were read, before it makes the first. A page that cannot be read is passed over
    here: it is reported when its own turn comes.
    """
    NavPage.read.clear()
    for page in plan.nav.pages:
        page.__class__ = NavPage
        with contextlib.suppress(Exception):
            page.read_source(plan.config)
            if "title" not in page.__dict__ and "title" not in page.meta:
                markdown.convert(page, plan.config, plan.files)
            page.title = (
                page.title
            )  # as it is now, whoever asks: it is found out from what is hidden from others


def nav_shown(plan: Plan, read: Iterable[str]) -> str:
    """All that templates of other pages may show of the nav, digested; `read` is the front matter they are known to."""
    return digest([repr([_shown(item, sorted(read)) for item in plan.nav.items]), repr(plan.nav.homepage)])


def _shown(item: StructureItem, read: Sequence[str]) -> object:
    if isinstance(item, Page):
        every = sorted(item.meta) if ALL_FRONT_MATTER in read else read
        meta = [(name, item.meta.get(name, ...)) for name in every]
        return item.file.src_uri, item.title, item.url, item.canonical_url, item.edit_url, meta
    children = [_shown(child, read) for child in getattr(item, "children", None) or ()]
    return type(item).__name__, item.title, getattr(item, "url", ""), children
