"""What is to be reached: which job, against which, and at most how much of it. Owns the figures and the ratios."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from benchmarks.jobs import Name
from benchmarks.measuring import Measured

__all__ = ["Ratio", "ratios"]

_SMALL, _LARGE = 1_000, 10_000


@dataclass(frozen=True, slots=True)
class Ratio:
    """What was measured of one thing against another, and the most it is to be, where that is said."""

    what: str
    against: str
    sheets: str
    value: float
    most: float | None

    @property
    def verdict(self) -> str:
        if self.most is None:
            return ""
        return "reached" if self.value <= self.most else "**missed**"


@dataclass(frozen=True, slots=True)
class _Target:
    """A figure of one job by the same of another, and the most it may be, by the size of the dossier.

    At other sizes the ratio is told and held against nothing.
    """

    ours: Name
    theirs: Name
    most: Mapping[int, float]
    figure: str = "seconds"
    what: str = ""


_TARGETS = (
    _Target(Name.BUILD, Name.MKDOCS, {_SMALL: 0.45, _LARGE: 0.45}),
    _Target(Name.BUILD, Name.GEN_FILES, {_SMALL: 0.35, _LARGE: 0.35}),
    _Target(Name.BUILD, Name.HUGO, {_SMALL: 2.0, _LARGE: 2.0}),
    _Target(Name.BUILD_EDIT, Name.HUGO_EDIT, {_SMALL: 0.25, _LARGE: 0.06}),
    _Target(Name.BUILD_AGAIN, Name.MKDOCS, {_SMALL: 0.015, _LARGE: 0.006}),
    _Target(Name.CHECK, Name.MKDOCS, {_SMALL: 0.06}),
    _Target(Name.CHECK_EDIT, Name.MKDOCS, {_SMALL: 0.02}),
    _Target(Name.BUILD, Name.MKDOCS, {_LARGE: 1.0}, "megabytes", "memory of the largest process"),
    _Target(Name.BUILD, Name.MKDOCS, {_LARGE: 1.0}, "together", "memory of all processes together"),
)
_GROWTH = 1.2


def ratios(measured: Measured, pages: Mapping[int, int]) -> Iterator[Ratio]:
    """Every target of which both jobs ran, at each size; `pages` says how many pages a dossier of each size has."""
    for target in _TARGETS:
        for size in pages:
            ours, theirs = (measured.job(name, size) for name in (target.ours, target.theirs))
            if ours and theirs:
                value = measured.ratio(ours, theirs, target.figure)
                what = f"{target.ours}: {target.what}" if target.what else str(target.ours)
                yield Ratio(what, str(target.theirs), f"{size:,}", value, target.most.get(size))
    for small, large in zip(pages, [*pages][1:], strict=False):
        few, many = (measured.job(Name.BUILD, size) for size in (small, large))
        if few and many:
            most = _GROWTH if (small, large) == (_SMALL, _LARGE) else None
            for figure, of in (("seconds", "ms a page"), ("processor", "processor ms a page")):
                value = measured.ratio(many, few, figure) * pages[small] / pages[large]
                yield Ratio(f"{Name.BUILD}: {of}", "itself", f"{large:,} / {small:,}", value, most)
