"""Versions of record types: how each stood in files, and how that becomes what stands there today.

A file says under ``type_versions`` which version of a record type it holds; a type that it does not
name there is in version 1. What a class says in ``earlier`` is undone, step by step, to know the
names and columns of each version, and done to each row, before anything of it is read. All ways
of reading go through here, so that they read old data alike.

A finding about an older row names the field as it is called today.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from typing import TypeAlias

import attrs

from inclusion_core.errors import SchemaError
from inclusion_core.expr.schema import RecordType, Schema
from inclusion_core.migrations import Change, TypeRenamed
from inclusion_core.wire.history_problems import UNKNOWN_TYPE
from inclusion_core.wire.layout import Column, check_layout, columns_of, recorded_types
from inclusion_core.wire.migrating import after, before
from inclusion_core.wire.names import unknown_name
from inclusion_core.wire.problems import Problem, Stranger
from inclusion_core.wire.value_problems import UNKNOWN_KEY
from inclusion_core.wire.version_problems import NEWER_TYPE, NO_SUCH_NAME_THEN, TYPE_TWICE

__all__ = ["WrittenType", "WrittenTypes", "current_versions", "told_apart", "written_types"]

_MOST_NAMES = 20


@attrs.frozen(kw_only=True)
class WrittenType:
    """A record type as one of its versions stands in files.

    Attributes:
        record_type: What it is today.
        version: Which version.
        name: What it was called.
        columns: The columns that it had.
        changes: What was done since, in order; none for what is written today.
    """

    record_type: RecordType
    version: int
    name: str
    columns: tuple[Column, ...]
    changes: tuple[Change, ...] = ()

    def row(self, written: Mapping[str, object]) -> Mapping[str, object]:
        """A row of that version as it would be written today.

        Args:
            written: JSON values, those of the envelope and the record side by side. A name that
                the version did not have stays one that nobody knows, even where there is one
                today that is called so.
        """
        if not self.changes:
            return written
        known = [column.name for column in self.columns]
        numbered = enumerate(written.items(), start=1)
        own = {
            name: value if name in known else _stranger(name, known, place)
            for place, (name, value) in numbered
            if name in known or place <= _MOST_NAMES + len(known)
        }
        return reduce(after, self.changes, own)


def _stranger(name: str, known: Sequence[str], place: int) -> Stranger:
    return Stranger(unknown_name(UNKNOWN_KEY, name, known, place))


WrittenTypes: TypeAlias = Mapping[tuple[str, int], WrittenType]
"""All record types in all their versions, by name and version."""


def current_versions(schema: Schema) -> dict[str, int]:
    """The versions in which record types are written, where that is not the first."""
    return {
        each.name: 1 + len(each.record_class.earlier)
        for each in schema
        if not each.derived and each.record_class.earlier
    }


def written_types(schema: Schema) -> WrittenTypes:
    """All record types that stand in files, in all their versions.

    Raises:
        SchemaError: What a class says of its earlier versions does not lead to what it is, two
            types had one name in one version, or no file could hold one of them.
    """
    found: dict[tuple[str, int], WrittenType] = {}
    for record_type in recorded_types(schema).values():
        for each in _versions(record_type):
            key = each.name, each.version
            if key in found:
                problem = f"another record type was called {each.name!r} in version {each.version}"
                raise SchemaError(record_type.name, problem)
            found[key] = each
    return found


def _versions(record_type: RecordType) -> Iterator[WrittenType]:
    """The versions of a record type, the last one first."""
    earlier = record_type.record_class.earlier
    each = WrittenType(
        record_type=record_type,
        version=1 + len(earlier),
        name=record_type.name,
        columns=columns_of(record_type),
    )
    yield each
    for migration in reversed(earlier):
        name, columns = each.name, each.columns
        for change in reversed(migration):
            name = change.was if isinstance(change, TypeRenamed) else name
            columns = before(change, columns, record_type.name)
        check_layout(record_type.name, name, columns)
        each = attrs.evolve(
            each,
            version=each.version - 1,
            name=name,
            columns=columns,
            changes=(*migration, *each.changes),
        )
        yield each


def told_apart(
    names: Iterable[str], versions: Mapping[str, int], types: WrittenTypes
) -> Iterator[tuple[str, WrittenType | Problem]]:
    """For each name under which records stand: what it means, or why it cannot be read.

    Args:
        names: The names, each of a record type in some version.
        versions: What the data say of their versions.
        types: All versions that there are.
    """
    taken: set[str] = set()
    for name in names:
        found = _found(name, versions.get(name, 1), types)
        if isinstance(found, WrittenType) and found.record_type.name in taken:
            yield name, TYPE_TWICE.filled(record_type=found.record_type.name)
            continue
        if isinstance(found, WrittenType):
            taken.add(found.record_type.name)
        yield name, found


def _found(name: str, version: int, types: WrittenTypes) -> WrittenType | Problem:
    written = types.get((name, version))
    if written is not None:
        return written
    of_today = {each.name: each.version for each in types.values() if not each.changes}
    if name not in of_today:
        return unknown_name(UNKNOWN_TYPE, name, of_today)
    problem = NEWER_TYPE if version > of_today[name] else NO_SUCH_NAME_THEN
    return problem.filled(record_type=name, version=of_today[name], said=version)
