"""The dossier of this repository, compiled and published once for all tests."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from dossier import disk
from dossier.pipeline import Compiled, check, compile_site
from dossier.publish import Published, publish

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def files() -> Mapping[str, bytes]:
    return disk.read(ROOT)[0]


@pytest.fixture(scope="session")
def compiled(files: Mapping[str, bytes]) -> Compiled:
    return check(files)


@pytest.fixture(scope="session")
def built(compiled: Compiled) -> Mapping[str, bytes]:
    """What the dossier compiles to, by path below `build/`."""
    return compile_site(compiled).files


@pytest.fixture(scope="session")
def document(built: Mapping[str, bytes]) -> Any:
    """The dossier as data."""
    return json.loads(built["dossier.json"])


@pytest.fixture(scope="session")
def site(built: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published site, under the real theme."""
    project = tmp_path_factory.mktemp("project")
    disk.write(project / "build", built)
    shutil.copytree(ROOT / "theme", project / "theme")
    shutil.copy(ROOT / "mkdocs.yml", project)
    published = publish(project)
    assert isinstance(published, Published), published
    return published.site
