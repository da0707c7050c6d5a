"""Runs the jobs in turn, round after round. Owns the order; what came out is for `report`.

The machine may be busy with other things, and faster in one minute than in the next. So jobs are compared within a
round, where they stand side by side, and of the rounds the median counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from statistics import median

from benchmarks.jobs import Job, Name
from benchmarks.process import Run

__all__ = ["Measured", "measure"]


@dataclass(frozen=True, slots=True)
class Measured:
    """The runs of every job, one a round."""

    runs: Mapping[Job, list[Run]]

    def job(self, name: Name, sheets: int) -> Job | None:
        """The job of this name on the generated dossier of this size, where it was run."""
        return next(
            (job for job in self.runs if (job.name, job.sheets, job.is_real) == (name, sheets, False)), None
        )

    def median(self, job: Job, figure: str) -> float:
        return median(_of(figure, run) for run in self.runs[job])

    def fastest(self, job: Job) -> float:
        return min(each.seconds for each in self.runs[job])

    def ratio(self, ours: Job, theirs: Job, figure: str = "seconds") -> float:
        """The median over the rounds of one job's figure by the other's in the same round."""
        rounds = zip(self.runs[ours], self.runs[theirs], strict=True)
        return median(_of(figure, our) / _of(figure, their) for our, their in rounds)


def measure(jobs: Iterable[Job], rounds: int, say: Callable[[str], None]) -> Measured:
    """Run every job once a round."""
    runs: dict[Job, list[Run]] = {job: [] for job in jobs}
    for number in range(1, rounds + 1):
        for job in runs:
            say(f"round {number} of {rounds}: {job.name}, {job.sheets} sheets")
            runs[job].append(job.run(number))
    return Measured(runs)


def _of(figure: str, run: Run) -> float:
    return float(getattr(run, figure))
