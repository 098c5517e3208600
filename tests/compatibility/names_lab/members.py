"""What an object of a public class has, line by line."""

from __future__ import annotations

import enum
import inspect
from collections.abc import Iterator
from functools import cached_property
from types import MemberDescriptorType

import attrs

from .signatures import as_code, definition

__all__ = ["described_class"]


def described_class(cls: type) -> str:
    """A class with its public members, as a stub."""
    bases = ", ".join(base.__name__ for base in cls.__bases__ if base is not object)
    head = f"class {cls.__name__}({bases}):" if bases else f"class {cls.__name__}:"
    lines = [*_made(cls), *_members(cls)] or ["..."]
    return "\n".join((head, *(f"    {line}" for line in lines)))


def _made(cls: type) -> Iterator[str]:
    if not issubclass(cls, enum.Enum) and not getattr(cls, "_is_protocol", False):
        text = definition("__init__", cls)
        yield text.replace("(", "(self, ", 1) if "()" not in text else text.replace("()", "(self)")


def _members(cls: type) -> Iterator[str]:
    found = {
        name: (kind, value)
        for kind in reversed(cls.__mro__)
        if kind.__module__.startswith("inclusion_")
        for name, value in vars(kind).items()
        if not name.startswith("_")
    }
    types = {each.name: each.type for each in attrs.fields(cls)} if attrs.has(cls) else {}
    for name, (kind, value) in sorted(found.items()):
        yield from _member(name, value, types.get(name), kind)


def _member(name: str, value: object, declared: object, kind: type) -> Iterator[str]:
    if isinstance(value, enum.Enum):
        yield f"{name} = {as_code(value.value)}"
    elif isinstance(value, staticmethod | classmethod):
        yield f"@{type(value).__name__}"
        yield definition(name, value.__func__)
    elif inspect.isfunction(value):
        yield definition(name, value)
    elif isinstance(value, MemberDescriptorType):
        yield f"{name}: {_written(declared or kind.__annotations__.get(name, 'object'))}"
    elif isinstance(value, property | cached_property):
        getter = value.fget if isinstance(value, property) else value.func
        yield f"{name}: {_written(getter.__annotations__.get('return', 'object'))}"
    else:
        yield f"{name}: {type(value).__name__}"


def _written(annotation: object) -> str:
    return annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)
