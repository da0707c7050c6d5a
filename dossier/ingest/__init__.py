"""An article as somebody has it, to a held source and drafts; and the drafts, once reviewed, to their places.

Owns the reading of received files. Like the compiler it is values in, values out: files to be written are a result.
Only what takes the text out of HTML and PDF runs in a process of its own.

    received, extracting, html, pdf    a file to its text
    language, dates, unknown, speech   what the text says, in English, Russian and Japanese
    opening, issued    the dateline, the day it was issued, and how that is known
    reading       all this sentence by sentence
    quotations    exact quotations, and no others
    drafting, sheets, writing    drafts and the sheet of the source, as YAML
    taking_in     the order of all this
    accepting     reviewed drafts into the sheets they are for
    telling       what is told of it on the terminal
"""

from dossier.ingest.accepting import Accepted, NotAcceptedError, accept
from dossier.ingest.received import LARGEST, RefusedError
from dossier.ingest.taking_in import Asked, Ingested, take_in
from dossier.ingest.telling import tell, tell_json

__all__ = [
    "LARGEST",
    "Accepted",
    "Asked",
    "Ingested",
    "NotAcceptedError",
    "RefusedError",
    "accept",
    "take_in",
    "tell",
    "tell_json",
]
