"""What differs between two states, for those who review it: as Markdown fit for a pull request, and as JSON.

Owns the form of both. In Markdown no word of a sheet can become a mention, a reference to an issue, a link or an
element where GitHub or GitLab show it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from dossier.changes import Changes, Named, Piece, SheetChange, Unread
from dossier.changes.as_json import data_of
from dossier.changes.telling import Line, counted, lines, summary, told_source
from dossier.graph import Mark
from dossier.pages.markdown import Markdown, escape, join
from dossier.pages.notes import SYMBOLS

__all__ = ["FORMAT", "as_json", "as_markdown"]

FORMAT = 1
"""The version of the JSON document's shape."""

_LONGEST = 60_000  # characters; GitHub takes 65,536 in a comment
_SOURCES = 4  # named beside a statement
_UNREAD = 20
_MEANS_SOMETHING = re.compile(r'@|(?<!\w)[#!%~$&](?=["\w])|:(?=//)|\bwww(?=\.)', re.IGNORECASE)
_APART = "\u200b"  # zero-width space: what it stands behind is no sign any more, and looks the same


def as_json(changes: Changes, before: Named, after: Named) -> str:
    """The changes as a JSON document; of the states compared the names and the ids of their commits are given."""
    document = {"format": FORMAT, "before": data_of(before), "after": data_of(after)}
    told = data_of(changes)
    assert isinstance(told, dict)  # noqa: S101
    return json.dumps({**document, **told}, ensure_ascii=False, indent=2, sort_keys=True)


def as_markdown(changes: Changes, before: Named, after: Named) -> str:
    """The changes as Markdown, by sheet; what is too much for a comment is counted."""
    told = f"{summary(changes)}." if changes.sheets else "nothing changed by meaning."
    head = f"## What changed\n\nFrom {_state(before)} to {_state(after)}: {_safe(told)}"
    parts = [head, *([_unread(changes.unread)] if changes.unread else [])]
    length = sum(map(len, parts))
    for number, change in enumerate(changes.sheets):
        part = "\n".join(_sheet(change))
        length += len(part)
        if length > _LONGEST:
            rest = counted(len(changes.sheets) - number, "more page")
            parts.append(f"And changes on {rest}; `--output-format json` tells all of them.")
            break
        parts.append(part)
    return "\n\n".join(parts)


def _state(named: Named) -> str:
    """A state by the name it was asked for."""
    return _code(named.name) if named.id else _safe(named.name)


def _unread(faults: tuple[Unread, ...]) -> str:
    """What could not be compared, one a line."""
    told = [
        f"- {_code(each.file)}, line {each.line}, {each.side}: {_safe(each.message)}"
        for each in faults[:_UNREAD]
    ]
    rest = [f"- and {len(faults) - _UNREAD:,} more"] if len(faults) > _UNREAD else []
    return "\n".join(["What follows could not be read, and was not compared:\n", *told, *rest])


def _sheet(change: SheetChange) -> Iterator[str]:
    about = [change.sort.label.lower()] if change.sort.label != change.sheet.name else []
    about += [str(change.what)] if change.what else []
    about += [f"formerly {change.formerly}"] if change.formerly else []
    aside = f" ({', '.join(about)})" if about else ""
    yield f"### {_safe(change.sheet.name + aside)}\n"
    found = list(lines(change))
    yield from (f"- {_line(line, is_named=change.what is None)}" for line in found)
    if not found:
        yield f"- {counted(0, 'statement')}"


def _line(line: Line, *, is_named: bool) -> Markdown:
    label = Markdown(f"**{_safe(line.label)}:**" if is_named else "")
    aside = _safe(f"({line.aside})" if line.after and line.aside else line.aside)
    before = Markdown(f"“{_pieces(line.before, 'del')}”" if line.before else "")
    if line.after and before:
        before = Markdown(f"<br>Before: {before}")
    return join([label, _pieces(line.after, "ins"), _evidence(line), aside, before])


def _evidence(line: Line) -> Markdown:
    """The mark of a statement and what it rests on."""
    if line.statement is None or not line.statement.mark:
        return Markdown("")
    names = list(dict.fromkeys(map(told_source, line.statement.sources)))
    told = "; ".join(
        [*names[:_SOURCES], *([f"{len(names) - _SOURCES} more"] if len(names) > _SOURCES else [])]
    )
    return join([Markdown(SYMBOLS[Mark(line.statement.mark)]), Markdown(f"<sub>{_safe(told)}</sub>")])


def _pieces(pieces: tuple[Piece, ...], element: str) -> Markdown:
    return join(
        [
            Markdown(f"<{element}>{_safe(piece.words)}</{element}>") if piece.differs else _safe(piece.words)
            for piece in pieces
        ]
    )


def _code(name: str) -> Markdown:
    """A name set as code, unless it holds what ends a span of code: a backtick, or a line that begins a block."""
    return Markdown(f"`{name}`") if name.isprintable() and "`" not in name else _safe(name)


def _safe(text: str) -> Markdown:
    """Text that stays text where it is shown."""
    return escape(_MEANS_SOMETHING.sub(rf"\g<0>{_APART}", text))
