"""Text to Markdown that says the same text. Owns escaping: nothing in a sheet or a source can add markup to a page.

What is special is escaped where it stands and the rest is left readable. The rule is kept by the type:
templates put out `Markdown` as it is and escape everything else, so that forgetting cannot happen.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import escape as escape_html
from urllib.parse import quote

__all__ = ["Markdown", "address", "escape", "front_matter", "join", "link"]

_NO_BREAK = "\u00a0\u2007\u202f"
_FOLDED = re.compile(f"[^\\S{_NO_BREAK}]+|[\\x1c-\\x1f\\x85\\u2028\\u2029]+")
_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# Some characters are special only in some places. All stand in one class first, since `re` skips to the next of a class
# five times faster than to the next of several alternatives.
_SPECIAL = re.compile(r"[\\`*_\[\]{}<>|~^&/#](?:(?<![&/#])|(?<=&)(?=[#\w]|$)|(?<=/)(?=//)|(?<=.#)$)")
# In the title of a link the quotation mark that ends it and brackets count, too; there everything is an entity.
_SPECIAL_IN_TITLE = re.compile(
    r"[\\`*_\[\]{}<>|~^&\"()$!#/:'](?:(?<![/:'])|(?<=/)(?=//)|(?<=:)(?=/)|(?<=^')|(?<=')$)"
)
# A character that means something only where a line begins, by itself or after a number.
_LEADING = re.compile(r"[#+\-=:!?/%]|\d{1,9}[.)](?= |$)")
# The escapes everybody knows; a backslash before others is not understood by all.
_WITH_BACKSLASH = frozenset("*_[]#+-.")
_NAMED = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_URL_SAFE = "-._~:/?#@!$&+,;=%"  # no apostrophe: two of them would be read as a title


class Markdown(str):
    """Markdown to be put out as it is."""

    __slots__ = ()


def escape(text: object) -> Markdown:
    """Return Markdown that renders as `text` and nothing else, inside a paragraph, a cell, a link or a heading.

    White space is folded to single spaces, as a browser would; characters that no HTML may hold become U+FFFD.
    """
    if isinstance(text, Markdown):
        return text
    escaped = _SPECIAL.sub(lambda special: _escaped(special[0]), _one_line(str(text)))
    if leading := _LEADING.match(escaped):
        start, end = leading.end() - 1, leading.end()
        return Markdown(escaped[:start] + _escaped(escaped[start]) + escaped[end:])
    return Markdown(escaped)


def _one_line(text: str) -> str:
    if text.isprintable() and "  " not in text:  # nothing to fold or to replace
        return text.strip()
    return _FOLDED.sub(" ", _UNWRITABLE.sub("\ufffd", text)).strip()


def _escaped(character: str) -> str:
    if character in _WITH_BACKSLASH:
        return f"\\{character}"
    return _NAMED.get(character) or f"&#{ord(character)};"


def address(url: str) -> Markdown:
    """Return a web address as the target of a Markdown link; the caller has checked its scheme."""
    return Markdown(quote(url, safe=_URL_SAFE).replace("&", "&amp;"))


def link(words: object, target: str, title: str = "") -> Markdown:
    """Return a link; `target` is a path of ours or the result of `address`, `title` plain text shown on pointing."""
    titled = _SPECIAL_IN_TITLE.sub(lambda special: f"&#{ord(special[0])};", _one_line(title))
    return Markdown(f'[{escape(words)}]({target} "{titled}")' if titled else f"[{escape(words)}]({target})")


def join(pieces: list[Markdown], separator: str = " ") -> Markdown:
    """Join pieces of Markdown, leaving out empty ones."""
    return Markdown(separator.join(piece for piece in pieces if piece))


def front_matter(
    fields: Mapping[str, str | tuple[str, ...]], *, searchable: bool = True, secondary: bool = False
) -> Markdown:
    """Return a page's front matter; its values are escaped for HTML, since themes write them into it unescaped.

    A JSON string is a YAML string of one line, once what JSON leaves bare and YAML refuses is escaped. A page that
    is not `searchable` is left out of the search, and one that is `secondary` is found after others.
    """
    lines = [f"{name}: {_written(value)}" for name, value in fields.items() if value]
    if not searchable:
        lines.append("search: {exclude: true}")
    elif secondary:
        lines.append("search: {boost: 0.5}")
    return Markdown("\n".join(["---", *lines, "---"]))


def _written(value: str | tuple[str, ...]) -> str:
    return _quoted(value) if isinstance(value, str) else f"[{', '.join(map(_quoted, value))}]"


def _quoted(value: str) -> str:
    return json.dumps(escape_html(_one_line(value), quote=True), ensure_ascii=False).replace("\x85", "\\x85")
