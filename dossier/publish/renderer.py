"""MkDocs, run in this process.

The only module that imports mkdocs. Owns the loading of mkdocs.yml and one rendering into a
given folder. It does not choose the folder and publishes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files

from dossier.diagnostics import Diagnostic
from dossier.publish.faults import place_in_config, place_of_failure
from dossier.publish.log import findings, kept_messages, one_line, page_being_built, unreadable_pages
from dossier.publish.rules import CONFIG, PublishError, config_invalid, rendering_failed


@dataclass(frozen=True, slots=True)
class Rendered:
    """What one rendering must have written, and what MkDocs complained of."""

    addresses: tuple[str, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


def load(project: Path, site_dir: Path | None) -> MkDocsConfig:
    """Read the project's mkdocs.yml, as `mkdocs build --strict` does."""
    file = next((f for f in (project / "mkdocs.yml", project / "mkdocs.yaml") if f.is_file()), None)
    if file is None:
        raise PublishError(config_invalid(f"there is no mkdocs.yml in {project}"))
    with kept_messages() as messages:
        try:
            return load_config(str(file), strict=True, site_dir=str(site_dir) if site_dir else None)
        # Hooks and plugins of the project run here: anything may be raised, SystemExit too.
        except (Exception, SystemExit) as error:
            said = "; ".join(map(one_line, messages)) or one_line(str(error))
            raise PublishError(config_invalid(said, place_in_config(said, file))) from error


def render(config: MkDocsConfig, into: Path, project: Path) -> Rendered:
    """Write the site into the folder `into`. OSError is let through: the caller words it."""
    pages, addresses = Path(config.docs_dir), _addresses(config)
    config.site_dir = str(into)
    with kept_messages() as messages:
        try:
            _run(config)
        except OSError:
            raise
        except (Exception, SystemExit) as error:
            if found := unreadable_pages(messages, pages, project):
                return Rendered(findings=found)
            if not isinstance(error, Abort) or not messages:
                page, place = page_being_built(messages, pages, project), place_of_failure(error, project)
                said = f"{type(error).__name__}: {one_line(str(error))}"
                if place and page != CONFIG:
                    said += f" (while making {page.file})"
                raise PublishError(rendering_failed(place or page, said)) from error
    return Rendered(tuple(addresses), findings(messages, pages, project))


def _addresses(config: MkDocsConfig) -> list[str]:
    """A list that MkDocs fills with the pages it is about to write, once all plugins had their say."""
    addresses: list[str] = []

    def note(_env: object, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001
        addresses.extend(file.dest_uri for file in files.documentation_pages())

    config.plugins.events["env"].append(note)
    return addresses


def _run(config: MkDocsConfig) -> None:
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
