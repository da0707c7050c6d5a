"""What stands below a timeline: how to read it. Owns the words for marks, of those only that are there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.edtf import Date, say
from dossier.figures.svg import Element, element
from dossier.figures.timeline.extent import Extent, Form
from dossier.figures.timeline.rows import Row, line_of, whole

__all__ = ["caption"]

_WIDTH = 22  # pixels of a sample
_FORMS = {
    Form.LASTING: "lasted so long",
    Form.WITHIN: "some time within",
    Form.ONE_OF: "one moment of these",
}
_STATUSES = {"planned": "planned", "cancelled": "called off"}


def caption(laid: Sequence[Row], ident: str, *, is_counted: bool, as_of: Date | None) -> Element | None:
    """The legend, as a caption, where there is something to explain."""
    day, scale = line_of(as_of), whole(laid, as_of)
    words = list(_words(laid, is_counted=is_counted))
    if is_counted and as_of and day is not None and scale.holds(day):
        words.append(f"The dashed upright line stands at {say(as_of)}, the day this dossier speaks from.")
    samples = [] if is_counted else list(_samples(laid, ident))
    if len(samples) == 1:  # dots that all mean the same explain themselves
        samples = []
    said = element("span", " ".join(words)) if words else None
    return element("figcaption", *samples, said) if samples or words else None


def _words(laid: Sequence[Row], *, is_counted: bool) -> Iterator[str]:
    if is_counted:
        yield "How many entries begin when; each column leads to its period."
    elif len(laid) > 1:
        yield "Each row has a scale of its own; the line at the top has all of them on one."


def _samples(laid: Sequence[Row], ident: str) -> Iterator[Element]:
    """A small picture and its meaning, of each kind of sheet and each form of mark there is."""
    extents = [each for row in laid for each in row.extents]
    moments = [each for row in laid for each in row.stretch.moments]
    for kind, colour, is_event in sorted({(each.kind, each.colour, each.is_event) for each in moments}):
        yield _sample(kind, _dot() if is_event else _diamond(), f"point happened {colour}")
    colour = moments[0].colour
    forms = {each.form for each in extents}
    for form, words in _FORMS.items():
        if form in forms:
            yield _sample(words, _box(), f"{form} happened {colour}")
    if Form.ROUGH in forms:
        yield _sample("about that day", _dot(), f"rough happened {colour}")
    if any(_fades(each) for each in extents):
        yield _sample(
            "beginning or end not exactly known",
            _fading(f"{ident}-key", colour),
            f"lasting happened {colour}",
        )
    for status, words in _STATUSES.items():
        if any(each.status == status for each in moments):
            yield _sample(words, _dot(), f"point {status} {colour}")


def _fades(found: Extent) -> bool:
    return (
        found.start != found.sure_from
        or found.end != found.sure_until
        or found.start is None
        or found.end is None
    )


def _sample(words: str, shape: Sequence[Element], classes: str) -> Element:
    picture = element("svg", *shape, width=_WIDTH, height=12, aria_hidden="true", class_=f"mark {classes}")
    return element("span", picture, " ", words, class_="sample")


def _dot() -> list[Element]:
    struck = element("path", d="M4 11 18 1", class_="strike")
    return [element("circle", cx=11, cy=6, r=4.5, class_="shape"), struck]


def _diamond() -> list[Element]:
    return [element("path", d="M11 .5 16.5 6 11 11.5 5.5 6z", class_="shape")]


def _box(style: str | None = None) -> list[Element]:
    return [element("rect", x=1, y=2.5, width=_WIDTH - 2, height=7, rx=1.5, class_="shape", style=style)]


def _fading(ident: str, colour: str) -> list[Element]:
    """A bar with an end that fades, as `timeline_marks` draws it."""
    stops = (element("stop", offset=f"{at}%", stop_opacity=1 - at // 100) for at in (20, 100))
    gradient = element("linearGradient", *stops, id=ident, class_=colour)
    return [gradient, *_box(f"--paint: url(#{ident})")]
