"""Every rule there is, by the stage that applies it and by its code. Owns what `dossier explain` looks things up in.

What a rule means is for its docstring; where it is written down for people is `docs/rules/`, made of this.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from dossier import checks, citations, disk, model, publish, records, strict_yaml
from dossier.checks import ratchet
from dossier.diagnostics import Check, Rule

__all__ = ["RULEBOOK", "STAGES"]

AnyRule: TypeAlias = Rule[...] | Check[...]

STAGES: Mapping[str, tuple[AnyRule, ...]] = {
    "Reading the folder": disk.RULES,
    "Reading YAML": strict_yaml.RULES,
    "What a sheet may hold": (*records.RULES, *citations.RULES, *model.RULES),
    "What is said, and its support": (*checks.CHECKS, *ratchet.RULES),
    "Publishing": publish.RULES,
}
"""What dossier does, in its order, and the rules it applies there."""

RULEBOOK: Mapping[str, AnyRule] = {
    each.code: each
    for each in sorted((each for stage in STAGES.values() for each in stage), key=lambda each: each.code)
}
