"""The network of one thing: it in the middle, around it what it is tied to, lines for ties. Owns the drawing.

What a line means is told by its form and said in the caption; colour and icon say what kind of thing a neighbour is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from dossier.figures.network.layout import LINE, RADIUS, WIDTH, Label, Layout, Spot, lay_out
from dossier.figures.svg import Element, element, number

__all__ = ["Chord", "Line", "Node", "network"]


class Line(StrEnum):
    """The form of a line."""

    RELATION = "relation"
    ENDED = "ended"
    EVENTS = "events"


@dataclass(frozen=True, slots=True)
class Node:
    """A neighbour: its name, what it is to the one in the middle, and where its page is.

    `more` is said behind the name; `kind` is the kind's label, which the caption explains icon and colour by.
    """

    id: str
    name: str
    href: str
    icon: str
    colour: str
    kind: str
    heading: str = ""
    line: Line = Line.RELATION
    more: str = ""


@dataclass(frozen=True, slots=True)
class Chord:
    """A tie between two neighbours, by their ids."""

    start: str
    end: str
    line: Line


def network(
    centre: Node,
    nodes: Sequence[Node],
    chords: Sequence[Chord],
    said: Sequence[tuple[Line, str]],
    between: str,
    rest: str,
) -> Element:
    """Draw a network as HTML. Nodes with one heading stand one after the other.

    `said` gives the meaning of each form of line that may occur, `between` that of the lines from neighbour to
    neighbour, `rest` is a sentence on what is not drawn. Whatever belongs to the first node has the class `n1`.
    """
    grouped = groupby(nodes, key=lambda node: node.heading)
    groups = [
        (heading, [f"{node.name}\u00a0{node.more}".strip() for node in group]) for heading, group in grouped
    ]
    layout = lay_out(centre.name, groups)
    spots = {node.id: spot for node, spot in zip(nodes, layout.spots, strict=True)}
    marks = {node.id: f"n{place}" for place, node in enumerate(nodes, 1)}
    drawing = element(
        "svg",
        *(_chord(chord, spots, marks) for chord in chords),
        *(_spoke(layout, spots[node.id], node, marks[node.id]) for node in nodes),
        *(_words(heading, "network-heading") for heading in layout.headings),
        _centre(layout, centre),
        *(_node(spots[node.id], node, marks[node.id]) for node in nodes),
        viewBox=f"0 0 {number(WIDTH)} {number(layout.height)}",
        role="group",
        aria_label=f"Network: {centre.name}",
    )
    return element(
        "figure",
        drawing,
        _caption([centre, *nodes], said, between if chords else "", rest),
        class_="figure network",
        data_search_exclude="",
    )


def _chord(chord: Chord, spots: Mapping[str, Spot], marks: Mapping[str, str]) -> Element:
    start, end = spots[chord.start], spots[chord.end]
    if start.side == end.side:
        bend = -start.side * min(12 + abs(start.y - end.y) * 0.22, 58)
        bends = (start.x + bend, end.x + bend)
    else:
        bends = (start.x - start.side * 46, end.x - end.side * 46)
    class_ = f"chord {chord.line} {marks[chord.start]} {marks[chord.end]}"
    return element("path", class_=class_, d=_curve((start.x, start.y), bends, (end.x, end.y)))


def _spoke(layout: Layout, spot: Spot, node: Node, mark: str) -> Element:
    x, y = layout.centre
    path = _curve((x, y), (x + spot.side * 40, spot.x - spot.side * 30), (spot.x, spot.y))
    return element("path", class_=f"spoke {node.line} {node.colour} {mark}", d=path)


def _curve(start: tuple[float, float], bends: tuple[float, float], end: tuple[float, float]) -> str:
    """A curve that leaves and arrives level."""
    points = (start, (bends[0], start[1]), (bends[1], end[1]), end)
    first, *others = (f"{number(x)} {number(y)}" for x, y in points)
    return f"M{first}C{' '.join(others)}"


def _centre(layout: Layout, centre: Node) -> Element:
    x, y = layout.centre
    radius = RADIUS + 6
    return element(
        "g",
        element("circle", cx=x, cy=y, r=radius),
        _icon(centre, x, y, 17.0),
        _words(layout.name, "network-name"),
        class_=f"network-centre {centre.colour}",
    )


def _node(spot: Spot, node: Node, mark: str) -> Element:
    shown = _words(spot.label, "")
    cut = spot.label.lines and spot.label.lines[-1].endswith("…")
    return element(
        "a",
        element("title", node.name) if cut else None,
        element("circle", cx=spot.x, cy=spot.y, r=RADIUS),
        _icon(node, spot.x, spot.y, 11.0),
        shown,
        href=node.href,
        class_=f"{node.colour} {mark}",
    )


def _icon(node: Node, x: float, y: float, size: float) -> Element:
    # Width and height stand on the symbol's use, as the class `icon` is sized by the type around it.
    use = element("use", href=f"#icon-{node.icon}", x=x - size / 2, y=y - size / 2, width=size, height=size)
    return element("g", use, class_="network-icon")


def _words(label: Label, class_: str) -> Element:
    parts: list[Element] = []
    for place, line in enumerate(label.lines):
        if place:  # a space for whoever hears or copies the words, which takes no room
            parts.append(element("tspan", " ", font_size=0))
        parts.append(element("tspan", line, x=label.x, dy=LINE if place else None))
    return element("text", *parts, class_=class_ or None, x=label.x, y=label.y, text_anchor=label.anchor)


def _caption(nodes: Sequence[Node], said: Sequence[tuple[Line, str]], between: str, rest: str) -> Element:
    kinds = {node.kind: node for node in reversed(nodes)}
    drawn = {node.line for node in nodes[1:]}
    keys = [_key(_sample("spoke", line), words) for line, words in said if line in drawn]
    keys += [_key(_sample("chord", Line.RELATION), between)] if between else []
    of_kinds = [_key(_mark(kinds[kind]), kind) for kind in dict.fromkeys(node.kind for node in nodes)]
    spaced = (part for key in (*keys, *of_kinds) for part in (key, " "))
    return element("figcaption", *spaced, element("span", rest) if rest else None)


def _key(sign: Element, words: str) -> Element:
    return element("span", sign, words, class_="network-key")


def _sample(part: str, line: Line) -> Element:
    path = element("path", class_=f"{part} {line}", d="M1 4H27")
    return element("svg", path, viewBox="0 0 28 8", width="28", height="8", aria_hidden="true")


def _mark(node: Node) -> Element:
    use = element("use", href=f"#icon-{node.icon}")
    return element("svg", use, class_=f"icon {node.colour}", aria_hidden="true")
