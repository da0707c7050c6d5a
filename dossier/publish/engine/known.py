"""Whether we can make of a project what MkDocs makes of it. Owns the list of what we know; it makes nothing.

What a plugin or a hook does is its own affair: it may look at all pages at once, or remember. Only two plugins were
read, and their events are followed; whatever else a project names is left to MkDocs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from importlib.metadata import version

from mkdocs.config.defaults import MkDocsConfig

__all__ = ["remembers", "stranger"]

_MKDOCS = re.compile(r"1\.6\.\d+")
_MATERIAL = re.compile(r"9\.[78]\.\d+")
_PLUGINS = {
    "material.plugins.search.plugin.SearchPlugin",
    "material.plugins.offline.plugin.OfflinePlugin",
}
_TEMPLATES = {"404.html", "sitemap.xml"}
# The extensions of Python-Markdown and PyMdown keep nothing from page to page; a few read other files.
_EXTENSIONS = re.compile(
    r"(?:markdown\.extensions\.|pymdownx\.)\w+(?:\.\w+)*|material\.extensions\.emoji"
    r"|abbr|admonition|attr_list|codehilite|def_list|extra|fenced_code|footnotes|legacy_attrs|legacy_em|md_in_html"
    r"|meta|nl2br|sane_lists|smarty|tables|toc|wikilinks"
)


_READERS = {"pymdownx.snippets", "pymdownx.b64", "pymdownx.emoji", "material.extensions.emoji"}
_FUNCTIONS = ("markdown.", "pymdownx.", "material.", "mkdocs.", "functools")


def stranger(config: MkDocsConfig) -> str:
    """What of a loaded mkdocs.yml only MkDocs itself can follow, in words for its author; empty where nothing is."""
    return next(filter(None, (look(config) for look in (_versions, _plugins, _extensions, _templates))), "")


def remembers(config: MkDocsConfig) -> bool:
    """Whether a page is made of what is known of it, and of no file besides."""
    return _READERS.isdisjoint(config.markdown_extensions)


def _versions(config: MkDocsConfig) -> str:
    if not _MKDOCS.fullmatch(version("mkdocs")):
        return f"MkDocs {version('mkdocs')}"
    if config.theme.name not in (None, "material"):
        return f"the theme {config.theme.name!r}"
    if config.theme.name and not _MATERIAL.fullmatch(version("mkdocs-material")):
        return f"Material {version('mkdocs-material')}"
    return ""


def _plugins(config: MkDocsConfig) -> str:
    if config.hooks:
        return f"the hook {next(iter(config.hooks))!r}"
    for name, plugin in config.plugins.items():
        kind = type(plugin)
        if f"{kind.__module__}.{kind.__qualname__}" not in _PLUGINS:
            return f"the plugin {name!r}"
        if plugin.config.get("jieba_dict") or plugin.config.get("jieba_dict_user"):
            return "the setting 'jieba_dict' of the search"
    return ""


def _extensions(config: MkDocsConfig) -> str:
    for name in config.markdown_extensions:
        if not isinstance(name, str) or not _EXTENSIONS.fullmatch(name):
            return f"the Markdown extension {name!r}"
    return next((f"the function {each!r}" for each in _functions(config.mdx_configs)), "")


def _functions(value: object) -> Iterator[str]:
    """The functions in the settings of extensions that come from elsewhere than the extensions."""
    if isinstance(value, Mapping):
        for each in value.values():
            yield from _functions(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _functions(each)
    elif isinstance(value, partial):
        yield from _functions([value.func, value.args, value.keywords])
    elif callable(value) and not str(value.__module__).startswith(_FUNCTIONS):
        yield f"{value.__module__}.{getattr(value, '__qualname__', '')}"


def _templates(config: MkDocsConfig) -> str:
    if config.extra_templates:
        return f"the extra template {config.extra_templates[0]!r}"
    for name in sorted(config.theme.static_templates - _TEMPLATES):
        return f"the template {name!r}"
    return ""
