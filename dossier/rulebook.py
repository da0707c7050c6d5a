"""Every rule there is, by its code. Owns the list `dossier explain` looks things up in."""

from __future__ import annotations

from collections.abc import Mapping

from dossier import checks, citations, disk, model, publish, records, strict_yaml
from dossier.diagnostics import Check, Rule

__all__ = ["RULEBOOK"]

_ALL: tuple[Rule[...] | Check[...], ...] = (
    *strict_yaml.RULES,
    *records.RULES,
    *citations.RULES,
    *model.RULES,
    *checks.CHECKS,
    *disk.RULES,
    *publish.RULES,
)

RULEBOOK: Mapping[str, Rule[...] | Check[...]] = {
    each.code: each for each in sorted(_ALL, key=lambda each: each.code)
}
