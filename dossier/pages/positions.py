"""Who says what: claims by topic and voice. Owns how they stand side by side."""

from __future__ import annotations

from collections.abc import Iterator

from dossier import edtf
from dossier.graph import Evidence, Statement
from dossier.model import Claim, Sheet
from dossier.pages.desk import Desk
from dossier.pages.markdown import Markdown, escape, join
from dossier.pages.templates import fill
from dossier.pages.wording import said_topic
from dossier.pages.writer import Writer

__all__ = ["of_sheet"]


def of_sheet(desk: Desk, writer: Writer, sheet: Sheet) -> Markdown:
    """What is claimed on a sheet, and what it is said to say on others."""
    view = _View(desk, writer, sheet)
    return fill(
        "claims.md.j2",
        claims=list(view.claims()),
        positions=list(view.positions()),
        said=list(view.said_elsewhere()),
    )


class _View:
    """The claims of one sheet as its template wants them."""

    def __init__(self, desk: Desk, writer: Writer, sheet: Sheet) -> None:
        self._desk = desk
        self._writer = writer
        self._sheet = sheet
        self._statements = desk.statements(sheet.id)

    def claims(self) -> Iterator[tuple[str, list[Markdown]]]:
        """Claims by topic, where one voice speaks on it."""
        for topic, claims in self._topics():
            if len({claim.by.id if claim.by else "" for claim in claims}) == 1:
                yield said_topic(topic), [self._claim(claim) for claim in claims]

    def positions(self) -> Iterator[tuple[str, list[tuple[Markdown, list[Markdown]]]]]:
        """Claims by topic and voice, where several speak on it: side by side, in the order of the voices' names."""
        for topic, claims in self._topics():
            voices = {claim.by.id if claim.by else "" for claim in claims}
            if len(voices) > 1:
                columns = [
                    (
                        self._voice(voice),
                        [self._claim(c, named=False) for c in claims if _voice_of(c) == voice],
                    )
                    for voice in sorted(voices, key=self._voice_name)
                ]
                yield said_topic(topic), columns

    def said_elsewhere(self) -> Iterator[Markdown]:
        """What this actor says on the pages of others."""
        for statement in self._desk.graph.said_by.get(self._sheet.id, ()):
            claim = statement.item
            if isinstance(claim, Claim) and statement.sheet != self._sheet.id:
                subject = self._writer.to(statement.sheet, anchor=claim.id)
                words = self._writer.inline(statement.sheet, claim.id)
                cite = self._writer.cite(_beside(claim, statement))
                yield join([Markdown(f"On {subject}:"), words, _aside(claim), cite])

    def _topics(self) -> Iterator[tuple[str, list[Claim]]]:
        by_topic: dict[str, list[Claim]] = {}
        for claim in self._sheet.claims:
            by_topic.setdefault(claim.topic, []).append(claim)
        yield from by_topic.items()

    def _claim(self, claim: Claim, *, named: bool = True) -> Markdown:
        voice = Markdown(f"**{self._writer.to(claim.by.id)}:**") if claim.by and named else Markdown("")
        words = self._writer.inline(self._sheet.id, claim.id)
        cite = self._writer.cite(_beside(claim, self._statements[claim.id]))
        return join([join([self._writer.anchor(claim.id), voice], ""), words, _aside(claim), cite])

    def _voice(self, voice: str) -> Markdown:
        return self._writer.to(voice) if voice else Markdown("This dossier")

    def _voice_name(self, voice: str) -> str:
        sheet = self._desk.dossier.sheets.get(voice)
        return sheet.name.casefold() if sheet else voice


def _voice_of(claim: Claim) -> str:
    return claim.by.id if claim.by else ""


def _beside(claim: Claim, statement: Statement) -> tuple[Evidence, ...]:
    """The evidence under `cite:`; what is cited in the text of the claim stands there already, and comes last."""
    return statement.evidence[: len(claim.cites)]


def _aside(claim: Claim) -> Markdown:
    details = [claim.status] if claim.status != "stated" else []
    details += [edtf.say(claim.when)] if claim.when else []
    said = escape(f"({'; '.join(details)})")
    return Markdown(f"*{said}*") if details else Markdown("")
