"""What of YAML is refused, one rule for each: the parts that surprise people or that serve an attack.

Owns the words of the structural refusals. Faults of the characters are in `characters` and `text`, broken
YAML is in `habits`; `compose` decides when a rule applies.
"""

from __future__ import annotations

from dossier.diagnostics import Finding, Related, Span, rule
from dossier.strict_yaml.source import brief

__all__ = [
    "MAX_DEPTH",
    "MAX_NODES",
    "RULES",
    "alias",
    "anchor",
    "directive",
    "duplicate_key",
    "empty_key",
    "empty_sheet",
    "key_not_text",
    "merge_key",
    "not_a_mapping",
    "several_documents",
    "tab_in_text",
    "tab_indents_line",
    "tag",
    "too_deep",
    "too_many_nodes",
    "unusual_space",
]

MAX_DEPTH = 12
MAX_NODES = 20_000


@rule()
def tab_indents_line(span: Span) -> Finding:
    """Lines are indented with spaces. A tab is as wide as each editor likes, so YAML forbids it there.

    Bad:

        facts:
        <tab>area: 248

    Good:

        facts:
          area: 248
    """
    return Finding(span, "a tab indents this line", "delete it and type two spaces instead of each tab")


@rule()
def tab_in_text(span: Span, escape: str = "") -> Finding:
    """A tab has no fixed width and cannot be told from spaces, so it stands nowhere in a sheet.

    Bad:

        name:<tab>Shikotan

    Good:

        name: Shikotan
    """
    message = f"the escape {escape} makes a tab" if escape else "a tab stands here"
    return Finding(span, message, "type a space instead")


@rule()
def too_deep(span: Span) -> Finding:
    """Lists and mappings stand at most 12 deep inside each other.

    Bad:

        facts: [[[[[[[[[[[[deep]]]]]]]]]]]]

    Good:

        facts: [shallow]
    """
    return Finding(
        span,
        f"more than {MAX_DEPTH} lists or mappings stand inside each other here",
        "if this is text, put it in quotes; otherwise take out a level",
    )


@rule()
def too_many_nodes(span: Span) -> Finding:
    """A sheet holds at most 20,000 keys and values.

    Bad:

        # a sheet with a list of twenty thousand aliases

    Good:

        # several sheets, each about one thing
    """
    return Finding(
        span, f"the file holds more than {MAX_NODES:,} keys and values", "split it in several sheets"
    )


@rule()
def anchor(span: Span, name: str) -> Finding:
    """YAML's anchors (`&name`) are refused: with aliases, a few lines of them can fill any memory.

    Bad:

        summary: &short A group of islands.

    Good:

        summary: "&short A group of islands."
    """
    return Finding(
        span,
        f"{brief(name)} is not in quotes, and & has a meaning of its own there",
        "if it belongs to the text, put the whole text in quotes; otherwise delete it",
    )


@rule()
def alias(span: Span, name: str) -> Finding:
    """YAML's aliases (`*name`) are refused: a sheet says in full what it says.

    Bad:

        summary: *important

    Good:

        summary: "*important*"
    """
    return Finding(
        span,
        f"{brief(name)} is not in quotes, and * has a meaning of its own there",
        "if it belongs to the text, put the whole text in quotes; otherwise write out what it stands for",
    )


@rule()
def merge_key(span: Span) -> Finding:
    """YAML's merge keys (`<<`) are refused: a sheet says in full what it says.

    Bad:

        <<: {name: Shikotan}

    Good:

        name: Shikotan
    """
    return Finding(span, "<< has a meaning of its own, which is not allowed", "write the keys out instead")


@rule()
def tag(span: Span, name: str) -> Finding:
    """YAML's tags (`!name`, `!!str`) are refused: what a value is, its kind of sheet says.

    Bad:

        value: !!str 248

    Good:

        value: 248
    """
    return Finding(
        span,
        f"{brief(name)} is not in quotes, and ! has a meaning of its own there",
        "if it belongs to the text, put the whole text in quotes; otherwise delete it",
    )


@rule()
def directive(span: Span) -> Finding:
    """A sheet has no YAML directives, lines that start with `%`.

    Bad:

        %YAML 1.2
        ---
        name: Shikotan

    Good:

        name: Shikotan
    """
    return Finding(
        span,
        "a line that starts with % has a meaning of its own, which is not allowed",
        "delete the line; if it belongs to the text above, put all of that text in quotes",
    )


@rule()
def several_documents(span: Span) -> Finding:
    """A file is one sheet; a line `---` or `...` in the middle of it would start another.

    Bad:

        name: Shikotan
        ---
        name: Habomai

    Good:

        name: Shikotan
    """
    return Finding(
        span,
        "a line of dashes or dots ends the sheet, and another starts here",
        "delete that line, or move what follows it to a file of its own",
    )


@rule()
def duplicate_key(span: Span, name: str, first: Span) -> Finding:
    """A key stands once in a mapping; YAML programs would silently keep only one of the two.

    Bad:

        name: Shikotan
        name: Habomai

    Good:

        name: Shikotan
        aliases: [Habomai]
    """
    return Finding(
        span,
        f"the key {brief(name)} stands here a second time",
        "delete one of the two, or make their values one list",
        (Related(first, "it stood here first"),),
    )


@rule()
def key_not_text(span: Span) -> Finding:
    """A key is a word, not a list or a mapping.

    Bad:

        [name, names]: Shikotan

    Good:

        name: Shikotan
    """
    return Finding(
        span,
        "a list or a mapping stands where a key should be",
        "type a word before the colon, or use quotes",
    )


@rule()
def empty_key(span: Span) -> Finding:
    """Something stands before each colon that makes a key.

    Bad:

        : Shikotan

    Good:

        name: Shikotan
    """
    return Finding(span, "no key stands before this colon", 'type the key, as in "name: Shikotan"')


@rule()
def unusual_space(span: Span, name: str) -> Finding:
    """Indentation, and the gap around a key, are ordinary spaces. A wide or no-break space joins the key.

    Bad:

        name:　Shikotan

    Good:

        name: Shikotan
    """
    return Finding(
        span, f"{name} stands where only ordinary spaces count", "delete it and type spaces instead"
    )


@rule()
def empty_sheet(span: Span) -> Finding:
    """A sheet says something: at least a name.

    Bad:

        # to be written

    Good:

        name: Shikotan
    """
    return Finding(
        span, "the file holds no keys and values", 'type at least one line, as in "name: Shikotan"'
    )


@rule()
def not_a_mapping(span: Span) -> Finding:
    """A sheet is a list of keys with values, not bare text and not a bare list.

    Bad:

        - Shikotan
        - Habomai

    Good:

        name: Shikotan
    """
    return Finding(
        span, "the file does not start with a key", 'write it as lines of the form "name: Shikotan"'
    )


RULES = (
    tab_indents_line,
    tab_in_text,
    too_deep,
    too_many_nodes,
    anchor,
    alias,
    merge_key,
    tag,
    directive,
    several_documents,
    duplicate_key,
    key_not_text,
    empty_key,
    unusual_space,
    empty_sheet,
    not_a_mapping,
)
