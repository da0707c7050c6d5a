"""Words that tell nothing by themselves: the commonest of a language, titles, what sentences open with.

Owns the lists; what follows from a word's standing in one is for whoever asks.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["COMMON", "OPENERS", "SMALL", "TITLES"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


COMMON: Mapping[str, frozenset[str]] = {
    "en": _words("the of and to in that for on with was is at by it from as are be this which"),
    "ru": _words("и в не на что с по из к как о это за от для был до его также"),
}
"""The words of which prose in a language has the most, by language."""

TITLES = _words(
    """
    President Prime Minister Foreign Deputy Vice First Chief Cabinet Secretary General Ambassador Chancellor Mr.
    Mrs. Ms. Dr. Sir Lord Senator Governor Mayor Spokesman Spokeswoman Spokesperson Professor Director Chairman
    Chairwoman Head Minister-designate Президент Премьер-министр Министр Глава Директор Посол Председатель
    Губернатор Господин Официальный
    """
)
"""What stands before the name of a person."""

OPENERS = _words(
    """
    The A An In On At By For From To Of With After Before Following During Since Until While When Where If As
    But And Or So However Meanwhile Earlier Later Both Some Many Most All Its His Her Their Our This That These
    Those It He She They We I There According Last Next Another Speaking Asked Under Over Also Yet Then Now
    Despite Although Because В На С По К О Об От До Из За Для При Как Но И А Или Если Когда Однако Также Это
    Этот Эта Эти Его Её Их Он Она Они Мы После Перед Ранее Позже По-прежнему Напомним Кроме Между Тем По-словам
    """
)
"""What has a capital because a sentence begins with it."""

SMALL = _words(
    """
    the a an of to in on at for and or that their its his her with by from this these those has have had was
    were will would be is are it they he she who which as after before during previous time later also said
    announced told stated added however when where while since
    """
)
"""What tells nothing in the id of an event."""
