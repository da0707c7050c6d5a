"""Whatever fails on the way, the last good site stands and nothing is left beside it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from projects import THEME, contents, leftovers, small_project

from dossier.publish import Published, PublishError, publish, swap, workshop

ROOT = Path(__file__).parents[2]

HOOKS = {
    "an exception before": "def on_pre_build(**_): raise RuntimeError('boom')",
    "an exception after": "def on_post_build(**_): raise RuntimeError('boom')",
    "an exception in a page": "def on_page_content(html, **_): raise ValueError('boom')",
    "an exit": "import sys\ndef on_post_build(**_): sys.exit(3)",
    "a full disk": "import errno\ndef on_post_build(**_): raise OSError(errno.ENOSPC, 'No space left on device')",
    "a page lost": "from pathlib import Path\n"
    "def on_post_build(config, **_): (Path(config.site_dir) / 'japan.html').unlink()",
    "a page emptied": "from pathlib import Path\n"
    "def on_post_build(config, **_): (Path(config.site_dir) / 'index.html').write_text('')",
    "no sitemap": "from pathlib import Path\n"
    "def on_post_build(config, **_): (Path(config.site_dir) / 'sitemap.xml').unlink()",
    "no mark": "def on_post_page(output, **_): return output.replace('application-name', 'x')",
    "an interrupt": "def on_post_build(**_): raise KeyboardInterrupt",
}
CODES = {
    "an exception in a page": "page-not-rendered",
    "a full disk": "cannot-write",
    "a page lost": "site-incomplete",
    "a page emptied": "site-incomplete",
    "no sitemap": "site-incomplete",
    "no mark": "site-incomplete",
}


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A project with a good site, whose next release will run `hook.py`."""
    project = small_project(tmp_path)
    assert isinstance(publish(project), Published)
    (project / "mkdocs.yml").write_text(
        (project / "mkdocs.yml").read_text("utf-8") + "hooks: [hook.py]\n", "utf-8"
    )
    (project / "build" / "pages" / "index.md").write_text("# New\n", "utf-8")
    return project


def outcome(project: Path) -> str:
    try:
        result = publish(project)
    except PublishError as error:
        return error.diagnostic.code
    except KeyboardInterrupt:
        return "interrupted"
    return "published" if isinstance(result, Published) else result[0].code


@pytest.mark.parametrize("name", HOOKS)
def test_the_last_good_site_stands(published: Path, name: str) -> None:
    before = contents(published / "site")
    (published / "hook.py").write_text(HOOKS[name] + "\n", "utf-8")
    expected = "interrupted" if name == "an interrupt" else CODES.get(name, "rendering-failed")
    assert outcome(published) == expected
    assert contents(published / "site") == before
    assert leftovers(published) == []


def test_a_broken_template_names_its_line_and_the_page_and_keeps_the_site(published: Path) -> None:
    before = contents(published / "site")
    (published / "hook.py").write_text("", "utf-8")
    (published / "theme" / "main.html").write_text(THEME + "{{ page.none.none }}", "utf-8")
    with pytest.raises(PublishError) as caught:
        publish(published)
    found = caught.value.diagnostic
    assert found.code == "rendering-failed"
    assert (found.span.file, found.span.line) == ("theme/main.html", len(THEME.splitlines()) + 1)
    assert "build/pages/index.md" in found.message
    assert contents(published / "site") == before


def test_a_finding_keeps_the_site(published: Path) -> None:
    before = contents(published / "site")
    (published / "hook.py").write_text("", "utf-8")
    (published / "build" / "pages" / "index.md").write_text("[x](none.md)", "utf-8")
    assert outcome(published) == "broken-link"
    assert contents(published / "site") == before
    assert leftovers(published) == []


def test_a_folder_that_may_not_be_written(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str, *_: object, **__: object) -> None:  # root may write whatever a folder's mode says
        raise PermissionError(13, "Permission denied", path)

    (published / "hook.py").write_text("", "utf-8")
    monkeypatch.setattr(os, "mkdir", refuse)
    with pytest.raises(PublishError) as caught:
        publish(published)
    assert caught.value.diagnostic.code == "cannot-write"


def test_a_parent_that_is_a_file(published: Path) -> None:
    (published / "hook.py").write_text("", "utf-8")
    with pytest.raises(PublishError) as caught:
        publish(published, published / "mkdocs.yml" / "site")
    assert caught.value.diagnostic.code == "cannot-write"


def test_a_killed_run_is_cleared_up_by_the_next(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workshop, "_PATIENCE", 0.2)
    before = contents(published / "site")
    (published / "hook.py").write_text(
        "import time, pathlib\ndef on_post_build(**_): pathlib.Path('reached').touch(); time.sleep(600)\n",
        "utf-8",
    )
    code = "from pathlib import Path; from dossier.publish import publish; publish(Path('.'))"
    environment = dict(os.environ) | {"PYTHONPATH": str(ROOT)}
    run = subprocess.Popen([sys.executable, "-c", code], cwd=published, env=environment)
    while not (published / "reached").exists():
        assert run.poll() is None
    assert outcome(published) == "already-publishing"
    run.send_signal(signal.SIGKILL)
    run.wait()
    assert contents(published / "site") == before
    assert len(leftovers(published)) == 1
    config = (published / "mkdocs.yml").read_text("utf-8")
    (published / "mkdocs.yml").write_text(config.replace("hooks: [hook.py]", ""), "utf-8")
    assert outcome(published) == "published"
    assert leftovers(published) == []


@pytest.fixture
def no_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that cannot exchange two folders in one step."""
    monkeypatch.setattr(swap, "_exchange", lambda *_: False)


@pytest.mark.usefixtures("no_exchange")
def test_two_steps_also_replace_a_site(published: Path) -> None:
    (published / "hook.py").write_text("", "utf-8")
    assert outcome(published) == "published"
    assert b"New" in contents(published / "site")["index.html"]
    assert leftovers(published) == []


@pytest.mark.usefixtures("no_exchange")
@pytest.mark.parametrize("error", [OSError("no"), KeyboardInterrupt()])
def test_the_second_step_failing_brings_the_old_site_back(
    published: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    (published / "hook.py").write_text("", "utf-8")
    before, rename = contents(published / "site"), Path.rename

    def fails_for_new(self: Path, target: Path) -> Path:
        if self.name.startswith("new"):
            raise error
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fails_for_new)
    assert outcome(published) in ("cannot-write", "interrupted")
    assert contents(published / "site") == before
    assert leftovers(published) == []


def test_a_kill_between_two_steps_is_mended_by_the_next_run(published: Path) -> None:
    before = contents(published / "site")
    shop = published / ".site-abcd_123"
    (shop / "old").mkdir(parents=True)
    (shop / "new").mkdir()
    (published / "site").rename(shop / "old" / "site")
    (published / "hook.py").write_text("def on_pre_build(**_): raise RuntimeError('boom')\n", "utf-8")
    assert outcome(published) == "rendering-failed"
    assert contents(published / "site") == before
    assert leftovers(published) == []


def test_a_folder_that_only_looks_like_a_leftover_stays(published: Path) -> None:
    (published / "hook.py").write_text("", "utf-8")
    (published / ".site-of-mine").mkdir()
    (published / ".site-abcd1234").mkdir()
    (published / ".site-abcd1234" / "notes.txt").write_text("mine", "utf-8")
    (published / ".site-abcd5678").symlink_to(published / "build")
    assert outcome(published) == "published"
    assert sorted(leftovers(published)) == [".site-abcd1234", ".site-abcd5678", ".site-of-mine"]
    assert (published / "build" / "pages" / "index.md").exists()


def test_a_fault_of_the_exchange_is_reported(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> bool:
        raise PermissionError(1, "Operation not permitted")

    (published / "hook.py").write_text("", "utf-8")
    monkeypatch.setattr(swap, "_exchange", refused)
    assert outcome(published) == "cannot-write"
