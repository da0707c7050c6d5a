"""What of the dialect reads as what, and what is text."""

from __future__ import annotations

import pytest
from shown import codes, read, show

DIALECT = {
    # blocks
    "One.": "p(One.)",
    "": "",
    " \n\n ": "",
    "One\ntwo.": "p(One two.)",
    "One  \n  two.": "p(One two.)",
    "One.\n\nTwo.": "p(One.) p(Two.)",
    "\n\nOne.\n \n\n  \nTwo.\n\n": "p(One.) p(Two.)",
    "# One\n\nTwo.": "h1(One) p(Two.)",
    "### One ###\nTwo.": "h3(One) p(Two.)",
    "####### Seven": "p(####### Seven)",
    "#One": "p(#One)",
    "- a\n- b": "ul[p(a) | p(b)]",
    "* a\n* b": "ul[p(a) | p(b)]",
    "1. a\n2. b": "ol[p(a) | p(b)]",
    "- a\n  - b\n  - c\n- d": "ul[p(a); ul[p(b) | p(c)] | p(d)]",
    "- a\n\n  b\n- c": "ul[p(a); p(b) | p(c)]",
    "- a\n  b": "ul[p(a/b)]",
    "1. a\n   - b": "ol[p(a); ul[p(b)]]",
    "-a": "p(-a)",
    "1956. A year": "ol[p(A year)]",
    "In\n1956. A year": "p(In/1956. A year)",
    # emphasis
    "*a* and **b**": "p(em(a) and strong(b))",
    "_a_ and __b__": "p(em(a) and strong(b))",
    "***a***": "p(em(strong(a)))",
    "**a *b* c**": "p(strong(a em(b) c))",
    "*a\nb*": "p(em(a/b))",
    "snake_case_name": "p(snake_case_name)",
    "2 * 3 * 4": "p(2 * 3 * 4)",
    "**a": "p(**a)",
    "*[[a]]*": "p(em(<a>))",
    "**a** [@s]": "p(strong(a) {s})",
    # escapes
    r"\*a\*": "p(*a*)",
    r"1956\. A year": "p(1956. A year)",
    r"\# a": "p(# a)",
    r"a\b": r"p(a\b)",
    r"a\\b": r"p(a\b)",
    r"\[\[a\]\]": "p([[a]])",
    "a\\\nb": "p(a/b)",
    # links to sheets
    "[[a]]": "p(<a>)",
    "[[a|some words]]": "p(<a|some words>)",
    "[[ a | some words ]]": "p(<a|some words>)",
    "x[[a]]y": "p(x<a>y)",
    "[[2019-02-16-munich]]": "p(<2019-02-16-munich>)",
    "[[a|b|c]]": "p(<a|b|c>)",
    "[[a|*b*]]": "p(<a|*b*>)",
    # links to the web
    "[w](https://e.org/a)": "p(<w→https://e.org/a>)",
    "[w](http://e.org)": "p(<w→http://e.org>)",
    "[w](mailto:a@e.org)": "p(<w→mailto:a@e.org>)",
    "[w](https://e.org/a_(b))": "p(<w→https://e.org/a_(b)>)",
    "([w](https://e.org))": "p((<w→https://e.org>))",
    "[w](HTTPS://e.org)": "p(<w→HTTPS://e.org>)",
    "[w] (https://e.org)": "p([w] (https://e.org))",
    "[w]()": "p([w]())",
    "https://e.org": "p(https://e.org)",
    # citations
    "A. [@s]": "p(A. {s})",
    'A. [@s "x y z"]': "p(A. {s:“x y z”})",
    "A. [@s “x y z”]": "p(A. {s:“x y z”})",
    'A. [@s “the "x y" z”]': 'p(A. {s:“the "x y" z”})',
    r'A. [@s "the \"x y\" z"]': 'p(A. {s:“the "x y" z”})',
    r'A. [@s "a \\ b"]': r"p(A. {s:“a \ b”})",
    'A. [@s "x y z", p. 3]': "p(A. {s:“x y z”@p. 3})",
    "A. [@s, p. 3]": "p(A. {s@p. 3})",
    "A. [@s p. 3]": "p(A. {s@p. 3})",
    'A. [@a "x y z"; @b "…"]': "p(A. {a:“x y z”; b:“…”})",
    'A. [@a "x; y"; @b, p. 1; @c]': "p(A. {a:“x; y”; b@p. 1; c})",
    'A. [@s "x [y] z"]': "p(A. {s:“x [y] z”})",
    'A. [@s "x\ny z"]': "p(A. {s:“x\ny z”})",
    'A. [@s "*x* _y_ z"]': "p(A. {s:“*x* _y_ z”})",
    'A. [@s "# x\n- y"]': "p(A. {s:“# x\n- y”})",
    'A. [@s "x\n\ny"]': "p(A. {s:“x\n\ny”})",
    "A. [@s «x y z»]": "p(A. {s@«x y z»})",
    "A.[@s][@t]": "p(A.{s}{t})",
    "a@b.org": "p(a@b.org)",
    # inferences
    "A. [inferred: since B.]": "p(A. {since B.})",
    "A. [inferred:\n  since B.]": "p(A. {since B.})",
    "A. [Inferred: since B.]": "p(A. [Inferred: since B.])",
    # what is text: HTML, code, quotations, tables, images
    "<b>a</b>": "p(<b>a</b>)",
    "<script>\nalert(1)\n</script>": "p(<script> alert(1) </script>)",
    "a `b` c": "p(a `b` c)",
    "```\na\n```": "p(``` a ```)",
    "    a": "p(a)",
    "> a": "p(> a)",
    "| a | b |\n|---|---|": "p(| a | b | |---|---|)",
    "![a](b.png)": "p(![a](b.png))",
    "a &amp; b": "p(a &amp; b)",
    "a\n===": "p(a ===)",
    "a [1] b [x]": "p(a [1] b [x])",
    "{{ a }} {% b %}": "p({{ a }} {% b %})",
}
_REFUSED_ADDRESSES = {"![a](b.png)"}


def _found_in(text: str) -> list[str]:
    if text in _REFUSED_ADDRESSES:
        return ["bad-address"]
    return [] if any(map(str.isalnum, text)) else ["no-words"]


@pytest.mark.parametrize("text", DIALECT)
def test_dialect(text: str) -> None:
    prose, report = read(text)
    assert show(prose) == DIALECT[text]
    assert [code for code, _, _ in codes(report)] == _found_in(text)


BROKEN = {
    "See [[a": (5, "p(See [[a)"),
    "See [[a].": (5, "p(See [[a].)"),
    "See [[]].": (7, "p(See [[]].)"),
    "See [[|a]].": (7, "p(See [[|a]].)"),
    "See [[a|]].": (7, "p(See [[a|]].)"),
    "See [[a\nb]].": (5, "p(See [[a b]].)"),
    "A. [@": (4, "p(A. [@)"),
    "A. [@]": (4, "p(A. [@])"),
    "A. [@s": (4, "p(A. [@s)"),
    "A. [@S]": (4, "p(A. [@S])"),
    "A. [@s_t]": (4, "p(A. [@s_t])"),
    'A. [@s "x]': (4, 'p(A. [@s "x])'),
    'A. [@s “x "y” z"]': (4, 'p(A. [@s “x "y” z"])'),
    'A. [@s "x" "y"]': (4, 'p(A. [@s "x" "y"])'),
    'A. [@s "the "x y" z"]': (4, 'p(A. [@s "the "x y" z"])'),
    "A. [@s; t]": (4, "p(A. [@s; t])"),
    "A. [@s;; @t]": (4, "p(A. [@s;; @t])"),
    "A. [@ s]": (4, "p(A. [@ s])"),
    "A. [inferred:]": (4, "p(A. [inferred:])"),
    "A. [inferred: see [1]]": (4, "p(A. [inferred: see [1]])"),
    "A. [inferred: why": (4, "p(A. [inferred: why)"),
}


@pytest.mark.parametrize("text", BROKEN)
def test_what_is_not_well_formed_is_reported_and_stays_text(text: str) -> None:
    column, shown = BROKEN[text]
    prose, report = read(text)
    assert codes(report) == [("malformed-reference", 1, column)]
    assert show(prose) == shown


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert",
        "JavaScript:alert",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://e.org",
        "//e.org",
        "/a",
        "a.md",
        "#a",
        "http:",
        "http://",
        "https:e.org",
        "mailto:",
        "http://[",
        "e.org",
    ],
)
def test_other_addresses_are_refused(address: str) -> None:
    prose, report = read(f"See [w]({address}).")
    assert codes(report) == [("bad-address", 1, 9)]
    assert show(prose) == f"p(See [w]({address}).)"


def test_a_hint_tells_how_to_quote_straight_quotation_marks() -> None:
    _, (finding,) = read('A. [@s "the "x y" z"]')
    assert "curly ones “ ”" in finding.hint


def test_after_many_faults_no_more_are_looked_for() -> None:
    prose, report = read("[[ " * 100 + "[[a]]")
    assert len(report) == 20
    assert show(prose).endswith("[[a]])")


def test_lists_are_eight_deep_at_most() -> None:
    fine, report = read("- " * 8 + "word")
    assert (show(fine).count("ul["), report) == (8, [])
    assert codes(read("- " * 9 + "word")[1]) == [("deep-list", 1, 1)]
    assert codes(read("a\n\n" + "1. " * 40 + "word")[1]) == [("deep-list", 3, 1)]
    two = "- " * 9 + "a\n\n" + "b\n\n" + "- " * 9 + "c"
    assert codes(read(two)[1]) == [("deep-list", 1, 1), ("deep-list", 5, 1)]


def test_emphasis_is_eight_deep_at_most_and_no_word_is_lost() -> None:
    text = "".join(f"*a{n} **b{n} " for n in range(300)) + "".join(f"c{n}** d{n}* " for n in range(300))
    shown = show(read(text)[0])
    assert shown.count("strong(") + shown.count("em(") == 8
    assert all(f"{letter}{n}" in shown for letter in "abcd" for n in range(300))
