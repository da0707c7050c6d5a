"""Sheets with their lines, spaces, comments and quotes as no person would lay them out."""

from __future__ import annotations

from hypothesis import strategies as st

__all__ = ["COMMENTS", "any_sheets"]

COMMENTS = ("# beside", "# one", "# two: x", "#three", "# - four", "# [five")
_WORDS = ("a", "rock", "Лавров said", "it is so", "x # y", "a: b", "[[b]] c", "'", '"', "岩", "- a", "1956")
_KEYS = (
    "name", "type", "summary", "facts", "area", "relations", "part_of", "claims", "text", "to", "cite", "value", "x",
)  # fmt: skip
_DEEPEST = 4


@st.composite
def any_sheets(draw: st.DrawFn) -> str:
    """The text of a sheet."""
    sheet = _Sheet(draw)
    return f"{sheet.above(0)}{sheet.fields(0, 0)}{sheet.above(0)}"


class _Sheet:
    """Writes one, as `draw` will have it. Columns count from 0, `depth` is how many values it stands in."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def above(self, column: int) -> str:
        """Comments and blank lines above a line."""
        lines = self._draw(st.lists(st.sampled_from(("", *COMMENTS[1:])), max_size=2))
        margin = " " * column
        return "".join(f"{self._pick(margin, margin, self._spaces(0, 6))}{line}\n" for line in lines)

    def fields(self, column: int, depth: int) -> str:
        lines = [f"{' ' * column}{key}:{self._value(column, depth)}" for key in self._keys(1, 4)]
        return lines[0] + "".join(self.above(column) + line for line in lines[1:])

    def _pick(self, *choices: str) -> str:
        return self._draw(st.sampled_from(choices))

    def _count(self, least: int, most: int) -> int:
        return self._draw(st.integers(least, most))

    def _spaces(self, least: int, most: int) -> str:
        return " " * self._count(least, most)

    def _keys(self, least: int, most: int) -> list[str]:
        return self._draw(st.lists(st.sampled_from(_KEYS), unique=True, min_size=least, max_size=most))

    def _end(self) -> str:
        return self._pick(f"{self._spaces(0, 2)}\n", f"{self._spaces(1, 3)}{COMMENTS[0]}\n")

    def _quoted(self) -> str:
        text = self._pick(*_WORDS)
        single, double = text.replace("'", "''"), text.replace('"', '\\"')
        return self._pick(f"'{single}'", f'"{double}"')

    def _in_brackets(self, depth: int) -> str:
        shape = self._pick("value", "value", "list", "fields") if depth < _DEEPEST - 1 else "value"
        if shape == "list":
            items = [self._in_brackets(depth + 1) for _ in range(self._count(0, 3))]
            comma = f"{self._spaces(0, 1)},{self._spaces(0, 2)}"
            return f"[{self._spaces(0, 1)}{comma.join(items)}{self._spaces(0, 1)}]"
        if shape == "fields":
            colon, comma = f"{self._spaces(0, 1)}:{self._spaces(1, 3)}", f",{self._spaces(1, 2)}"
            pairs = [f"{key}{colon}{self._in_brackets(depth + 1)}" for key in self._keys(0, 3)]
            return f"{{{self._spaces(0, 1)}{comma.join(pairs)}{self._spaces(0, 1)}}}"
        return self._quoted()

    def _block(self, column: int) -> str:
        """Text below `|` or `>`."""
        margin = " " * (column + 1) + self._spaces(0, 3)
        words = (self._pick("word ", "длинное слово ") * self._count(1, 30) for _ in range(self._count(1, 4)))
        first, *others = (f"{margin}{each}x" for each in words)
        rest = (self._pick("", line, line, f"{margin}  more") for line in others)
        return self._pick("|", ">", ">-", "|-", "|+") + "\n" + "\n".join([first, *rest]).rstrip() + "\n"

    def _value(self, column: int, depth: int) -> str:
        """What stands after a colon, to the end of its last line."""
        shapes = ("plain", "quoted", "brackets", "block", "list", "fields")
        match self._pick(*shapes) if depth < _DEEPEST else "plain":
            case "list":
                return self._end() + self._items(column + self._count(0, 3), depth + 1)
            case "fields":
                return self._end() + self.fields(column + self._count(1, 4), depth + 1)
            case "block":
                return self._spaces(1, 2) + self._block(column)
            case "brackets":
                return self._spaces(1, 3) + self._in_brackets(0) + self._end()
            case "quoted":
                return self._spaces(1, 3) + self._quoted() + self._end()
        return f"{self._spaces(1, 3)}some words{self._end()}"

    def _items(self, column: int, depth: int) -> str:
        found = []
        for _ in range(self._count(1, 3)):
            gap = self._spaces(1, 3)
            held = f"{self._quoted()}{self._end()}"
            if self._pick("value", "fields") == "fields":
                held = self.fields(column + 1 + len(gap), depth + 1).lstrip(" ")
            found.append(f"{self.above(column)}{' ' * column}-{gap}{held}")
        return "".join(found)
