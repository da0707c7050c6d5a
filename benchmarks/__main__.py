"""Measures the compiler and prints what came out: `python -m benchmarks`. It ends with 0 unless something crashed."""

from __future__ import annotations

import argparse
import sys
import tempfile
from datetime import date
from pathlib import Path

from benchmarks import report
from benchmarks.corpus import rounded
from benchmarks.measuring import make_dossiers, measure

_SIZES, _QUICK_SIZES = [100, 1_000, 10_000], [100, 1_000]
_ROUNDS = 5
_AGAINST = 1_000  # MkDocs takes minutes for more, and grows evenly


def main() -> None:
    options = _options()
    sizes = options.sizes or (_QUICK_SIZES if options.quick else _SIZES)
    against = min((rounded(size) for size in sizes), key=lambda size: abs(size - _AGAINST))
    with tempfile.TemporaryDirectory(prefix="dossier-benchmark-") as base:
        dossiers = make_dossiers(Path(base), sizes)
        measured = measure(dossiers, against, 1 if options.quick else options.rounds, _say)
        _say("")
        print(f"{date.today()}. {report.about_machine()}.")
        print(f"Generated: {report.about_dossier(dossiers[against])}.\n")
        print("\n".join(report.table(measured)), "\n")
        print("\n".join(report.targets(measured, dossiers, against)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description="Time the compiler against MkDocs."
    )
    parser.add_argument("--sizes", nargs="+", type=int, metavar="N", help=f"sheets (default: {_SIZES})")
    parser.add_argument(
        "--rounds", type=int, default=_ROUNDS, help="how often each job is run (default: %(default)s)"
    )
    parser.add_argument("--quick", action="store_true", help=f"one round, sizes {_QUICK_SIZES}")
    return parser.parse_args()


def _say(words: str) -> None:
    """Tell someone who waits how far it is."""
    if sys.stderr.isatty():
        print(f"\r\033[K{words}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
