"""What counts as a file of the dossier: ordinary files below its own folder, and nothing that pretends to be one."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from dossier.disk import DiskError, read


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with one good sheet and one text."""
    folder = tmp_path / "dossier"
    _put(folder / "content/actors/good.yml")
    _put(folder / "seeds/good.txt")
    (tmp_path / "outside.yml").write_text("name: Secret")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/secret.yml").write_text("name: Secret")
    return folder


def _put(path: Path, text: str = "name: Good") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


GOOD = {"content/actors/good.yml": b"name: Good", "seeds/good.txt": b"name: Good"}


def _faults(root: Path) -> list[tuple[str, str]]:
    """What cannot be read, where the good files can."""
    files, faults = read(root)
    assert files == GOOD
    assert {each.code for each in faults} <= {"unreadable-file"}
    return [(each.span.file, each.message) for each in faults]


def test_files_are_read_with_their_paths_in_order(root: Path) -> None:
    _put(root / "content/briefing.yml", "title: x")
    _put(root / "content/Zebra.yml", "name: z")
    files, faults = read(root)
    assert list(files) == [
        "content/Zebra.yml",
        "content/actors/good.yml",
        "content/briefing.yml",
        "seeds/good.txt",
    ]
    assert faults == ()


def test_a_folder_without_content_is_no_dossier(tmp_path: Path) -> None:
    with pytest.raises(DiskError, match="no dossier"):
        read(tmp_path)


def test_seeds_may_be_missing(tmp_path: Path) -> None:
    _put(tmp_path / "content/actors/good.yml")
    assert read(tmp_path) == ({"content/actors/good.yml": b"name: Good"}, ())


@pytest.mark.parametrize(
    "target", ["../../../outside.yml", "good.yml", "nowhere.yml", "/etc/passwd", "link.yml"]
)
def test_a_link_to_a_file_is_not_followed(root: Path, target: str) -> None:
    (root / "content/actors/link.yml").symlink_to(target)
    assert _faults(root) == [("content/actors/link.yml", "this is a link, and links are not followed")]


@pytest.mark.parametrize("target", ["../../outside", "actors", ".", "/etc"])
def test_a_link_to_a_folder_is_not_followed(root: Path, target: str) -> None:
    (root / "content/link").symlink_to(target, target_is_directory=True)
    assert _faults(root) == [("content/link", "this is a link, and links are not followed")]


@pytest.mark.parametrize("folder", ["content", "seeds"])
def test_a_whole_folder_that_is_a_link_is_not_followed(tmp_path: Path, folder: str) -> None:
    _put(tmp_path / "elsewhere/actors/good.yml")
    (tmp_path / "root/content").mkdir(parents=True)
    (tmp_path / "root" / folder).rmdir() if folder == "content" else None
    (tmp_path / "root" / folder).symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    files, faults = read(tmp_path / "root")
    assert files == {}
    assert [(each.code, each.span.file) for each in faults] == [("unreadable-file", folder)]


def test_a_pipe_is_not_waited_for(root: Path) -> None:
    os.mkfifo(root / "content/actors/pipe.yml")
    assert _faults(root) == [("content/actors/pipe.yml", "this is not an ordinary file")]


def test_a_socket_is_no_file(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "content/actors")  # the path of a socket may not be long
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind("socket.yml")
        ((path, _),) = _faults(root)
    assert path == "content/actors/socket.yml"


def test_a_file_that_may_not_be_read_is_reported(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _put(root / "content/actors/locked.yml")
    opened = os.open

    def refuse(path: str | Path, flags: int) -> int:  # root may read whatever its mode says
        if str(path).endswith("locked.yml"):
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, flags)

    monkeypatch.setattr(os, "open", refuse)
    assert _faults(root) == [("content/actors/locked.yml", "it cannot be read: Permission denied")]


def test_a_folder_that_may_not_be_read_is_reported(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "content/locked").mkdir()
    scanned = os.scandir

    def refuse(path: Path) -> object:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", str(path))
        return scanned(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert _faults(root) == [("content/locked", "this folder cannot be read: Permission denied")]


def test_a_name_that_is_not_utf_8_is_reported_readably(root: Path) -> None:
    Path(os.fsdecode(os.fsencode(root / "content/actors") + b"/caf\xe9.yml")).write_text("name: x")
    assert _faults(root) == [("content/actors/caf?.yml", "its name holds characters that no name should")]


@pytest.mark.parametrize("name", ["two\nlines.yml", "\x1b[31mred.yml", "tab\tbed.yml", "\u202egnp.yml"])
def test_a_name_with_signs_that_are_not_seen_is_reported(root: Path, name: str) -> None:
    _put(root / "content/actors" / name)
    assert _faults(root) == [(f"content/actors/{name}", "its name holds characters that no name should")]


@pytest.mark.parametrize(
    "name", [".hidden.yml", "good.yml~", ".#good.yml", ".git/config", ".DS_Store", "old~/x.yml"]
)
def test_hidden_files_and_backups_are_passed_over(root: Path, name: str) -> None:
    _put(root / "content/actors" / name)
    assert _faults(root) == []


def test_a_huge_file_is_not_read_whole(root: Path) -> None:
    with (root / "content/actors/huge.yml").open("wb") as file:
        file.truncate(8 * 1024**3)  # a hole: it takes no room on the disk
    assert _faults(root) == [("content/actors/huge.yml", "it is larger than 4 MB")]


def test_a_folder_too_deep_is_reported_and_not_entered(root: Path) -> None:
    _put(root / "content" / Path(*"abcdefgh") / "deep.yml")
    ((path, message),) = _faults(root)
    assert path == "content/a/b/c/d"
    assert message == "folders do not lie this deep"
