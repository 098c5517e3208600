"""From a row to what a file would hold of one record: values under the names of its fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

import attrs
from cattrs import Converter

from inclusion_core.expr.schema import Field, RecordType, Schema
from inclusion_core.fields import FieldKind, type_name
from inclusion_core.model.versions import Act
from inclusion_core.rows.columns import Constant, Given, Joined, OneColumn
from inclusion_core.rows.declared import Condition, Key, Row, RowsOf
from inclusion_core.rows.meaning import json_value
from inclusion_core.rows.row_problems import (
    CONDITION_FAILED,
    EMPTY_VALUE,
    MISSING_COLUMN,
    NO_KEY,
    NOT_A_VALUE,
    NOT_A_WORD,
    PART_WITH_SLASH,
    USING_FAILED,
)
from inclusion_core.wire.entries import Sheet
from inclusion_core.wire.envelope import ENVELOPE
from inclusion_core.wire.problems import Refused

__all__ = ["RecordReader", "columns_of", "kind_of", "reader_of"]

ENVELOPE_KINDS: Mapping[str, FieldKind] = {
    "recorded_on": FieldKind.DAY,
    "version": FieldKind.NUMBER,
    "sequence": FieldKind.NUMBER,
    "act": FieldKind.CODE,
}

LEFT_OUT = object()
"""Stands for an empty value: the field means what its class declares."""

_REMOVING = frozenset(act.value for act in Act if act.removes)

Read: TypeAlias = Callable[[Row], object]
"""Gives the JSON value of a field in a row, ``Refused`` or ``LEFT_OUT``."""


def kind_of(name: str, record_type: RecordType) -> FieldKind:
    """What stands under a name: of a field, or of what is known of the version."""
    if name in ENVELOPE and name != "id":
        return ENVELOPE_KINDS.get(name, FieldKind.TEXT)
    return record_type.fields[name].kind


def columns_of(given: Given) -> tuple[str, ...]:
    """The columns that give a field."""
    if isinstance(given, OneColumn):
        return (given.name,)
    return given.names if isinstance(given, Joined) else ()


@attrs.frozen(kw_only=True, repr=False)
class RecordReader:
    """Reads the records of one type out of the rows of a table.

    Attributes:
        sheet: The table, the type, and what makes records.
        plan: How each field is read.
        columns: The columns that are needed, each with the first field that needs it.
        only_where: Which rows give such a record.
        is_history: Its rows are versions without numbers.
        tells_act: A column says what each version does.
    """

    sheet: Sheet
    plan: tuple[tuple[str, Read], ...]
    columns: Mapping[str, str]
    only_where: Condition | None
    is_history: bool
    tells_act: bool

    def written(self, row: Row) -> Mapping[str, object] | Refused | None:
        """The JSON values that a row gives; ``None`` where it gives no such record."""
        if self.only_where is not None:
            try:
                if not self.only_where(row):
                    return None
            except Exception:  # noqa: BLE001  what it says may hold a value
                return Refused(CONDITION_FAILED)
        read = ((name, each(row)) for name, each in self.plan)
        values = {name: value for name, value in read if value is not LEFT_OUT}
        act = values.get("act")
        if self.tells_act and isinstance(act, str) and act in _REMOVING:
            return {name: value for name, value in values.items() if name in ENVELOPE}
        return values


def reader_of(
    table: str, declared: RowsOf, schema: Schema, converter: Converter, key: Key | None
) -> RecordReader:
    """What reads the records that a part of a mapping declares."""
    record_type = schema[type_name(declared.record_class)]
    fields = declared.fields
    return RecordReader(
        sheet=Sheet(file=table, record_type=record_type, converter=converter),
        plan=tuple((name, _read(name, each, record_type, key)) for name, each in fields.items()),
        columns=dict(_columns(fields)),
        only_where=declared.only_where,
        is_history="recorded_on" in fields and "version" not in fields,
        tells_act="act" in fields,
    )


def _columns(fields: Mapping[str, Given]) -> Iterator[tuple[str, str]]:
    for field, given in reversed(list(fields.items())):
        yield from ((name, field) for name in columns_of(given))


def _read(name: str, given: Given, record_type: RecordType, key: Key | None) -> Read:
    kind = kind_of(name, record_type)
    if isinstance(given, Constant):
        always = json_value(given.value, kind)
        return lambda _: always
    read = _joined(given.names) if isinstance(given, Joined) else _one(given, kind)
    owner = _owner(record_type.fields.get(name), record_type)
    says_ids = isinstance(given, OneColumn) and given.words is not None
    return read if key is None or not owner or says_ids else _rekeyed(read, key, owner)


def _owner(field: Field | None, record_type: RecordType) -> str:
    """The record type whose id a field holds; empty where it holds none."""
    if field is None:
        return ""
    if field.kind is FieldKind.KEY:
        return record_type.name
    return "" if field.reference is None else field.reference.to


def _rekeyed(read: Read, key: Key, owner: str) -> Read:
    def rekeyed(row: Row) -> object:
        own = read(row)
        if not isinstance(own, str):
            return own
        try:
            found: object = key(owner, own)
        except Exception:  # noqa: BLE001  what it says may hold the key
            found = None
        return found if isinstance(found, str) else Refused(NO_KEY)

    return rekeyed


def _joined(names: tuple[str, ...]) -> Read:
    reads = [_one(OneColumn(name=name), FieldKind.KEY) for name in names]

    def read(row: Row) -> object:
        texts: list[str] = []
        for each in reads:
            part = each(row)
            if not isinstance(part, str):
                return part
            if "/" in part:
                return Refused(PART_WITH_SLASH)
            texts.append(part)
        return "/".join(texts)

    return read


def _one(given: OneColumn, kind: FieldKind) -> Read:
    name, words, using = given.name, given.words, given.using
    empty_values = (None, "", *given.empty_values)
    if given.needed:
        nothing: object = Refused(EMPTY_VALUE)
    else:
        nothing = LEFT_OUT if given.empty is None else json_value(given.empty, kind)

    def read(row: Row) -> object:
        if name not in row:
            return Refused(MISSING_COLUMN.filled(column=name))
        value = row[name]
        try:
            if using is not None and value not in empty_values:
                value = using(value)
            if words is not None and value in words:
                return json_value(words[value], kind)
            if value in empty_values:
                return nothing
        except TypeError:
            return Refused(NOT_A_VALUE if using is None else USING_FAILED)
        except Exception:  # noqa: BLE001  what it says may hold the value
            return Refused(USING_FAILED)
        return json_value(value, kind) if words is None else Refused(NOT_A_WORD)

    return read
