"""Measures the compiler and its peers, and prints what came out: `python -m benchmarks`.

It ends with 0 unless something crashed, however the figures are.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from benchmarks import report
from benchmarks.corpus import ROOT, rounded
from benchmarks.folders import Folders, copy_real, make
from benchmarks.jobs import GROUPS, Job, jobs_of, jobs_of_real, start
from benchmarks.measuring import measure
from benchmarks.peers.venv import Installed, InstallError, install
from benchmarks.targets import ratios

_SIZES, _QUICK_SIZES = [1_000, 10_000], [100, 1_000]
_ROUNDS = 3
_WARM = 40  # sheets: on so few every job runs once unmeasured, so that all modules are compiled and in memory
_REAL = "real"
_PEERS = ("hugo", "gen-files")


def main() -> None:
    options = _options()
    wanted = set(options.jobs_only or (*GROUPS, _REAL))
    sizes = sorted({rounded(size) for size in options.sizes or (_QUICK_SIZES if options.quick else _SIZES)})
    peers, without = _peers(wanted)
    with tempfile.TemporaryDirectory(prefix="dossier-benchmark-") as base:
        made = [make(Path(base), size) for size in sizes]
        _warm_up(Path(base), wanted, peers)
        measured = measure(
            _jobs(Path(base), made, wanted, peers), 1 if options.quick else options.rounds, _say
        )
        _say("")
        pages = {folders.sheets: folders.page_count for folders in made}
        print(f"{date.today()}. {report.about_machine()}.{without}")
        if made[0].page_count:
            print(f"Generated: {report.about_dossier(made[0].dossier)}.")
        print()
        print("\n".join(report.jobs_table(measured, pages)), "\n")
        if compared := list(ratios(measured, pages)):
            print("\n".join(report.ratios_table(compared)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description="Time the compiler against MkDocs, Hugo and gen-files."
    )
    parser.add_argument("--sizes", nargs="+", type=int, metavar="N", help=f"sheets (default: {_SIZES})")
    parser.add_argument(
        "--rounds", type=int, default=_ROUNDS, help="how often each job is run (default: %(default)s)"
    )
    parser.add_argument("--quick", action="store_true", help=f"one round, sizes {_QUICK_SIZES}")
    parser.add_argument(
        "--jobs-only",
        nargs="+",
        choices=(*GROUPS, _REAL),
        metavar="NAME",
        help=f"of {', '.join(GROUPS)}, real",
    )
    return parser.parse_args()


def _peers(wanted: set[str]) -> tuple[Installed | None, str]:
    """The peers, and what to say where they are wanted and cannot be had."""
    if not wanted.intersection(_PEERS):
        return None, ""
    _say("installing the peers into build/peers, apart from the project")
    try:
        return install(ROOT), ""
    except InstallError as why:
        return None, f" Without {' and '.join(_PEERS)}, which could not be installed ({why})."


def _jobs(base: Path, made: list[Folders], wanted: set[str], peers: Installed | None) -> Iterable[Job]:
    names = {name for group in wanted & GROUPS.keys() for name in GROUPS[group]}
    generated = (job for folders in made for job in jobs_of(folders, peers))
    yield from (job for job in (start(), *generated) if job.name in names)
    if _REAL in wanted:
        yield from jobs_of_real(copy_real(base))


def _warm_up(base: Path, wanted: set[str], peers: Installed | None) -> None:
    _say("once, unmeasured")
    for job in _jobs(base / "warm", [make(base / "warm", _WARM)], wanted - {_REAL}, peers):
        job.run(0)


def _say(words: str) -> None:
    """Tell someone who waits how far it is."""
    if sys.stderr.isatty():
        print(f"\r\033[K{words}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
