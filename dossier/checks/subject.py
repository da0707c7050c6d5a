"""What a check looks over. Owns nothing but the pair."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.graph import Graph
from dossier.model import Dossier

__all__ = ["Subject"]


@dataclass(frozen=True, slots=True)
class Subject:
    """A dossier, its graph, and the names of the files in `seeds/`."""

    dossier: Dossier
    graph: Graph
    seeds: frozenset[str]
