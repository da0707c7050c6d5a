"""`dossier schema`: what an editor needs to help with the dossier's files.

Owns the settings of editors. What the schemas say is for `exports.schema`; how a file of settings is changed, for
`jsonc`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from dossier import disk
from dossier.cli import jsonc, options
from dossier.cli.running import FINDINGS, checked, or_exit, say
from dossier.exports import schema
from dossier.model import Dossier
from dossier.pipeline import Compiled

__all__ = ["command", "write_schemas"]

_SETTINGS = ".vscode/settings.json"
_EXTENSIONS = ".vscode/extensions.json"
_YAML = "redhat.vscode-yaml"  # the extension for YAML, made with yaml-language-server
_OURS = f"./build/{schema.FOLDER}/"

Settings = Mapping[str, Any]


@click.command(
    "schema",
    epilog="""\b
Examples:
  dossier schema             for VS Code, which then offers to install the extension for YAML
  dossier schema --settings  for other editors: what to tell yaml-language-server""",
)
@options.folder
@click.option(
    "--settings",
    is_flag=True,
    help="Print settings for yaml-language-server, and leave those of VS Code alone.",
)
def command(folder: Path, settings: bool) -> None:
    """Let editors complete fields and ids, explain them, and mark mistakes while you type.

    Writes what the dossier knows to build/schema, and into .vscode where VS Code finds it. Every build makes new sheets
    known, too; this does so at once, and also where there are errors.
    """
    _, compiled = checked(folder)
    to_add = write_schemas(folder, compiled, settings=not settings)
    say(f"Wrote {folder / _OURS}, which knows {len(compiled.dossier.sheets):,} sheets.")
    if settings:
        click.echo(_shown({"yaml": {"schemas": _schemas(compiled.dossier), "format": {"enable": False}}}))
    for path, lines in to_add.items():
        say(f"{path} cannot be changed safely and was left as it is. Add this to it:")
        click.echo(_shown(lines))
    if to_add:
        sys.exit(FINDINGS)


def write_schemas(folder: Path, compiled: Compiled, *, settings: bool = True) -> Mapping[str, Settings]:
    """Write the schemas of a dossier below `build/` and, where wanted, the settings by which VS Code finds them.

    Other settings stay as they are. Returns what could not be added to a file safely, by its path. Ends the program
    where the disk does not allow it.
    """
    or_exit(lambda: disk.write(folder / "build", schema.export(compiled.dossier), whole=(schema.FOLDER,)))
    return or_exit(lambda: _write_settings(folder, compiled.dossier)) if settings else {}


def _write_settings(folder: Path, dossier: Dossier) -> dict[str, Settings]:
    before: dict[str, bytes] = {}
    after: dict[str, bytes | None] = {}
    to_add: dict[str, Settings] = {}
    for path, wanted in ((_SETTINGS, _settings), (_EXTENSIONS, _extensions)):
        data = _held(folder, path)
        if data is not None:
            before[path] = data
        old = _text(data)
        new = wanted(jsonc.read(old) or {}, dossier)
        changed = _changed(old, new)
        if changed is None:
            to_add[path] = new
        else:
            after[path] = changed.encode()
    disk.edit(folder, before, after)
    return to_add


def _held(folder: Path, path: str) -> bytes | None:
    file = folder / path
    try:
        return file.read_bytes() if file.is_file() else None
    except OSError as error:
        raise disk.DiskError(f'"{path}" cannot be read: {error.strerror or error}') from error


def _text(data: bytes | None) -> str:
    """What a file of settings holds; an empty one holds none yet, and one that is no UTF-8 nothing we can read."""
    if data is None or not data.strip():
        return "{}\n"
    try:
        return data.decode()
    except UnicodeDecodeError:
        return ""


def _changed(text: str, wanted: Settings) -> str | None:
    for key, value in wanted.items():
        changed = jsonc.put(text, key, value)
        if changed is None:
            return None
        text = changed
    return text


def _settings(old: Settings, dossier: Dossier) -> Settings:
    """Which schema belongs to which file; and no formatting, which would rewrite whole sheets on saving."""
    schemas = old.get("yaml.schemas")
    others = {
        path: files
        for path, files in (schemas if isinstance(schemas, dict) else {}).items()
        if not path.startswith(_OURS)
    }
    return {"yaml.schemas": {**others, **_schemas(dossier)}, "yaml.format.enable": False}


def _extensions(old: Settings, _: Dossier) -> Settings:
    """Which extensions VS Code offers to install."""
    found = old.get("recommendations")
    recommended = found if isinstance(found, list) else []
    return {"recommendations": recommended if _YAML in recommended else [*recommended, _YAML]}


def _schemas(dossier: Dossier) -> Mapping[str, str]:
    return {f"./build/{path}": pattern for path, pattern in schema.associations(dossier).items()}


def _shown(settings: Settings) -> str:
    return json.dumps(settings, indent=2, ensure_ascii=False)
