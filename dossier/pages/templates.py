"""The templates. Owns how they are loaded and that whatever a template puts out is Markdown."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dossier.pages.markdown import Markdown, escape

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["fill"]

_BLANK_LINES = re.compile(
    r"\n\n\n+"
)  # `re` looks for letters that are written out far faster than for `\n{3,}`


@cache
def _environment() -> Environment:
    # Imported here, since checking a dossier writes no pages and need not wait for it.
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("dossier", "templates"),
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        autoescape=False,  # noqa: S701 - what is written is Markdown, and `finalize` escapes for it
    )


def fill(name: str, **values: object) -> Markdown:
    """Fill a template. Whatever a value holds is escaped, unless it is Markdown."""
    lines = _environment().get_template(name).render(**values).split("\n")
    text = "\n".join(line.rstrip(" \t") for line in lines)
    text = text.replace(' <abbr title="', '\u00a0<abbr title="')  # a mark does not stand alone on a line
    return Markdown(_BLANK_LINES.sub("\n\n", text).strip() + "\n")
