"""Sentences on ferries, piers and lights. Owns the filler: plain words that differ from sheet to sheet."""

from __future__ import annotations

from random import Random
from string import Template

__all__ = ["paragraph"]

_SENTENCES = tuple(
    Template(sentence)
    for sentence in (
        "The crossing takes $minutes minutes in calm weather and longer when the wind is from the $wind.",
        "In $month the last ferry leaves $minutes minutes after sunset, and nobody is left on the pier.",
        "A lamp of $metres metres above the water can be seen from the $wind on a clear night.",
        "The pier has been lengthened twice, by $metres metres in all, with stone from the quarry behind it.",
        "Letters and parcels are carried at no charge when they weigh less than $kilos kilograms.",
        "The books give the number of passengers by month, and $month is the fullest of them.",
        "Where the channel is narrow, a ship that comes from the $wind waits for the other one.",
        "The bell on the pier is rung in fog, every $minutes minutes, until the ship has answered.",
        "Dues are paid by the length of the ship, and a ship below $metres metres pays none.",
        "The keeper writes down the wind at dawn and at dusk; it was mostly from the $wind in $month.",
        "Timber and $goods come in by the same pier, which is why it is wider than the others.",
        "After the storm of $month the planks were replaced, and $kilos of them were kept in store.",
        "A seat is held free for the doctor, who crosses on $minutes days of the year or so.",
        "The timetable is printed in $month and hangs at every pier, beside the tables of the tides.",
        "Ships that carry $goods may lie at the pier for one tide and have to leave with the next.",
        "The depth beside the pier is $metres metres at low water, and it is measured every $month.",
        "Two ropes are kept ready at the head of the pier, each of them $metres metres long.",
        "The pilot comes on board in the $wind of the sound and leaves the ship behind the light.",
        "Most of the $goods of the year is shipped before $month, while the sea is calm.",
        "A horn replaced the bell for $minutes weeks, until people asked to have the bell back.",
    )
)
_WINDS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
_MONTHS = ("April", "May", "June", "July", "August", "September", "October")
_GOODS = ("salt", "wool", "barley", "glass", "slate", "cheese", "lamp oil", "seed")


def paragraph(chance: Random, sentences: int) -> str:
    """Return so many different sentences."""
    return " ".join(_filled(sentence, chance) for sentence in chance.sample(_SENTENCES, sentences))


def _filled(sentence: Template, chance: Random) -> str:
    return sentence.substitute(
        wind=chance.choice(_WINDS),
        month=chance.choice(_MONTHS),
        goods=chance.choice(_GOODS),
        minutes=chance.randint(11, 55),
        metres=chance.randint(3, 60),
        kilos=chance.randint(5, 90),
    )
