"""Changes of a JSON document at one of its nodes: another value, none, twice, wrapped, elsewhere.

Objects are lists of pairs here, so that a name can stand in one twice.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TypeAlias

import attrs

from fuzzing_lab.choices import Choices
from fuzzing_lab.nasty import NASTY_JSON, NASTY_TEXTS

__all__ = ["changed_json"]


@attrs.define
class _Written:
    """A value as it is written; it need not be JSON."""

    text: str


@attrs.define
class _Object:
    pairs: list[list[Any]]


NUMBERS = (0, 1, -1, 2, 7, 31, 10**18, 10**19, -(10**30), 10**400)

_Spot: TypeAlias = tuple[list[Any], int]
"""A list, and the place in it where a value stands."""


def changed_json(data: bytes, choices: Choices) -> bytes | None:
    """The document after one change; ``None`` for what is no JSON."""
    try:
        whole = json.loads(data, object_pairs_hook=_object, parse_float=_Written)
    except (ValueError, RecursionError):
        return None
    root = [whole]
    spots = list(_spots(root))
    into, at = choices.pick(spots)
    _change(into, at, choices, spots)
    return "".join(_text(root[0] if root else _Written(""))).encode(errors="surrogatepass")


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    return _Object([list(each) for each in pairs])


def _spots(values: list[Any]) -> Iterator[_Spot]:
    for at, value in enumerate(values):
        yield values, at
        if isinstance(value, list):
            yield from _spots(value)
        elif isinstance(value, _Object):
            for pair in value.pairs:
                yield from (
                    (each, place) for each, place in _spots(pair) if (each, place) != (pair, 0)
                )


def _change(into: list[Any], at: int, choices: Choices, spots: list[_Spot]) -> None:
    value = into[at]
    match choices.below(12):
        case 0 | 1 | 9 | 10 | 11 if isinstance(value, str):
            into[at] = choices.pick(NASTY_TEXTS)
        case 0 | 1 | 9 | 10 | 11 if type(value) is int:
            into[at] = choices.pick(NUMBERS)
        case 2:
            into[at] = choices.pick(NASTY_TEXTS)
        case 3:
            other, place = choices.pick(spots)
            into[at] = other[place] if place < len(other) and not _inside(other[place], into) else 0
        case 4:
            into[at] = [value] if choices.below(2) else _Object([["a", value]])
        case 5 if isinstance(value, list) and value:
            place = choices.below(len(value))
            value[place : place + 1] = [value[place]] * choices.below(3)
        case 5 | 6 if isinstance(value, _Object) and value.pairs:
            place = choices.below(len(value.pairs))
            value.pairs[place : place + 1] = [value.pairs[place]] * choices.below(3)
        case 7 if isinstance(value, _Object) and value.pairs:
            value.pairs[choices.below(len(value.pairs))][0] = choices.pick(NASTY_TEXTS)
        case _:
            into[at] = _Written(choices.pick(NASTY_JSON))


def _inside(value: Any, searched: list[Any]) -> bool:
    """Whether a value holds a list: it cannot stand in itself."""
    return value is searched or any(each is searched for each, _ in _spots([value]))


def _text(value: Any) -> Iterator[str]:
    match value:
        case _Written(text=text):
            yield text
        case list():
            yield "["
            for at, each in enumerate(value):
                yield "," if at else ""
                yield from _text(each)
            yield "]"
        case _Object(pairs=pairs):
            yield "{"
            for at, (name, each) in enumerate(pairs):
                yield f"{',' if at else ''}{json.dumps(name)}:"
                yield from _text(each)
            yield "}"
        case str():
            yield json.dumps(value, ensure_ascii=len(value) % 2 == 0)
        case _:
            yield json.dumps(value)
