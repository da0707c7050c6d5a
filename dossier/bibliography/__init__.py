"""What a document is called in other people's writing: as plain text, as BibLaTeX and as CSL-JSON.

Owns the three forms and what of a date each can say. It reads sheets of sources and knows no pages: whoever cites a
page says what it is called and where it stands.
"""

from dossier.bibliography.biblatex import biblatex
from dossier.bibliography.csl import csl, csl_json
from dossier.bibliography.item import Item, source_item
from dossier.bibliography.plain import plain

__all__ = ["Item", "biblatex", "csl", "csl_json", "plain", "source_item"]
