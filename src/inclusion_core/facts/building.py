"""Facts tables worked out: from the records of a caseload, or on the engine of a register.

Both ways read the columns as things stand, and give the same rows. Nothing is invented to fill a
field: a day that is known in part stays so where its field can hold that; what its field cannot
hold is not known.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from inclusion_core.expr import nodes
from inclusion_core.expr.generated import GeneratedReader
from inclusion_core.expr.objects import UNKNOWN_CODE, Code, NumberSpan
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.expr.schema import Field, Schema
from inclusion_core.facts.assumption import assumed
from inclusion_core.facts.table import Column, FactsTable
from inclusion_core.fields import Record
from inclusion_core.truth import Truth
from inclusion_core.values import (
    ABSENT,
    ANY_DAY,
    NEVER,
    NOT_ASKED,
    Absent,
    DaySpan,
    PartialDay,
    Unknown,
)

if TYPE_CHECKING:
    from inclusion_core.expr.frames import Tables

__all__ = [
    "counted_records",
    "counted_tables",
    "facts_records",
    "facts_tables",
    "records_with_facts",
    "tables_with_facts",
]

Held: TypeAlias = date | PartialDay | Enum | str | int | Absent | Unknown
"""What a field holds."""


def facts_records(table: FactsTable, records: Records, parameters: Parameters) -> Records:
    """The rows of a facts table, of records.

    Args:
        table: The table.
        records: The records, with all that a caseload works out of them.
        parameters: What the columns ask for; what the table assumes need not be among them.

    Raises:
        UnknownNameError: A column asks for a parameter that is not given.
    """
    reader = GeneratedReader(records, parameters=assumed(parameters, table.assumes))
    rows = tuple(_row(table, reader, each) for each in records.of_type(table.subject.record_type))
    return Records(table.schema, {table.record_type.name: rows})


def facts_tables(table: FactsTable, tables: Tables, parameters: Parameters) -> Tables:
    """The rows of a facts table, on the engine of normalised tables, and as lazily as they are.

    See :func:`facts_records`; tables of a researcher are first given what a caseload works out
    (:func:`~inclusion_core.facts.derived_tables.with_derived`).

    Raises:
        UnknownNameError: A column asks for a parameter that is not given.
        SchemaError: A table or column that is asked for is not there.
    """
    from inclusion_core.expr.frames.flat import FlatColumn, flat  # noqa: PLC0415  an extra
    from inclusion_core.expr.frames.tables import Tables  # noqa: PLC0415  an extra

    fields = table.record_type.fields
    columns = [
        FlatColumn(
            field=fields[name],
            value=column.value.node,
            known_where=None if column.known_where is None else column.known_where.node,
        )
        for name, column in _in_order(table).items()
    ]
    given = assumed(parameters, table.assumes)
    frame = flat(tables, table.subject.record_type, columns, given)
    return Tables(table.schema, {table.record_type.name: frame})


def counted_records(table: FactsTable | None, records: Records, parameters: Parameters) -> Records:
    """The records that are counted: the rows of a facts table, worked out if they are not there.

    Args:
        table: The table; ``None`` where the records are counted themselves.
        records: The records of a caseload, or the rows of the table.
        parameters: What its columns ask for.
    """
    if table is None or table.record_type.name in records.schema.record_types:
        return records
    return facts_records(table, records, parameters)


def counted_tables(table: FactsTable | None, tables: Tables, parameters: Parameters) -> Tables:
    """The tables that are counted; see :func:`counted_records`."""
    if table is None or table.record_type.name in tables.schema.record_types:
        return tables
    return facts_tables(table, tables, parameters)


def records_with_facts(table: FactsTable, records: Records, parameters: Parameters) -> Records:
    """The records with the rows of a facts table beside them, so that they are worked out once."""
    rows = facts_records(table, records, parameters)
    return Records(_joined(records.schema, table), {**records.by_type, **rows.by_type})


def tables_with_facts(table: FactsTable, tables: Tables, parameters: Parameters) -> Tables:
    """The tables with the rows of a facts table beside them, worked out and held in memory."""
    from inclusion_core.expr.frames.source import collected  # noqa: PLC0415  an extra
    from inclusion_core.expr.frames.tables import Tables  # noqa: PLC0415  an extra

    name = table.record_type.name
    frame = collected(facts_tables(table, tables, parameters).frame(name))
    return Tables(_joined(tables.schema, table), {**tables.frames, name: frame})


def _joined(schema: Schema, table: FactsTable) -> Schema:
    return Schema({**schema.record_types, **table.schema.record_types})


def _in_order(table: FactsTable) -> Mapping[str, Column]:
    """The columns in the order of the fields."""
    return {name: table.columns[name] for name in table.record_type.fields if name != "id"}


def _row(table: FactsTable, reader: GeneratedReader, record: Record) -> Record:
    values = {
        name: _value(table.record_type.field(name), column, reader, record)
        for name, column in _in_order(table).items()
    }
    return table.record_type.record_class(id=record.id, **values)  # type: ignore[call-arg]


def _value(field: Field, column: Column, reader: GeneratedReader, record: Record) -> Held:
    known_where = column.known_where
    if known_where is not None and reader.truth(known_where, record) is not Truth.YES:
        return NOT_ASKED
    node: nodes.Node = column.value.node
    why = _why_not(node, reader.records, record)
    found = _worked_out(field, node, reader, record) if why is None else why
    return NOT_ASKED if found is ABSENT and not field.may_be_absent else found


def _why_not(node: nodes.Node, records: Records, record: Record) -> Unknown | None:
    """Why a field of a record, or of one that it names, is not known."""
    if not isinstance(node, nodes.FieldNode):
        return None
    holder: Record | None = record
    for name in _links(node.row):
        link = records.schema.type_of(record).link(name)
        holder = records.find(link.to, getattr(record, link.field))
        if holder is None:
            return NOT_ASKED
        record = holder
    held: object = getattr(record, node.name)
    return held if isinstance(held, Unknown) else None


def _links(row: nodes.RowNode) -> list[str]:
    """The links that lead to a row, from the record asked about."""
    links: list[str] = []
    while isinstance(row, nodes.Hop):
        links.append(row.link)
        row = row.row
    return links[::-1]


def _worked_out(field: Field, node: nodes.Node, reader: GeneratedReader, record: Record) -> Held:
    if isinstance(node, nodes.TruthNode):
        return _code(field, _YES_NO[reader.truth(node, record)])
    if isinstance(node, nodes.CodeNode):
        return _code(field, reader.code(node, record))
    if isinstance(node, nodes.NumberNode):
        return _number(field, reader.number(node, record))
    assert isinstance(node, nodes.DayNode)  # noqa: S101  the table refuses anything else
    return _day(field, reader.day(node, record))


_YES_NO: Mapping[Truth, Code] = {Truth.YES: "yes", Truth.NO: "no", Truth.UNKNOWN: UNKNOWN_CODE}


def _code(field: Field, code: Code) -> Enum | str | Absent | Unknown:
    if code is UNKNOWN_CODE:
        return NOT_ASKED
    if isinstance(code, Absent) or not code:
        return ABSENT
    return code if field.enum is None else field.enum(code)


def _day(field: Field, span: DaySpan) -> date | PartialDay | Absent | Unknown:
    if span.exact:
        return ABSENT if span.earliest == NEVER else span.earliest
    return PartialDay(*span) if field.may_be_partial and span != ANY_DAY else NOT_ASKED


def _number(field: Field, span: NumberSpan) -> int | Unknown:
    fits = field.bounds.least <= span.least == span.most <= field.bounds.most
    return span.least if fits else NOT_ASKED
