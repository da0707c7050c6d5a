"""Reviewed drafts into the dossier: events to sheets of their own, claims to the sheets they are for.

Owns the edit. It moves lines as the editor left them, comments included, and touches nothing else of a file. What
would bring an error into the dossier is refused, with the error.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from dossier.diagnostics import Diagnostic, Severity
from dossier.ingest.lines import UnmovableError, appended, item_text, without
from dossier.model import DRAFTS_FOLDER, Draft, DraftItem
from dossier.pipeline import Compiled, Files, check
from dossier.strict_yaml import parse

__all__ = ["Accepted", "NotAcceptedError", "accept"]


class NotAcceptedError(Exception):
    """Nothing was accepted: the reason, and the findings that stand in the way, with the files they are about."""

    def __init__(
        self, reason: str, findings: tuple[Diagnostic, ...] = (), files: Files | None = None
    ) -> None:
        super().__init__(reason)
        self.findings = findings
        self.files: Files = files or {}


@dataclass(frozen=True, slots=True)
class Accepted:
    """The files as they are to be (None: deleted), the places where drafts went, and how many are left unreviewed."""

    files: Mapping[str, bytes | None]
    events: tuple[str, ...]
    claims: Mapping[str, int]
    left: int


def accept(files: Files, compiled: Compiled, source: str = "") -> Accepted:
    """Move the reviewed drafts of a source, or of all, to their places. Raises `NotAcceptedError`."""
    drafts = [draft for draft in compiled.dossier.drafts if not source or _name(draft) == source]
    if source and not drafts:
        known = ", ".join(_name(draft) for draft in compiled.dossier.drafts) or "no source"
        raise NotAcceptedError(
            f'there are no drafts of "{source}" that can be read; there are drafts of {known}.'
        )
    reviewed = [(draft, item) for draft in drafts for item in draft.items if item.mark is None]
    left = sum(len(draft.items) for draft in drafts) - len(reviewed)
    try:
        changed, events, claims = _placed(files, compiled, [item for _, item in reviewed])
        for draft in {draft.path: draft for draft, _ in reviewed}.values():
            items = [item.node for item in draft.items if item.mark is None]
            changed[draft.path] = without(files[draft.path], draft.path, items)
    except UnmovableError as error:
        raise NotAcceptedError(f"{error}. Write it so, and try again.") from error
    accepted = Accepted(changed, events, claims, left)
    _verify(
        files, compiled, accepted, sum(len(draft.items) for draft in compiled.dossier.drafts) - len(reviewed)
    )
    return accepted


def _name(draft: Draft) -> str:
    return draft.path.removeprefix(f"{DRAFTS_FOLDER}/").removesuffix(".yml")


def _placed(
    files: Files, compiled: Compiled, items: list[DraftItem]
) -> tuple[dict[str, bytes | None], tuple[str, ...], dict[str, int]]:
    """The new and the changed sheets, the paths of the new, and how many claims went where."""
    changed: dict[str, bytes | None] = {}
    claims: defaultdict[str, list[str]] = defaultdict(list)
    for item in items:
        holder = compiled.dossier.sheets.get(item.on.id) if item.on else None
        if item.event and item.event.path not in (files.keys() | changed.keys()):
            changed[item.event.path] = item_text(item.node, ("draft", "id")).encode()
        elif item.claim and holder and not holder.is_source:
            claims[holder.path].append(item_text(item.node, ("draft", "on")))
        else:
            line = item.node.span.line
            raise NotAcceptedError(
                f"the draft in line {line} of {item.node.source.file} has no place to go to.",
                compiled.diagnostics,
                files,
            )
    events = tuple(changed)
    for path, texts in claims.items():
        root = parse(files[path], path).root
        if root is not None:
            changed[path] = appended(files[path], root, "claims", texts)
    return changed, events, {path: len(texts) for path, texts in claims.items()}


def _verify(files: Files, compiled: Compiled, accepted: Accepted, left: int) -> None:
    """Refuse what would bring errors into the dossier, or what did not arrive whole."""
    after = {path: data for path, data in {**files, **accepted.files}.items() if data is not None}
    result = check(after)
    before = Counter(_fault(each) for each in compiled.diagnostics)
    new = []
    for each in result.diagnostics:
        before[_fault(each)] -= 1
        if each.severity is Severity.ERROR and before[_fault(each)] < 0:
            new.append(each)
    if new:
        raise NotAcceptedError("the dossier would have errors that it does not have now.", tuple(new), after)
    arrived = all(
        len(result.dossier.sheets[sheet.id].claims) == len(sheet.claims) + accepted.claims.get(sheet.path, 0)
        for sheet in compiled.dossier.sheets.values()
        if sheet.id in result.dossier.sheets
    )
    if not arrived or sum(len(draft.items) for draft in result.dossier.drafts) != left:
        raise NotAcceptedError(
            "the drafts cannot be moved as they are written; write each field on a line of its own."
        )


def _fault(each: Diagnostic) -> tuple[str, str, str]:
    return each.code, each.span.file, each.message
