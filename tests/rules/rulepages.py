"""The pages of `docs/rules/`: what each rule says of itself, and how it looks when it is broken."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from textwrap import TextWrapper

from dossiers import BASE, overlaid, stored
from made import MADE, ON_DISK

from dossier import disk
from dossier.diagnostics import Diagnostic
from dossier.diagnostics.formats import show
from dossier.pipeline import check
from dossier.rulebook import RULEBOOK, STAGES

__all__ = ["pages"]

FIXTURES = Path(__file__).parent / "fixtures"
_INDEX = "README.md"
_EXPECTED = "expected.txt"
_OPENING = """# What dossier finds

A page for each finding, by the code in its square brackets, as in `error[quote-not-found]`. `dossier explain CODE` says
the same on the command line. [Put right what is found](../put-right.md) tells how to read a finding.

An **error** stops the build. A **warning** stops `dossier build --strict`, which is what CI runs. An **info** stops
nothing.
"""
_HINT = TextWrapper(width=100, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)


def pages() -> dict[str, str]:
    """Every page by the name of its file: the index and one a rule."""
    return {_INDEX: _index()} | {f"{code}.md": _page(code) for code in RULEBOOK}


def _index() -> str:
    return "\n".join([_OPENING, *(line for stage in STAGES for line in _table(stage))])


def _table(stage: str) -> Iterator[str]:
    yield f"## {stage}\n"
    yield "| Finding | Severity | What is wrong |\n| --- | --- | --- |"
    for rule in sorted(STAGES[stage], key=lambda each: each.code):
        summary = rule.explanation.partition("\n")[0].replace("|", "\\|")
        yield f"| [{rule.code}]({rule.code}.md) | {rule.severity} | {summary} |"
    yield ""


def _page(code: str) -> str:
    rule = RULEBOOK[code]
    stage = next(stage for stage, rules in STAGES.items() if rule in rules)
    anchor = stage.lower().replace(",", "").replace(" ", "-")
    parts = [
        f"# {code}",
        f"{str(rule.severity).capitalize()} · [{stage}](README.md#{anchor})",
        rule.explanation,
    ]
    shown = _shown(code)
    if shown:
        parts += ["How it looks:", f"```text\n{shown}\n```"]
    return "\n\n".join(parts) + "\n"


def _shown(code: str) -> str:
    """The first example there is, as `dossier check` prints it; nothing where publishing finds it."""
    for files, found in _examples(code):
        ours = [each for each in found if each.code == code][:1]
        if ours:
            return "\n".join(_wrapped(show(ours, "full", files).rstrip().split("\n")))
    return ""


def _examples(code: str) -> Iterator[tuple[Mapping[str, bytes], Iterable[Diagnostic]]]:
    for folder in sorted(FIXTURES.glob(f"{code}/bad*")):
        faulty = {path: data for path, data in stored(folder).items() if path != _EXPECTED}
        files = overlaid(BASE, faulty)
        yield files, check(files).diagnostics
    for path, bad, _, _ in MADE.get(code, ()):
        files = {**BASE, path: bad}
        yield files, check(files).diagnostics
    for make, _ in ON_DISK.get(code, ()):
        with tempfile.TemporaryDirectory() as name:
            disk.write(Path(name), BASE)
            make(Path(name))
            yield disk.read(Path(name))


def _wrapped(lines: Iterable[str]) -> Iterator[str]:
    """Hints, which a terminal would break, broken; quoted lines as they are."""
    for line in lines:
        yield from _HINT.wrap(line) if line.startswith("  = ") else [line]
