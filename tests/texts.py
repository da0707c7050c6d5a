"""Texts that try to be more than text, for hypothesis to draw from."""

from __future__ import annotations

import string

from hypothesis import strategies as st

__all__ = ["ANY", "LINES", "WRITABLE"]

PIECES = [
    *string.punctuation, "///Footnotes Go Here///", "[TOC]", "[^1]", "[^1]: x", "!!!", "!!! note", "??? x", "--8<--",
    '--8<-- ".git/config"', "{: onclick=x }", "{: #id .class }", "&copy;", "&#60;", "&lt", "&amp;amp;", "# ", " #",
    "1.", "1. ", "10) ", "- ", "+ ", "> ", "    ", "    x", "||", " | ", "| --- |", "``", "```", "~~~", ":smile:",
    "==x==", "^^x^^", "~~x~~", "klzzwxh:0001", "wzxhzdk:0", "http://a.example/b", "javascript:x", "data:x", "www.a.b",
    "a@b.example", "<script>x</script>", "<b>", "</p>", "</div>", "<!--", "-->", "<?php", "?>", "<![CDATA[", "]]>",
    "<div markdown>", '" onload="x', "' onload='x", "{{ 7*7 }}", "{% raw %}", "{#", "[x](y)", "![x](y)", "[x]: y",
    "*[x]: y", "__x__", "**x**", "_x_", "***", "---", "===", ": x", "%", "x", "b", "0", "1", " ", "  ", "é", "日本",
    "“x”", "\u00a0", "\u2003", "…",
]  # fmt: skip
UNWRITABLE = [
    "\x00",
    "\x02",
    "\x03",
    "\x02amp\x03",
    "\x02klzzwxh:0001\x03",
    "\x02wzxhzdk:0\x03",
    "\x1b",
    "\x85",
]
UNWRITABLE += ["\n", "\r", "\n\n", "\t", "\x0b", "\x0c", "\u2028", "\ufdd0", "\ud800", "\ufffe", "\U000f0000"]
LETTERS = st.characters(exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Mn", "Me", "Mc"))


def _strings(pieces: list[str], letters: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces) | letters, min_size=1, max_size=6).map("".join)


ANY = _strings([*PIECES, *UNWRITABLE], st.characters())
"""Any string there is."""

WRITABLE = _strings(PIECES, LETTERS)
"""Strings of one line that a sheet may hold."""

LINES = _strings([*PIECES, "\n", "\n\n", "\n# ", "\n- ", "\n    "], LETTERS)
"""Strings of several lines that a sheet or an article may hold."""
