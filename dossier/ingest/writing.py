"""Values as YAML that an editor will read and change. Owns the choice of quotes and line breaks.

Whatever the words, what is written reads back as those words: plain where nothing in them means anything to YAML, in
double quotes where something does, and folded below the key where they are long.
"""

from __future__ import annotations

import re
import textwrap

__all__ = ["comment", "entry"]

_WIDTH = 112
_PLAIN = re.compile(r"[A-Za-z0-9À-ɏЀ-ӿ぀-ヿ一-鿿](?:[\w ./()’–—%?~-]*[\w.)%?~])?")
_LONGEST_INLINE = 80


def entry(name: str, value: str, indent: int = 0) -> str:
    """One `name: value` line, or several; the value has no line breaks and no blanks at its ends."""
    head = f"{' ' * indent}{name}:"
    if len(value) > _LONGEST_INLINE and " " in value:
        return f"{head} >-\n{_folded(value, indent + 2)}"
    return f"{head} {_inline(value)}\n"


def comment(words: str, indent: int = 0) -> str:
    """Words as a comment, on as many lines as they need."""
    lead = f"{' ' * indent}# "
    safe = " ".join(words.split())
    return "".join(
        f"{line}\n"
        for line in textwrap.wrap(
            safe,
            _WIDTH,
            initial_indent=lead,
            subsequent_indent=lead,
            break_long_words=False,
            break_on_hyphens=False,
        )
    )


def _inline(value: str) -> str:
    if _PLAIN.fullmatch(value) and not re.search(r"\s{2}", value):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _folded(value: str, indent: int) -> str:
    """Broken at single spaces only: a line break in a folded text reads as one space."""
    lines = [""]
    for word in value.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) + indent >= _WIDTH:
            lines.append(word)
        else:
            lines[-1] += f" {word}" if lines[-1] else word
    return "".join(f"{' ' * indent}{line}\n" for line in lines)
