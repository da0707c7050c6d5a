"""Cuts a paragraph into sentences.

Owns the dealings with `sentencex`, which knows each language's abbreviations and takes English for those it
does not know; it does not know paragraphs' roles. Sentences found here are what a citation points to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sentencex import segment  # type: ignore[import-untyped]  # has no stubs

__all__ = ["ends_in_abbreviation", "ends_sentence", "sentences"]

# sentencex takes time with the square of the length where quotation marks never close (a minute for half a
# mebibyte of them), so it is given so many characters at a time.
_MOST_AT_ONCE = 2_000

_ENDS_SENTENCE = re.compile(r"""[.!?…。！？．｡؟۔।॥։።፧፨‼⁇⁈⁉᠃᠉။។៕]["'”’»›)\]}」』）】］]*\Z""")
# Abbreviations that always have something after them: a number, or a name or number.
_BEFORE_NUMBER = re.compile(r"(?<!\w)(?:[Nn]os?|Nr|[Vv]ols?|Ch|[Ff]igs?|Arts?|[Ss]ecs?|pp?|approx|ca)\.\s*\Z")
_BEFORE_NAME = re.compile(r"(?<!\w)(?:vs|Mrs?|Ms|Dr|Prof|Capt|Cpt|Lt|Sgt)\.\s*\Z")
_LONGEST_ABBREVIATION = 12  # with blanks and what stands before it


def sentences(line: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a line, end to end; `language` is a BCP 47 tag.

    A line has no white space but plain spaces: sentencex panics at an initial, a no-break space and a full
    stop ("B .").
    """
    subtag = language.partition("-")[0].lower()
    start = 0
    while start < len(line):
        part = line[start : start + _MOST_AT_ONCE]
        lengths = _lengths(part, subtag)
        if len(lengths) > 1 and start + len(part) < len(line):
            lengths.pop()  # cut short: it comes again whole
        for length in lengths:
            yield start, start + length
            start += length


def ends_sentence(line: str) -> bool:
    """Say whether a line ends with a full stop or its like, be it that of an abbreviation."""
    return bool(_ENDS_SENTENCE.search(line))


def ends_in_abbreviation(line: str) -> bool:
    """Say whether a line ends with an abbreviation that wants a name or a number after it."""
    tail = line[-_LONGEST_ABBREVIATION:]
    return bool(_BEFORE_NAME.search(tail) or _BEFORE_NUMBER.search(tail))


def _lengths(text: str, language: str) -> list[int]:
    try:
        lengths = [len(sentence) for sentence in segment(language, text)]
    except BaseException as panic:  # what a panic of Rust code arrives as; its class cannot be imported
        if type(panic).__name__ != "PanicException":
            raise
        return [len(text)]
    return _mended(text, lengths) if sum(lengths) == len(text) and all(lengths) else [len(text)]


def _mended(text: str, lengths: list[int]) -> list[int]:
    """Join what was cut after an abbreviation that sentencex does not know, such as "Vol." or "Cpt."."""
    mended: list[int] = []
    start = 0
    for length in lengths:
        if mended and _is_open(text[max(0, start - _LONGEST_ABBREVIATION) : start], text[start]):
            mended[-1] += length
        else:
            mended.append(length)
        start += length
    return mended


def _is_open(before: str, following: str) -> bool:
    """Say whether no sentence can end between the two: "No." before a digit, "vs." before a capital."""
    if following.isdecimal():
        return ends_in_abbreviation(before)
    return following.isupper() and bool(_BEFORE_NAME.search(before))
