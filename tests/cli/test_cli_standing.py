"""A build of what has not changed does nothing; one of what has, or where somebody touched the site, does it all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from clicases import project
from click.testing import CliRunner, Result

from benchmarks.corpus import write
from dossier.cli import main
from dossier.cli.standing import stands_on
from dossier.history import Past
from dossier.publish import renderer


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier that was built once."""
    folder = tmp_path_factory.mktemp("built") / "dossier"
    write(folder, 20)
    assert _build(folder).exit_code == 0
    return folder


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    """The same, moved elsewhere; the times of its files are as they were."""
    return Path(shutil.copytree(built, tmp_path / "moved"))


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """An entry for each time that a site was rendered."""
    times: list[str] = []
    render = renderer.render

    def noted(*args: object, **named: object) -> object:
        times.append("rendered")
        return render(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(renderer, "render", noted)
    return times


def _build(folder: Path, *options: str) -> Result:
    result = CliRunner().invoke(main, ["build", str(folder), *options])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


def test_nothing_is_done_where_nothing_has_changed(folder: Path, rendered: list[str]) -> None:
    before = folder.joinpath("site").stat().st_mtime_ns
    result = _build(folder)
    assert rendered == []
    assert f"{folder}/site/index.html" in result.stderr
    assert folder.joinpath("site").stat().st_mtime_ns == before


def test_without_a_cache_all_is_done(folder: Path, rendered: list[str]) -> None:
    _build(folder, "--no-cache")
    assert rendered


@pytest.mark.parametrize(
    "path", ["site/islands/index.html", "site/sitemap.xml", "build/pages/index.md", "build/dossier.json"]
)
@pytest.mark.parametrize("harm", ["changed", "deleted"])
def test_what_somebody_touched_is_put_right(folder: Path, path: str, harm: str) -> None:
    file = folder / path
    data = file.read_bytes()
    if harm == "deleted":
        file.unlink()
    else:
        file.write_bytes(data + b" ")
    assert _build(folder).exit_code == 0
    assert file.read_bytes() == data


def test_a_file_that_somebody_added_to_the_site_goes(folder: Path) -> None:
    (folder / "site/mine.html").write_text("mine", "utf-8")
    _build(folder)
    assert not (folder / "site/mine.html").exists()


@pytest.mark.parametrize(
    "path", ["mkdocs.yml", "theme/main.html", "theme/assets/stylesheets/dossier.css", "content/briefing.yml"]
)
def test_every_input_counts(folder: Path, rendered: list[str], path: str) -> None:
    file = folder / path
    remark = (
        "<!-- more -->\n"
        if path.endswith(".html")
        else "/* more */\n"
        if path.endswith(".css")
        else "# more\n"
    )
    file.write_text(file.read_text("utf-8") + remark, "utf-8")
    _build(folder)
    assert rendered


def test_the_day_counts(folder: Path, rendered: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1551052800")
    _build(folder)
    assert rendered


def test_warnings_still_stop_a_strict_build(folder: Path) -> None:
    (folder / "seeds/nobodys.txt").write_text("A text that no source names.\n", "utf-8")
    assert _build(folder).exit_code == 0
    assert _build(folder).exit_code == 0
    assert "no source names this text" in _build(folder).stdout
    assert _build(folder, "--strict").exit_code == 1


@pytest.mark.parametrize(
    ("settings", "is_known"),
    [
        ("docs_dir: build/pages\n", True),
        ("docs_dir: build/pages\ntheme:\n  custom_dir: theme\n", True),
        ("docs_dir: build/pages  # written by dossier\ntheme: {custom_dir: 'theme', name: material}\n", True),
        ("site_name: No such line\n", False),
        ("docs_dir: texts\n", False),
        ("docs_dir: build/pages-of-mine\n", False),
        ("docs_dir: build/pages\ntheme: {name: material, custom_dir: themes/ours}\n", False),
        ("docs_dir: build/pages\nINHERIT: ../common.yml\n", False),
        ("docs_dir: build/pages\nhooks: [hook.py]\n", False),
        ("docs_dir: build/pages\nmarkdown_extensions: [pymdownx.snippets]\n", False),
        ("docs_dir: build/pages\nsite_name: !ENV NAME\n", False),
    ],
)
def test_a_configuration_that_takes_in_more_is_never_thought_to_stand(
    tmp_path: Path, settings: str, is_known: bool
) -> None:
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    assert bool(stands_on(tmp_path, {}, Past(), None)) is is_known


def test_what_only_mkdocs_can_follow_is_named(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    (folder / "hook.py").write_text("", "utf-8")
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("hooks: [hook.py]\n")
    for _ in range(2):
        assert "only MkDocs can follow the hook 'hook.py'" in _build(folder).stderr
