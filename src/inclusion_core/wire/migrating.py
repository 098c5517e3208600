"""Migrating: what one change does to a row, and what it undoes of the columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import assert_never

import attrs

from inclusion_core.errors import SchemaError
from inclusion_core.expr.schema import Field
from inclusion_core.fields import FieldKind
from inclusion_core.migrations import (
    Change,
    EarlierField,
    EmptyMeant,
    FieldAdded,
    FieldRenamed,
    FieldsRewritten,
    TypeRenamed,
)
from inclusion_core.model.versions import Act
from inclusion_core.values import NOT_ASKED, Absent, Unknown
from inclusion_core.wire.layout import Column
from inclusion_core.wire.problems import Refused
from inclusion_core.wire.version_problems import NOT_REWRITTEN

__all__ = ["after", "before"]

_REMOVING = tuple(act.value for act in Act if act.removes)


def after(row: Mapping[str, object], change: Change) -> Mapping[str, object]:
    """A row once a change is made to it; a value that stands in its way stays, to be refused."""
    match change:
        case TypeRenamed():
            return row
        case FieldRenamed():
            if change.now in row:
                return row
            return {change.now if name == change.was else name: row[name] for name in row}
        case _ if row.get("act") in _REMOVING:
            return row  # it holds no values
        case FieldAdded():
            return {change.name: _written(change.holds), **row}
        case EmptyMeant():
            return {change.name: _written(change.held), **row}
        case FieldsRewritten():
            return _rewritten(row, change)
        case _:
            assert_never(change)


def _written(value: Absent | Unknown | str | int) -> object:
    if isinstance(value, Absent):
        return None
    return {"unknown": value.reason.value} if isinstance(value, Unknown) else value


def _rewritten(row: Mapping[str, object], change: FieldsRewritten) -> Mapping[str, object]:
    was = [field.name for field in change.was]
    given = {name: row[name] for name in was if name in row}
    return {
        **{name: value for name, value in _made(given, change).items() if name in change.now},
        **{name: value for name, value in row.items() if name not in was},
    }


def _made(given: Mapping[str, object], change: FieldsRewritten) -> Mapping[str, object]:
    """What stands in the fields after; why one before cannot be read, where that is so."""
    for value in given.values():
        if isinstance(value, Refused):
            return {change.now[0]: value}
    try:
        return change.rewrite(given)
    except Exception:  # noqa: BLE001  it was given what somebody wrote, and its words may hold that
        names = ", ".join(field.name for field in change.was)
        return {change.now[0]: Refused(NOT_REWRITTEN.filled(names=names))}


def before(change: Change, columns: Sequence[Column], record_type: str) -> tuple[Column, ...]:
    """The columns that there were before a change.

    Raises:
        SchemaError: It speaks of columns that are not there after it.
    """
    match change:
        case TypeRenamed():
            return tuple(columns)
        case FieldRenamed():
            _check((change.now,), columns, record_type)
            return tuple(
                _renamed(column, change.was) if column.name == change.now else column
                for column in columns
            )
        case FieldAdded():
            _check((change.name,), columns, record_type)
            return tuple(column for column in columns if column.name != change.name)
        case EmptyMeant():
            _check((change.name,), columns, record_type)
            return tuple(columns)
        case FieldsRewritten():
            _check(change.now, columns, record_type)
            kept = (column for column in columns if column.name not in change.now)
            return (*kept, *map(_earlier, change.was))
        case _:
            assert_never(change)


def _check(names: Sequence[str], columns: Sequence[Column], record_type: str) -> None:
    there = {column.name for column in columns if column.field is not None}
    for name in names:
        if name not in there:
            problem = f"its earlier versions lead to a field {name!r}, which was not there then"
            raise SchemaError(record_type, problem)


def _renamed(column: Column, name: str) -> Column:
    companion = f"{name}_unknown" if column.companion else ""
    return attrs.evolve(column, name=name, companion=companion)


def _earlier(field: EarlierField) -> Column:
    kind = FieldKind.NUMBER if field.holds_number else FieldKind.TEXT
    return Column(
        name=field.name,
        field=Field(name=field.name, kind=kind, empty=None if field.required else NOT_ASKED),
        companion=f"{field.name}_unknown" if field.may_be_unknown else "",
    )
