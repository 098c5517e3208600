"""A schema with the record types of plugins in it, as far as a story meets them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import get_type_hints

from inclusion_core.errors import SchemaError
from inclusion_core.expr.schema import Schema, schema_of
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.fields import Record, Reference, type_name

__all__ = ["schema_for"]


def schema_for(record_classes: Iterable[type[Record]], schema: Schema = SCHEMA) -> Schema:
    """The schema with these classes in it, and with what they name.

    A class that one of them names is looked for in the same module.

    Raises:
        SchemaError: A class is no record class, names one that is not found, or is named as
            another.
    """
    found = {each.name: each.record_class for each in schema}
    waiting = list(record_classes)
    while waiting:
        record_class = waiting.pop(0)
        name = type_name(record_class)
        if found.setdefault(name, record_class) is not record_class:
            raise SchemaError(name, "another class has that name")
        waiting += [each for each in _beside(record_class) if type_name(each) not in found]
    return schema if len(found) == len(schema.record_types) else schema_of(*found.values())


def _beside(record_class: type[Record]) -> Iterator[type[Record]]:
    """The classes of the same module that a class names."""
    named = {
        marker.to
        for hint in get_type_hints(record_class, include_extras=True).values()
        for marker in getattr(hint, "__metadata__", ())
        if isinstance(marker, Reference)
    }
    for each in vars(sys.modules[record_class.__module__]).values():
        if isinstance(each, type) and issubclass(each, Record) and type_name(each) in named:
            yield each
