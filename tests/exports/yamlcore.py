"""YAML as editors read it: the core schema of YAML 1.2 (section 10.3), in which plain scalars have types."""

from __future__ import annotations

import re
from typing import Any

import yaml

__all__ = ["load"]

_RESOLVED = {
    "null": (r"null|Null|NULL|~|", "nN~"),
    "bool": (r"true|True|TRUE|false|False|FALSE", "tTfF"),
    "int": (r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    "float": (
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
        "-+.0123456789",
    ),
}


class _Core(yaml.SafeLoader):
    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as PyYAML has it


def _integer(loader: _Core, node: yaml.ScalarNode) -> int:
    text = loader.construct_scalar(node)
    return int(text, 0) if text[:2] in ("0o", "0x") else int(text)


for _name, (_pattern, _first) in _RESOLVED.items():
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(f"^(?:{_pattern})$"), [*_first, ""])
_Core.add_constructor("tag:yaml.org,2002:int", _integer)


def load(text: str | bytes) -> Any:
    """What an editor sees in a file."""
    return yaml.load(text, _Core)
