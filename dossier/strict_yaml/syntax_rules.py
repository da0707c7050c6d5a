"""What is wrong with broken YAML, one rule for each slip people make.

Owns the words; which slip it was is found out in `habits`. A parser cannot go on past broken YAML, so a file
has at most one of these; `curly_quotes` and `unquoted_comma` are also found by `compose`, in what can be read.
"""

from __future__ import annotations

from dossier.diagnostics import Finding, Related, Span, rule

__all__ = [
    "RULES",
    "curly_quotes",
    "full_width_colon",
    "list_beside_key",
    "missing_colon",
    "missing_comma",
    "missing_dash",
    "missing_space",
    "reserved_start",
    "stray_dash",
    "text_after_bar",
    "text_after_quote",
    "unclosed_bracket",
    "unclosed_quote",
    "unknown_escape",
    "unquoted_colon",
    "unquoted_comma",
    "unquoted_link",
    "wrong_indentation",
    "yaml_syntax",
]


@rule()
def unquoted_colon(span: Span, instead: str) -> Finding:
    """Text with a colon and a space in it is written in quotes: YAML takes the colon for the end of a key.

    Bad:

        title: Lavrov: visit to Tokyo

    Good:

        title: "Lavrov: visit to Tokyo"
    """
    return Finding(span, "a colon stands inside a value that is not in quotes", instead)


@rule()
def unquoted_comma(span: Span, instead: str) -> Finding:
    """Between braces a comma ends the value: text with a comma in it is quoted, a number is written without.

    Bad:

        area: {value: 1,140, as_of: 2022}

    Good:

        area: {value: 1140, as_of: 2022}
    """
    return Finding(span, "a comma ends the value here, and no key and colon follow it", instead)


@rule()
def missing_space(span: Span, after: str, instead: str) -> Finding:
    """A space follows the colon after a key, and the dash before an item.

    Bad:

        name:Shikotan

    Good:

        name: Shikotan
    """
    return Finding(span, f"no space follows this {after}", f"type {instead}")


@rule()
def missing_colon(span: Span, example: str = "name: …") -> Finding:
    """Each line of a mapping is a key, a colon, a space and a value; text that goes on is indented further.

    Bad:

        summary: An island of the
        Lesser Kuril chain.

    Good:

        summary: An island of the
          Lesser Kuril chain.
    """
    return Finding(
        span,
        "this line has no key and colon",
        "if it goes on with the text above, indent it by two spaces more; if not, start it with a key, a colon and "
        f'a space, as in "{example}"',
    )


@rule()
def missing_dash(span: Span) -> Finding:
    """Each item of a list starts with a dash and a space, all dashes in one column.

    Bad:

        actors:
          - sergey-lavrov
          taro-kono

    Good:

        actors:
          - sergey-lavrov
          - taro-kono
    """
    return Finding(
        span,
        "this line stands in a list but does not start with a dash",
        'start it with "- "; if it goes on with the item above, indent it by two spaces more',
    )


@rule()
def list_beside_key(span: Span) -> Finding:
    """A list with dashes starts on the line below its key.

    Bad:

        actors: - sergey-lavrov

    Good:

        actors:
          - sergey-lavrov
    """
    return Finding(
        span,
        "a dash follows the key on the same line",
        "put it on the next line, or, if it belongs to the text, put the value in quotes",
    )


@rule()
def stray_dash(span: Span) -> Finding:
    """What stands under one key is either a list or a mapping, not both.

    Bad:

        name: Shikotan
        - Habomai

    Good:

        name: Shikotan
        aliases:
          - Habomai
    """
    return Finding(
        span,
        "a dash starts this line, but the lines around it are keys",
        "give the list a key of its own, or delete the dash",
    )


@rule()
def wrong_indentation(span: Span, what: str = "", instead: str = "") -> Finding:
    """Keys of one mapping, and dashes of one list, start in the same column; what a key holds, further in.

    Bad:

        name: Shikotan
          summary: An island.

    Good:

        name: Shikotan
        summary: An island.
    """
    return Finding(
        span,
        what or "this line does not start in the column of any line it could belong to",
        instead
        or "give it as many spaces as the line above that it belongs with; if it goes on with the text above, "
        "put all of that text in quotes",
    )


@rule()
def unclosed_quote(span: Span, quote: str) -> Finding:
    """A value that starts with a quotation mark ends with the same one.

    Bad:

        title: "Lavrov: visit to Tokyo

    Good:

        title: "Lavrov: visit to Tokyo"
    """
    other = "'" if quote == '"' else '"'
    return Finding(
        span,
        f"the quotation mark {quote} opened here is never closed",
        f"type {quote} where the value ends; if it belongs to the text, put {other} around the whole value",
    )


@rule()
def text_after_quote(span: Span, quote: str) -> Finding:
    """A value that starts with a quotation mark ends at the next one: quote words inside it with other marks.

    Bad:

        title: "Lavrov" arrives in Tokyo

    Good:

        title: '"Lavrov" arrives in Tokyo'
    """
    double = "put ' around the whole value and keep \" inside it, or use “ ” for the words quoted"
    single = "put \" around the whole value, or type '' for each apostrophe inside it"
    return Finding(
        span,
        f"text goes on after the closing quotation mark {quote}",
        double if quote == '"' else single,
    )


@rule()
def unknown_escape(span: Span, written: str) -> Finding:
    r"""Between double quotes a backslash starts an escape, such as `\n`; to mean a backslash, double it.

    Bad:

        note: "kept in C:\documents"

    Good:

        note: 'kept in C:\documents'
    """
    return Finding(
        span,
        f"{written}: a backslash between double quotes has a meaning of its own, and none before this",
        "type two backslashes, or put single quotes ' around the value",
    )


@rule()
def unclosed_bracket(span: Span, bracket: str, at: Span) -> Finding:
    """A list opened with `[` ends with `]`, a mapping opened with `{` with `}`.

    Bad:

        aliases: [Shikotan Island
        summary: An island.

    Good:

        aliases: [Shikotan Island]
        summary: An island.
    """
    closing = {"[": "]", "{": "}"}.get(bracket, "]")
    return Finding(
        span,
        f"the bracket {bracket} opened here is not closed",
        f"type {closing} where it ends; if the bracket belongs to the text, put the value in quotes",
        (Related(at, f"a comma or {closing} was expected here"),),
    )


@rule()
def missing_comma(span: Span) -> Finding:
    """Between brackets or braces, a comma parts one item from the next.

    Bad:

        aliases: ["Shikotan Island" "Shpanberg Island"]

    Good:

        aliases: ["Shikotan Island", "Shpanberg Island"]
    """
    return Finding(
        span,
        "a comma is missing before this",
        "type a comma and a space between two items; if this is one text, put it in quotes",
    )


@rule()
def reserved_start(span: Span, character: str, instead: str) -> Finding:
    """Text that starts with one of ``@ ` % * & ! | > { } [ ] , ?`` is quoted: YAML gives them meanings.

    Bad:

        note: @sergey-lavrov

    Good:

        note: "@sergey-lavrov"
    """
    return Finding(span, f"a value that starts with {character} is not in quotes", instead)


@rule()
def unquoted_link(span: Span, opening: str, instead: str) -> Finding:
    """Text that starts with a link `[[id]]` or a citation `[@source "…"]` is quoted or set below `|`.

    YAML takes the bracket for the start of a list.

    Bad:

        text: [[habomai]] was to be handed over.

    Good:

        text: |
          [[habomai]] was to be handed over.
    """
    return Finding(span, f"text that starts with {opening} is not in quotes", instead)


@rule()
def text_after_bar(span: Span, bar: str) -> Finding:
    """Text under `|` or `>` starts on the next line.

    Bad:

        body: | An island of the chain.

    Good:

        body: |
          An island of the chain.
    """
    return Finding(
        span,
        f"text stands on the same line as {bar}",
        "start the text on the next line, two spaces further in; if the mark belongs to it, use quotes",
    )


@rule()
def curly_quotes(span: Span, quote: str) -> Finding:
    """The quotation marks around a value are straight ones; curly and other ones are part of the text.

    Bad:

        title: “Lavrov: visit to Tokyo”

    Good:

        title: "Lavrov: visit to Tokyo"
    """
    return Finding(
        span,
        f"the quotation mark {quote} does not quote a value",
        'type straight quotation marks " around the value; those that belong to the text stay inside them',
    )


@rule()
def full_width_colon(span: Span) -> Finding:
    """The colon after a key is the ordinary one, with a space after it, not the wide one of Japanese text.

    Bad:

        name：Shikotan

    Good:

        name: Shikotan
    """
    return Finding(
        span,
        "a full-width colon ： stands after the key",
        'type an ordinary colon and a space, ": ", instead',
    )


@rule()
def yaml_syntax(span: Span, problem: str) -> Finding:
    """The file is not well-formed YAML.

    Bad:

        aliases: [, Habomai]

    Good:

        aliases: [Habomai]
    """
    return Finding(
        span,
        f"this cannot be read: {problem}",
        "compare with the lines above; if this is text, put the whole value in quotes",
    )


RULES = (
    unquoted_colon,
    unquoted_comma,
    missing_space,
    missing_colon,
    missing_dash,
    list_beside_key,
    stray_dash,
    wrong_indentation,
    unclosed_quote,
    text_after_quote,
    unknown_escape,
    unclosed_bracket,
    missing_comma,
    reserved_start,
    unquoted_link,
    text_after_bar,
    curly_quotes,
    full_width_colon,
    yaml_syntax,
)
