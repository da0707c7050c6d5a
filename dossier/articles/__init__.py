"""The text of a source as received: its paragraphs and sentences, and the place of a quotation in it.

Owns `read` (bytes → `Article`), `find` (a quotation → its exact place) and `closest` (where a quotation that
is not there comes nearest). It reads no files, knows no sheets and words nothing for editors: it returns
values. Offsets are code points into `Article.text`, which is never edited.
"""

from __future__ import annotations

from dossier.articles.datelines import Dateline
from dossier.articles.folding import display
from dossier.articles.passages import Difference, Occurrence, Passage
from dossier.articles.quoting import Ambiguous, ContextDiffers, Found, Lookup, NotFound, TooShort, find
from dossier.articles.reading import Article, Paragraph, Role, Sentence, Unreadable, read

__all__ = [
    "Ambiguous",
    "Article",
    "ContextDiffers",
    "Dateline",
    "Difference",
    "Found",
    "Lookup",
    "NotFound",
    "Occurrence",
    "Paragraph",
    "Passage",
    "Role",
    "Sentence",
    "TooShort",
    "Unreadable",
    "closest",
    "display",
    "find",
    "read",
]


def closest(article: Article, quote: str) -> Passage | None:
    """Return the passage of the article most like a quotation that is not in it, or None if none is near.

    Much dearer than `find` (tens of milliseconds for a long text): a caller with many misses should stop
    asking at some number.
    """
    # Loading rapidfuzz takes longer than compiling a small dossier, and only a miss needs it.
    from dossier.articles.nearness import nearest

    return nearest(article, quote)
