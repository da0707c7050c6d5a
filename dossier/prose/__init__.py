"""The text editors write: paragraphs with links to other sheets and citations in them.

Owns the small Markdown dialect of summaries, claims, bodies and hand-written pages, and its values. It does not know
what an id refers to, nor how anything is written out again: that is `graph` and `pages`.

The dialect: paragraphs, headings, lists, `**strong**`, `*emphasis*`, `[words](https://…)`, `[[id]]`, `[[id|words]]`,
`[@source "exact words"]` and `[inferred: why]`. Everything else is text, HTML and code included.
"""

from dossier.prose.parsing import RULES, parse
from dossier.prose.values import (
    Block,
    Break,
    Cited,
    Heading,
    Inline,
    Listing,
    Paragraph,
    Prose,
    Styled,
    Text,
    WebLink,
    WikiLink,
)

__all__ = [
    "RULES",
    "Block",
    "Break",
    "Cited",
    "Heading",
    "Inline",
    "Listing",
    "Paragraph",
    "Prose",
    "Styled",
    "Text",
    "WebLink",
    "WikiLink",
    "parse",
]
