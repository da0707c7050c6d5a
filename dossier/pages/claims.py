"""One claim on a page: who says it, since when, in which words, on what evidence, and what it changed.

Owns how a claim is shown, on the page of its sheet and elsewhere. Which claims stand together is for `positions`.
"""

from __future__ import annotations

import re

from dossier import edtf
from dossier.graph import Statement
from dossier.model import Claim
from dossier.pages.desk import Desk
from dossier.pages.markdown import Markdown, escape, join
from dossier.pages.topics import claim_of
from dossier.pages.writer import Writer

__all__ = ["ClaimWriter", "attribute"]

# The signs only help: what they stand for is said beside them.
_SIGNS = {"contested": "≠", "withdrawn": "✕"}
_NOT_PLAIN = re.compile(r"[^\w ,.'()\-]")
_WHITE = re.compile(r"\s+")


def attribute(text: str) -> str:
    """Text as the value of an attribute of HTML inside Markdown: what means something to either is a reference."""
    return _NOT_PLAIN.sub(lambda special: f"&#{ord(special[0])};", _WHITE.sub(" ", text.strip())).replace(
        "_", "&#95;"
    )


class ClaimWriter:
    """Writes claims for one page."""

    def __init__(self, desk: Desk, writer: Writer) -> None:
        self._desk = desk
        self._writer = writer

    def own(self, statement: Statement, *, named: bool) -> Markdown:
        """A claim on the page of its sheet, with its place; `named` tells whether its voice is said."""
        claim = claim_of(statement)
        voice = self._voice(claim) if named else Markdown("")
        head = _head([voice, self._when(claim)])
        return join(
            [
                join([self._anchor(statement, claim), head], ""),
                *self._said(statement, claim),
                _handles(claim.id),
                *self._changes(statement, claim),
            ]
        )

    def elsewhere(self, statement: Statement, *, named: bool) -> Markdown:
        """A claim on another page, which names what it is about and leads there."""
        claim = claim_of(statement)
        voice = self._voice(claim) if named else Markdown("")
        about = Markdown(f"on {self._writer.to_statement(statement, self._name(statement.sheet))}")
        head = _head([voice, self._when(claim), about], self._by(claim))
        return join([head, *self._said(statement, claim), *self._changes(statement, claim)])

    def change(self, statement: Statement) -> Markdown:
        """That a claim changed others, in a line."""
        claim = claim_of(statement)
        head = join([self._voice(claim), self._when(claim)], ", ")
        later = self._writer.to_statement(statement, "changed")
        links = join([self._dated_link(each) for each in self._earlier(claim)], ", ")
        return join([head, later, Markdown("what was said before:"), links])

    def _said(self, statement: Statement, claim: Claim) -> list[Markdown]:
        words = self._writer.inline(statement.sheet, claim.id)
        # What is cited in the text of the claim stands there already, and comes last.
        beside = statement.evidence[: len(claim.cites)]
        return [words, self._writer.cite(beside), _status(claim)]

    def _anchor(self, statement: Statement, claim: Claim) -> Markdown:
        return Markdown(f'<a id="{statement.anchor}"{self._by(claim)}></a>')

    def _by(self, claim: Claim) -> str:
        """An attribute that names the voice, for whoever shows the evidence away from the claim."""
        return f' data-by="{attribute(self._name(claim.by.id))}"' if claim.by else ""

    def _voice(self, claim: Claim) -> Markdown:
        return self._writer.to(claim.by.id) if claim.by else Markdown("")

    def _when(self, claim: Claim) -> Markdown:
        return self._writer.date(claim.when) if claim.when else Markdown("")

    def _name(self, sheet_id: str) -> str:
        sheet = self._desk.dossier.sheets.get(sheet_id)
        return sheet.name if sheet else sheet_id

    def _changes(self, statement: Statement, claim: Claim) -> list[Markdown]:
        """What this claim changed, and what changed it."""
        later = self._desk.graph.changed_by.get(statement.id, ())
        return [
            *self._change("← Changes what was said before", self._earlier(claim)),
            *self._change("→ Changed", list(later)),
        ]

    def _earlier(self, claim: Claim) -> list[Statement]:
        """The claims that a claim changed. A page is made of what has been checked, so that all are there."""
        return [self._desk.graph.by_id[each.id] for each in claim.changes]

    def _change(self, words: str, others: list[Statement]) -> list[Markdown]:
        if not others:
            return []
        links = join([self._dated_link(other) for other in others], ", ")
        return [Markdown(f'<span class="claim-change">{words}: {links}</span>')]

    def _dated_link(self, other: Statement) -> Markdown:
        when = claim_of(other).when
        name = self._name(other.sheet)
        return self._writer.to_statement(other, f"{edtf.say(when)} ({name})" if when else name)


def _head(parts: list[Markdown], by: str = "") -> Markdown:
    said = join(parts, " · ")
    return Markdown(f'<span class="claim-said"{by}>{said}:</span>') if said else Markdown("")


def _status(claim: Claim) -> Markdown:
    sign = _SIGNS.get(claim.status)
    if sign is None:
        return Markdown("")
    return Markdown(
        f'<span class="claim-status"><span aria-hidden="true">{sign}</span> {escape(claim.status)}</span>'
    )


def _handles(anchor: str) -> Markdown:
    """The permanent address of a claim, and how to cite it. Anchors come of ids, which need no escaping."""
    return Markdown(
        f'<span class="claim-handles" data-search-exclude="true">'
        f'<a href="#{anchor}" aria-label="Link to this statement">#</a>'
        f' <a href="#cite-{anchor}" aria-label="Cite this statement">Cite</a></span>'
    )
