"""What a build remembers is believed only where this user's own builds wrote it."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from dossier.cache import FOLDER, no_cache, open_cache


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user with a cache folder of their own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_what_was_saved_is_found(tmp_path: Path) -> None:
    open_cache(tmp_path).save("sheets", "now", {"a": b"1"})
    assert open_cache(tmp_path).load("sheets", "now") == {"a": b"1"}


@pytest.mark.parametrize(("name", "fingerprint"), [("sheets", "later"), ("pages", "now")])
def test_under_another_name_or_fingerprint_nothing_is_found(
    tmp_path: Path, name: str, fingerprint: str
) -> None:
    open_cache(tmp_path).save("sheets", "now", 1)
    assert open_cache(tmp_path).load(name, fingerprint) is None


def test_a_file_moved_to_another_name_is_passed_over(tmp_path: Path) -> None:
    open_cache(tmp_path).save("sheets", "now", 1)
    (tmp_path / FOLDER / "sheets").rename(tmp_path / FOLDER / "pages")
    assert open_cache(tmp_path).load("pages", "now") is None


def test_every_changed_byte_and_every_cut_is_noticed(tmp_path: Path) -> None:
    open_cache(tmp_path).save("sheets", "now", "value")
    file = tmp_path / FOLDER / "sheets"
    data = file.read_bytes()
    for at in range(len(data)):
        file.write_bytes(data[:at] + bytes([data[at] ^ 64]) + data[at + 1 :])
        assert open_cache(tmp_path).load("sheets", "now") is None
        file.write_bytes(data[:at])
        assert open_cache(tmp_path).load("sheets", "now") is None


class _Harm:
    """What runs a command when it is read back."""

    def __init__(self, command: str) -> None:
        self.command = command

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, (self.command,)


def test_a_strangers_cache_runs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that was sealed with another key, as it may come with a commit, is not even looked into."""
    trace = tmp_path / "trace"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "stranger"))
    open_cache(tmp_path).save("sheets", "now", _Harm(f"touch {trace}"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    assert open_cache(tmp_path).load("sheets", "now") is None
    (tmp_path / FOLDER / "sheets").write_bytes(pickle.dumps(_Harm(f"touch {trace}")))
    assert open_cache(tmp_path).load("sheets", "now") is None
    assert not trace.exists()


def test_only_the_user_may_read_the_key(tmp_path: Path, home: Path) -> None:
    open_cache(tmp_path)
    assert (home / "dossier/key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("where", ["build", "build/cache"])
def test_a_link_in_its_place_is_not_followed(tmp_path: Path, where: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / where).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / where).symlink_to(elsewhere)
    assert not open_cache(tmp_path)
    open_cache(tmp_path).save("sheets", "now", 1)
    assert not list(elsewhere.iterdir())


def test_where_no_key_can_be_kept_there_is_no_cache(tmp_path: Path, home: Path) -> None:
    home.write_text("a file, where a folder should be")
    assert not open_cache(tmp_path)
    assert not no_cache()


def test_a_disk_that_takes_nothing_stops_no_build(tmp_path: Path) -> None:
    """Every write fails beyond so many bytes, as on a full disk; what was kept before is still whole."""
    script = (
        "import resource, signal, sys; from pathlib import Path; from dossier.cache import open_cache\n"
        "cache = open_cache(Path(sys.argv[1])); cache.save('sheets', 'now', b'small')\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "cache.save('sheets', 'now', b'x' * 5000); print(cache.load('sheets', 'now'))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "b'small'"
    assert [each.name for each in (tmp_path / FOLDER).iterdir()] == ["sheets"]
