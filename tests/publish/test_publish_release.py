"""What comes out when nothing is wrong, and what is said when a page is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from projects import contents, leftovers, small_project

from dossier.diagnostics import Diagnostic, Span
from dossier.publish import Published, PublishError, publish

ROOT = Path(__file__).parents[2]


def findings(project: Path) -> list[Diagnostic]:
    result = publish(project)
    assert not isinstance(result, Published)
    assert not (project / "site").exists()
    assert leftovers(project) == []
    return list(result)


def test_a_site_is_published(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    assert publish(project) == Published(tmp_path / "site", 2)
    assert {"index.html", "japan.html", "sitemap.xml"} <= set(contents(tmp_path / "site"))
    assert leftovers(tmp_path) == []


def test_a_second_release_replaces_the_first_whole(tmp_path: Path) -> None:
    project = small_project(tmp_path, old="# Old\n")
    publish(project)
    (project / "build" / "pages" / "old.md").unlink()
    publish(project)
    assert "old.html" not in contents(project / "site")
    assert leftovers(tmp_path) == []


def test_another_folder_may_be_named(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    assert publish(project, tmp_path / "elsewhere" / "out") == Published(tmp_path / "elsewhere" / "out", 2)
    assert not (project / "site").exists()


def test_the_folder_can_be_read_like_any_other(tmp_path: Path) -> None:
    publish(small_project(tmp_path))
    (tmp_path / "ordinary").mkdir()
    assert (tmp_path / "site").stat().st_mode == (tmp_path / "ordinary").stat().st_mode


def test_nothing_is_printed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    publish(small_project(tmp_path))
    publish(small_project(tmp_path / "broken", index="[x](none.md)"))
    assert capfd.readouterr() == ("", "")


def test_equals_what_mkdocs_builds_of_the_same_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1551052800")
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(ROOT / "tests" / "browser" / "pages", tmp_path / "build" / "pages")
    assert isinstance(publish(tmp_path), Published)
    ours = contents(tmp_path / "site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "plain")]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, env=dict(os.environ))
    assert ours == contents(tmp_path / "plain")


def test_a_broken_link_names_page_and_place(tmp_path: Path) -> None:
    project = small_project(tmp_path, index="# Home\n\nSee [Japan](jpan.md).\n")
    (found,) = findings(project)
    assert (found.code, found.span) == ("broken-link", Span("build/pages/index.md", 3, 13, 3, 20))
    assert "jpan.md" in found.message


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[x](japan.md#clams)", "broken-anchor"),
        ("[x](#nowhere)", "broken-anchor"),
        ("[x](/japan.html)", "broken-link"),
        ("[x](japan)", "broken-link"),
        ("![x](map.svg)", "broken-link"),
    ],
)
def test_each_kind_of_dead_link(tmp_path: Path, text: str, code: str) -> None:
    (found,) = findings(small_project(tmp_path, index=text))
    assert (found.code, found.span.file) == (code, "build/pages/index.md")


def test_every_finding_is_reported(tmp_path: Path) -> None:
    project = small_project(tmp_path, index="[x](a.md) [y](b.md)", japan="[z](c.md) [q](index.md#q)")
    assert len(findings(project)) == 4


def test_a_guess_is_passed_on(tmp_path: Path) -> None:
    (found,) = findings(small_project(tmp_path, index="[x](japan.html)"))
    assert found.hint == "did you mean 'japan.md'?"


def test_any_other_warning_stops_the_release_too(tmp_path: Path) -> None:
    project = small_project(tmp_path, config="hooks: [hook.py]\n")
    code = (
        "import logging\n\ndef on_env(env, **_):\n    logging.getLogger('mkdocs.x').warning('odd\\nthing')\n"
    )
    (project / "hook.py").write_text(code, "utf-8")
    (found,) = findings(project)
    assert (found.code, found.message) == ("renderer-warning", "odd thing")


def test_a_page_that_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    (project / "build" / "pages" / "index.md").write_bytes("# Россия".encode("koi8-r"))
    (found,) = findings(project)
    assert (found.code, found.span.file) == ("page-not-rendered", "build/pages/index.md")


@pytest.mark.parametrize("value", ["0", "1551052800", "4294967295"])
def test_a_date_for_reproducible_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    assert isinstance(publish(small_project(tmp_path)), Published)


@pytest.mark.parametrize("value", ["", "2019-02-25", "-1", "1e9", "4294967296", "9" * 5000, "١٢"])
def test_a_malformed_date_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(PublishError) as caught:
        publish(small_project(tmp_path))
    assert caught.value.diagnostic.code == "source-date-epoch-invalid"


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("docs_dir: nowhere\n", "docs_dir"),
        ("unknown_key: 1\n", "unknown_key"),
        ("theme: {name: nope}\n", "nope"),
        ("site_name: [\n", "mkdocs"),
        ("hooks: [none.py]\n", "none.py"),
        ("- a list\n", "config"),
    ],
)
def test_a_configuration_that_mkdocs_refuses(tmp_path: Path, config: str, said: str) -> None:
    project = small_project(tmp_path)
    (project / "docs").mkdir()
    (project / "mkdocs.yml").write_text(
        config if config.startswith("-") else f"site_name: x\n{config}", "utf-8"
    )
    with pytest.raises(PublishError) as caught:
        publish(project)
    found = caught.value.diagnostic
    assert found.code == "config-invalid"
    assert said in found.message.lower()
    assert "\n" not in found.message


def test_no_configuration(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match=r"no mkdocs\.yml"):
        publish(tmp_path)
