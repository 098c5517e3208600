"""The parts of what a plugin declares: its texts, sources and expressions, each with its place.

They are found by walking through the attributes of declared values, so that a kind of declaration
that comes later is looked through as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any

import attrs

from inclusion_core.expr.handles import Expression
from inclusion_core.expr.schema import Schema
from inclusion_core.sources import Source
from inclusion_core.testing.conformance.declared import BY_THEMSELVES, Declared
from inclusion_core.testing.conformance.given import Given
from inclusion_core.texts import Text

__all__ = ["Part", "parts_in", "parts_of"]

LEAVES = (Text, Source, Expression, Enum, Schema, str, bytes, type)
"""What is a part by itself, or has none."""


@attrs.frozen
class Part:
    """Something that stands in a declaration.

    Attributes:
        declared: The declaration.
        owner: The innermost value with an id around it, as ids after a slash; empty for itself.
        name: The attributes that lead from there to it, ``source`` or ``notes.2``; empty for a
            value with an id.
        value: It.
    """

    declared: Declared
    owner: str
    name: str
    value: Any = attrs.field(repr=False)

    @property
    def about(self) -> str:
        """The declaration and the part of it, ``cafe.limit/six-months``."""
        return f"{self.declared.id}/{self.owner}" if self.owner else self.declared.id

    @property
    def inside(self) -> bool:
        """Whether it is not the declaration itself."""
        return bool(self.owner or self.name)

    def within(self, name: str) -> bool:
        """Whether one of the attributes that lead to it has this name."""
        return name in self.name.split(".")


def parts_in(given: Given) -> Iterator[Part]:
    """Every part of all that the plugin declares."""
    for declared in given.declared:
        yield from parts_of(declared)


def parts_of(declared: Declared) -> Iterator[Part]:
    """Every part of a declared value, and the value itself."""
    return _below(Part(declared, "", "", declared.value))


def _below(part: Part) -> Iterator[Part]:
    yield part
    if isinstance(part.value, LEAVES) or (part.inside and isinstance(part.value, BY_THEMSELVES)):
        return
    for name, value in _named(part.value):
        key = getattr(value, "id", None)
        if isinstance(key, str) and attrs.has(type(value)):
            owner = f"{part.owner}/{key}" if part.owner else key
            yield from _below(attrs.evolve(part, owner=owner, name="", value=value))
        else:
            path = f"{part.name}.{name}" if part.name else name
            yield from _below(attrs.evolve(part, name=path, value=value))


def _named(value: Any) -> Iterable[tuple[str, Any]]:
    """What stands in a value, by attribute, key or place in a list."""
    if attrs.has(type(value)):
        names = (each.name for each in attrs.fields(type(value)))
        return ((name, getattr(value, name)) for name in names)
    if isinstance(value, Mapping):
        return ((str(getattr(key, "value", key)), each) for key, each in value.items())
    if isinstance(value, tuple):
        return ((str(place), each) for place, each in enumerate(value, start=1))
    return ()
