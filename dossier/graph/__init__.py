"""What leads to what: statements and their evidence, links and what leads back, mentions, the chronology.

Owns every question of the form "which". It reads a `Dossier` and finds nothing wrong: a reference to nothing and a
quotation that stands nowhere are data here, which `checks` reports.
"""

from dossier.graph.chronology import Entry
from dossier.graph.connecting import Graph, connect
from dossier.graph.evidence import Evidence, Mark, best_mark
from dossier.graph.links import Link, LinkKind, Use
from dossier.graph.mentions import Mention
from dossier.graph.names import Names
from dossier.graph.statements import BRIEFING_ID, Part, Statement

__all__ = [
    "BRIEFING_ID",
    "Entry",
    "Evidence",
    "Graph",
    "Link",
    "LinkKind",
    "Mark",
    "Mention",
    "Names",
    "Part",
    "Statement",
    "Use",
    "best_mark",
    "connect",
]
