"""No text makes the parser raise, hang or lose a word."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from shown import of, read, show, words

from dossier.prose import Break, Inline, Paragraph, Prose, Styled, Text, parsing
from dossier.prose.parsing import _plain_paragraphs, _Reader
from dossier.prose.tokens import lift

# What a checked text is made of: no control characters, nothing without meaning, none of private use.
CHARACTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"])
SIGNS = st.sampled_from(
    [
        *'[]@"“”()*_\\#-+`<>|!;,.: \n',
        "[[",
        "]]",
        "[@",
        "[@s ",
        "**",
        "\n\n",
        "\n  ",
        "- ",
        "1. ",
        "[inferred:",
    ]
)
TEXTS = st.lists(
    st.one_of(SIGNS, st.text(CHARACTERS, max_size=5), st.sampled_from(["word", "https://e.org"])), max_size=60
)
MARKED = TEXTS.map("".join)
PATHOLOGICAL = (
    *(
        "[",
        "*",
        "_",
        "[@",
        "[[",
        '"',
        "“",
        "(",
        "\\",
        "#",
        "`",
        "<",
        "![",
        "](",
        "[x](",
        "- ",
        "> ",
        "1. ",
        "\n",
    ),
    *(
        "**",
        "*a ",
        "**a_b",
        "_a*b",
        "[inferred:",
        "[@s;",
        '[@s "',
        "[@“",
        "[[a|",
        "[[a]]",
        "[@s]",
        " ",
        "\\*",
        "«",
        "「",
    ),
)
SIZE = 20_000


def numbered(text: str) -> list[str]:
    """The words of letters and digits, without the numbers of lists."""
    bare = re.sub(r"^[ \t]*(?:(?:[-+*]|\d{1,9}[.)])(?:[ \t]+|$))+", " ", text, flags=re.MULTILINE)
    return re.findall(r"[^\W_]+", bare)


@given(MARKED)
@example("- - - - - - - - - - - - - word")
@example("1. - 1. - word")
@example("*a **b *c **d** e* f** g*")
@example('[@s “[@"”" word')
@example("[inferred:@]")
def test_no_text_raises_or_loses_a_word(text: str) -> None:
    prose, report = read(text)
    if any(each.code == "deep-list" for each in report):
        return  # what is not read is said to be not read
    found = re.findall(r"[^\W_]+", words(prose))
    kept = "".join(found)
    said = text.replace("[inferred:", "[")  # a sign, not a word of the text
    assert [word for word in numbered(said) if word not in kept] == []


@given(st.text())
def test_no_text_at_all_raises(text: str) -> None:
    read(re.sub("[\U000f0000-\U000ffffd]", "", text))


def merged(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Inlines with line breaks as the spaces they read as, neighbouring words in one."""
    found: list[Inline] = []
    for inline in inlines:
        text = " " if isinstance(inline, Break) else inline.text if isinstance(inline, Text) else None
        if text is None:
            found.append(inline)
        elif found and isinstance(found[-1], Text):
            found[-1] = Text(found[-1].text + text)
        else:
            found.append(Text(text))
    return tuple(found)


PLAIN = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "\n",
                "\n\n",
                "\n \n",
                " ",
                "[[a]]",
                "[[a|b]]",
                '[@s "x y z"]',
                "[w](https://e.org)",
                "[",
                "<b>",
                "`",
            ]
        ),
        st.text(st.sampled_from("abc .,;:!?é語"), max_size=5),
    ),
    max_size=30,
).map("".join)


@given(PLAIN)
@example("a \n b")
@example("a\n\n\n[[a]]")
def test_the_short_way_and_the_long_way_agree(text: str) -> None:
    lifted = lift(of(text), [])
    assert not parsing._MARKDOWN.search(lifted.text)
    short = _plain_paragraphs(lifted, of(text))
    long = _Reader(lifted, of(text)).blocks(parsing._markdown().parse(lifted.text))
    pairs = list(zip(short, long, strict=True))
    for one, other in pairs:
        assert isinstance(one, Paragraph)
        assert isinstance(other, Paragraph)
        assert merged(one.inlines) == merged(other.inlines)
        assert one.place[1:] == other.place[1:]


@pytest.mark.parametrize("piece", PATHOLOGICAL)
def test_pathological_texts_come_back(piece: str) -> None:
    show(read(piece * SIZE)[0])


@pytest.mark.parametrize(
    "text",
    [
        "a" + " " * SIZE + "b",
        "*a*" + " " * SIZE + "b",
        '[@s "x y z"' + " " * 3_000 + '"u v w"]',
        '[@s "x y z"' + ", " * 1_500 + '"u v w"]',
        ('[@\\"' * 400 + '" \\"') * 40,
        "[[a]]\n\n" * 5_000,
        "\n".join("  " * depth + "- a" for depth in range(300)),
        "".join(f"{n}. " for n in range(300)) + "a",
        "> " * SIZE + "a",
        "*a **b " * 3_000 + "c** d* " * 3_000,
        "“" * SIZE + "”" * SIZE,
        '"' * SIZE + "[@s " + '"' * SIZE,
    ],
)
def test_pathological_mixtures_come_back(text: str) -> None:
    show(read(text)[0])


def test_styled_words_do_not_nest_without_end() -> None:
    prose, _ = read("*a **b " * 500 + "c** d* " * 500)
    assert depth(prose) == 8


def depth(prose: Prose) -> int:
    def below(inlines: tuple[Inline, ...]) -> int:
        return max((1 + below(each.inlines) for each in inlines if isinstance(each, Styled)), default=0)

    (paragraph,) = prose.paragraphs()
    return below(paragraph.inlines)
