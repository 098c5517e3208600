"""From columns to records: good rows quickly, and every other one by the strict converter.

A column is taken as a whole, each different value of it once. A row in which anything is odd goes
to the converter as JSON values, as a row of CSV does, and its faults are told as there. So the
quick way decides nothing: it takes what the converter would take, and leaves it the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

import attrs
from cattrs import ClassValidationError, Converter

from inclusion_core.expr.record_columns import ENDS, PARTIAL
from inclusion_core.expr.schema import Field, RecordType, Schema
from inclusion_core.fields import FieldKind, Record
from inclusion_core.findings import Finding, Place
from inclusion_core.tables.cells import listed
from inclusion_core.tables.problems import NOT_PARTIAL
from inclusion_core.values import (
    ABSENT,
    FIRST_DAY,
    LAST_DAY,
    PartialDay,
    Reason,
    Unknown,
    day_text,
)
from inclusion_core.wire.converter import converter_of, faults_of
from inclusion_core.wire.identifiers import identifier, shown
from inclusion_core.wire.problems import Refused, RefusedError
from inclusion_core.wire.value_forms import (
    code_form,
    code_list_form,
    decimal_value,
    number_form,
    text_value,
)
from inclusion_core.wire.value_problems import BOTH_FILLED, NOT_A_FULL_DAY

__all__ = ["Columns", "FieldsReader", "RecordsReader", "RecordsTaken"]

Columns: TypeAlias = Mapping[str, Sequence[Any]]
"""Plain values by column; one that the table leaves out is not there."""

Take: TypeAlias = Callable[[Any], Any]

_REASONS: Mapping[str, Unknown] = {reason.value: Unknown(reason) for reason in Reason}
_ODD = None
"""Stands where the converter is to be asked; no field of a record holds it."""


@attrs.frozen
class FieldsReader:
    """Reads the fields of one record type, in one of its versions.

    Attributes:
        record_type: The type.
        fields: Its fields in that version, the key among them.
    """

    record_type: RecordType
    fields: tuple[Field, ...]

    def records(self, columns: Columns, rows: int) -> list[Record | None]:
        """The record of each row; ``None`` where the converter is to be asked."""
        names = [field.name for field in self.fields]
        values: list[list[Any]] = []
        odd: set[int] = set()
        for field in self.fields:
            column, all_good = _values(field, columns, rows)
            values.append(column)
            if not all_good:
                odd.update(place for place, value in enumerate(column) if value is _ODD)
        made = self.record_type.record_class
        found: list[Record | None] = []
        for place, row in enumerate(zip(*values, strict=True)):
            if place in odd:
                found.append(None)
                continue
            try:
                found.append(made(**dict(zip(names, row, strict=False))))
            except Exception:  # noqa: BLE001  a class may have rules; the converter tells which
                found.append(None)
        return found

    def written(self, columns: Columns, row: int) -> dict[str, object]:
        """One row as the JSON values that it stands for; what means its default is left out."""
        found: dict[str, object] = {}
        for field in self.fields:
            cells = [columns[name][row] if name in columns else None for name in _beside(field)]
            if field.name in columns or any(cell is not None for cell in cells):
                value = _written(field, *cells)
                if value is not None:
                    found[field.name] = value[0]
        return found


def _beside(field: Field) -> tuple[str, str, str, str]:
    first, last = (f"{field.name}_{end}" for end in ENDS)
    return field.name, f"{field.name}_unknown", first, last


def _written(field: Field, value: Any, why: Any, first: Any, last: Any) -> tuple[object] | None:
    """What stands in a field, as JSON; ``None`` where nothing does that can be told from empty."""
    if value is not None and (why is not None or first is not None or last is not None):
        return (Refused(BOTH_FILLED),)
    if why == PARTIAL or first is not None or last is not None:
        return (_partial_text(why, first, last),)
    if why is not None:
        return ({"unknown": why},)
    if value is None:
        return (None,) if field.may_be_absent else None
    return (value.isoformat() if isinstance(value, date) else value,)


def _partial_text(why: Any, first: Any, last: Any) -> object:
    day = _partial(first, last) if why == PARTIAL else None
    return Refused(NOT_PARTIAL) if day is None else day_text(day)


def _partial(first: Any, last: Any) -> PartialDay | None:
    if type(first) is date and type(last) is date and FIRST_DAY <= first < last <= LAST_DAY:
        return PartialDay(first, last)
    return None


def _values(field: Field, columns: Columns, rows: int) -> tuple[list[Any], bool]:
    """The values of a field, row by row, and whether the converter is to be asked of none."""
    own, *others = _beside(field)
    nothing: Any = ABSENT if field.may_be_absent and own in columns else field.empty
    column = columns.get(own)
    known: dict[Any, Any] = {}
    if column is None:
        column = [None] * rows
    else:
        take = _take(field)
        known = {each: _taken(take, each) for each in set(column)}
    known[None] = nothing
    all_good = not any(value is _ODD for key, value in known.items() if key is not None) and (
        nothing is not _ODD or None not in column
    )
    beside = [columns.get(name) for name in others]
    if all(each is None or each.count(None) == rows for each in beside):
        return list(map(known.__getitem__, column)), all_good
    whole = [[None] * rows if each is None else each for each in beside]
    found = [
        _no_value(field, nothing, why, first, last)
        if value is None
        else known[value]
        if why is first is last is None
        else _ODD
        for value, why, first, last in zip(column, *whole, strict=True)
    ]
    return found, False


def _no_value(field: Field, nothing: Any, why: Any, first: Any, last: Any) -> Any:
    if why == PARTIAL:
        return _partial(first, last) if field.may_be_partial else _ODD
    if first is not None or last is not None:
        return _ODD
    if why is None:
        return nothing
    return _REASONS.get(why, _ODD) if field.may_be_unknown and type(why) is str else _ODD


def _taken(take: Take, value: Any) -> Any:
    if value is None:
        return _ODD
    try:
        return take(value)
    except RefusedError:
        return _ODD


def _take(field: Field) -> Take:
    """What turns a plain value into that of a record; raises ``RefusedError``."""
    match field.kind:
        case FieldKind.KEY | FieldKind.REFERENCE:
            return identifier
        case FieldKind.DAY:
            return _day
        case FieldKind.NUMBER:
            return number_form(field.bounds)
        case FieldKind.DECIMAL:
            return decimal_value
        case FieldKind.CODE if field.code_list is not None:
            return code_list_form(field.code_list)
        case FieldKind.CODE if field.enum is not None:
            return code_form(field.enum)
        case _:
            return text_value


def _day(value: Any) -> date:
    if type(value) is date and FIRST_DAY <= value <= LAST_DAY:
        return value
    raise RefusedError(NOT_A_FULL_DAY)


# Records that have no history.


@attrs.frozen(kw_only=True, repr=False)
class RecordsTaken:
    """The records of a table, and what is wrong with the rows of which there is none.

    Attributes:
        records: In the order of the rows.
        findings: Each with its row, from 1; never a value.
    """

    records: tuple[Record, ...] = ()
    findings: tuple[Finding, ...] = ()


@attrs.frozen
class RecordsReader:
    """Reads tables of records without an envelope."""

    reader: FieldsReader
    converter: Converter

    @classmethod
    def of(cls, record_type: RecordType) -> RecordsReader:
        """The reader of a record type, with a converter of its own."""
        schema = Schema({record_type.name: record_type})
        return cls(FieldsReader(record_type, record_type.recorded_fields), converter_of(schema))

    def place(self, row: int | None, record_id: str = "", field: str = "") -> Place:
        """A place in the table."""
        name = self.reader.record_type.name
        return Place(row=row, record_type=name, record_id=record_id, field=field)

    def taken(self, table: Any) -> RecordsTaken:
        """The records of an Arrow table in which every column is known."""
        columns = {name: listed(table[name]) for name in table.column_names}
        records = self.reader.records(columns, table.num_rows)
        found: list[Record] = []
        findings: list[Finding] = []
        for row, record in enumerate(records):
            if record is not None:
                found.append(record)
                continue
            written = self.reader.written(columns, row)
            try:
                made = self.converter.structure(written, self.reader.record_type.record_class)
            except ClassValidationError as error:
                findings += self._findings(error, written, row + 1)
            else:
                found.append(made)
        return RecordsTaken(records=tuple(found), findings=tuple(findings))

    def _findings(
        self, error: ClassValidationError, written: Mapping[str, object], row: int
    ) -> Iterator[Finding]:
        record_id = shown(written.get("id"))
        for field, problem in faults_of(error, written, self.reader.record_type):
            yield problem.at(self.place(row, record_id, field))
