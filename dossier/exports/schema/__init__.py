"""JSON Schemas of this dossier's files, for editors: what may stand where, and which ids there are.

Made of the kinds' declarations and of what the dossier holds. The compiler decides what is right; these help to write
it, and `tests/exports` holds them against it. JSON Schema draft 7, with the keywords of yaml-language-server.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from dossier.exports.schema.briefing import briefing_schema
from dossier.exports.schema.declarations import declaration_schema
from dossier.exports.schema.known import Known
from dossier.exports.schema.parts import PARTS_FILE, Parts
from dossier.exports.schema.pieces import Schema
from dossier.exports.schema.sheets import sheet_schema
from dossier.kinds import Kind
from dossier.model import BRIEFING_FILE, Dossier

__all__ = ["FOLDER", "associations", "export"]

FOLDER = "schema"
_BRIEFING, _KIND = "briefing.json", "kind.json"
_DRAFT = "http://json-schema.org/draft-07/schema#"


def export(dossier: Dossier) -> dict[str, bytes]:
    """Return the schemas as files below `build/`: one a kind, one for the briefing, one for kinds, and their parts."""
    known = Known(dossier)
    parts = Parts(known)
    schemas: dict[str, Schema] = {
        _BRIEFING: briefing_schema(known, parts),
        _KIND: declaration_schema(dossier.kinds),
        **{_file(kind): sheet_schema(kind, known, parts) for kind in dossier.kinds},
    }
    schemas[PARTS_FILE] = {
        "description": "What the other schemas share.",
        "definitions": parts.definitions(),
    }
    return {
        f"{FOLDER}/{name}": _json({"$schema": _DRAFT, **schema}) for name, schema in sorted(schemas.items())
    }


def associations(dossier: Dossier) -> Mapping[str, str]:
    """Which files each schema is for: its path below `build/`, and a pattern of paths of the dossier."""
    found = {f"{FOLDER}/{_BRIEFING}": BRIEFING_FILE, f"{FOLDER}/{_KIND}": "content/kinds/*.yml"}
    for kind in dossier.kinds:
        if dossier.kinds.in_folder(kind.folder) is kind and kind.folder:
            found[f"{FOLDER}/{_file(kind)}"] = f"content/{kind.folder}/*.yml"
    return found


def _file(kind: Kind) -> str:
    """The schema of a kind is named by its id; no id ends in an underscore."""
    name = f"{kind.id}.json"
    return f"{kind.id}_.json" if name in (_BRIEFING, _KIND, PARTS_FILE) else name


def _json(schema: Schema) -> bytes:
    """JSON of which a difference of two versions shows what changed: fields and definitions stand one a line."""
    return "{{\n{}\n}}\n".format(",\n".join(_entry(name, value) for name, value in schema.items())).encode()


def _entry(name: str, value: object) -> str:
    if not isinstance(value, dict) or not value:
        return f"{_compact(name)}:{_compact(value)}"
    return f"{_compact(name)}:{{\n{_lines(value)}\n}}"


def _lines(entries: Schema) -> str:
    return ",\n".join(f"{_compact(name)}:{_compact(value)}" for name, value in entries.items())


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
