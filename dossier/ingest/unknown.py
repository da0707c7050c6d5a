"""Names in a text that no sheet answers to, to be looked at by an editor.

Owns the guess at what is a name: in English and Russian several words with capitals, and one within a sentence; in
Japanese what stands before a title, and foreign names with a dot in them. It finds candidates and claims nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dossier.articles import Article, Role
from dossier.ingest.wordlists import OPENERS, TITLES

__all__ = ["Candidate", "find_candidates"]

_CAPITALISED = r"(?:[^\W\d_a-zа-яё][\w’'-]*[\w]|[A-ZА-ЯЁ]\.)"
_RUN = re.compile(rf"{_CAPITALISED}(?: (?:(?:of the|of|for|and|de|von|van|bin|al) )?{_CAPITALISED})+")
# One word, where no sentence begins: before it stands a word in small letters or a comma, with what it may close.
_LONE = re.compile(r"(?:(?<=[a-zа-яё,;] )|(?<=,[”\"»] ))[^\W\d_a-zа-яё][\w’'-]*\w(?! [^\W\d_a-zа-яё])")
# Japanese, Spanish, Russian: of a state, and no name.
_ADJECTIVE = re.compile(r"\w{3,}(?:ese|ish|ian|ans)", re.ASCII)
_POSSESSIVE = re.compile(r"['’]s\Z")
_KANJI_NAME = re.compile(
    r"(?P<name>[\u3400-\u9fff々]{2,5}|[\u30a0-\u30ff]{2,}(?:[・＝][\u30a0-\u30ff]+)*)"
    r"(?=(?:前|元|副|両)?(?:大統領|首相|外相|国防相|防衛相|官房長官|長官|外務次官|次官|報道官|知事|議員|大使|教授|社長|会長|書記長|外務審議官|氏|さん))"
)
_DOTTED = re.compile(r"[\u30a0-\u30fa\u30fc-\u30ff]{2,}(?:[・＝][\u30a0-\u30fa\u30fc-\u30ff]{2,})+")
_TITLE_KANJI = re.compile(
    r"(?:外務|防衛|国防|経済|財務|官房|総理|内閣|両国|同国|両|同|各国|日本|首脳|関係|担当)+"
)
_TAKEN_OUT = "\x00"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may be a name, and the numbers of the sentences they stand in, once for each time."""

    name: str
    sentences: tuple[int, ...]


def find_candidates(article: Article, known: Iterable[tuple[int, int, int]]) -> tuple[Candidate, ...]:
    """The names no sheet has, most frequent first. `known` are stretches (sentence, start, end) of something else."""
    taken: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, start, end in known:
        taken[number].append((start, end))
    found: defaultdict[str, list[int]] = defaultdict(list)
    is_japanese = article.language.partition("-")[0] == "ja"
    for sentence in article.sentences:
        if sentence.role is Role.DATELINE:
            continue
        text = _without(sentence.text, taken[sentence.number])
        for name in _japanese(text) if is_japanese else _capitalised(text):
            found[name].append(sentence.number)
    if not is_japanese:
        _add_lone_words(article, taken, found)
    ranked = sorted(found.items(), key=lambda each: (-len(each[1]), each[1][0], each[0]))
    return tuple(Candidate(name, tuple(numbers)) for name, numbers in ranked)


def _add_lone_words(
    article: Article, taken: dict[int, list[tuple[int, int]]], found: dict[str, list[int]]
) -> None:
    """Count single words: each with the one longer name it is a part of, as a surname is, or for itself."""
    for sentence in article.sentences:
        if sentence.role is not Role.SENTENCE:  # headings may have capitals throughout
            continue
        text = _RUN.sub(lambda run: _TAKEN_OUT * len(run[0]), _without(sentence.text, taken[sentence.number]))
        for match in _LONE.finditer(text):
            word = _POSSESSIVE.sub("", match[0])
            if word in TITLES or word in OPENERS or _ADJECTIVE.fullmatch(word):
                continue
            longer = [name for name in found if word in name.split(" ")[1:]]
            numbers = found[longer[0] if len(longer) == 1 else word]
            numbers.append(sentence.number)
            numbers.sort()


def _without(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """The text with what is known taken out, and the capitalised words right before it: they are titles."""
    for start, end in stretches:
        text = text[:start] + _TAKEN_OUT * (end - start) + text[end:]
    return text


def _capitalised(text: str) -> Iterable[str]:
    for run in _RUN.finditer(text):
        words = _POSSESSIVE.sub("", run[0]).split(" ")
        if text[run.end() : run.end() + 2] in (f" {_TAKEN_OUT}",):
            continue
        while words and words[0] in OPENERS:
            del words[0]
        last_title = max((n for n, word in enumerate(words) if word in TITLES), default=-1)
        named = words[last_title + 1 :] if last_title + 1 < len(words) - 1 else words
        if "and" in named and len(named) < 4:
            continue  # "Japanese and Russian": two things
        if len(named) > 1 and not all(word in TITLES for word in named[1:]):
            yield " ".join(named)


def _japanese(text: str) -> Iterable[str]:
    names = {found.start(): found[0] for found in _DOTTED.finditer(text)}
    for found in _KANJI_NAME.finditer(text):
        if not _TITLE_KANJI.fullmatch(found["name"]):
            names.setdefault(found.start(), found["name"])
    return [names[start] for start in sorted(names)]
