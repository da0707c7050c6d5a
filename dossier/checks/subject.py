"""What a check looks over. Owns nothing but the whole of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.graph import Graph
from dossier.model import Dossier

__all__ = ["Subject"]


@dataclass(frozen=True, slots=True)
class Subject:
    """A dossier, its graph, and the files in `seeds/`: paths to bytes."""

    dossier: Dossier
    graph: Graph
    seeds: Mapping[str, bytes]
