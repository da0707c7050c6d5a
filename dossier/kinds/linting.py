"""Whether declarations of kinds hold together. Owns the finding on them, and the rules on one kind beside another."""

from __future__ import annotations

from collections.abc import Mapping

from dossier.citations import ID
from dossier.diagnostics import Diagnostic, Finding, Rule, Span, rule
from dossier.kinds.values import Field, FieldType, Kind, Role
from dossier.suggestions import did_you_mean

__all__ = ["RULES", "bad_kind", "lint_field", "lint_kinds", "lint_redeclared"]

# Folders of `content/` that hold no sheets, and of the site that hold no sheet's page; and one that MkDocs leaves out
# of every site.
_OTHER_FOLDERS = frozenset(
    {"kinds", "geo", "pages", "drafts", "chronology", "positions", "assets", "search", "templates"}
)

_READ_BY_THE_COMPILER = frozenset(
    {
        "date",
        "status",
        "outcome",
        "text",
        "sha256",
        "publish",
        "issued",
        "publisher",
        "reliability",
        "language",
    }
)


@rule()
def bad_kind(span: Span, problem: str, hint: str) -> Finding:
    """The declaration of a kind does not hold together.

    A kind names its label, the plural, and the fields, facts and relations its sheets may hold; a relation names the
    kinds it leads to and what it is called from there.

    Bad:

        # content/kinds/vessel.yml
        label: Vessel
        relations:
          flag: {label: Flag, to: [state]}

    Good:

        # content/kinds/vessel.yml
        label: Vessel
        plural: Vessels
        relations:
          flag: {label: Flag, reverse: Vessels under its flag, to: [actor]}
    """
    return Finding(span, problem, hint)


def lint_field(declared: Field, span: Span, report: list[Diagnostic], *, is_fact: bool) -> None:
    """Report where what is said of a field does not fit its type. `span` is the declaration's place."""
    problem, hint = "", ""
    if declared.event and not (is_fact and declared.type is FieldType.DATE):
        problem, hint = "only a date among the facts is an event", "Declare it as a fact of type date."
    if declared.type is FieldType.CHOICE and not declared.choices:
        problem, hint = "there is nothing to choose from", 'Add "choices:" with the values allowed.'
    if declared.type is FieldType.REFERENCES and is_fact:
        problem, hint = "a fact cannot lead to sheets", "Declare a relation instead."
    elif declared.type is FieldType.REFERENCES and not declared.reverse:
        problem, hint = "it has no name seen from the other side", 'Add "reverse:", such as reverse: Voyages.'
    if problem:
        report.append(bad_kind(span, problem, hint))


def lint_redeclared(base: Kind, fields: Mapping[str, Field], span: Span, report: list[Diagnostic]) -> None:
    """Report fields of events and sources that the compiler itself reads and that would no longer mean the same."""
    for name, field in fields.items():
        old = base.fields.get(name)
        if old is None or base.role is Role.ENTITY or name not in _READ_BY_THE_COMPILER:
            continue
        if (field.type, set(field.choices)) != (old.type, set(old.choices)):
            hint = "Keep its type and its choices; the labels may be others. Or give your field another name."
            report.append(bad_kind(span, f'"{name}" has a meaning already, which this would change', hint))


def lint_kinds(declared: Mapping[str, Kind], kinds: Mapping[str, Kind], report: list[Diagnostic]) -> None:
    """Report where kinds stand in each other's way or lead nowhere. `declared` are the dossier's own, by file."""
    for file, kind in sorted(declared.items()):
        if kind.folder:  # one without a plural has none, which is reported
            _lint_folder(file, kind, kinds, report)
        _lint_targets(file, kind, kinds, report)
        if kind.role is Role.SOURCE and (kind.facts or kind.relations):
            hint = "Declare fields instead, or a kind of its own that sources are about."
            report.append(
                bad_kind(Span(file), "a source asserts nothing and has no facts or relations", hint)
            )


def _lint_folder(file: str, kind: Kind, kinds: Mapping[str, Kind], report: list[Diagnostic]) -> None:
    hint = 'Add a line "folder: …", in lower case, with hyphens between words.'
    others = sorted(each.id for each in kinds.values() if each.folder == kind.folder and each is not kind)
    if not ID.fullmatch(kind.folder) or kind.folder in _OTHER_FOLDERS:
        problem = f'its sheets cannot live in a folder "{kind.folder}"'
        report.append(bad_kind(Span(file), problem, hint))
    elif others:
        problem = f'sheets of the kind {others[0]} live in the folder "{kind.folder}" already'
        report.append(bad_kind(Span(file), problem, hint))


def _lint_targets(file: str, kind: Kind, kinds: Mapping[str, Kind], report: list[Diagnostic]) -> None:
    targets = {to for relation in kind.relations.values() for to in relation.to}
    targets |= {to for field in kind.fields.values() for to in field.to}
    for target in sorted(targets - set(kinds)):
        hint = did_you_mean(target, kinds, f"Kinds of this dossier: {', '.join(kinds)}.")
        report.append(bad_kind(Span(file), f'it leads to "{target}", which is no kind', hint))


RULES: tuple[Rule[...], ...] = (bad_kind,)
