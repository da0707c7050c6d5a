"""Cuts a paragraph into sentences.

Owns the dealings with `sentencex`, which knows each language's abbreviations and takes English for those it
does not know; it does not know paragraphs' roles. Sentences found here are what a citation points to.
"""

from __future__ import annotations

from collections.abc import Iterator

from sentencex import segment  # type: ignore[import-untyped]  # has no stubs

__all__ = ["sentences"]

# sentencex takes time with the square of the length where quotation marks never close (a minute for half a
# mebibyte of them), so it is given so many characters at a time.
_MOST_AT_ONCE = 2_000


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


def _lengths(text: str, language: str) -> list[int]:
    try:
        lengths = [len(sentence) for sentence in segment(language, text)]
    except BaseException as panic:  # what a panic of Rust code arrives as; its class cannot be imported
        if type(panic).__name__ != "PanicException":
            raise
        return [len(text)]
    return lengths if sum(lengths) == len(text) and all(lengths) else [len(text)]
