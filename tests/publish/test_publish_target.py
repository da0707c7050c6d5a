"""Which folders are replaced, and which never."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from projects import contents, small_project

from dossier.publish import Published, PublishError, publish


def refusal(project: Path, site_dir: Path | None = None) -> str:
    with pytest.raises(PublishError) as caught:
        publish(project, site_dir)
    return f"{caught.value.diagnostic.code}: {caught.value}"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = small_project(tmp_path / "project")
    (project / "content").mkdir()
    (project / "content" / "japan.yml").write_text("name: Japan\n", "utf-8")
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious" / "letters.txt").write_text("dear", "utf-8")
    return project


@pytest.mark.parametrize(
    ("site_dir", "why"),
    [
        ("content", "did not make"),
        ("theme", "did not make"),
        ("../precious", "outside the project"),
        ("../new", "outside the project"),
        (".", "within the 'site_dir'"),
        ("..", "within the 'site_dir'"),
        ("build", "within the 'site_dir'"),
        ("build/pages/site", "within the 'docs_dir'"),
        ("mkdocs.yml", "not a folder"),
    ],
)
def test_what_the_configuration_may_not_name(project: Path, tmp_path: Path, site_dir: str, why: str) -> None:
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(f"site_dir: {site_dir}\n")
    before = contents(tmp_path)
    assert why in refusal(project)
    assert contents(tmp_path) == before


def _foreign(folder: Path) -> None:
    folder.mkdir()
    (folder / "index.html").write_text("<title>Somebody's home page</title>", "utf-8")


def _checkout(folder: Path) -> None:
    publish(folder.parents[1] / "project", folder)
    (folder / ".git").mkdir()


def _link(folder: Path) -> None:
    publish(folder.parents[1] / "project", folder.parent / "real")
    folder.symlink_to(folder.parent / "real")


def _linked_home_page(folder: Path) -> None:
    publish(folder.parents[1] / "project", folder.parent / "real")
    folder.mkdir()
    (folder / "index.html").symlink_to(folder.parent / "real" / "index.html")


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (_foreign, "did not make"),
        (_checkout, "git checkout"),
        (_link, "symbolic link"),
        (_linked_home_page, "did not make"),
        (lambda folder: folder.write_text("a file", "utf-8"), "not a folder"),
    ],
)
def test_what_a_command_may_not_name(
    project: Path, tmp_path: Path, make: Callable[[Path], object], why: str
) -> None:
    (tmp_path / "out").mkdir()
    folder = tmp_path / "out" / "site"
    make(folder)
    before = contents(tmp_path)
    assert why in refusal(project, folder)
    assert contents(tmp_path) == before


@pytest.mark.parametrize("name", ["project", "."])
def test_a_command_may_not_name_the_project_or_what_holds_it(
    project: Path, tmp_path: Path, name: str
) -> None:
    config = project / "mkdocs.yml"
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "index.md").write_text("# x", "utf-8")
    config.write_text(config.read_text("utf-8").replace("build/pages", str(tmp_path / "pages")), "utf-8")
    assert "site" in refusal(project, tmp_path / name)
    assert config.exists()


def test_a_link_inside_the_project_does_not_lead_out_of_it(project: Path, tmp_path: Path) -> None:
    (project / "out").symlink_to(tmp_path / "precious")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("site_dir: out/site\n")
    assert "outside the project" in refusal(project)
    assert not (tmp_path / "precious" / "site").exists()


def test_a_loop_of_links_is_refused(project: Path, tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert "site-dir-refused" in refusal(project, tmp_path / "loop" / "site")


def test_an_empty_folder_is_taken(project: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert isinstance(publish(project, tmp_path / "empty"), Published)
    assert isinstance(publish(project, tmp_path / "empty"), Published)


def test_a_folder_that_fills_while_rendering_is_not_replaced(project: Path) -> None:
    (project / "hook.py").write_text(
        "from pathlib import Path\n"
        "def on_post_build(config, **_):\n"
        "    site = Path(config.config_file_path).parent / 'site'\n"
        "    site.mkdir(); (site / 'mine.txt').write_text('mine')\n",
        "utf-8",
    )
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("hooks: [hook.py]\n")
    assert "did not make" in refusal(project)
    assert contents(project / "site") == {"mine.txt": b"mine"}
