"""The dates a text states, in the words of the text, and what they mean on the day it was written.

Owns the reading of dates in English, Russian and Japanese prose. What comes out is EDTF, as `dossier.edtf` reads it.
It takes no day for today: what is relative is resolved against the `Anchor` it is given, or not at all.

    forms      what a stated date says, before anybody knows when it was said
    english, russian, japanese    words to forms
    resolving  a form and the day it was said to EDTF
    scanning   all of it over a sentence
"""

from dossier.ingest.dates.forms import Anchor, Calendar
from dossier.ingest.dates.scanning import LANGUAGES, StatedDate, find_dates, read_whole

__all__ = ["LANGUAGES", "Anchor", "Calendar", "StatedDate", "find_dates", "read_whole"]
