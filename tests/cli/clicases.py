"""A small project for the command line, and what can be wrong with it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

__all__ = ["ERROR", "GOOD_PAGES", "INFO", "WARNING", "change", "contents", "project"]

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests/golden/smallest"

ERROR = {"content/briefing.yml": ("It rained all day", "It snowed all day")}
WARNING = {"content/islands/rock.yml": ("", "name: Rock\ntype: island\n")}
INFO = {
    "content/islands/rock.yml": ("", "name: Rock\naliases: [Stone]\ntype: island\n"),
    "content/islands/reef.yml": ("", "name: Reef\naliases: [Stone]\ntype: island\n"),
    "content/briefing.yml": ("It rained.", "It rained on [[rock]] and [[reef]]."),
}
GOOD_PAGES = GOLDEN / "expected/pages"

_THEME = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="application-name" content="dossier">
<title>{{ page.title }}</title></head><body>{{ page.content }}</body></html>
"""
_CONFIG = """
site_name: Small
docs_dir: build/pages
use_directory_urls: false
theme: {name: null, custom_dir: theme}
plugins: []
nav: [index.md]
markdown_extensions: [footnotes, md_in_html, tables]
validation: {omitted_files: ignore, absolute_links: warn, unrecognized_links: warn, anchors: warn}
"""


def project(folder: Path) -> Path:
    """A dossier without a fault, under a theme of one template."""
    for name in ("content", "seeds"):
        shutil.copytree(GOLDEN / name, folder / name)
    (folder / "theme").mkdir()
    (folder / "theme/main.html").write_text(_THEME, "utf-8")
    (folder / "mkdocs.yml").write_text(_CONFIG, "utf-8")
    return folder


def change(folder: Path, changes: Mapping[str, tuple[str, str]]) -> None:
    """Replace words in files; a file that is not there is made of the new words."""
    for path, (old, new) in changes.items():
        file = folder / path
        text = file.read_text("utf-8") if file.exists() else ""
        assert old in text
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.replace(old, new) if text else new, "utf-8")


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file below a folder but those of the cache: what it holds, and when it was written."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.parent.name != "cache")
    return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}
