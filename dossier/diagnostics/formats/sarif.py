"""Findings for code scanning: `sarif`, the Static Analysis Results Interchange Format 2.1.0 of OASIS.

Columns are code points and ends exclusive there (3.14.17, 3.30), as they are in a `Span`.
"""

from __future__ import annotations

import json
from itertools import groupby
from urllib.parse import quote

from dossier import __version__
from dossier.diagnostics import Diagnostic, Edit, Severity, Span
from dossier.diagnostics.formats.fingerprints import fingerprints
from dossier.diagnostics.formats.setting import AnyRule, Setting
from dossier.diagnostics.formats.visible import hint_of

__all__ = ["as_sarif"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "%SRCROOT%"  # the name GitHub and the viewers give to the root of the repository

Data = dict[str, object]


def as_sarif(found: list[Diagnostic], setting: Setting) -> str:
    """One log with one run; its rules are those that found something."""
    codes = sorted({each.code for each in found})
    driver = {
        "name": "dossier",
        "version": __version__,
        "rules": [_rule(code, setting.rules.get(code)) for code in codes],
    }
    results = [
        _result(each, codes.index(each.code), fingerprint, setting)
        for each, fingerprint in zip(found, fingerprints(found, setting), strict=True)
    ]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
        "results": results,
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(code: str, known: AnyRule | None) -> Data:
    if known is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": known.explanation.partition("\n")[0]},
        "fullDescription": {"text": known.explanation.partition("\nBad:\n")[0].strip()},
        "help": {"text": known.explanation, "markdown": known.explanation},
        "defaultConfiguration": {"level": _LEVELS[known.severity]},
    }


def _result(each: Diagnostic, index: int, fingerprint: str, setting: Setting) -> Data:
    result: Data = {
        "ruleId": each.code,
        "ruleIndex": index,
        "level": _LEVELS[each.severity],
        "message": {"text": f"{each.message}\n{hint_of(each)}".rstrip()},
        "locations": [_location(each.span, setting)],
        "partialFingerprints": {"dossierFinding/v1": fingerprint},
    }
    if each.related:
        result["relatedLocations"] = [
            {"id": number, **_location(related.span, setting), "message": {"text": related.message}}
            for number, related in enumerate(each.related)
        ]
    if each.remedy:
        result["fixes"] = [_fix(each, setting)]
    return result


def _location(span: Span, setting: Setting) -> Data:
    return {"physicalLocation": {"artifactLocation": _file(span, setting), "region": _region(span)}}


def _file(span: Span, setting: Setting) -> Data:
    path = setting.path(span.file).encode("utf-8", "replace")
    return {"uri": quote(path), "uriBaseId": _ROOT}


def _region(span: Span) -> Data:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _fix(each: Diagnostic, setting: Setting) -> Data:
    """The remedy: its edits by file, each what is deleted and what is put there."""
    edits = sorted(each.remedy, key=lambda edit: edit.span)
    changes = [
        {
            "artifactLocation": _file(Span(file), setting),
            "replacements": [_replacement(edit) for edit in group],
        }
        for file, group in groupby(edits, key=lambda edit: edit.span.file)
    ]
    return {"description": {"text": hint_of(each) or each.message}, "artifactChanges": changes}


def _replacement(edit: Edit) -> Data:
    return {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
