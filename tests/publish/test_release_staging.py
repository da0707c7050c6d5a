"""A release in the making: what is as it was stays the same file, whatever became of the last release meanwhile."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from projects import contents

from dossier.publish import PublishError
from dossier.publish.manifest import Last, Manifest, Record, look
from dossier.publish.staging import Staging
from dossier.publish.swap import swap
from dossier.publish.whole import check_held

HOME = b'<meta name="application-name" content="dossier">'
LONG_AGO = 1_000_000_000_000_000_123


def record(data: bytes) -> Record:
    return Record(len(data), hashlib.sha256(data).hexdigest())


def stage(folder: Path, known: Manifest) -> Staging:
    """An empty release beside the one in `folder/site`."""
    shutil.rmtree(folder / "new", ignore_errors=True)
    (folder / "new").mkdir(parents=True)
    return Staging(folder / "new", Last(folder / "site", known))


def publish(staging: Staging) -> Manifest:
    """What is left to do once all is written; gives the manifest."""
    site = staging.last.folder
    staging.settle()
    if not staging.changes:
        return staging.manifest
    staging.complete()
    manifest = check_held(staging.folder, site, staging.records, staging.last)
    swap(staging.folder, site)
    return manifest


def release(folder: Path, files: Mapping[str, bytes], known: Manifest | None = None) -> Manifest:
    """Publish files into `folder/site`."""
    staging = stage(folder, known or {})
    for path, data in files.items():
        staging.write(path, data)
    return publish(staging)


def age(site: Path) -> None:
    for path in look(site)[0]:
        os.utime(site / path, ns=(LONG_AGO, LONG_AGO))


def times(site: Path) -> dict[str, int]:
    return {path: seen.mtime_ns for path, seen in look(site)[0].items()}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The site of a release of three files, which were written long ago."""
    release(tmp_path, {"index.html": HOME, "a/one.html": b"one", "a/two.html": b"two"})
    age(tmp_path / "site")
    return tmp_path / "site"


def manifest_of(site: Path) -> Manifest:
    return {path: (*record((site / path).read_bytes()), time) for path, time in times(site).items()}


@pytest.mark.parametrize("is_known", [True, False])
def test_only_what_changed_gets_a_new_time(site: Path, is_known: bool) -> None:
    known = manifest_of(site) if is_known else {}
    files = {"index.html": HOME, "a/one.html": b"ONE", "a/two.html": b"two", "b/three.html": b"three"}
    release(site.parent, files, known)
    assert contents(site) == files
    assert {path for path, time in times(site).items() if time == LONG_AGO} == {"index.html", "a/two.html"}


@pytest.mark.parametrize("is_known", [True, False])
def test_nothing_changed_touches_nothing(site: Path, is_known: bool) -> None:
    folder = site.stat()
    release(site.parent, contents(site), manifest_of(site) if is_known else {})
    assert (site.stat().st_ino, site.stat().st_mtime_ns) == (folder.st_ino, folder.st_mtime_ns)
    assert set(times(site).values()) == {LONG_AGO}


def test_kept_files_are_not_read(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = manifest_of(site)
    staging = stage(site.parent, known)
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("a file was opened"))
    assert {path: staging.keep(path) for path in known} == {path: Record(*known[path][:2]) for path in known}
    staging.settle()
    assert not staging.changes


def _changed(file: Path) -> None:
    file.write_bytes(b"oNe")


def _another_time(file: Path) -> None:
    file.touch()


def _closed(file: Path) -> None:
    file.chmod(0)


def _linked(file: Path) -> None:
    file.rename(file.with_name("aside"))
    file.symlink_to("aside")


@pytest.mark.parametrize(
    ("happens", "is_kept"),
    [(_changed, False), (Path.unlink, False), (_linked, False), (_closed, False), (_another_time, True)],
)
def test_a_file_is_kept_only_where_it_is_what_was_published(
    site: Path, happens: Callable[[Path], object], is_kept: bool
) -> None:
    known = manifest_of(site)
    happens(site / "a/one.html")
    staging = stage(site.parent, known)
    assert staging.keep("a/one.html") == (record(b"one") if is_kept else None)


def test_nothing_is_kept_that_no_manifest_knows(site: Path) -> None:
    assert stage(site.parent, {}).keep("index.html") is None


def test_a_manifest_of_another_release_is_not_believed(site: Path) -> None:
    stale = {path: (*record(b"xyz"), time - 1) for path, time in times(site).items()}
    staging = stage(site.parent, stale)
    assert [staging.keep(path) for path in stale] == [None] * 3


def test_what_is_written_counts_and_not_what_was_kept(site: Path) -> None:
    staging = stage(site.parent, manifest_of(site))
    for path in ("index.html", "a/one.html", "a/two.html"):
        staging.keep(path)
    staging.write("a/one.html", b"newer")
    publish(staging)
    assert contents(site)["a/one.html"] == b"newer"


def test_written_twice_the_last_counts(site: Path) -> None:
    staging = stage(site.parent, manifest_of(site))
    staging.write("index.html", HOME)
    staging.write("a/one.html", b"newer")
    staging.write("a/one.html", b"one")
    publish(staging)
    assert contents(site) == {"index.html": HOME, "a/one.html": b"one"}


def test_children_write_and_their_parent_takes_it_on_record(site: Path) -> None:
    staging = stage(site.parent, manifest_of(site))
    records = {"index.html": record(HOME), "a/one.html": record(b"by a child"), "a/two.html": record(b"two")}
    child = os.fork()
    if not child:
        staging.write("a/one.html", b"by a child")
        staging.keep("index.html")
        staging.write("a/two.html", b"two")
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    staging.take(records)
    publish(staging)
    assert contents(site) == {"index.html": HOME, "a/one.html": b"by a child", "a/two.html": b"two"}
    assert times(site)["a/two.html"] == LONG_AGO


def test_what_a_plugin_wrote_is_part_of_the_release(site: Path) -> None:
    staging = stage(site.parent, manifest_of(site))
    staging.keep("index.html")
    for name, data in {"a/one.html": b"one", "a/two.html": b"TWO", "own.txt": b"own"}.items():
        (staging.folder / name).parent.mkdir(exist_ok=True)
        (staging.folder / name).write_bytes(data)
    staging.settle()
    publish(staging)
    assert contents(site)["own.txt"] == b"own"
    assert contents(site)["a/two.html"] == b"TWO"
    assert {path for path, time in times(site).items() if time == LONG_AGO} == {"index.html", "a/one.html"}


@pytest.mark.parametrize(
    "files",
    [
        {"index.html": HOME, "one.html": b"expected"},  # on record, and never written
        {"index.html": HOME + b"!"},
    ],
)
def test_a_release_that_is_not_what_is_on_record_is_refused(site: Path, files: dict[str, bytes]) -> None:
    before = contents(site)
    staging = stage(site.parent, manifest_of(site))
    staging.keep("index.html")
    staging.take({path: record(data) for path, data in files.items()})
    with pytest.raises(PublishError):
        publish(staging)
    assert contents(site) == before


@pytest.mark.parametrize("happens", [_changed, Path.unlink])
def test_a_file_changed_while_the_release_is_made_does_not_get_into_it(
    site: Path, happens: Callable[[Path], object]
) -> None:
    staging = stage(site.parent, manifest_of(site))
    staging.keep("index.html")
    staging.keep("a/one.html")
    happens(site / "a/one.html")
    with pytest.raises((PublishError, OSError)):
        publish(staging)


def test_a_file_damaged_after_it_was_written_is_noticed(site: Path) -> None:
    staging = stage(site.parent, {})
    staging.write("index.html", HOME)
    staging.write("a/one.html", b"right")
    (staging.folder / "a/one.html").write_bytes(b"wrong")
    with pytest.raises(PublishError, match=r"one\.html"):
        publish(staging)


@pytest.mark.parametrize("path", ["", "/etc/x", "../x", "a/../../x"])
def test_no_path_leads_out_of_the_release(site: Path, path: str) -> None:
    with pytest.raises(PublishError, match="outside"):
        stage(site.parent, {}).write(path, b"x")


@pytest.mark.parametrize("extra", ["note.txt", "empty/", "link"])
def test_what_somebody_put_into_the_site_is_not_in_the_next_release(site: Path, extra: str) -> None:
    files, known = contents(site), manifest_of(site)
    if extra == "link":
        (site / extra).symlink_to("index.html")
    elif extra.endswith("/"):
        (site / extra).mkdir()
    else:
        (site / extra).write_text("mine", "utf-8")
    release(site.parent, files, known)
    assert contents(site) == files
    assert sorted(entry.name for entry in site.iterdir()) == ["a", "index.html"]
    assert set(times(site).values()) == {LONG_AGO}


def test_a_file_behind_a_link_is_neither_kept_nor_written_through(site: Path, tmp_path: Path) -> None:
    files, known = contents(site), manifest_of(site)
    shutil.move(site / "a", tmp_path / "elsewhere")
    (site / "a").symlink_to(tmp_path / "elsewhere")
    release(tmp_path, files | {"a/one.html": b"newer"}, known)
    assert contents(site)["a/one.html"] == b"newer"
    assert not (site / "a").is_symlink()
    assert contents(tmp_path / "elsewhere") == {"one.html": b"one", "two.html": b"two"}


def test_files_have_the_permissions_of_any_file_made_here(site: Path, tmp_path: Path) -> None:
    files = contents(site)
    (site / "a/one.html").chmod(0o600)
    release(tmp_path, files, manifest_of(site))
    (tmp_path / "ordinary").touch()
    assert {each.mode for each in look(site)[0].values()} == {(tmp_path / "ordinary").stat().st_mode}
    assert set(times(site).values()) == {LONG_AGO}


def test_where_there_are_no_hard_links_files_are_copied_with_their_time(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    release(site.parent, contents(site) | {"index.html": HOME + b"newer"}, manifest_of(site))
    assert times(site) | {"index.html": 0} == {
        "index.html": 0,
        "a/one.html": LONG_AGO,
        "a/two.html": LONG_AGO,
    }


def test_the_next_release_is_not_written_through_the_links_of_the_last(site: Path, tmp_path: Path) -> None:
    os.link(site / "a/one.html", tmp_path / "seen.html")  # as a backup by hard links has it
    release(tmp_path, contents(site) | {"a/one.html": b"newer"}, manifest_of(site))
    assert (tmp_path / "seen.html").read_bytes() == b"one"


FILES = st.dictionaries(
    st.sampled_from(["a.html", "b.html", "d/c.html", "d/d.html", "d/e/f.html", "é.html"]),
    st.sampled_from([b"", b"one", b"two", b"three"]),
)
PATHS = st.sets(st.sampled_from(["a.html", "d/c.html", "d/e/f.html", "new.html"]))


@given(old=FILES, new=FILES, changed=PATHS, deleted=PATHS, is_known=st.booleans(), keeps=st.booleans())
def test_any_release_after_any_other(
    old: dict[str, bytes],
    new: dict[str, bytes],
    changed: set[str],
    deleted: set[str],
    is_known: bool,
    keeps: bool,
) -> None:
    """Whatever was done to the old site by hand, the new one holds what it must; what is the same keeps its time."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        release(folder, {"index.html": HOME} | old)
        age(folder / "site")
        known = manifest_of(folder / "site") if is_known else {}
        for path in changed & old.keys():
            (folder / "site" / path).write_bytes(b"by hand")
        for path in (deleted & old.keys()) - changed:
            (folder / "site" / path).unlink()
        expected = {"index.html": HOME} | new
        staging = stage(folder, known)
        for path, data in expected.items():
            if not keeps or staging.keep(path) != record(data):
                staging.write(path, data)
        manifest = publish(staging)
        assert contents(folder / "site") == expected
        assert manifest == manifest_of(folder / "site")
        same = {path for path in new.keys() & old.keys() - changed - deleted if new[path] == old[path]}
        assert {path for path, time in times(folder / "site").items() if time == LONG_AGO} == same | {
            "index.html"
        }
