"""Prose as one line of signs, for tests to compare.

`<id>` and `<id|words>` are links to sheets, `<words→url>` to the web, `{source:“quote”@locator}` and `{why}` what
supports, `strong(…)` and `em(…)` styled words, `/` a line break.
"""

from __future__ import annotations

from dossier.citations import Cite, Inference
from dossier.diagnostics import Diagnostic
from dossier.prose import (
    Block,
    Break,
    Cited,
    Heading,
    Inline,
    Listing,
    Prose,
    Styled,
    Text,
    WebLink,
    WikiLink,
    parse,
)
from dossier.strict_yaml import Scalar, Source

__all__ = ["codes", "of", "read", "show", "words"]


def of(text: str) -> Scalar:
    """A text as a value of a file that holds nothing else."""
    return Scalar(text, True, Source("text", text), 0, len(text))


def read(text: str) -> tuple[Prose, list[Diagnostic]]:
    """A text as prose, and what is wrong with it."""
    report: list[Diagnostic] = []
    return parse(of(text), report), report


def codes(report: list[Diagnostic]) -> list[tuple[str, int, int]]:
    """What is wrong and where."""
    return [(each.code, each.span.line, each.span.column) for each in report]


def show(prose: Prose) -> str:
    """All blocks, one after the other."""
    return " ".join(_block(block) for block in prose.blocks)


def words(prose: Prose) -> str:
    """The words a reader sees, and those of what supports them."""
    return " ".join(_plain(inline) for inline in prose.inlines())


def _block(block: Block) -> str:
    if isinstance(block, Listing):
        items = ("; ".join(_block(inner) for inner in item) for item in block.items)
        return f"{'ol' if block.ordered else 'ul'}[{' | '.join(items)}]"
    inlines = "".join(_inline(inline) for inline in block.inlines)
    return f"h{block.level}({inlines})" if isinstance(block, Heading) else f"p({inlines})"


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case WikiLink(to, said):
            return f"<{to.id}|{said}>" if said else f"<{to.id}>"
        case WebLink(said, url):
            return f"<{said}→{url}>"
        case Cited(cites):
            return "{" + "; ".join(_cite(cite) for cite in cites) + "}"
        case Styled(style, inlines):
            return f"{style}({''.join(_inline(inner) for inner in inlines)})"
        case Break():
            return "/"


def _cite(cite: Cite) -> str:
    if isinstance(cite, Inference):
        return cite.why
    quote = f":“{cite.quote}”" if cite.quote else ""
    return f"{cite.source.id}{quote}" + (f"@{cite.locator}" if cite.locator else "")


def _plain(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case WikiLink(to, said):
            return f"{to.id} {said}"
        case WebLink(said, url):
            return f"{said} {url}"
        case Cited():
            return _inline(inline)
    return ""
