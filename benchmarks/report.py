"""Says what was measured, in tables. Owns the words; what is to be reached is for `targets`."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from statistics import mean

from benchmarks.measuring import Measured
from benchmarks.targets import Ratio

__all__ = ["about_dossier", "about_machine", "jobs_table", "ratios_table"]

_ENTITIES = ("actors", "treaties", "islands", "events")


def about_machine() -> str:
    """One line on the machine and on what is installed."""
    installed = ", ".join(f"{name} {version(name)}" for name in ("dossier", "mkdocs", "mkdocs-material"))
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    load = os.getloadavg()[0]
    return f"{cores} cores, load {load:.1f}; Python {platform.python_version()}, {installed}"


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


def jobs_table(measured: Measured, pages: Mapping[int, int]) -> Iterator[str]:
    """The rows of a Markdown table of whole commands: medians over the rounds, unless it says otherwise.

    `pages` says how many pages a dossier of each size has; 0 where it has not been built.
    """
    yield "| job | sheets | seconds | fastest | processor | ms a page | peak MB | all MB |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|"
    for job in measured.runs:
        seconds, processor, largest, together = (
            measured.median(job, figure) for figure in ("seconds", "processor", "megabytes", "together")
        )
        count = 0 if job.is_real else pages.get(job.sheets, 0)
        each = f"{seconds / count * 1000:.2f}" if count else ""
        sheets = f"{job.sheets:,}" if job.sheets else ""
        yield (
            f"| {job.name}{' (the real dossier)' if job.is_real else ''} | {sheets} | {seconds:.2f} "
            f"| {measured.fastest(job):.2f} | {processor:.2f} | {each} | {largest:.0f} | {together:.0f} |"
        )


def ratios_table(ratios: Iterable[Ratio]) -> Iterator[str]:
    """The rows of a Markdown table of ratios: what was measured, the most it is to be, and whether that is reached."""
    yield "| job | against | sheets | ratio | at most | |"
    yield "|---|---|---:|---:|---:|---|"
    for each in ratios:
        most = "" if each.most is None else f"{each.most:g}"
        row = (each.what, each.against, each.sheets, f"{each.value:.3f}", most, each.verdict)
        yield f"| {' | '.join(row)} |"
