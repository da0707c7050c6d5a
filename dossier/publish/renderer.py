"""The published files of a project: made by our own engine, or by MkDocs where only MkDocs can.

Owns the loading of mkdocs.yml, the choice between the two, and what their failures are called. It does not choose the
folder and publishes nothing.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files

from dossier.cache import Cache
from dossier.diagnostics import Diagnostic
from dossier.publish.engine import building
from dossier.publish.engine.known import stranger
from dossier.publish.engine.making import Trouble
from dossier.publish.engine.watched import NeedsAll
from dossier.publish.engine.workers import Lost
from dossier.publish.faults import place_in_config, place_of_failure
from dossier.publish.log import findings, kept_messages, one_line, page_being_built, unreadable_pages
from dossier.publish.rules import CONFIG, PublishError, config_invalid, rendering_failed
from dossier.publish.staging import Staging


@dataclass(frozen=True, slots=True)
class Rendered:
    """What one rendering must have written, what MkDocs complained of, and what an editor may want to know.

    `slow` names what of the project only MkDocs itself can follow, so that every build makes everything anew.
    """

    addresses: tuple[str, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    slow: str = ""


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


@dataclass(frozen=True, slots=True)
class Ready:
    """A configuration that was read, and the site as it was laid out by it, if that could be done ahead."""

    config: MkDocsConfig
    layout: building.Layout | None = None


def make_ready(project: Path, site_dir: Path | None, cache: Cache) -> Ready | None:
    """Do ahead what can be done before the pages are written. None where something is amiss: what, `load` says."""
    with contextlib.suppress(PublishError):
        config = load(project, site_dir)
        if stranger(config):
            return Ready(config)
        with kept_messages() as messages, contextlib.suppress(Exception, SystemExit), _started(config):
            return Ready(config, building.lay_out(config, messages, cache))
    return None


def render(ready: Ready, staging: Staging, project: Path, cache: Cache, jobs: int | None = None) -> Rendered:
    """Write the site into the folder of `staging`, and put its files on record.

    `cache` is what earlier builds remember; `jobs` is how many processes may be at work, None for one a core. OSError
    is let through: the caller words it.
    """
    config = ready.config
    reason = stranger(config)
    if not reason:
        try:
            return _ours(ready, staging, project, cache, jobs)
        except NeedsAll as error:
            reason = str(error)
            config = load(project, Path(config.site_dir))  # nobody knows it from before
    return _theirs(config, staging, project, reason)


def _ours(ready: Ready, staging: Staging, project: Path, cache: Cache, jobs: int | None) -> Rendered:
    config = ready.config

    def judge(error: BaseException, messages: list[str]) -> Trouble:
        return _trouble(error, messages, Path(config.docs_dir), project)

    with kept_messages() as messages:
        try:
            with _started(config):
                layout = ready.layout or building.lay_out(config, messages, cache)
                site = building.build(layout, staging, messages, judge, cache, jobs)
        except NeedsAll:
            raise
        except building.Stopped as stop:
            return _stopped(stop.trouble)
        except Lost as error:
            said = f"a process that made pages was ended from outside ({error})"
            raise PublishError(rendering_failed(CONFIG, said)) from error
        except (Exception, SystemExit) as error:
            return _stopped(judge(error, messages), error)
    return Rendered(site.addresses, findings(site.warned, Path(config.docs_dir), project))


def _theirs(config: MkDocsConfig, staging: Staging, project: Path, reason: str) -> Rendered:
    pages, addresses = Path(config.docs_dir), _addresses(config)
    config.site_dir = str(staging.folder)
    with kept_messages() as messages:
        try:
            with _started(config):
                build(config)
        except (Exception, SystemExit) as error:
            trouble = _trouble(error, messages, pages, project)
            if trouble != Trouble():
                return _stopped(trouble, error)
    return Rendered(tuple(addresses), findings(messages, pages, project), reason)


@contextlib.contextmanager
def _started(config: MkDocsConfig) -> Iterator[None]:
    config.plugins.on_startup(command="build", dirty=False)
    try:
        yield
    finally:
        config.plugins.on_shutdown()


def _trouble(error: BaseException, messages: list[str], pages: Path, project: Path) -> Trouble:
    """What an exception of a build means, given what was logged before it; nothing where it only ends a build."""
    if isinstance(error, OSError):
        return Trouble(error=error)
    if found := unreadable_pages(messages, pages, project):
        return Trouble(found)
    if isinstance(error, Abort) and messages:
        return Trouble()
    page, place = page_being_built(messages, pages, project), place_of_failure(error, project)
    said = f"{type(error).__name__}: {one_line(str(error))}"
    if place and page != CONFIG:
        said += f" (while making {page.file})"
    return Trouble(fault=rendering_failed(place or page, said))


def _stopped(trouble: Trouble, cause: BaseException | None = None) -> Rendered:
    if trouble.error:
        raise trouble.error
    if trouble.fault:
        raise PublishError(trouble.fault) from cause
    return Rendered(findings=trouble.findings)


def _addresses(config: MkDocsConfig) -> list[str]:
    """A list that MkDocs fills with the pages it is about to write, once all plugins had their say."""
    addresses: list[str] = []

    def note(_env: object, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001
        addresses.extend(file.dest_uri for file in files.documentation_pages())

    config.plugins.events["env"].append(note)
    return addresses
