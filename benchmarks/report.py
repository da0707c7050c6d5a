"""Says what was measured, in a table, and which targets are reached. Owns the targets and the words."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from itertools import pairwise
from operator import attrgetter
from pathlib import Path
from statistics import mean

from benchmarks.corpus import ROOT
from benchmarks.jobs import CHECK, COMPILE, MKDOCS, START, Job
from benchmarks.measuring import Measured

__all__ = ["about_dossier", "about_machine", "table", "targets"]

REAL_SECONDS = 0.5
AGAINST_MKDOCS = 0.20
GROWTH = 1.2

_WHAT = {
    START: "dossier --version",
    CHECK: "dossier check",
    COMPILE: "pages written",
    MKDOCS: "mkdocs build",
}
# Growth is of the work to be done, which other people's work on the same machine does not change.
_PROCESSOR = attrgetter("processor")
_ENTITIES = ("actors", "treaties", "islands", "events")


def about_machine() -> str:
    """One line on the machine and on what is installed."""
    installed = ", ".join(f"{name} {version(name)}" for name in ("dossier", "mkdocs", "mkdocs-material"))
    load = os.getloadavg()[0]
    return f"{os.cpu_count()} cores, load {load:.1f}; Python {platform.python_version()}, {installed}"


def about_dossier(folder: Path) -> str:
    """One line on a generated dossier whose pages are written."""
    sheets = [path.read_text("utf-8").count("\n") for path in (folder / "content").glob("*/*.yml")]
    entities = [_about_page(path) for name in _ENTITIES for path in _pages(folder, name)]
    words, links, notes = (mean(numbers) for numbers in zip(*entities, strict=True))
    sources = mean(_about_page(path)[0] for path in _pages(folder, "sources"))
    return (
        f"{mean(sheets):.0f} lines of YAML a sheet; an entity page has {words:.0f} words, {links:.0f} links and "
        f"{notes:.0f} footnotes, a source page {sources:.0f} words"
    )


def _pages(folder: Path, name: str) -> Iterator[Path]:
    return (path for path in (folder / "build/pages" / name).glob("*.md") if path.name != "index.md")


def _about_page(path: Path) -> tuple[int, int, int]:
    """The words a reader sees, the links above the footnotes, and the footnotes."""
    text = path.read_text("utf-8").split("---\n", 2)[2]
    body = text.partition("\n[^1]:")[0]
    seen = re.sub(r"\]\([^)]*\)", "", re.sub(r"<[^>]*>|\[\^\d+\]:?", " ", text))
    return (
        len(re.findall(r"\w[\w'’-]*", seen)),
        body.count("]("),
        len(re.findall(r"^\[\^\d+\]:", text, re.MULTILINE)),
    )


def table(measured: Measured) -> Iterator[str]:
    """The rows of a Markdown table of whole processes: medians over the rounds, unless it says otherwise."""
    yield "| job | sheets | seconds | fastest | processor | ms a sheet | peak MB |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for job in measured.runs:
        seconds, fastest = measured.seconds(job), measured.fastest(job)
        each = f"{seconds / job.sheets * 1000:.2f}" if job.sheets and not job.is_real else ""
        what = _WHAT[job.name] + (" (the real dossier)" if job.name == CHECK and job.is_real else "")
        took = f"{seconds:.2f} | {fastest:.2f} | {measured.processor(job):.2f}"
        yield f"| {what} | {job.sheets or ''} | {took} | {each} | {measured.megabytes(job):.0f} |"


def targets(measured: Measured, dossiers: Mapping[int, Path], against: int) -> Iterator[str]:
    """A line for each target: whether it is reached, and by how much."""
    real = measured.job(CHECK, ROOT)
    if real:
        yield _target("check of the real dossier, seconds", measured.seconds(real), REAL_SECONDS)
    check, mkdocs = (measured.job(name, dossiers[against]) for name in (CHECK, MKDOCS))
    if check and mkdocs:
        ratio = measured.compared(lambda ours, theirs: ours / theirs, check, mkdocs)
        yield _target(f"check / mkdocs build, {against} sheets", ratio, AGAINST_MKDOCS)
    for name in (CHECK, COMPILE):
        yield from _growth(
            measured, name, [job for job in measured.runs if job.name == name and not job.is_real]
        )


def _growth(measured: Measured, name: str, jobs: list[Job]) -> Iterator[str]:
    """Whether a sheet costs as much among many as among few: of the whole, and of each sheet that is added."""
    for small, large in pairwise(jobs[-2:]):
        ratio = measured.compared(lambda less, more: more / less, small, large, of=_PROCESSOR)
        growth = ratio * small.sheets / large.sheets
        yield _target(f"{_WHAT[name]}, ms a sheet, {large.sheets} / {small.sheets} sheets", growth, GROWTH)
    if len(jobs) > 2:
        last = jobs[-3:]
        growth = measured.compared(lambda *seconds: _steepening(last, seconds), *last, of=_PROCESSOR)
        yield _target(f"{_WHAT[name]}, ms for each sheet more, which leaves start-up out", growth, GROWTH)


def _steepening(jobs: list[Job], seconds: tuple[float, ...]) -> float:
    """How much dearer a sheet more is between the two larger of three sizes than between the two smaller."""
    first, second = (
        (more - less) / (large.sheets - small.sheets)
        for (less, more), (small, large) in zip(pairwise(seconds), pairwise(jobs), strict=True)
    )
    return second / first


def _target(what: str, value: float, most: float) -> str:
    return f"- {'reached' if value <= most else '**missed**'}: {what}: {value:.2f} (at most {most:.2f})"
