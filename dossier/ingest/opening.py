"""How a report opens: place, day and agency. Owns the datelines that are sentences by themselves.

Those with an agency or a dash are `articles`' own. One without ("NORTHPORT, March 12.") is a sentence there, since
nothing but its being a place in capitals and a date tells it from one.
"""

from __future__ import annotations

from dossier.articles import Article, Dateline, Role
from dossier.ingest.dates import find_dates

__all__ = ["opening"]

_FIRST = 3  # sentences, among which it stands


def opening(article: Article) -> Dateline | None:
    """The dateline of a text, or what stands for one."""
    if article.dateline:
        return article.dateline
    first = [each.text for each in article.sentences if each.role is Role.SENTENCE][:_FIRST]
    return next((found for text in first if (found := _place_and_day(text, article.language))), None)


def _place_and_day(sentence: str, language: str) -> Dateline | None:
    dates = find_dates(sentence, language, None)
    if len(dates) != 1 or sentence[dates[0].end :].strip(" .,"):
        return None
    place = sentence[: dates[0].start].strip(" ,.")
    return Dateline(place, dates[0].words, "") if place.isupper() and len(place) > 1 else None
