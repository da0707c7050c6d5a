"""The page that says how to read the evidence, and how good it is. Owns what of it is shown, and how much.

The questions and their answers are of `graph.health`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from dossier.figures.bars import bar
from dossier.graph import Mark, Statement
from dossier.graph.health import Coverage, Health, Usage
from dossier.kinds import Role
from dossier.model import Sheet
from dossier.pages.addresses import EVIDENCE, POSITIONS, SOURCES_BIB, SOURCES_CSL, index_path
from dossier.pages.desk import Desk
from dossier.pages.folds import Folded
from dossier.pages.markdown import Markdown, escape, join
from dossier.pages.notes import mark
from dossier.pages.page import Page
from dossier.pages.wording import page_name
from dossier.pages.writer import Writer

__all__ = ["page"]

_LISTED = 100  # lines of a list; of what is beyond only the number is told
_NUMBERED = 30  # sentences of a text that are named one by one


def page(desk: Desk) -> Page:
    """What the marks mean, how many statements carry each, and what is weak."""
    writer = desk.writer(EVIDENCE)
    counts = Counter(statement.mark for statement in desk.graph.statements)
    health = Health(desk.dossier, desk.graph)
    shown = _Shown(desk, writer, health)
    single, contested = health.single_source(), health.contested()
    return desk.page(
        writer,
        "evidence.md.j2",
        "Evidence",
        "evidence",
        "How to read the marks beside statements, and how well this dossier is supported.",
        marks=[(kind, mark(kind), counts[kind]) for kind in Mark],
        total=len(desk.graph.statements),
        bar=Markdown(bar([(str(kind), counts[kind]) for kind in Mark], len(desk.graph.statements))),
        reliability=list(shown.reliability()),
        singles=len(single),
        single=shown.statements("Statements that rest on one source alone", single),
        contests=len(contested),
        contested=shown.statements("Contested statements", contested),
        groups=list(islice(shown.groups(), _LISTED)),
        rest_of_groups=max(0, len(list(desk.graph.dependence.groups())) - _LISTED),
        usage=[shown.usage(usage) for usage in health.usage()],
        unused=sum(len(usage.unused) for usage in health.usage()),
        reviews=health.reviews(),
        stale=shown.sheets("Sheets whose review is out of date", health.reviews().stale),
        coverage=[shown.coverage(coverage) for coverage in health.coverage()],
        gaps=list(shown.gaps()),
        positions=writer.to_page(POSITIONS, "Positions"),
        downloads=join([Markdown(f"[BibTeX]({SOURCES_BIB})"), Markdown(f"[CSL-JSON]({SOURCES_CSL})")], " · "),
    )


class _Shown:
    """Answers as the template wants them."""

    def __init__(self, desk: Desk, writer: Writer, health: Health) -> None:
        self._desk = desk
        self._writer = writer
        self._health = health

    def reliability(self) -> Iterator[list[Markdown]]:
        """Statements by reliability and mark, a bar beside each number of all."""
        found = self._health.by_reliability()
        most = max((sum(counts.values()) for counts in found.values()), default=0)
        for label, counts in found.items():
            name = escape(label or "No source, or none that says")
            numbers = [escape(str(counts[kind])) if counts[kind] else Markdown("–") for kind in Mark]
            yield [name, *numbers, _barred(counts, most)]

    def statements(self, summary: str, statements: Sequence[Statement]) -> Folded:
        # Looked up by their ids: only of these the page takes the words.
        listed = [self._desk.graph.by_id[each.id] for each in statements[:_LISTED]]
        return _folded(summary, [self._statement(each) for each in listed], len(statements))

    def _statement(self, statement: Statement) -> Markdown:
        page = page_name(self._desk.dossier, statement.sheet)
        way = Markdown(f"{self._writer.to_statement(statement, page)}:")
        return join([way, escape(statement.text), mark(statement.mark)])

    def sheets(self, summary: str, sheets: Sequence[Sheet]) -> Folded:
        lines = [
            join(
                [
                    self._writer.to(each.id),
                    self._writer.date(each.reviewed[0]) if each.reviewed else Markdown(""),
                ],
                ", ",
            )
            for each in sheets[:_LISTED]
        ]
        return _folded(f"{summary} ({len(sheets):,})", lines, len(sheets))

    def groups(self) -> Iterator[list[Markdown]]:
        """Sources that depend on each other, each with what it is based on."""
        dependence = self._desk.graph.dependence
        for group in dependence.groups():
            yield [self._dependent(source) for source in group if dependence.on(source)]

    def _dependent(self, source: str) -> Markdown:
        on = join([self._writer.to(each) for each in self._desk.graph.dependence.on(source)], ", ")
        return join([self._writer.to(source), Markdown("— based on"), on])

    def usage(self, usage: Usage) -> list[Markdown]:
        """A held text: how much of it is cited, and which sentences are not."""
        path = self._desk.addresses.path(usage.source.id)
        publish = usage.source.choice("publish")
        are_shown = publish is not None and publish.id == "full"
        named = [
            self._writer.to_page(path, str(number), f"s{number}") if are_shown else escape(str(number))
            for number in usage.unused[:_NUMBERED]
        ]
        rest = len(usage.unused) - len(named)
        numbers = join([join(named, ", "), Markdown(f"and {rest} more") if rest else Markdown("")])
        share = Markdown(f"{usage.used} of {usage.total}{bar([('used', usage.used)], usage.total)}")
        return [self._writer.to(usage.source.id), share, numbers or Markdown("–")]

    def coverage(self, coverage: Coverage) -> list[Markdown]:
        """A kind: its sheets and statements, and in per cent how they are supported."""
        kind, lacks = coverage.kind, (coverage.without_summary, coverage.without_verified)
        share = [_per_cent(coverage.marks.get(each, 0), coverage.statements) for each in Mark]
        drawn = bar([(str(each), coverage.marks.get(each, 0)) for each in Mark], coverage.statements)
        said = Markdown(" / ".join(share) + drawn) if coverage.statements else Markdown("–")
        return [
            self._writer.to_page(index_path(kind.folder), kind.plural),
            escape(str(coverage.sheets)),
            escape(str(coverage.statements)),
            said,
            *(Markdown("–") if kind.role is Role.SOURCE else escape(str(len(each))) for each in lacks),
        ]

    def gaps(self) -> Iterator[Folded]:
        """Per kind, the sheets that lack something."""
        for each in self._health.coverage():
            if each.without_summary:
                yield self.sheets(f"{each.kind.plural} without a summary", each.without_summary)
            if each.without_verified:
                yield self.sheets(f"{each.kind.plural} without a verified statement", each.without_verified)


def _folded(summary: str, lines: Sequence[Markdown], count: int) -> Folded:
    rest = count - len(lines)
    return Folded(
        summary, tuple(lines), is_open=False, rest=escape(f"And {rest:,} more.") if rest else Markdown("")
    )


def _barred(counts: Mapping[Mark, int], most: int) -> Markdown:
    return Markdown(f"{sum(counts.values())}{bar(_parts(counts), most)}")


def _parts(counts: Mapping[Mark, int]) -> Iterable[tuple[str, int]]:
    return [(str(kind), counts.get(kind, 0)) for kind in Mark]


def _per_cent(part: int, whole: int) -> str:
    return str(round(100 * part / whole)) if whole else "–"
