"""The dossier of this repository is without a fault, and one wrong letter in any quotation is found where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner
from realdossier import ROOT, compiled, files

from dossier import disk
from dossier.citations import Citation, Place
from dossier.cli import main
from dossier.diagnostics import Span
from dossier.pipeline import check
from dossier.strict_yaml import Scalar

STYLES = ("flow mapping", "block mapping", "folded text", "literal text")
OF_A_STYLE = 7


class Slip(NamedTuple):
    """A letter of a quotation: where it stands in its file, and the quotation."""

    span: Span
    quote: str


def _style(place: Place) -> str:
    source, start = place.scalar.source.text, place.scalar.start
    if source[start] in ">|":
        return "folded text" if source[start] == ">" else "literal text"
    line = source[source.rfind("\n", 0, start) + 1 : start].lstrip(" -")
    return "block mapping" if line.startswith("quote:") else "flow mapping" if "{" in line else "another"


def _letter(scalar: Scalar, start: int, end: int) -> Span | None:
    """A letter near the middle of a stretch of a value."""
    order = sorted(range(start, end), key=lambda at: abs(at - (start + end) // 2))
    return next((scalar.span_of(at, at + 1) for at in order if scalar.value[at].isalpha()), None)


@cache
def _slips() -> dict[str, list[Slip]]:
    found: dict[str, dict[Slip, None]] = {}
    for statement in compiled().graph.statements:
        for each in statement.evidence:
            place = each.cite.quote_place if isinstance(each.cite, Citation) else None
            letter = _letter(*place) if place else None
            if place and letter and isinstance(each.cite, Citation):
                found.setdefault(_style(place), {})[Slip(letter, each.cite.quote)] = None
    return {style: list(slips) for style, slips in found.items()}


def _spread(slips: list[Slip]) -> Iterator[Slip]:
    """A few of many, from all over."""
    return islice(slips[:: max(1, len(slips) // OF_A_STYLE)], OF_A_STYLE)


def _changed(data: bytes, span: Span) -> bytes:
    lines = data.decode().split("\n")
    line = lines[span.line - 1]
    letter = line[span.column - 1]
    lines[span.line - 1] = line[: span.column - 1] + ("z" if letter != "z" else "q") + line[span.column :]
    return "\n".join(lines).encode()


def test_the_dossier_is_without_a_fault() -> None:
    result = CliRunner().invoke(main, ["check", str(ROOT)])
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Nothing found.\n")


def test_quotations_are_written_in_every_style() -> None:
    assert set(_slips()) >= set(STYLES)


@pytest.mark.parametrize("style", STYLES)
def test_one_wrong_letter_is_found_where_it_stands(style: str) -> None:
    slips = list(_spread(_slips()[style]))
    assert len(slips) >= 5
    for span, quote in slips:
        found = check({**files(), span.file: _changed(files()[span.file], span)}).diagnostics
        errors = [each for each in found if each.span.file == span.file]
        assert [each.code for each in errors if each.span.line == span.line] == ["quote-not-found"], span
        assert [each for each in found if each not in errors and each.code == "quote-not-found"] == []
        (error,) = (each for each in errors if each.span.line == span.line)
        assert (
            error.span.column <= span.column < error.span.end_column or error.span.end_line > error.span.line
        )
        assert "The closest passage, in sentence" in error.hint
        assert _letters(quote) in _letters(error.hint)


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def test_the_command_says_so_too(tmp_path: Path) -> None:
    for number, style in enumerate(STYLES):
        span, quote = _slips()[style][0]
        folder = tmp_path / str(number)
        disk.write(folder, {**files(), span.file: _changed(files()[span.file], span)})
        result = CliRunner().invoke(main, ["check", str(folder)])
        assert result.exit_code == 1
        assert f"--> {span.file}:{span.line}:" in result.stdout
        assert _letters(quote) in _letters(result.stdout)
