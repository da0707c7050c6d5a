"""What is made of the runs: ratios within a round, held against what is to be reached."""

from __future__ import annotations

import pytest

from benchmarks.jobs import Job, Name
from benchmarks.measuring import Measured
from benchmarks.process import Run
from benchmarks.report import jobs_table, ratios_table
from benchmarks.targets import ratios

PAGES = {1_000: 1_100, 10_000: 11_000}


def runs(*seconds: float, memory: float = 100) -> list[Run]:
    return [Run(each, each, memory, 2 * memory) for each in seconds]


def rows(measured: Measured) -> list[str]:
    return list(ratios_table(ratios(measured, PAGES)))[2:]


def test_a_ratio_is_the_median_of_the_ratios_of_each_round() -> None:
    ours, theirs = Job(Name.BUILD, 1_000), Job(Name.HUGO, 1_000)
    measured = Measured({ours: runs(2, 6, 30), theirs: runs(1, 2, 3)})
    assert measured.ratio(ours, theirs) == 3


@pytest.mark.parametrize(("seconds", "verdict"), [(45, "reached"), (46, "**missed**")])
def test_a_ratio_is_held_against_what_is_to_be_reached(seconds: float, verdict: str) -> None:
    measured = Measured({Job(Name.BUILD, 1_000): runs(seconds), Job(Name.MKDOCS, 1_000): runs(100)})
    expected = f"| dossier build, cold | mkdocs build | 1,000 | 0.{seconds}0 | 0.45 | {verdict} |"
    assert rows(measured)[0] == expected


def test_what_was_not_run_has_no_row() -> None:
    assert rows(Measured({Job(Name.BUILD, 1_000): runs(1), Job(Name.HUGO, 10_000): runs(1)})) == []


def test_the_real_dossier_is_compared_with_nothing() -> None:
    real = Job(Name.BUILD, 1_000, is_real=True)
    measured = Measured({real: runs(1), Job(Name.HUGO, 1_000): runs(1)})
    assert rows(measured) == []
    assert any("(the real dossier)" in row for row in jobs_table(measured, PAGES))


def test_growth_is_of_the_time_a_page_takes() -> None:
    measured = Measured({Job(Name.BUILD, 1_000): runs(10), Job(Name.BUILD, 10_000): runs(130)})
    assert rows(measured)[0] == (
        "| dossier build, cold: ms a page | itself | 10,000 / 1,000 | 1.300 | 1.2 | **missed** |"
    )


def test_memory_is_compared_for_one_process_and_for_all() -> None:
    measured = Measured(
        {
            Job(Name.BUILD, 10_000): [Run(1, 1, 90, 120)],
            Job(Name.MKDOCS, 10_000): [Run(1, 1, 100, 100)],
        }
    )
    memory = [row for row in rows(measured) if "memory" in row]
    assert [row.rsplit("|", 4)[1:] for row in memory] == [
        [" 0.900 ", " 1 ", " reached ", ""],
        [" 1.200 ", " 1 ", " **missed** ", ""],
    ]
