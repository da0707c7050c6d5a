"""What can be read, but not as it was meant, one rule for each habit. Owns the words; `plain` finds them."""

from __future__ import annotations

from dossier.diagnostics import Finding, Span, rule

__all__ = ["RULES", "list_mark", "odd_comma", "other_mark", "text_cut_off", "wide_bracket", "wrong_bracket"]


def other_mark(mark: str) -> tuple[str, str]:
    """What is wrong with a line that starts with another mark than a hyphen, and what to do."""
    return f"{mark} does not make an item of a list", f'type "- ", a hyphen and a space, instead of {mark}'


@rule()
def list_mark(span: Span, what: str, instead: str) -> Finding:
    """Each item of a list stands on a line of its own below the key, after a hyphen and a space.

    Other dashes, as Word makes them, bullets and numbers are text: all lines together would be one value.

    Bad:

        aliases:
          – Shikotan Island
          – Shpanberg Island

    Good:

        aliases:
          - Shikotan Island
          - Shpanberg Island
    """
    return Finding(span, what, instead)


@rule()
def wrong_bracket(span: Span, what: str, instead: str) -> Finding:
    """Fields on one line stand in braces `{ }`, the items of a list in square brackets `[ ]`.

    Bad:

        cite: [source: tass-2019-02-25, quote: Japan laid claims to the four southern islands]

    Good:

        cite: {source: tass-2019-02-25, quote: Japan laid claims to the four southern islands}
    """
    return Finding(
        span, what, f"{instead}; if the bracket belongs to the text, put the whole value in quotes"
    )


@rule()
def wide_bracket(span: Span, opening: str, ordinary: str) -> Finding:
    """Brackets are the ordinary ones, not the wide ones of Japanese text, which are part of the text.

    Bad:

        aliases: ［Shikotan Island, Shpanberg Island］

    Good:

        aliases: [Shikotan Island, Shpanberg Island]
    """
    instead = {"[": "type [ and ] around the list", "{": "type { and } around the fields"}[ordinary]
    return Finding(
        span,
        f"the full-width bracket {opening} is part of the text",
        f"{instead}; if the bracket belongs to the text, put the whole value in quotes",
    )


@rule()
def odd_comma(span: Span, mark: str) -> Finding:
    """The items between square brackets are parted by ordinary commas.

    Bad:

        aliases: [Shikotan Island、Shpanberg Island]

    Good:

        aliases: [Shikotan Island, Shpanberg Island]
    """
    return Finding(
        span,
        f"{mark} does not part two items of a list",
        'type an ordinary comma and a space, ", ", instead; if it belongs to the text, put the text in quotes',
    )


@rule()
def text_cut_off(span: Span) -> Finding:
    """After a space, `#` begins a note for editors: what follows it on the line is not part of the value.

    Bad:

        name: Report #4

    Good:

        name: "Report #4"
    """
    return Finding(
        span,
        "the rest of this line, from # on, is left out",
        'put the whole value in quotes; a note for editors begins with "# ", a hash and a space',
    )


RULES = (list_mark, wrong_bracket, wide_bracket, odd_comma, text_cut_off)
