"""What `mkdocs build --strict` makes of a project, and small projects in the real theme to try it on."""

from __future__ import annotations

import shutil
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from projects import contents

from benchmarks import corpus
from dossier import disk
from dossier.cache import Cache, no_cache
from dossier.pipeline import check, compile_site
from dossier.publish import Published, publish

ROOT = Path(__file__).parents[2]
NAV = ("index", "chronology", "positions", "evidence")
SECTIONS = ("actors", "treaties", "islands", "events", "sources")


def plain(project: Path, into: Path) -> dict[str, bytes]:
    """What MkDocs itself makes of the project."""
    config = load_config(str(project / "mkdocs.yml"), strict=True, site_dir=str(into))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return contents(into)


def generated(project: Path) -> Path:
    """A generated dossier, compiled."""
    corpus.write(project, 60)
    return compiled(project)


def real(project: Path) -> Path:
    """The dossier of this repository, compiled."""
    for folder in ("content", "seeds", "theme"):
        shutil.copytree(ROOT / folder, project / folder)
    shutil.copy(ROOT / "mkdocs.yml", project)
    return compiled(project)


def compiled(project: Path) -> Path:
    disk.write(project / "build", compile_site(check(disk.read(project)[0])).files)
    return project


def ours(project: Path, jobs: int = 1, cache: Cache | None = None) -> Published:
    published = publish(project, cache=cache or no_cache(), jobs=jobs)
    assert isinstance(published, Published), published
    return published


def in_theme(project: Path, extra: str = "") -> Path:
    """A project of the real theme and configuration, with few and short pages."""
    shutil.copytree(ROOT / "theme", project / "theme")
    (project / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text("utf-8") + extra, "utf-8")
    for name in (*NAV, *(f"{section}/index" for section in SECTIONS)):
        put(project, name, f"# The {name}\n\nText of {name}.[^1]\n\n[^1]: A note.\n")
    put(project, "actors/japan", sheet("Japan", "[Russia](russia.md#claims)"))
    put(project, "actors/russia", sheet("Russia", "[Japan](japan.md) and [the islands](../islands/index.md)"))
    put(project, "islands/shikotan", sheet("Shikotan", "[Japan](../actors/japan.md#claims)"))
    put(project, "events/old", sheet("Old", "![map](../map.svg)"))
    (project / "build" / "pages" / "map.svg").write_text("<svg/>", "utf-8")
    return project


def sheet(title: str, text: str = "") -> str:
    head = f'---\ntitle: "{title}"\ndescription: "About {title}."\nkind: actor\n---\n'
    return f"{head}\n# {title}\n\n{text}\n\n## Claims\n\nOne.\n"


def put(project: Path, name: str, text: str) -> None:
    file = project / "build" / "pages" / f"{name}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
