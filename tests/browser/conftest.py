"""Two sites for all tests in a browser: the real dossier, and the sample pages beside this file.

The sample pages follow the compiler's conventions, and some try to break out of them.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from once import made_once
from playwright.sync_api import Browser, Page
from sitecheck import chromium, served
from windows import Windows

from dossier.cli import main
from dossier.publish import Published, publish

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def _publish_sample(project: Path) -> None:
    """Publish pages that are written: a section more than usual, for a kind of this dossier alone."""
    shutil.copytree(HERE / "pages", project / "build" / "pages")
    shutil.copytree(ROOT / "theme", project / "theme")
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    last = "  - Sources: sources/index.md\n"
    assert last in config
    (project / "mkdocs.yml").write_text(
        config.replace(last, last + "  - Vessels: vessels/index.md\n"), "utf-8"
    )
    published = publish(project)
    assert isinstance(published, Published), published


def _build_real(project: Path) -> None:
    for folder in ("content", "seeds", "theme"):
        shutil.copytree(ROOT / folder, project / folder)
    shutil.copy(ROOT / "mkdocs.yml", project)
    outcome = CliRunner().invoke(main, ["build", "--strict", str(project)])
    assert outcome.exit_code == 0, outcome.output


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "sample", _publish_sample) / "site"


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dossier of this repository, compiled and published as `make site` does it."""
    return made_once(tmp_path_factory, "real", _build_real) / "site"


@pytest.fixture(scope="session")
def real_address(real_site: Path) -> Iterator[str]:
    with served(real_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Windows:
    return Windows(browser)


@pytest.fixture
def page(windows: Windows) -> Iterator[Page]:
    """An empty page of a wide screen."""
    with windows.window() as page:
        yield page


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address
