"""The templates. Owns how they are loaded and that whatever a template puts out is Markdown."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from dossier.pages.markdown import Markdown, escape

__all__ = ["fill"]

_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+\n")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("dossier", "templates"),
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # noqa: S701 - what is written is Markdown, and `finalize` escapes for it
    )


def fill(name: str, **values: object) -> Markdown:
    """Fill a template. Whatever a value holds is escaped, unless it is Markdown."""
    text = _environment().get_template(name).render(**values)
    return Markdown(_BLANK_LINES.sub("\n\n", text).strip() + "\n")
