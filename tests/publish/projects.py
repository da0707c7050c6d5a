"""Small projects to publish, and what is asked of their folders afterwards."""

from __future__ import annotations

from pathlib import Path

THEME = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="application-name" content="dossier">
<title>{{ page.title }}</title></head><body>{{ page.content }}</body></html>
"""
CONFIG = """
site_name: Small
docs_dir: build/pages
use_directory_urls: false
theme: {name: null, custom_dir: theme}
plugins: []
nav: [index.md]
validation: {omitted_files: ignore, absolute_links: warn, unrecognized_links: warn, anchors: warn}
"""


def small_project(folder: Path, config: str = "", **pages: str) -> Path:
    """A project of two pages and a theme of one template, quick to publish."""
    texts = {"index": "# Home\n\n[Japan](japan.md#claims)\n", "japan": "# Japan\n\n## Claims\n"} | pages
    (folder / "build" / "pages").mkdir(parents=True)
    (folder / "theme").mkdir()
    (folder / "theme" / "main.html").write_text(THEME, "utf-8")
    (folder / "mkdocs.yml").write_text(CONFIG + config, "utf-8")
    for name, text in texts.items():
        (folder / "build" / "pages" / f"{name}.md").write_text(text, "utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below the folder and what it holds."""
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


def leftovers(folder: Path) -> list[str]:
    return [entry.name for entry in folder.iterdir() if entry.name.startswith(".")]
