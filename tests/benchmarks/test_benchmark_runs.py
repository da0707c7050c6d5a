"""Commands are run as a user would run them, and their children count."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.__main__ import main
from benchmarks.corpus import ROOT
from benchmarks.process import run

MEGABYTES = 60
TWO_OF_THEM = f"""
import os, time
child = os.fork()
held = bytearray(os.urandom(1)) * ({MEGABYTES} << 20)
time.sleep(1)
if child:
    os.wait()
"""


# A process counts as large as the one it was started by, and this one may be large.
MEASURED = """
import sys
from pathlib import Path
from benchmarks.process import run
done = run([sys.executable, "-c", sys.argv[1]], Path())
print(done.megabytes, done.together)
"""


def test_the_memory_of_children_is_added() -> None:
    command = [sys.executable, "-c", MEASURED, TWO_OF_THEM]
    printed = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout
    largest, together = map(float, printed.split())
    assert MEGABYTES <= largest < 2 * MEGABYTES
    assert together >= (2 * MEGABYTES if sys.platform == "linux" else MEGABYTES)


def test_a_command_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"ended with 3:\nout of lamp oil"):
        run([sys.executable, "-c", "print('out of lamp oil'); raise SystemExit(3)"], tmp_path)


def test_rows_can_be_asked_for_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        sys, "argv", ["benchmarks", "--sizes", "40", "--rounds", "1", "--jobs-only", "start", "check"]
    )
    main()
    printed = capsys.readouterr().out
    rows = [line.split(" | ")[0] for line in printed.splitlines() if line.startswith("| dossier")]
    assert rows == ["| dossier --version", "| dossier check, cold", "| dossier check, one sheet edited"]
