"""Reads prose. Owns which parts of Markdown count; `tokens` owns the links and citations in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence as Tokens
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dossier.citations import Place
from dossier.diagnostics import Diagnostic, Finding, Span, rule
from dossier.prose import tokens
from dossier.prose.tokens import Lifted, lift
from dossier.prose.values import (
    Block,
    Break,
    Heading,
    Inline,
    Listing,
    Paragraph,
    Prose,
    Styled,
    Text,
    WebLink,
    WikiLink,
    walk,
)
from dossier.strict_yaml import Scalar

__all__ = ["RULES", "parse"]

# Most prose holds none of these once its links and citations are lifted out, and needs no Markdown parser.
_MARKDOWN = re.compile(r"[*_\\]|^[ \t]*(?:[-+#]|\d+[.)])", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
# The look-behind keeps a long run of spaces from being tried at each of them.
_LINE_BREAK = re.compile(r"(?<![ \t])[ \t]*+\n[ \t]*+")
_DEEPEST_LIST = 8
_MOST_BLOCKS = 500
_LONGEST_PARAGRAPH = 8_000  # characters: four pages; renderers take time with the square of it
_DEEPEST_STYLE = 8  # emphasis within emphasis; further in it is left out, its words are not


@rule()
def deep_list(span: Span) -> Finding:
    """Lists stand at most eight deep inside each other; what stands deeper could not be read.

    Bad:

        - - - - - - - - - Shikotan

    Good:

        - Islands
          - Shikotan
    """
    return Finding(
        span,
        f"more than {_DEEPEST_LIST} lists stand inside each other here",
        "Take out a level; if the dashes belong to the text, write – or put a backslash before them.",
    )


@rule()
def long_paragraph(span: Span, length: int) -> Finding:
    """A paragraph is longer than anybody reads, and than Markdown renders in good time.

    Bad:

        body: |
          (three thousand words without a blank line)

    Good:

        body: |
          (some hundred words)

          (some hundred more)
    """
    return Finding(
        span,
        f"this paragraph is {length:,} characters long; at most {_LONGEST_PARAGRAPH:,} are read",
        "Put a blank line where a new thought begins.",
    )


@rule()
def long_text(span: Span, count: int) -> Finding:
    """A text has more paragraphs and headings than a page can hold.

    Bad:

        body: |
          (a whole book)

    Good:

        body: |
          (what belongs on this page)
    """
    return Finding(
        span,
        f"this text has {count:,} paragraphs, list items and headings; at most {_MOST_BLOCKS} are read",
        "Divide it among several sheets or pages.",
    )


@rule()
def no_words(span: Span) -> Finding:
    """A text says nothing: it holds no paragraph, or only a heading, a link to a source, a dash.

    Bad:

        summary: "# An island"

    Good:

        summary: An island. [@tass-2019-02-25 "ready to hand Shikotan Island"]
    """
    return Finding(span, "this text has no sentence in it", "Write at least one sentence; a heading is none.")


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("zero").enable(["heading", "list", "emphasis", "escape", "newline"])


def parse(scalar: Scalar, report: list[Diagnostic]) -> Prose:
    """Parse a value of a sheet as prose; links and citations that are not well formed go to the report."""
    lifted = lift(scalar, report)
    if _MARKDOWN.search(lifted.text):
        reader = _Reader(lifted, scalar)
        blocks = _markdown().parse(lifted.text)
        report.extend(reader.deep_lists(blocks))
        prose = Prose(reader.blocks(blocks))
    else:
        prose = Prose(tuple(_plain_paragraphs(lifted, scalar)))
    report.extend(_faults(prose, scalar))
    return prose


def _faults(prose: Prose, scalar: Scalar) -> Iterator[Diagnostic]:
    if not any(_says_something(paragraph) for paragraph in prose.paragraphs()):
        yield no_words(scalar.span)
    blocks = sum(1 for _ in prose.paragraphs()) + sum(isinstance(block, Heading) for block in prose.blocks)
    if blocks > _MOST_BLOCKS:
        yield long_text(scalar.span, blocks)
    for paragraph in prose.paragraphs():
        length = paragraph.place.end - paragraph.place.start
        if length > _LONGEST_PARAGRAPH:
            yield long_paragraph(paragraph.place.span, length)


def _says_something(paragraph: Paragraph) -> bool:
    inlines = list(walk(paragraph.inlines))
    text = "".join(inline.text for inline in inlines if isinstance(inline, Text))
    return any(map(str.isalnum, text)) or any(isinstance(inline, WikiLink | WebLink) for inline in inlines)


def _plain_paragraphs(lifted: Lifted, scalar: Scalar) -> list[Block]:
    found: list[Block] = []
    start = 0
    for end, after in [*(gap.span() for gap in _BLANK_LINES.finditer(lifted.text)), (len(lifted.text),) * 2]:
        piece = lifted.text[start:end]
        if piece.strip():
            inlines = tuple(lifted.inlines(_LINE_BREAK.sub(" ", piece.strip())))
            lead = len(piece) - len(piece.lstrip())
            place = Place(scalar, lifted.original(start + lead), lifted.original(start + len(piece.rstrip())))
            found.append(Paragraph(inlines, place))
        start = after
    return found


class _Reader:
    """Turns markdown-it's flat list of tokens into nested values."""

    def __init__(self, lifted: Lifted, scalar: Scalar) -> None:
        self._lifted = lifted
        self._scalar = scalar
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", lifted.text)), len(lifted.text)]

    def deep_lists(self, tokens: Tokens[Token]) -> list[Diagnostic]:
        """The outermost of the lists that are too deep: what they hold the parser leaves out, sooner or later."""
        level = 2 * _DEEPEST_LIST  # a list and its item count one each
        opened = (token for token in tokens if token.level == level and token.type.endswith("_list_open"))
        return [deep_list(self._place(token).span) for token in opened]

    def blocks(self, tokens: Tokens[Token]) -> tuple[Block, ...]:
        found: list[Block] = []
        position = 0
        while position < len(tokens):
            end = _closing(tokens, position)
            found.append(self._block(tokens[position], tokens[position + 1 : end]))
            position = end + 1
        return tuple(found)

    def _block(self, opening: Token, inside: Tokens[Token]) -> Block:
        if opening.type in ("bullet_list_open", "ordered_list_open"):
            return Listing(opening.type == "ordered_list_open", tuple(self._items(inside)))
        inlines = self._inlines(inside[0].children or [])
        place = self._place(opening)
        if opening.type == "heading_open":
            return Heading(int(opening.tag[1]), inlines, place)
        return Paragraph(inlines, place)

    def _items(self, tokens: Tokens[Token]) -> list[tuple[Block, ...]]:
        items = []
        position = 0
        while position < len(tokens):
            end = _closing(tokens, position)
            items.append(self.blocks(tokens[position + 1 : end]))
            position = end + 1
        return items

    def _place(self, token: Token) -> Place:
        first, last = token.map or [0, 0]
        start = self._line_starts[min(first, len(self._line_starts) - 1)]
        end = self._line_starts[min(last, len(self._line_starts) - 1)]
        piece = self._lifted.text[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        return Place(self._scalar, self._lifted.original(start), self._lifted.original(max(start, end)))

    def _inlines(self, tokens: Tokens[Token], depth: int = 0) -> tuple[Inline, ...]:
        found: list[Inline] = []
        position = 0
        while position < len(tokens):
            token = tokens[position]
            end = _closing(tokens, position) if depth < _DEEPEST_STYLE else position
            if token.nesting == 1 and depth < _DEEPEST_STYLE:
                style = "strong" if token.type == "strong_open" else "em"
                found.append(Styled(style, self._inlines(tokens[position + 1 : end], depth + 1)))
            elif token.type in ("softbreak", "hardbreak"):
                found.append(Break())
            elif not token.nesting:
                found.extend(self._lifted.inlines(token.content))
            position = end + 1
        return tuple(found)


def _closing(tokens: Tokens[Token], position: int) -> int:
    """Where the element that opens at `position` closes; `position` itself for one that does not nest."""
    depth = 0
    for index in range(position, len(tokens)):
        depth += tokens[index].nesting
        if depth == 0:
            return index
    return len(tokens) - 1


RULES = (*tokens.RULES, deep_list, long_paragraph, long_text, no_words)
