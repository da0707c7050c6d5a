"""What MkDocs says while it works: kept from the terminal, turned into diagnostics.

Owns the reading of MkDocs' log messages. It does not run MkDocs.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dossier.diagnostics import Diagnostic, Span
from dossier.publish.rules import CONFIG, broken_anchor, broken_link, page_not_rendered, renderer_warning

_LINK = re.compile(
    r"Doc file '(?P<page>.+?)' contains (?:a|an absolute|an unrecognized relative) link '(?P<link>.*?)', "
)
_ANCHOR = re.compile(r"there is no such anchor on this page|does not contain an anchor")
_GUESS = re.compile(r"Did you mean '(?P<guess>.*)'\?$")
_READING = re.compile(r"Error reading page '(?P<page>.+?)':(?P<why>.*)", re.DOTALL)
_BUILDING = re.compile(r"Error building page '(?P<page>.+?)':", re.DOTALL)


class _Keeper(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def kept_messages() -> Iterator[list[str]]:
    """Collect what MkDocs and its plugins warn of, and let nothing through to the terminal."""
    logger, keeper = logging.getLogger("mkdocs"), _Keeper()
    level, propagate = logger.level, logger.propagate
    logger.addHandler(keeper)
    # MkDocs skips its check of anchors when the level is DEBUG.
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        yield keeper.messages
    finally:
        logger.removeHandler(keeper)
        logger.setLevel(level)
        logger.propagate = propagate


def findings(messages: Iterable[str], pages: Path, project: Path) -> tuple[Diagnostic, ...]:
    """Turn each message into a diagnostic that names the page's file and, if it can be found, the place."""
    return tuple(_finding(message, pages, project) for message in messages)


def unreadable_pages(messages: Iterable[str], pages: Path, project: Path) -> tuple[Diagnostic, ...]:
    """The messages of an aborted build that blame the text of a page."""
    found = (_READING.match(message) for message in messages)
    return tuple(
        page_not_rendered(_span(m["page"], "", pages, project), one_line(m["why"])) for m in found if m
    )


def page_being_built(messages: Iterable[str], pages: Path, project: Path) -> Span:
    """The page whose template failed, or the configuration when the messages name none."""
    found = (_BUILDING.match(message) for message in messages)
    return next((_span(m["page"], "", pages, project) for m in found if m), CONFIG)


def one_line(message: str) -> str:
    """The message on one line, cut where nobody reads on."""
    return " ".join(message.split())[:400]


def _finding(message: str, pages: Path, project: Path) -> Diagnostic:
    if not (match := _LINK.match(message)):
        return renderer_warning(CONFIG, one_line(message))
    span = _span(match["page"], match["link"], pages, project)
    if _ANCHOR.search(message):
        return broken_anchor(span, match["link"])
    guess = _GUESS.search(message)
    return broken_link(span, match["link"], guess["guess"] if guess else "")


def _span(page: str, link: str, pages: Path, project: Path) -> Span:
    """The first place in the page's file where the link is written; else the file's beginning."""
    file = pages / page
    name = file.relative_to(project).as_posix() if file.is_relative_to(project) else file.as_posix()
    if not link or not file.is_file():
        return Span(name)
    for number, line in enumerate(file.read_text("utf-8", "replace").splitlines(), 1):
        if (at := line.find(link)) >= 0:
            return Span(name, number, at + 1, number, at + 1 + len(link))
    return Span(name)
