"""The schemas of a dossier, and what they find wrong with a file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from fnmatch import fnmatch
from typing import Any

import yamlcore
from jsonschema import Draft7Validator
from referencing import Registry, Resource

from dossier.exports import schema
from dossier.model import Dossier

__all__ = ["Schemas"]


class Schemas:
    """The schemas of a dossier as a program that knows JSON Schema uses them."""

    def __init__(self, dossier: Dossier) -> None:
        self.written = schema.export(dossier)
        self.read: dict[str, Any] = {path: json.loads(data) for path, data in self.written.items()}
        named = {path.rpartition("/")[2]: Resource.from_contents(each) for path, each in self.read.items()}
        self._registry: Registry[Any] = Registry().with_resources(named.items())
        self._patterns = schema.associations(dossier)

    def path_for(self, path: str) -> str | None:
        """Which schema an editor uses for a file."""
        return next((found for found, pattern in self._patterns.items() if fnmatch(path, pattern)), None)

    def validator(self, path: str) -> Draft7Validator:
        return Draft7Validator(self.read[path], registry=self._registry)

    def part(self, name: str) -> Draft7Validator:
        """One of the definitions that all schemas share."""
        return Draft7Validator({"$ref": f"parts.json#/definitions/{name}"}, registry=self._registry)

    def faults(self, path: str, data: bytes) -> list[str]:
        """Where the schema for a file finds a fault in it."""
        found = self.path_for(path)
        assert found, f"no schema is for {path}"
        return [error.json_path for error in self.validator(found).iter_errors(yamlcore.load(data))]

    def all_faults(self, files: Mapping[str, bytes]) -> list[str]:
        """The same for all files of a dossier that a schema is for."""
        return [
            f"{path}: {where}"
            for path in files
            if self.path_for(path)
            for where in self.faults(path, files[path])
        ]
