"""Findings for programs: `json`, everything that is known of each."""

from __future__ import annotations

import json

from dossier.diagnostics import Diagnostic, Edit, Related
from dossier.diagnostics.formats.setting import Setting

__all__ = ["as_json"]


def as_json(found: list[Diagnostic], _: Setting) -> str:
    """A list of objects; lines and columns count from 1, columns in code points, ends are exclusive."""
    return json.dumps([_data(each) for each in found], ensure_ascii=False, indent=2)


def _data(each: Diagnostic) -> dict[str, object]:
    return {
        "code": each.code,
        "severity": str(each.severity),
        "message": each.message,
        "hint": each.hint,
        **each.span._asdict(),
        "related": [_related(related) for related in each.related],
        "remedy": [_edit(edit) for edit in each.remedy],
    }


def _related(related: Related) -> dict[str, object]:
    return {"message": related.message, **related.span._asdict()}


def _edit(edit: Edit) -> dict[str, object]:
    return {"text": edit.text, **edit.span._asdict()}
