"""What is wrong, where it stands, and what to do about it.

Owns the one finding type every stage reports with, and the rules that make findings. It does not know how
a finding is printed (`diagnostics.formats`) nor what is wrong with anything: each stage owns its own rules.

A rule is a function: its name is the code (`quote_not_found` is `quote-not-found`) and its docstring the
explanation `dossier explain` prints, with a Bad and a Good example.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from inspect import cleandoc
from typing import Generic, NamedTuple, ParamSpec

__all__ = ["Check", "Diagnostic", "Edit", "Finding", "Related", "Rule", "Severity", "Span", "check", "rule"]

P = ParamSpec("P")


class Severity(StrEnum):
    """How much a finding matters: an error stops the build, a warning does with `--strict`, an info never."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Span(NamedTuple):
    """A stretch of a file. Lines and columns count from 1, columns in code points; the end is exclusive.

    `file` is relative to the dossier's folder, with `/` between its parts.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


class Related(NamedTuple):
    """Another place that helps to understand a finding, and why."""

    span: Span
    message: str


class Edit(NamedTuple):
    """A stretch of a file and what belongs there instead. An empty stretch is a place to insert."""

    span: Span
    text: str


class Finding(NamedTuple):
    """What a rule found: where, what is wrong in one phrase, what to do, and other places that matter.

    `remedy` is given only where there is one safe way to put it right, which changes nothing of what is meant.
    """

    span: Span
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()
    remedy: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding with the code and the severity of the rule that made it."""

    code: str
    severity: Severity
    span: Span
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()
    remedy: tuple[Edit, ...] = ()


class _Documented(Generic[P]):
    """What `Rule` and `Check` share: a code, a severity and an explanation, taken from a function."""

    def __init__(self, function: Callable[P, object], severity: Severity) -> None:
        self.code = function.__name__.replace("_", "-")
        self.severity = severity
        self.explanation = cleandoc(function.__doc__ or "")

    def diagnostic(self, finding: Finding) -> Diagnostic:
        return Diagnostic(self.code, self.severity, *finding)


class Rule(_Documented[P]):
    """A rule that words one finding; a stage calls it at the moment it meets the fault."""

    def __init__(self, function: Callable[P, Finding], severity: Severity) -> None:
        super().__init__(function, severity)
        self._word = function

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Diagnostic:
        return self.diagnostic(self._word(*args, **kwargs))


class Check(_Documented[P]):
    """A rule that looks over something whole and yields every fault it finds."""

    def __init__(self, function: Callable[P, Iterable[Finding]], severity: Severity) -> None:
        super().__init__(function, severity)
        self._find = function

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Iterator[Diagnostic]:
        return map(self.diagnostic, self._find(*args, **kwargs))


def rule(severity: Severity = Severity.ERROR) -> Callable[[Callable[P, Finding]], Rule[P]]:
    """Make a `Rule` of a function that words one finding."""
    return lambda function: Rule(function, severity)


def check(severity: Severity = Severity.ERROR) -> Callable[[Callable[P, Iterable[Finding]]], Check[P]]:
    """Make a `Check` of a generator function that yields findings."""
    return lambda function: Check(function, severity)
