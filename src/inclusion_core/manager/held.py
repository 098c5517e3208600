"""What values hold that can be changed: mappings, lists, sets, and fields that are called frozen.

Frozen values can be reached into with ``object.__setattr__``, and a mapping inside of one is as
open as any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from operator import attrgetter, is_
from types import MappingProxyType
from typing import Any, TypeAlias

import attrs

__all__ = ["Held", "can_hold", "held_by"]


class Held:
    """A thing, and what was in it.

    Attributes:
        said: Where it was found, ``inclusion_core.facts.schema.SCHEMA``.
        package: The top-level package in which.
        parts: What was in it.
    """

    __slots__ = ("_read", "_thing", "package", "parts", "said")

    def __init__(self, said: str, package: str, thing: Any) -> None:
        self.said: str = said
        self.package: str = package
        self._thing = thing
        kind: Any = type(thing)
        self._read = _READ[kind] if kind in _READ else _fields(kind)
        self.parts: tuple[Any, ...] = self._read(thing)

    @property
    def stands_for_itself(self) -> bool:
        """Whether it can be changed, and not only what is in it."""
        return type(self._thing) not in (tuple, frozenset, MappingProxyType)

    @property
    def changed(self) -> bool:
        """Whether something else is in it now."""
        try:
            now = self._read(self._thing)
        except AttributeError:
            return True
        return len(now) != len(self.parts) or not all(map(is_, now, self.parts))

    def put_back(self) -> None:
        """Make it hold what it held."""
        if type(self._thing) is dict:
            half = len(self.parts) // 2
            self._thing.clear()
            self._thing.update(zip(self.parts[:half], self.parts[half:], strict=True))
        elif type(self._thing) is list:
            self._thing[:] = self.parts
        elif type(self._thing) is set:
            self._thing.clear()
            self._thing.update(self.parts)
        else:
            names = (each.name for each in attrs.fields(type(self._thing)))
            for name, before in zip(names, self.parts, strict=True):
                object.__setattr__(self._thing, name, before)


def held_by(
    roots: Iterable[tuple[str, object]], package: str, seen: dict[int, object]
) -> Iterator[Held]:
    """Everything that can be changed and be reached from values.

    Args:
        roots: Values, each with what it is called.
        package: The top-level package that they are of.
        seen: What was found before, by identity; what is found is put there.
    """
    waiting = list(roots)[::-1]
    while waiting:
        said, thing = waiting.pop()
        if id(thing) in seen or not can_hold(thing):
            continue
        seen[id(thing)] = thing
        try:
            held = Held(said, package, thing)
        except AttributeError:  # it is not complete, and nobody can rely on it
            continue
        if held.stands_for_itself:
            yield held
        waiting.extend([(said, part) for part in held.parts])


_Read: TypeAlias = Callable[[Any], tuple[Any, ...]]


def can_hold(thing: object) -> bool:
    """Whether there can be something in it."""
    kind: Any = type(thing)
    return _can_hold(kind)


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
