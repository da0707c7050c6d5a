"""However many processes make the pages, the site and what is said of it are MkDocs' own; so they are without any."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from oracle import generated, in_theme, ours, plain, put, real, replace
from projects import THEME, contents, small_project

from dossier.cache import no_cache, open_cache
from dossier.publish import PublishError, publish
from dossier.publish.engine import making, workers


@pytest.fixture(autouse=True)
def _environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1551052800")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user"))
    monkeypatch.setattr(workers, "_WORTH_A_FORK", 1)


@pytest.fixture
def forks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that are forked."""
    pids: list[int] = []
    fork = os.fork

    def noted() -> int:
        pids.append(fork())
        return pids[-1]

    monkeypatch.setattr(os, "fork", noted)
    return pids


@pytest.mark.parametrize(("make", "counts"), [(generated, (1, 2, 4)), (real, (2,))])
def test_a_dossier_is_what_mkdocs_makes_of_it(
    tmp_path: Path, forks: list[int], make: Callable[[Path], Path], counts: tuple[int, ...]
) -> None:
    project = make(tmp_path / "project")
    expected = plain(project, tmp_path / "plain")
    for jobs in counts:
        forks.clear()
        ours(project, jobs)
        assert contents(project / "site") == expected
        assert len(forks) == (0 if jobs == 1 else jobs)


@pytest.mark.parametrize("jobs", [1, 2, 4])
def test_what_is_found_does_not_depend_on_how_many(tmp_path: Path, jobs: int) -> None:
    texts = {f"page{n}": f"[a](none{n}.md)\n\n[b](japan.md#none)\n" for n in range(9)}
    project = small_project(tmp_path, index="[x](y.md)", **texts)
    found = publish(project, jobs=jobs)
    assert isinstance(found, tuple)
    links, anchors = found[:10], found[10:]
    assert {each.code for each in links} == {"broken-link"}
    assert {each.code for each in anchors} == {"broken-anchor"}
    order = [f"build/pages/page{n}.md" for n in range(9)]
    assert [each.span.file for each in links] == ["build/pages/index.md", *order]
    assert [each.span.file for each in anchors] == order


@pytest.mark.parametrize("jobs", [1, 3])
def test_the_first_page_that_cannot_be_read_is_named(tmp_path: Path, jobs: int) -> None:
    project = small_project(tmp_path, zebra="{{ no harm }}")
    (project / "theme" / "main.html").write_text(THEME + "{{ page.none.none }}", "utf-8")
    for name in ("middle", "late"):
        (project / "build" / "pages" / f"{name}.md").write_bytes(b"\xff" * 10)
    found = publish(project, jobs=jobs)
    assert isinstance(found, tuple)
    assert [(each.code, each.span.file) for each in found] == [("page-not-rendered", "build/pages/late.md")]


@pytest.mark.parametrize("jobs", [1, 3])
def test_the_first_page_that_cannot_be_built_is_named(tmp_path: Path, jobs: int) -> None:
    project = small_project(tmp_path, alpha="# A", zebra="# Z")
    (project / "theme" / "main.html").write_text(
        "{% if page.title != 'Home' %}{{ page.none.none }}{% endif %}"
    )
    with pytest.raises(PublishError) as caught:
        publish(project, jobs=jobs)
    assert (caught.value.diagnostic.code, caught.value.diagnostic.span.file) == (
        "rendering-failed",
        "theme/main.html",
    )
    assert "build/pages/alpha.md" in caught.value.diagnostic.message


def test_a_process_that_is_killed_takes_no_site_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = small_project(tmp_path)
    ours(project, 2)
    before, parent = contents(project / "site"), os.getpid()

    def killed(*_: object) -> None:
        assert os.getpid() != parent
        os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setattr(making.Maker, "make", killed)
    with pytest.raises(PublishError, match="signal 9"):
        publish(project, jobs=2)
    assert contents(project / "site") == before
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_an_interrupt_leaves_no_process_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    project = small_project(tmp_path)
    monkeypatch.setattr(workers, "wait", interrupted)
    with pytest.raises(KeyboardInterrupt):
        publish(project, jobs=2)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_where_processes_cannot_be_forked_one_does_it_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = small_project(tmp_path)
    monkeypatch.delattr(os, "fork")
    ours(project, 4)
    assert contents(project / "site") == plain(project, tmp_path / "plain")


def test_a_process_with_threads_is_not_forked(tmp_path: Path, forks: list[int]) -> None:
    project, done = small_project(tmp_path), threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        ours(project, 4)
    finally:
        done.set()
        thread.join()
    assert forks == []


def list_pages(project: Path) -> None:
    (project / "theme/partials/icons.html").write_text("{% for each in pages %}{{ each.url }} {% endfor %}")


def show_another(project: Path) -> None:
    (project / "theme/partials/icons.html").write_text("{{ nav.homepage.content }}")


def more_plugins(project: Path) -> None:
    replace(project / "mkdocs.yml", "  - offline ", "  - tags\n  - offline ")


def hooks(project: Path) -> None:
    (project / "mark.py").write_text(
        "def on_page_markdown(markdown, **_): return markdown + '\\n\\nHooked.'\n"
    )
    replace(project / "mkdocs.yml", "plugins:\n", "hooks: [mark.py]\nplugins:\n")


def a_template_of_the_author(project: Path) -> None:
    (project / "build/pages/list.txt").write_text("{% for each in pages %}{{ each.page.title }}{% endfor %}")
    replace(project / "mkdocs.yml", "plugins:\n", "extra_templates: [list.txt]\nplugins:\n")


def two_of_one_address(project: Path) -> None:
    (project / "build/pages/sitemap.xml").write_text("<by-hand/>")


FALLBACKS: dict[Callable[[Path], None], str] = {
    list_pages: "lists all pages",
    show_another: "the content of other pages",
    more_plugins: "the plugin 'material/tags'",
    hooks: "the hook 'mark.py'",
    a_template_of_the_author: "the extra template 'list.txt'",
    two_of_one_address: "two files that would both be sitemap.xml",
}


@pytest.mark.parametrize("change", FALLBACKS)
@pytest.mark.parametrize("jobs", [1, 2])
def test_what_only_mkdocs_can_make_it_makes(
    tmp_path: Path, change: Callable[[Path], None], jobs: int
) -> None:
    project = in_theme(tmp_path)
    cache = open_cache(project)
    ours(project, cache=cache)
    change(project)
    published = ours(project, jobs, cache)
    assert FALLBACKS[change] in published.slow
    assert contents(project / "site") == plain(project, tmp_path / "plain")


def test_what_is_known_needs_no_other_hand(tmp_path: Path) -> None:
    project = in_theme(tmp_path)
    put(project, "index", "---\ntemplate: page.html\n---\n# Home\n")
    assert ours(project, cache=no_cache()).slow == ""
    assert contents(project / "site") == plain(project, tmp_path / "plain")
