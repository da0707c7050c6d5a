"""The inline patterns of Markdown that we know: what each of them needs to find in a text.

Owns that list, and the question whether a `Markdown` has these patterns and no others. `inline` applies them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension

__all__ = ["NEEDED", "REFERENCES", "Test", "are_known"]

Test: TypeAlias = Callable[[str], bool]


def _with(needed: str) -> Test:
    return lambda text: needed in text


NEEDED: Final[dict[str, Test]] = {
    "backtick": _with("`"),
    "escape": _with("\\"),
    "footnote": _with("[^"),
    "reference": _with("["),
    "link": _with("]("),
    "image_link": _with("!["),
    "image_reference": _with("!["),
    "short_reference": _with("["),
    "short_image_ref": _with("!["),
    "autolink": _with("://"),
    "automail": _with("@"),
    "linebreak": _with("  \n"),
    "html": _with("<"),
    "entity": _with("&"),
    "em_strong": lambda text: "*" in text or "_" in text,
}
"""What a text must hold for the pattern of this name to match anything in it."""

REFERENCES: Final = {"reference", "image_reference", "short_reference", "short_image_ref"}
"""Those that look a label up among the definitions of the page."""


def are_known(md: Markdown) -> bool:
    """Whether all inline patterns are those of Python-Markdown and its footnotes, as they come."""
    usual = _patterns(Markdown(extensions=[FootnoteExtension()]))
    found = _patterns(md)
    return (
        found.items() <= usual.items()
        and found.keys() <= NEEDED.keys()
        and not any(pattern.ANCESTOR_EXCLUDES for pattern in md.inlinePatterns)
    )


def _patterns(md: Markdown) -> dict[str, tuple[type, str]]:
    named = {name: md.inlinePatterns[name] for name in NEEDED if name in md.inlinePatterns}
    others = (each for each in md.inlinePatterns if each not in named.values())
    named |= {f"another {number}": each for number, each in enumerate(others)}
    return {name: (type(pattern), pattern.pattern) for name, pattern in named.items()}
