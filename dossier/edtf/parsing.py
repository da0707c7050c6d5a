"""Any text to a `Date` or a `Fault`.

Owns the order in which a text is tried (as EDTF, as EDTF we leave out, as another habit of writing dates)
and the hint in which that ends. It does not know any of the forms itself. No text makes it raise.
"""

from __future__ import annotations

from functools import lru_cache

from dossier.edtf.date import Date
from dossier.edtf.fault import Fault, shown
from dossier.edtf.grammar import Halves, read, split
from dossier.edtf.habits import rewritings, tidy
from dossier.edtf.level2 import refuse
from dossier.edtf.wording import say

MAX_LENGTH = 100
_MAX_SUGGESTIONS = 3
_EXAMPLES = "write a date such as 2019-02-16, 2019-02 or 2019, or an interval such as 2019-02/2019-03"


def parse(text: str) -> Date | Fault:
    """The date a text holds, or what is wrong with the text and what to write instead.

    Takes EDTF (LoC specification) of Levels 0 and 1 and `[a..b]`, `[a..]`, `[..b]`, exactly: no spaces, only
    ASCII digits. `Date.text` is `text`.
    """
    if len(text) > MAX_LENGTH:
        return Fault(f"a date of {len(text)} characters is too long", _EXAMPLES)
    if not text.strip():
        return Fault("the date is empty", f"{_EXAMPLES}; or leave the field out")
    return _parse(text)


# The dates of a dossier repeat; the length is checked before, so that the cache holds only short texts.
@lru_cache(maxsize=1 << 15)
def _parse(text: str) -> Date | Fault:
    found = read(text) or _left_out(text) or _habit(text) or _side_by_side(text)
    if isinstance(found, Date):
        return found
    return _hinted(found or Fault(f"{shown(text)} is not a date that can be read"))


def _left_out(text: str) -> Fault | None:
    """The fault of a Level 2 form; when the date inside it does not exist, the fault of that date."""
    fault = refuse(text)
    drafts = (read(draft) or _side_by_side(draft) for draft in fault.suggestions) if fault else ()
    return next((draft for draft in drafts if isinstance(draft, Fault)), fault)


def _habit(text: str) -> Fault | None:
    """The fault of a text that is a date in another habit; when that date does not exist, its own fault."""
    drafts = rewritings(text)
    good = tuple(draft for draft in drafts if isinstance(read(draft), Date))
    if good:
        lookalike = _looks_right(text) if len(good) == 1 else ""
        return Fault(lookalike or f"{shown(text)} is not a date that can be read", "", good)
    faults = (read(draft) or _left_out(draft) for draft in drafts)
    return next((fault for fault in faults if isinstance(fault, Fault)), None)


def _looks_right(text: str) -> str:
    """What is wrong with a text that differs from a date only in a way the eye does not see."""
    if isinstance(read(text.strip()), Date):
        return "the date has a space before or after it"
    if isinstance(read(tidy(text)), Date):
        return f"{shown(text)} has characters that only look like plain digits or hyphens"
    return ""


def _side_by_side(text: str) -> Fault | None:
    """The first fault on either side of an interval or range, with both sides put right."""
    halves = split(text)
    if not halves:
        return None
    found = [_side(halves, side) for side in halves.sides]
    faults = [fault for fault in found if isinstance(fault, Fault)]
    if not faults:
        return None
    if not all(fault.suggestions for fault in faults):
        worst = next(fault for fault in faults if not fault.suggestions)
        return Fault(worst.message, worst.hint)
    draft = halves.join(*(side.suggestions[0] if isinstance(side, Fault) else side for side in found))
    return Fault(faults[0].message, "", (draft,))


def _side(halves: Halves, side: str) -> Fault | str:
    found = None if halves.end_without_date(side) else _parse(side)
    return found if isinstance(found, Fault) else side


def _hinted(fault: Fault) -> Fault:
    """The fault with only such suggestions as are good dates, and with a hint that gives them."""
    dates = [date for draft in dict.fromkeys(fault.suggestions) if isinstance(date := read(draft), Date)]
    good = [date for date in dates if not date.ends_before_it_begins][:_MAX_SUGGESTIONS]
    if len(good) == 1:
        hint = f"write {good[0].text}"
    elif good:
        hint = "write " + ", or ".join(f"{date.text} for {say(date)}" for date in good)
    else:
        hint = fault.hint or _EXAMPLES
    return Fault(fault.message, hint, tuple(date.text for date in good))
