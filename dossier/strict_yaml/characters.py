r"""Characters no file may hold: those that hide, reorder or stand for nothing a reader can see.

Owns which they are, their names, and the rules that refuse them. Where they were found, in the file itself or
behind an escape such as `"\u202e"`, is for the caller to say.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

from dossier.diagnostics import Diagnostic, Finding, Rule, Span, rule

__all__ = ["RULES", "Place", "character_faults", "name_of"]

Place = Callable[[int, int], tuple[Span, str]]
"""From a stretch of the text examined to its span and, where it is an escape, how that is written."""

# Ranges, not `unicodedata.category`: the same file must be judged alike under every version of Python.
_CONTROL = "\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f"
_BIDIRECTIONAL = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069"
_INVISIBLE = (
    "\\xad\\u034f\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f"
    "\\u200b-\\u200d\\u2028\\u2029\\u2060-\\u2065\\u206a-\\u206f\\u3164\\ufeff\\uffa0\\ufff0-\\ufffb"
    "\\U000110bd\\U000110cd\\U00013430-\\U0001343f\\U0001bca0-\\U0001bca3\\U0001d173-\\U0001d17a"
    "\\U000e0000-\\U000e00ff\\U000e01f0-\\U000e0fff"
)
_VARIATION = "\\ufe00-\\ufe0f\\U000e0100-\\U000e01ef"
_UNDEFINED = "\\ud800-\\udfff\\ue000-\\uf8ff\\ufdd0-\\ufdef\\ufffe\\uffff\\U000f0000-\\U0010ffff" + "".join(
    f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(1, 15)
)
# Texts of these characters alone, nearly all, need no closer look: it takes ten times as long.
_UNCOMMON = re.compile("[^\n -~\xa0-\xac\xae-\u034e\u0350-\u05ff\u2010-\u2027\u3000-\u3163\u3165-\ud7ff]")
_IDEOGRAPH = "[\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\U00020000-\\U0003fffd]"
_CONTROL_NAMES = {
    0x00: "NULL",
    0x07: "BELL",
    0x08: "BACKSPACE",
    0x0B: "VERTICAL TAB",
    0x0C: "FORM FEED",
    0x0D: "CARRIAGE RETURN",
    0x1A: "SUBSTITUTE",
    0x1B: "ESCAPE",
    0x7F: "DELETE",
    0x85: "NEXT LINE",
}
_UNNAMED = {"Cc": "CONTROL", "Co": "PRIVATE USE", "Cs": "SURROGATE", "Cn": "UNASSIGNED"}


def name_of(character: str) -> str:
    """A character's number and name: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    kind = _UNNAMED.get(unicodedata.category(character), "UNNAMED")
    name = _CONTROL_NAMES.get(ord(character)) or unicodedata.name(character, kind)
    return f"U+{ord(character):04X} {name}"


def _named(character: str, escape: str) -> str:
    return (
        f"the escape {escape} makes {name_of(character)}" if escape else f"{name_of(character)} stands here"
    )


@rule()
def control_character(span: Span, character: str, escape: str = "") -> Finding:
    r"""A control character, one that commands a device and has no shape, is refused, raw or as an escape.

    Bad:

        name: "Shikotan\0"

    Good:

        name: Shikotan
    """
    return Finding(
        span,
        f"{_named(character, escape)}, a control character",
        "delete it; if you cannot see it, delete the words around this column and type them again",
    )


@rule()
def bidirectional_character(span: Span, character: str, escape: str = "") -> Finding:
    r"""A character that changes the direction of text is refused: it can make a page say what no file does.

    Bad:

        name: "Shikotan \u202ednalsi"

    Good:

        name: Shikotan island
    """
    return Finding(
        span,
        f"{_named(character, escape)}, which changes the order text is shown in",
        "delete it; if you cannot see it, delete the words around this column and type them again",
    )


@rule()
def invisible_character(span: Span, character: str, escape: str = "") -> Finding:
    r"""A character that takes no room on the screen is refused: two words that look alike would differ.

    Zero-width spaces and joiners, soft hyphens, tags and fillers are of this kind. A variation selector is
    accepted after an ideograph, where it picks the form of a Japanese name.

    Bad:

        name: "Shiko\u200btan"

    Good:

        name: Shikotan
    """
    return Finding(
        span,
        f"{_named(character, escape)}, an invisible character",
        "delete it: it often comes with text copied from a web page; type the words around this column again",
    )


@rule()
def undefined_character(span: Span, character: str, escape: str = "") -> Finding:
    r"""A character that Unicode leaves without meaning is refused: every computer would show something else.

    Bad:

        name: "Shikotan \ue000"

    Good:

        name: Shikotan
    """
    return Finding(
        span,
        f"{_named(character, escape)}, which has no agreed meaning",
        "delete it, or type the letter that was meant",
    )


@rule()
def lone_carriage_return(span: Span, character: str, escape: str = "") -> Finding:
    r"""Lines end with LF, or CR LF as on Windows. A CR alone looks like a line end to some programs only.

    Bad:

        name: "Shikotan\rHabomai"

    Good:

        name: Shikotan
    """
    return Finding(
        span,
        f"{_named(character, escape)} and ends no line",
        "save the file with line ends of the kind LF (Unix) or CR LF (Windows)",
    )


RULES = (
    control_character,
    bidirectional_character,
    invisible_character,
    undefined_character,
    lone_carriage_return,
)

_KINDS: tuple[tuple[str, Rule[[Span, str, str]]], ...] = (
    ("\r", lone_carriage_return),
    (f"[{_CONTROL}]", control_character),
    (f"[{_BIDIRECTIONAL}]", bidirectional_character),
    (f"[{_UNDEFINED}]", undefined_character),
    (f"[{_INVISIBLE}{_VARIATION}]", invisible_character),
)


@cache
def _refused() -> re.Pattern[str]:
    """Any of these. It takes longer to compile than many a file to read, and most hold no uncommon character."""
    return re.compile(f"[{_CONTROL}{_BIDIRECTIONAL}{_INVISIBLE}{_VARIATION}{_UNDEFINED}]")


def character_faults(text: str, place: Place) -> Iterator[Diagnostic]:
    """Every character of a text that may not stand in it; `place` says where each is."""
    uncommon = _UNCOMMON.search(text)
    found_return = False
    for match in _refused().finditer(text, uncommon.start()) if uncommon else ():
        if not _picks_a_form(text, match.start()):
            refuse = next(refuse for kind, refuse in _KINDS if re.match(kind, match[0]))
            if refuse is lone_carriage_return and found_return:
                continue  # where one line ends so, they all do
            found_return |= refuse is lone_carriage_return
            span, escape = place(match.start(), match.end())
            yield refuse(span, match[0], escape)


def _picks_a_form(text: str, index: int) -> bool:
    """Whether a variation selector stands right after an ideograph."""
    character = text[index]
    selector = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    return selector and index > 0 and re.match(_IDEOGRAPH, text[index - 1]) is not None
