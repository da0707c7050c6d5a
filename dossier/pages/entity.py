"""The page of an actor, a treaty, an island, an event, or of a dossier's own kind."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dossier import edtf
from dossier.graph import Entry, Evidence, Link, LinkKind, Mention, Statement
from dossier.model import Claim, Fact, Relation, Sheet
from dossier.pages.chronology import line
from dossier.pages.desk import Desk
from dossier.pages.markdown import Markdown, escape, join
from dossier.pages.page import Page
from dossier.pages.wording import first_sentence, page_name, said_topic
from dossier.pages.writer import Writer

__all__ = ["page"]

Row = tuple[str, list[Markdown]]

_IN_TEXT = (LinkKind.TEXT, LinkKind.NAME)


def page(desk: Desk, sheet: Sheet) -> Page:
    """Everything the dossier says of one thing, and everything that leads to it."""
    writer = desk.writer(desk.addresses.path(sheet.id))
    view = _View(desk, writer, sheet)
    # In the order of the page, so that footnotes are numbered as they are met.
    return desk.page(
        writer,
        "entity.md.j2",
        sheet.name,
        sheet.kind.id,
        first_sentence(desk, sheet),
        sheet=sheet,
        summary=writer.linked(sheet.id, "summary") if sheet.summary else "",
        rows=list(view.rows()),
        body=writer.linked(sheet.id, "text") if sheet.body else "",
        claims=list(view.claims()),
        positions=list(view.positions()),
        said=list(view.said_elsewhere()),
        chronology=[line(writer, entry) for entry in view.entries()],
        backlinks=list(view.backlinks()),
        mentions=list(view.mentions()),
    )


class _View:
    """One sheet as its template wants it."""

    def __init__(self, desk: Desk, writer: Writer, sheet: Sheet) -> None:
        self._desk = desk
        self._writer = writer
        self._sheet = sheet
        self._statements = desk.statements(sheet.id)

    def rows(self) -> Iterator[Row]:
        """The infobox: fields, facts and relations, several values of one under each other."""
        event = self._statements.get("event")
        for declared, value, _ in self._sheet.fields.values():
            if declared.name == "type":
                continue
            shown = self._writer.value(value)
            if event and declared.name == "date":
                shown = join([self._writer.anchor("event"), shown], "")
                shown = join([shown, self._writer.cite(event.evidence)])
            yield declared.label, [shown]
        for _, facts in groupby(self._sheet.facts, key=lambda fact: fact.field.name):
            group = list(facts)
            yield group[0].field.label, [self._fact(fact) for fact in group]
        for _, relations in groupby(self._sheet.relations, key=lambda relation: relation.type.name):
            edges = list(relations)
            yield edges[0].type.label, [self._relation(relation) for relation in edges]

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

    def entries(self) -> list[Entry]:
        """The chronology of what concerns this sheet; an event is no news on its own page."""
        entries = self._desk.graph.chronology_of.get(self._sheet.id, ())
        return [entry for entry in entries if not (self._sheet.is_event and entry.sheet == self._sheet.id)]

    def backlinks(self) -> Iterator[tuple[str, list[Markdown]]]:
        """What leads here, by what it is called from here; each with the sentence that makes the link."""
        links = self._desk.graph.links_to.get(self._sheet.id, ())
        told = {entry.sheet for entry in self.entries()}  # what the chronology shows is not said twice
        named = [link for link in links if _is_relation(link, told)]
        told |= {link.start for link in named}
        in_text = [link for link in links if link.kind in _IN_TEXT and link.start not in told]
        for reverse, group in _by_reverse([*named, *in_text]):
            yield reverse, [self._backlink(link) for link in group]

    def mentions(self) -> Iterator[Markdown]:
        """Where held texts name this sheet, in words as far as readers may see them."""
        mentions = self._desk.graph.mentions.get(self._sheet.id, ())
        for source, group in groupby(mentions, key=lambda mention: mention.source):
            yield self._mention(source, list(group))

    def _topics(self) -> Iterator[tuple[str, list[Claim]]]:
        by_topic: dict[str, list[Claim]] = {}
        for claim in self._sheet.claims:
            by_topic.setdefault(claim.topic, []).append(claim)
        yield from by_topic.items()

    def _fact(self, fact: Fact) -> Markdown:
        statement = self._statements.get(fact.id)
        details = [edtf.say(fact.as_of)] if fact.as_of else []
        details += [fact.note] if fact.note else []
        anchor = self._writer.anchor(fact.id)
        cite = self._writer.cite(statement.evidence) if statement else Markdown("")
        return join([join([anchor, self._writer.value(fact.value)], ""), _bracketed(details), cite])

    def _relation(self, relation: Relation) -> Markdown:
        details = [relation.role] if relation.role else []
        details += [edtf.say(relation.when)] if relation.when else []
        details += [relation.note] if relation.note else []
        target = join([self._writer.anchor(relation.id), self._writer.to(relation.to.id)], "")
        cite = self._writer.cite(self._statements[relation.id].evidence)
        return join([target, _bracketed(details), cite])

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

    def _backlink(self, link: Link) -> Markdown:
        statement = self._desk.graph.by_id.get(link.statement)
        target, name = self._desk.addresses.path(link.start), page_name(self._desk.dossier, link.start)
        start = self._writer.to_page(target, name, statement.anchor if statement else "")
        said = link.sentence.removeprefix(
            f"{name}. "
        )  # a relation's statement names its sheet, as the link does
        cite = self._writer.cite(statement.evidence) if statement else Markdown("")
        return join([start, Markdown("—"), escape(said), cite])

    def _mention(self, source_id: str, mentions: list[Mention]) -> Markdown:
        source = self._desk.dossier.sheets[source_id]
        publish = source.choice("publish")
        cited = self._desk.graph.support.get(source_id, {})
        shown = [
            mention
            for mention in mentions
            if (publish and publish.id == "full")
            or (mention.sentence in cited and (not publish or publish.id != "none"))
        ]
        target = self._desk.addresses.between(self._writer.path, self._desk.addresses.path(source_id))
        links = [Markdown(f"[{m.sentence}]({target}#s{m.sentence})") for m in shown]
        where = (
            join([Markdown("sentences" if len(shown) > 1 else "sentence"), join(links, ", ")])
            if shown
            else Markdown("")
        )
        rest = len(mentions) - len(shown)
        others = (
            Markdown(
                f"{rest} more not shown"
                if shown
                else f"named in {rest} sentence{'s' if rest > 1 else ''} not shown"
            )
            if rest
            else Markdown("")
        )
        return join([self._writer.to(source_id), Markdown("—"), join([where, others], ", and ")])


def _is_relation(link: Link, told: set[str]) -> bool:
    return link.kind is LinkKind.RELATION or (link.kind is LinkKind.FIELD and link.start not in told)


def _voice_of(claim: Claim) -> str:
    return claim.by.id if claim.by else ""


def _beside(claim: Claim, statement: Statement) -> tuple[Evidence, ...]:
    """The evidence under `cite:`; what is cited in the text of the claim stands there already, and comes last."""
    return statement.evidence[: len(claim.cites)]


def _by_reverse(links: list[Link]) -> Iterator[tuple[str, list[Link]]]:
    groups: dict[str, dict[tuple[str, str], Link]] = {}
    for link in links:
        groups.setdefault(link.reverse, {}).setdefault((link.start, link.statement), link)
    yield from ((reverse, list(group.values())) for reverse, group in groups.items())


def _bracketed(details: list[str]) -> Markdown:
    return escape(f"({'; '.join(details)})") if details else Markdown("")


def _aside(claim: Claim) -> Markdown:
    details = [claim.status] if claim.status != "stated" else []
    details += [edtf.say(claim.when)] if claim.when else []
    return Markdown(f"*{_bracketed(details)}*") if details else Markdown("")
