"""Who says something in a sentence, where the sentence says so plainly. Owns the verbs of saying, by language.

A speaker is given only where a known name stands right beside the verb as its subject. A doubtful one is no speaker.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dossier.graph.names import Hit

__all__ = ["Speech", "find_speech"]


class Speech(NamedTuple):
    """That a sentence reports what somebody says, and who, by the sheet's id; None where it is not plain."""

    speaker: str | None


_VERBS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:said|says|announced|stated|told|added|declared|stressed|emphasi[sz]ed|noted|explained|claimed|argued|"
        r"pointed\s+out|has\s+pointed\s+out|confirmed|denied|insisted|warned|reiterated|according\s+to)\b"
    ),
    "ru": re.compile(
        r"\b(?:заявил|сообщил|сказал|отметил|подчеркнул|добавил|объявил|рассказал|указал|пояснил|напомнил|уточнил|подтвердил|"
        r"опроверг|считает|утверждает|говорится)(?:а|о|и)?\b|\bпо словам\b"
    ),
    "ja": re.compile(
        r"(?:と|を)?(?:述べ|語っ|話し|表明し|発表し|明らかにし|強調し|説明し|指摘し|主張し|伝え|批判し|否定し|確認し)(?:た|ている|ており)"
    ),
}
# Between a name and its verb may stand what does not change who is meant.
_BETWEEN_EN = re.compile(r"\s*(?:,[^,.;]{0,60},)?\s*(?:also|later|earlier|has|had|once|repeatedly)?\s*")
_BETWEEN_RU = re.compile(r"\s*(?:,[^,.;]{0,60},)?\s*(?:также|ранее|позже|позднее|накануне)?\s*")
_TITLED = re.compile(r"\s+(?:(?:the|[A-Z][\w.-]*|foreign|spokesman|spokeswoman|minister|president)\s+){0,5}")
# Behind の, と or や somebody else is meant, or not this one alone.
_SUBJECT_JA = re.compile(r"[^、。「」『』のとや]{0,10}?(?:は|が)(?=[、\w「『\s])")


def find_speech(sentence: str, language: str, hits: Sequence[Hit]) -> Speech | None:
    """Tell whether a sentence reports speech, and whose; `hits` are the known names in it."""
    spoken = language.partition("-")[0].lower()
    verbs = _VERBS.get(spoken)
    found = list(verbs.finditer(sentence)) if verbs else []
    if not found:
        return None
    if spoken == "ja":
        return Speech(_topic(sentence, hits))
    between = _BETWEEN_EN if spoken == "en" else _BETWEEN_RU
    speakers = {speaker for verb in found if (speaker := _beside(sentence, verb, hits, between))}
    return Speech(speakers.pop() if len(speakers) == 1 else None)


def _beside(sentence: str, verb: re.Match[str], hits: Sequence[Hit], between: re.Pattern[str]) -> str | None:
    if verb[0].startswith(("according", "по словам")):
        return _named_after(sentence, verb.end(), hits)
    before = max((hit for hit in hits if hit.end <= verb.start()), key=lambda hit: hit.end, default=None)
    if before and between.fullmatch(sentence, before.end, verb.start()) and not _is_joined(sentence, before):
        return before.sheet
    closes = sentence[: verb.start()].rstrip()[-1:] in ('"', "”", "»", "'", "’", ",", "—", "–")
    return _named_after(sentence, verb.end(), hits) if closes else None


def _named_after(sentence: str, start: int, hits: Sequence[Hit]) -> str | None:
    """The name that stands there after titles at most; of "Northland spokesman Ivar Holm", the last."""
    found = None
    for hit in hits:
        if hit.start >= start and _TITLED.fullmatch(sentence, start, hit.start):
            found, start = hit.sheet, hit.end
    return found


def _is_joined(sentence: str, hit: Hit) -> bool:
    """Whether the name is the end of something longer: one of two that speak, or what somebody else is of."""
    ahead = sentence[: hit.start].rstrip()
    return bool(re.search(r"(?:\b(?:and|of|with|to|by|и|с)|&)\Z", ahead))


def _topic(sentence: str, hits: Sequence[Hit]) -> str | None:
    """The first known name that is marked as the subject, outside of what is quoted."""
    for hit in hits:
        ahead = sentence[: hit.start]
        is_quoted = ahead.count("「") > ahead.count("」")
        if not is_quoted and _SUBJECT_JA.match(sentence, hit.end):
            return hit.sheet
    return None
