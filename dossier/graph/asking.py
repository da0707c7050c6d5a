"""What can be asked of a woven graph, as mappings and sequences.

Owns that nothing is put together before it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from dossier.graph.strands import Question, Strand
from dossier.prose import Prose

if TYPE_CHECKING:
    from dossier.graph.weaving import Weave

__all__ = ["Answers", "ById", "Listed", "OfPage", "Strands", "Texts"]

Value = TypeVar("Value")


class Listed(Sequence[Value]):
    """What is only gone through when somebody does."""

    def __init__(self, make: Callable[[], Iterable[Value]]) -> None:
        self._make = make

    @cached_property
    def _all(self) -> tuple[Value, ...]:
        return tuple(self._make())

    @overload
    def __getitem__(self, index: int) -> Value: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Value]: ...
    def __getitem__(self, index: int | slice) -> Value | Sequence[Value]:
        return self._all[index]

    def __len__(self) -> int:
        return len(self._all)


class Strands(Mapping[str, Strand]):
    """Every page."""

    def __init__(self, weave: Weave) -> None:
        self._weave = weave

    def __getitem__(self, page: str) -> Strand:
        return self._weave.strand(page)

    def __iter__(self) -> Iterator[str]:
        return iter(self._weave.pages)

    def __len__(self) -> int:
        return len(self._weave.pages)


class OfPage(Mapping[str, Value]):
    """Something that each page has by itself; pages that have nothing of it are left out."""

    def __init__(self, weave: Weave, part: Callable[[Strand], Value]) -> None:
        self._weave = weave
        self._part = part

    def __getitem__(self, page: str) -> Value:
        if found := self._part(self._weave.strand(page)):
            return found
        raise KeyError(page)

    def __iter__(self) -> Iterator[str]:
        return (page for page in self._weave.pages if self._part(self._weave.strand(page)))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class ById(Mapping[str, Any]):
    """Statements by their ids."""

    def __init__(self, weave: Weave) -> None:
        self._weave = weave

    def __getitem__(self, statement: str) -> Any:
        page = statement.partition("#")[0]
        for each in self._weave.strand(page).statements:
            if each.id == statement:
                return each
        raise KeyError(statement)

    def __iter__(self) -> Iterator[str]:
        return (statement.id for statement in self._weave.statements())

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Texts(Mapping[tuple[str, str], Prose]):
    """Texts by their pages and names."""

    def __init__(self, weave: Weave) -> None:
        self._weave = weave

    def __getitem__(self, key: tuple[str, str]) -> Prose:
        return self._weave.strand(key[0]).prose[key[1]]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return ((page, name) for page in self._weave.pages for name in self._weave.strand(page).prose)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Answers(Mapping[str, Value], Generic[Value]):
    """The answers to questions of one sort, each put together once."""

    def __init__(self, weave: Weave, name: str, answer: Callable[[Question], Value]) -> None:
        self._weave = weave
        self._name = name
        self._answer = answer
        self._known: dict[str, Value] = {}

    def __getitem__(self, key: str) -> Value:
        if key not in self._known:
            question = (self._name, key)
            if question not in self._weave.reach:
                raise KeyError(key)
            self._known[key] = self._answer(question)
        return self._known[key]

    def __contains__(self, key: object) -> bool:
        return (self._name, key) in self._weave.reach

    def __iter__(self) -> Iterator[str]:
        return (key for name, key in self._weave.reach if name == self._name)

    def __len__(self) -> int:
        return sum(1 for _ in self)
