"""Makes the dossiers and runs the jobs in turn, round after round. Owns the order; what came out is for `report`.

The machine may be busy with other things, and faster in one minute than in the next. So jobs are compared within a
round, where they stand side by side, and of the rounds the median counts.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from statistics import median

from benchmarks.corpus import ROOT, rounded
from benchmarks.jobs import CHECK, COMPILE, MKDOCS, START, Job
from benchmarks.process import Run, run

__all__ = ["Measured", "make_dossiers", "measure"]


@dataclass(frozen=True, slots=True)
class Measured:
    """The runs of every job, one a round."""

    runs: Mapping[Job, list[Run]]

    def job(self, name: str, folder: Path) -> Job | None:
        return next((job for job in self.runs if (job.name, job.folder) == (name, folder)), None)

    def seconds(self, job: Job) -> float:
        return median(each.seconds for each in self.runs[job])

    def fastest(self, job: Job) -> float:
        return min(each.seconds for each in self.runs[job])

    def processor(self, job: Job) -> float:
        return median(each.processor for each in self.runs[job])

    def megabytes(self, job: Job) -> float:
        return max(each.megabytes for each in self.runs[job])

    def compared(
        self, ratio: Callable[..., float], *jobs: Job, of: Callable[[Run], float] = attrgetter("seconds")
    ) -> float:
        """The median over the rounds of what `ratio` makes of these jobs in one, by their seconds or another figure."""
        rounds = zip(*(self.runs[job] for job in jobs), strict=True)
        return median(ratio(*map(of, one)) for one in rounds)


def make_dossiers(base: Path, sizes: list[int]) -> dict[int, Path]:
    """Write a dossier of each size, each in a process of its own; return their folders."""
    made = {}
    for size in sorted({rounded(size) for size in sizes}):
        made[size] = base / str(size)
        run([sys.executable, "-m", "benchmarks.corpus", str(made[size]), str(size)], ROOT)
    return made


def measure(dossiers: Mapping[int, Path], against: int, rounds: int, say: Callable[[str], None]) -> Measured:
    """Run every job once a round. `against` is the size whose pages MkDocs builds too."""
    jobs = list(_jobs(dossiers, against))
    for job in jobs:
        if job.name in (START, COMPILE) and job.sheets == min(dossiers):
            job.run()  # once unmeasured, so that every module is compiled and in memory
    runs: dict[Job, list[Run]] = {job: [] for job in jobs}
    for number in range(1, rounds + 1):
        for job in jobs:
            say(f"round {number} of {rounds}: {job.name}, {job.sheets} sheets")
            runs[job].append(job.run())
    return Measured(runs)


def _jobs(dossiers: Mapping[int, Path], against: int) -> Iterator[Job]:
    yield Job(START, ROOT, 0)
    yield Job(CHECK, ROOT, sum(1 for _ in (ROOT / "content").glob("*/*.yml")))
    for size, folder in dossiers.items():
        yield Job(COMPILE, folder, size)
        yield Job(CHECK, folder, size)
        if size == against:
            yield Job(MKDOCS, folder, size)
