"""Record types that a plugin adds: refused where they do not fit beside those of the core."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import TypeGuard, get_type_hints

from inclusion_core.expr.schema import RecordType, Schema, schema_of
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.fields import Record, Reference, type_name
from inclusion_core.manager.brought import Brought
from inclusion_core.manager.ids import name_problem
from inclusion_core.manager.plugins import PluginRefusedError, type_prefix
from inclusion_core.migrations import Change, TypeRenamed
from inclusion_core.model import RECORD_CLASSES
from inclusion_core.wire.type_versions import written_types

__all__ = ["joined_schema", "references_of", "schema_with", "unfit"]


def joined_schema(added: Sequence[type[Record]]) -> Schema:
    """The schema of the core's record types and of others.

    Raises:
        SchemaError: Together they make none.
    """
    return schema_of(*RECORD_CLASSES, *added) if added else SCHEMA


def schema_with(own: Brought) -> Schema:
    """The schema of the core's record types and those of one plugin.

    Raises:
        PluginRefusedError: A type or a list is named outside the plugin's namespace, or was so
            once, refers to what is neither the core's nor its own, shows values in ``repr``, is not
            frozen, is worked out, or has names or codes that no file should hold.
        SchemaError: Together they make no schema, or none that a file can hold, in today's version
            or in an earlier one that a type says it had.
    """
    for record_class in own.record_types:
        for problem in _problems(record_class, own):
            raise PluginRefusedError(f"record type {type_name(record_class)!r}: {problem}")
    schema = joined_schema(own.record_types)
    written_types(schema)
    for record_type in (schema[type_name(each)] for each in own.record_types):
        if record_type.derived or len(record_type.recorded_fields) < len(record_type.fields):
            raise PluginRefusedError(
                f"record type {record_type.name!r}: nobody would work out what is derived: record "
                "it, or leave it out"
            )
        for problem in unfit(record_type):
            raise PluginRefusedError(f"record type {record_type.name!r}: {problem}")
    return schema


def _problems(record_class: type[Record], own: Brought) -> Iterator[str]:
    names = {type_name(each) for each in own.record_types}
    prefix = type_prefix(own.namespace)
    if not type_name(record_class).startswith(prefix):
        yield f"names of record types of this plugin begin with {prefix!r}"
    for was in (each.was for step in record_class.earlier for each in step if _renames(each)):
        if not was.startswith(prefix):
            yield (
                f"it says that it was called {was!r}: it was of this plugin, so its earlier names "
                f"begin with {prefix!r} too"
            )
    if record_class.__repr__ is not Record.__repr__:
        yield "its repr would show what is recorded: decorate it with attrs.frozen(repr=False)"
    for reference in references_of(record_class):
        if reference.to not in names and reference.to not in SCHEMA.record_types:
            yield (
                f"it refers to {reference.to!r}: a plugin knows the record types of the core and "
                "its own, and no others"
            )
        if reference.to not in names and not reference.inverse.startswith(prefix):
            yield (
                f"it adds the list {reference.inverse!r} to {reference.to!r}: lists that this "
                f"plugin adds to others begin with {prefix!r}"
            )


def _renames(change: Change) -> TypeGuard[TypeRenamed]:
    return isinstance(change, TypeRenamed)


def unfit(record_type: RecordType) -> Iterator[str]:
    """What is wrong with records that others go through: their names, codes, and what is open.

    A code whose equality is its author's own could pass for another one.
    """
    if problem := name_problem(record_type.name):
        yield f"its name {problem}"
    if record_type.record_class.__setattr__ is object.__setattr__:
        yield "it could be changed: decorate it with attrs.frozen(kw_only=True, repr=False)"
    for name, field in record_type.fields.items():
        listed = "" if field.reference is None else name_problem(field.reference.inverse)
        if listed:
            yield f"the name of the list of field {name!r} {listed}"
        for code in field.codes:
            if not code.isprintable() or code != code.strip():
                yield f"field {name!r} has a code that cannot be seen as it is: {code!r}"
        enum = field.enum
        if enum is not None and (enum.__eq__ not in _EQUAL or enum.__hash__ not in _HASHED):
            yield f"codes of field {name!r} say themselves what they are equal to: leave that out"


_EQUAL = (object.__eq__, str.__eq__)
_HASHED = (Enum.__hash__, str.__hash__)


def references_of(record_class: type[Record]) -> Iterator[Reference]:
    """The references of a record class, in the order of its fields."""
    for hint in get_type_hints(record_class, include_extras=True).values():
        for marker in getattr(hint, "__metadata__", ()):
            if isinstance(marker, Reference):
                yield marker
