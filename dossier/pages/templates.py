"""The templates. Owns how they are loaded and that whatever a template puts out is Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from dossier.pages.markdown import Markdown, escape

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["compile_all", "fill"]

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


def compile_all(known: Mapping[str, bytes] | None = None) -> Mapping[str, bytes]:
    """Compile every template, so that copies of this process need not; return what came out, by names of Jinja's own.

    `known` is what this returned before, with the same templates and the same Jinja. To compile takes ten times as long
    as to load: then templates are loaded when they are asked for. Whoever gives it must have kept it safe: it is run.
    """
    from jinja2.bccache import Bucket, BytecodeCache

    compiled = dict(known or {})

    class _Kept(BytecodeCache):
        def load_bytecode(self, bucket: Bucket) -> None:
            if bucket.key in compiled:
                bucket.bytecode_from_string(compiled[bucket.key])

        def dump_bytecode(self, bucket: Bucket) -> None:
            compiled[bucket.key] = bucket.bytecode_to_string()

    _environment().bytecode_cache = _Kept()
    for name in () if known else _environment().list_templates():
        _environment().get_template(name)
    return compiled


def fill(name: str, **values: object) -> Markdown:
    """Fill a template. Whatever a value holds is escaped, unless it is Markdown."""
    lines = _environment().get_template(name).render(**values).split("\n")
    text = "\n".join(line.rstrip(" \t") for line in lines)
    text = text.replace(' <abbr title="', '\u00a0<abbr title="')  # a mark does not stand alone on a line
    return Markdown(_BLANK_LINES.sub("\n\n", text).strip() + "\n")
