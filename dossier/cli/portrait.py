"""All that is known of one thing, as text for a terminal. Owns what is told, and in which order; it finds nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dossier import edtf
from dossier.articles import display
from dossier.citations import Inference
from dossier.graph import Evidence, Graph, LinkKind, Mark, Statement
from dossier.graph.ties import Tie, Ties
from dossier.model import Claim, Dossier, Sheet
from dossier.model.wording import say_value

__all__ = ["of_sheet", "of_statement"]

_SIGNS = {Mark.VERIFIED: "✓", Mark.CITED: "○", Mark.INFERRED: "≈", None: "!"}
_LINE_BREAK = re.compile(r"\r\n?|\n")
_IN_TEXT = (LinkKind.TEXT, LinkKind.NAME)


def of_sheet(sheet: Sheet, dossier: Dossier, graph: Graph) -> Iterator[str]:
    """A sheet: its names and fields, its statements, what leads to it and from it, its dates, where it is named."""
    yield f"{sheet.name} · {sheet.kind.label} · {sheet.id}"
    yield from _indented(_head(sheet))
    yield from _part("Statements", _statements(graph.of_sheet.get(sheet.id, ())))
    yield from _part("Ties", [_tie(tie, dossier) for tie in Ties(dossier, graph).of(sheet)])
    links = [each for each in graph.links_to.get(sheet.id, ()) if each.kind in _IN_TEXT]
    yield from _part("Named in", dict.fromkeys(f"{each.statement}: {each.sentence}" for each in links))
    yield from _part("Cited by", [f"{each.id}: {each.text}" for each in graph.citing.get(sheet.id, ())])
    entries = graph.chronology_of.get(sheet.id, ())
    yield from _part("Chronology", [f"{each.statement.text} [{each.sheet}]" for each in entries])
    yield from _part("Mentioned in held texts", _mentions(sheet, graph))


def of_statement(statement: Statement, graph: Graph) -> Iterator[str]:
    """A statement: what is said, where it is written, and each piece of its evidence with the sentence around it."""
    yield f"{statement.id} · {statement.part} · {_marked(statement.mark)}"
    span = statement.place.span
    yield from _indented([statement.text, f"{span.file}:{span.line}:{span.column}", *_details(statement)])
    yield from _part(
        "Evidence", (line for each in statement.evidence for line in _evidence(each, whole=True))
    )
    later = graph.changed_by.get(statement.id, ())
    yield from _part("Changed by", [f"{each.id}: {each.text}" for each in later])


def _head(sheet: Sheet) -> Iterator[str]:
    names = [f"{name.text} ({name.language})" for name in sheet.names]
    others = [*names, *(alias for alias, _ in sheet.aliases)]
    if others:
        yield ", ".join(others)
    if sheet.formerly:
        yield f"formerly {', '.join(old.id for old in sheet.formerly)}"
    yield sheet.path
    yield f"reviewed {edtf.say(sheet.reviewed[0])}" if sheet.reviewed else "never reviewed"
    yield from (f"{field.label}: {say_value(value)}" for field, value, _ in sheet.fields.values())


def _statements(statements: Iterable[Statement]) -> Iterator[str]:
    for statement in statements:
        yield f"{_SIGNS[statement.mark]} {statement.id}"
        yield f"  {statement.text}"
        yield from (f"  {line}" for each in statement.evidence for line in _evidence(each, whole=False))


def _evidence(each: Evidence, *, whole: bool) -> Iterator[str]:
    """A piece of evidence; `whole` also says of a source what it is, and where in its text the words stand."""
    cite = each.cite
    if isinstance(cite, Inference):
        yield f"{_SIGNS[each.mark]} inferred: {cite.why}"
        return
    place = f", {cite.locator}" if cite.locator else ""
    against = ", against it" if each.contradicts else ""
    yield f"{_SIGNS[each.mark]} {cite.source.id}{_sentence_numbers(each)}{place}{against}"
    if whole and each.source:
        yield f"  {_described(each.source)}"
    if whole and each.source and each.article and each.found:
        line = len(_LINE_BREAK.findall(each.article.text, 0, each.found.start)) + 1
        yield f"  {each.source.text('text')}:{line}"
    if cite.quote:
        yield f"  “{display(cite.quote)}”"
    yield from (f"  | {sentence}" for sentence in _sentences(each))


def _sentence_numbers(each: Evidence) -> str:
    numbers = each.found.sentences if each.found else ()
    return f", sentence{'s' * (len(numbers) > 1)} {', '.join(map(str, numbers))}" if numbers else ""


def _sentences(each: Evidence) -> Iterator[str]:
    """The sentences that hold a quotation, where it is not all of them."""
    if each.article and each.found:
        texts = [each.article.sentences[number - 1] for number in each.found.sentences]
        if (each.found.start, each.found.end) != (texts[0].start, texts[-1].end):
            yield from (sentence.text for sentence in texts)


def _described(source: Sheet) -> str:
    issued = source.date("issued")
    return ", ".join(
        filter(None, [source.name, source.text("publisher"), edtf.say(issued) if issued else ""])
    )


def _details(statement: Statement) -> Iterator[str]:
    item = statement.item
    if isinstance(item, Claim):
        said = {
            "by": item.by.id if item.by else "",
            "topic": item.topic,
            "when": edtf.say(item.when) if item.when else "",
            "status": item.status,
            "changes": ", ".join(earlier.id for earlier in item.changes),
        }
        yield from (f"{name}: {words}" for name, words in said.items() if words)


def _tie(tie: Tie, dossier: Dossier) -> str:
    details = [*tie.details, *([edtf.say(tie.when)] if tie.when else [])]
    words = f"{tie.label}: {dossier.sheets[tie.to].name} [{tie.to}]"
    return words + (f" ({'; '.join(details)})" if details else "")


def _mentions(sheet: Sheet, graph: Graph) -> list[str]:
    found: dict[str, list[str]] = {}
    for mention in graph.mentions.get(sheet.id, ()):
        found.setdefault(mention.source, []).append(str(mention.sentence))
    return [f"{source}: sentence{'s' * (len(n) > 1)} {', '.join(n)}" for source, n in found.items()]


def _marked(mark: Mark | None) -> str:
    return f"{_SIGNS[mark]} {mark or 'nothing supports it'}"


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A titled part; nothing where it has no lines."""
    held = list(lines)
    if held:
        yield from ("", title, *_indented(held))


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)
