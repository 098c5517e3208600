"""What values hold that can be changed: mappings, lists, sets, and fields that are called frozen.

Frozen values can be reached into with ``object.__setattr__``, and a mapping inside of one is as
open as any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from operator import attrgetter, is_
from types import MappingProxyType
from typing import Any, TypeAlias

import attrs

__all__ = ["Held", "can_hold", "held_by", "kind_of", "nothing_changed"]


class Held:
    """A thing, and what was in it.

    Attributes:
        said: Where it was found, ``inclusion_core.facts.schema.SCHEMA``.
        thing: The thing.
        parts: What was in it.
        read: Gives what is in it now.
    """

    __slots__ = ("parts", "read", "said", "thing")

    def __init__(self, said: str, thing: Any) -> None:
        self.said: str = said
        self.thing: Any = thing
        kind = kind_of(thing)
        self.read: _Read = _READ[kind] if kind in _READ else _fields(kind)
        self.parts: tuple[Any, ...] = self.read(thing)

    @property
    def stands_for_itself(self) -> bool:
        """Whether it can be changed, and not only what is in it."""
        return type(self.thing) not in (tuple, frozenset, MappingProxyType)

    @property
    def changed(self) -> bool:
        """Whether something else is in it now."""
        return not nothing_changed([self])

    def put_back(self) -> None:
        """Make it hold what it held."""
        if type(self.thing) is dict:
            half = len(self.parts) // 2
            self.thing.clear()
            self.thing.update(zip(self.parts[:half], self.parts[half:], strict=True))
        elif type(self.thing) is list:
            self.thing[:] = self.parts
        elif type(self.thing) is set:
            self.thing.clear()
            self.thing.update(self.parts)
        else:
            names = (each.name for each in attrs.fields(type(self.thing)))
            for name, before in zip(names, self.parts, strict=True):
                object.__setattr__(self.thing, name, before)


def held_by(roots: Iterable[tuple[str, object]], seen: dict[int, object]) -> Iterator[Held]:
    """Everything that can be changed and be reached from values.

    Args:
        roots: Values, each with what it is called.
        seen: What was found before, by identity; what is found is put there.
    """
    waiting = [(said, thing) for said, thing in roots if can_hold(thing)][::-1]
    while waiting:
        said, thing = waiting.pop()
        if id(thing) in seen:
            continue
        seen[id(thing)] = thing
        try:
            held = Held(said, thing)
        except AttributeError:  # it is not complete, and nobody can rely on it
            continue
        if held.stands_for_itself:
            yield held
        waiting.extend([(said, part) for part in held.parts if _can_hold(kind_of(part))])


def nothing_changed(held: Sequence[Held]) -> bool:
    """Whether all of them hold what they held; asked in few steps, for there are thousands."""
    try:
        now = [each.read(each.thing) for each in held]
    except AttributeError:
        return False
    before = [each.parts for each in held]
    same_number = list(map(len, now)) == list(map(len, before))
    return same_number and all(map(is_, chain.from_iterable(now), chain.from_iterable(before)))


_Read: TypeAlias = Callable[[Any], tuple[Any, ...]]


kind_of: Callable[[object], Any] = type
"""The class of a thing; for type checkers, one that a cache can be asked about."""


def can_hold(thing: object) -> bool:
    """Whether there can be something in it."""
    return _can_hold(kind_of(thing))


@cache
def _can_hold(kind: Any) -> bool:
    return kind in _READ or "__attrs_attrs__" in vars(kind)


@cache
def _fields(kind: Any) -> _Read:
    """Reads the fields of a value of this class, as quickly as can be."""
    names = [each.name for each in attrs.fields(kind)]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda thing: tuple(getattr(thing, name) for name in names)


_READ: Mapping[type, _Read] = MappingProxyType(
    {
        dict: lambda thing: (*thing.keys(), *thing.values()),
        MappingProxyType: lambda thing: (*thing.keys(), *thing.values()),
        list: tuple,
        tuple: tuple,
        set: tuple,
        frozenset: tuple,
    }
)
