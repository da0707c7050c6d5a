"""Why a text is no date we can use, and what to write instead.

Owns the one value that carries this. It does not find faults: `points`, `grammar` and `parsing` do.
"""

from __future__ import annotations

from dataclasses import dataclass

_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, in one phrase; what to write instead; and the rewritings alone, each a valid date."""

    message: str
    hint: str = ""
    suggestions: tuple[str, ...] = ()


def shown(text: str) -> str:
    """`text` as a message can show it: cut when long, and nothing in it that does not print."""
    cut = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in cut)


def unsupported(text: str, what: str, *suggestions: str) -> Fault:
    """The fault of a text that is valid EDTF of Level 2, which names the feature we leave out."""
    return Fault(f"{shown(text)} is valid EDTF, but {what} not supported here", "", suggestions)
