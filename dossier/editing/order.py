"""The order in which the fields of a sheet stand: the frame that all sheets share, and what their kind declares.

Owns that order, and no more: what a field means is for `model`. Names that it does not know stay after the others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dossier.kinds import Kind, Kinds, Role
from dossier.model import BRIEFING_FILE

__all__ = ["Order", "names_in", "order_in", "order_of"]


@dataclass(frozen=True, slots=True)
class Order:
    """The names of a mapping, those in one group as they were written; and what holds inside their values.

    `inside` is by name; `each` holds inside of all values that have no name of their own there.
    """

    groups: Sequence[Sequence[str]] = ()
    inside: Mapping[str, Order] = field(default_factory=dict)
    each: Order | None = None

    def rank(self, name: str) -> int:
        """Where a name belongs; names of one rank are not told apart."""
        return next((at for at, group in enumerate(self.groups) if name in group), len(self.groups))

    def within(self, name: str) -> Order:
        """The order inside of a value."""
        return self.inside.get(name) or self.each or _ANY


def _in_order(*names: str, cite: bool = False) -> Order:
    return Order([[name] for name in names], {"cite": _CITE} if cite else {})


_ANY = Order()
_CITE = _in_order("source", "inferred", "quote", "prefix", "suffix", "locator", "relation")
_FACT = _in_order("value", "as_of", "note", "cite", cite=True)
_RELATION = _in_order("to", "as", "when", "note", "cite", cite=True)
_CLAIM = _in_order("id", "text", "topic", "by", "status", "when", "changes", "cite", cite=True)

_BRIEFING = Order(
    [
        [name]
        for name in (
            "title", "description", "language", "address", "as_of", "updated", "sides", "topics", "sections",
        )
    ],
    {"sections": _in_order("title", "body")},
)  # fmt: skip


def order_of(kind: Kind) -> Order:
    """The order of a sheet of a kind."""
    if kind.role is Role.SOURCE:  # people begin with either, and both are what a reader looks for first
        head = [["type", "name", "title"], ["names"], ["aliases"], ["formerly"]]
    else:
        head = [["name"], ["names"], ["aliases"], ["formerly"]]
    fields = [[name] for name in kind.fields if not any(name in group for group in head)]
    tail = [[name] for name in ("summary", "facts", "relations", "claims", "cite", "body", "reviewed")]
    return Order(
        [*head, *fields, *tail],
        {
            "facts": Order([[name] for name in kind.facts], each=_FACT),
            "relations": Order([[name] for name in kind.relations], each=_RELATION),
            "claims": _CLAIM,
            "cite": _CITE,
        },
    )


def order_in(path: str, kinds: Kinds) -> Order:
    """The order in a file of the dossier; the fields of what is neither a sheet nor the briefing stand as written."""
    if path == BRIEFING_FILE:
        return _BRIEFING
    kind = kinds.in_folder(path.split("/")[1])
    return order_of(kind) if kind else _ANY


def names_in(order: Order) -> frozenset[str]:
    """All names that an order knows, those inside of values too."""
    inside = [*order.inside.values(), *([order.each] if order.each else [])]
    own = (name for group in order.groups for name in group)
    return frozenset(own).union(*(names_in(each) for each in inside))
