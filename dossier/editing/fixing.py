"""Puts right what has one safe remedy. Owns the rounds: what is hidden behind one slip is found when that one is gone.

What the remedies are is for the rules. Texts in `seeds/` stay as received.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.diagnostics import Diagnostic, Edit
from dossier.editing.order import names_in, order_in
from dossier.editing.splices import overlap, spliced
from dossier.kinds import Kinds
from dossier.pipeline import Compiled, Files, check

__all__ = ["Fixed", "fix"]

_MOST_ROUNDS = 100  # a file that is no YAML shows one slip at a time
_SEEDS = "seeds/"
_LAST_WORD = re.compile(r"[\w-]+$")


@dataclass(frozen=True, slots=True)
class Fixed:
    """The files that change, what was put right, in order, and the dossier as it is then."""

    files: Mapping[str, bytes]
    done: tuple[Diagnostic, ...]
    compiled: Compiled


def fix(files: Files) -> Fixed:
    """Apply the remedies of all findings, and of those that come to light by it, until there are none."""
    now, done, compiled = dict(files), list[Diagnostic](), check(files)
    for _ in range(_MOST_ROUNDS):
        chosen = list(_chosen(compiled, now))
        if not chosen:
            break
        edits: defaultdict[str, list[Edit]] = defaultdict(list)
        for edit in (edit for each in chosen for edit in each.remedy):
            edits[edit.span.file].append(edit)
        now |= {path: spliced(now[path], some) for path, some in edits.items()}
        done += chosen
        compiled = check(now)
    return Fixed({path: now[path] for path in now if now[path] != files[path]}, tuple(done), compiled)


def _chosen(compiled: Compiled, files: Files) -> Iterator[Diagnostic]:
    """The findings to put right at once: their remedies do not get in each other's way."""
    taken: defaultdict[str, list[Edit]] = defaultdict(list)
    for each in compiled.diagnostics:
        paths = {edit.span.file for edit in each.remedy}
        is_ours = paths and all(path in files and not path.startswith(_SEEDS) for path in paths)
        if not is_ours or _joins_two_fields(each, files, compiled.dossier.kinds):
            continue
        if not any(overlap(each.remedy, taken[path]) for path in paths):
            yield each
            for edit in each.remedy:
                taken[edit.span.file].append(edit)


def _joins_two_fields(each: Diagnostic, files: Files, kinds: Kinds) -> bool:
    """Whether quotes would make one value of two fields that stand on one line."""
    if each.code != "unquoted-colon":
        return False
    text = files[each.span.file].decode()
    line = text.split("\n")[each.span.line - 1]
    word = _LAST_WORD.search(line[: each.span.column - 1])
    if word is None or word[0] not in names_in(order_in(each.span.file, kinds)):
        return False
    return not re.search(rf"^[ -]*{word[0]}:", text, re.MULTILINE)
