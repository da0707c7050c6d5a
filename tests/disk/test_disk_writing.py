"""Writing loses nothing: only what changed is written, each file whole or not at all, and never through a link."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from dossier.disk import DiskError, write

FILES = {"pages/index.md": b"home", "pages/actors/a.md": b"a", "dossier.json": b"{}"}
LONG_AGO = 1_000_000_000


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """A build of `FILES`, from long ago."""
    assert write(tmp_path / "build", FILES) == len(FILES)
    for path in _held(tmp_path / "build"):
        os.utime(tmp_path / "build" / path, (LONG_AGO, LONG_AGO))
    return tmp_path / "build"


def _held(build: Path) -> dict[str, bytes]:
    return {str(path.relative_to(build)): path.read_bytes() for path in build.rglob("*") if path.is_file()}


def _changed(build: Path) -> set[str]:
    return {path for path in _held(build) if (build / path).stat().st_mtime != LONG_AGO}


def test_all_is_written_at_first(build: Path) -> None:
    assert _held(build) == FILES


def test_nothing_is_written_twice(build: Path) -> None:
    assert write(build, FILES) == 0
    assert _changed(build) == set()


def test_only_what_changed_is_written(build: Path) -> None:
    assert write(build, {**FILES, "pages/index.md": b"Home"}) == 1  # as long as it was
    assert _changed(build) == {"pages/index.md"}
    assert (build / "pages/index.md").read_bytes() == b"Home"


def test_pages_that_are_no_more_go_and_empty_folders_with_them(build: Path) -> None:
    (build / "pages/left/over").mkdir(parents=True)
    (build / "pages/left/over/page.md").write_text("old")
    (build / "pages/.hidden").write_text("old")
    write(build, {"pages/index.md": b"home"})
    assert _held(build) == {"pages/index.md": b"home", "dossier.json": b"{}"}
    assert [path.name for path in (build / "pages").iterdir()] == ["index.md"]


def test_what_lies_beside_the_pages_stays(build: Path) -> None:
    (build / "cache").mkdir()
    (build / "cache/kept").write_text("kept")
    write(build, FILES)
    assert _held(build) == {**FILES, "cache/kept": b"kept"}


def test_a_failing_write_leaves_the_old_file_whole(build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill_up(path: Path, data: bytes) -> int:
        with path.open("wb") as file:
            file.write(data[: len(data) // 2])
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    monkeypatch.setattr(Path, "write_bytes", fill_up)
    with pytest.raises(DiskError, match="No space left on device"):
        write(build, {**FILES, "pages/index.md": b"a longer home"})
    assert _held(build) == FILES


def test_a_failing_replacement_leaves_the_old_file_whole(
    build: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "Permission denied", str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(DiskError, match=r"index\.md.*Permission denied"):
        write(build, {**FILES, "pages/index.md": b"other"})
    assert _held(build) == FILES


@pytest.mark.parametrize("path", ["pages/index.md", "dossier.json"])
def test_a_planted_link_to_a_file_is_replaced_and_not_written_through(
    build: Path, tmp_path: Path, path: str
) -> None:
    precious = tmp_path / "precious"
    precious.write_bytes(FILES[path])
    (build / path).unlink()
    (build / path).symlink_to(precious)
    write(build, {**FILES, path: b"new"})
    assert precious.read_bytes() == FILES[path]
    assert not (build / path).is_symlink()
    assert (build / path).read_bytes() == b"new"


@pytest.mark.parametrize("folder", ["pages", "pages/actors", "."])
def test_a_planted_link_to_a_folder_is_not_written_through(build: Path, tmp_path: Path, folder: str) -> None:
    precious = tmp_path / "precious"
    (build / folder).rename(precious)
    (build / folder).symlink_to(precious, target_is_directory=True)
    before = _held(precious)
    (precious / "kept.md").write_text("kept")
    try:
        write(build, {"pages/index.md": b"new", "pages/actors/a.md": b"new", "dossier.json": b"new"})
    except DiskError:
        pass
    else:
        assert not (build / folder).is_symlink()
        assert _held(build)["pages/actors/a.md"] == b"new"
    assert _held(precious) == {**before, "kept.md": b"kept"}


def test_a_left_over_link_to_a_folder_is_taken_away_and_its_target_stays(build: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "kept.md").write_text("kept")
    (build / "pages/link").symlink_to(precious, target_is_directory=True)
    write(build, FILES)
    assert not (build / "pages/link").is_symlink()
    assert (precious / "kept.md").read_text() == "kept"


@pytest.mark.parametrize("path", ["pages/../../out.md", "../out.md", "{root}/out.md"])
def test_nothing_is_written_outside_the_folder(build: Path, path: str) -> None:
    path = path.format(root=build.parent)
    with pytest.raises(DiskError, match="outside"):
        write(build, {**FILES, path: b"out"})
    assert not (build / path).exists()


def test_a_folder_where_a_page_belongs_is_a_fault_of_the_disk(build: Path) -> None:
    (build / "pages/index.md").unlink()
    (build / "pages/index.md").mkdir()
    (build / "pages/index.md/x").write_text("x")
    with pytest.raises(DiskError):
        write(build, FILES)
