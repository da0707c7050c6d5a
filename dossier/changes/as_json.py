"""Changes as plain data, and a day of them back. Owns its shape: that of the values, a named tuple being an object."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

from dossier.changes.values import Day

__all__ = ["Data", "data_of", "day_of"]

Data: TypeAlias = "dict[str, Data] | list[Data] | str | int | None"


def data_of(value: object) -> Data:
    """Changes, or a part of them, as plain data."""
    if isinstance(value, tuple):
        names = getattr(value, "_fields", None)
        parts = [data_of(each) for each in value]
        return parts if names is None else dict(zip(names, parts, strict=True))
    return str(value) if isinstance(value, StrEnum) else value if isinstance(value, str | int) else None


def day_of(data: object) -> Day:
    """The day that such data tells. Raises `ValueError` where it tells none."""
    try:
        found = _reader(Day)(data)
    except (TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError(str(error)) from error
    assert isinstance(found, Day)  # noqa: S101
    return found


@cache
def _reader(shape: Any) -> Callable[[Any], Any]:
    """What reads a value of a shape, which is a type as one of the values declares it. A site waits for thousands."""
    if get_origin(shape) is tuple:
        return _list_reader(_reader(get_args(shape)[0]))
    if get_origin(shape) is UnionType:
        (other,) = (_reader(each) for each in get_args(shape) if each is not NoneType)
        return lambda data: None if data is None else other(data)
    if hasattr(shape, "_fields"):
        parts = [(name, _reader(each)) for name, each in get_type_hints(shape).items()]
        return lambda data: shape(*[read(data[name]) for name, read in parts])
    return shape if issubclass(shape, StrEnum) else _plain_reader(shape)


def _list_reader(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def listed(data: Any) -> Any:
        if type(data) is not list:
            raise ValueError("no list")
        return tuple([read(each) for each in data])

    return listed


def _plain_reader(shape: type) -> Callable[[Any], Any]:
    def plain(data: Any) -> Any:
        if type(data) is not shape:
            raise ValueError(f"no {shape.__name__}")
        return data

    return plain
