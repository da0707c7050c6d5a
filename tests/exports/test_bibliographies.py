"""`sources.bib` and `sources.csl.json`: every source of a dossier, published beside its pages."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from csl_schema import SCHEMA
from dossiers import BASE, based
from jsonschema import Draft202012Validator

from dossier import disk
from dossier.pipeline import check, compile_site

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("folder", [".", "tests/golden/lighthouse", "tests/golden/scripts"])
def test_every_source_is_there_once(folder: str) -> None:
    files, _ = disk.read(ROOT / folder)
    compiled = check(files)
    site = compile_site(compiled).files
    items = json.loads(site["pages/sources.csl.json"])
    wanted = sorted(sheet.id for sheet in compiled.dossier.sheets.values() if sheet.is_source)
    assert [each["id"] for each in items] == wanted
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(items)] == []
    entries = re.findall(r"^@[a-z]+\{(.*),$", site["pages/sources.bib"].decode(), re.MULTILINE)
    assert entries == wanted


def test_a_source_of_an_own_type_is_a_document() -> None:
    compiled = based("""
        content/kinds/source.yml
          fields:
            type:
              type: choice
              label: Type
              choices: {telegram: {label: Telegram}, article-newspaper: {label: Article}}
        content/sources/wire.yml
          type: telegram
          title: Arrived
          publisher: Post office
          language: en
          reliability: primary
    """)
    assert not compiled.has_errors, compiled.diagnostics
    items = {each["id"]: each for each in json.loads(compile_site(compiled).files["pages/sources.csl.json"])}
    assert items["wire"]["type"] == "document"


def test_a_dossier_of_the_base_has_its_gazette() -> None:
    (gazette,) = json.loads(compile_site(check(BASE)).files["pages/sources.csl.json"])
    assert gazette["container-title"] == "The Gazette"
    assert gazette["issued"] == {"date-parts": [[2001, 5, 5]]}
