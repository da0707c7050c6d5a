"""What a format is told besides the findings. Owns the value, and how files are named to whoever reads the output."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from dossier.diagnostics import Check, Diagnostic, Rule

__all__ = ["AnyRule", "Format", "Setting", "Texts"]

Texts: TypeAlias = Mapping[str, bytes]
"""The files findings are about: path to bytes."""

AnyRule: TypeAlias = Rule[...] | Check[...]


@dataclass(frozen=True, slots=True)
class Setting:
    """Where findings are shown.

    `folder` is where the dossier stands in its repository, with `/` and without one at its end; empty where it is the
    repository. `rules` explain the codes; one may be missing.
    """

    texts: Texts
    colour: bool = False
    folder: str = ""
    rules: Mapping[str, AnyRule] = field(default_factory=dict)

    def path(self, file: str) -> str:
        """A file of the dossier, as the repository knows it."""
        return f"{self.folder}/{file}" if self.folder else file


Format: TypeAlias = Callable[[list[Diagnostic], Setting], str]
"""Findings in the order of their places, each once, to a text."""
