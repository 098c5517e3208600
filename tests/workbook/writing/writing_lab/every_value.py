"""Records of a type that together hold every sort of value that its fields may hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from inclusion_core.expr.schema import Field, RecordType
from inclusion_core.fields import FieldKind, Record
from inclusion_core.values import ABSENT, PartialDay, Reason, Unknown

TEXTS = (
    "Māja pie upes",
    "=1+1",
    "+371 2000",
    "-5",
    "@SUM(A1)",
    "007",
    "1E5",
    "2018-04-15",
    "TRUE",
    "https://example.org",
    "  blanks  ",
    "(refused)",
    "(nav)",
    "((nav))",
    "<r>bold</r>",
    "<b> & \"quotes\" 'single'",
    "{=A1}",
    "_x0041_",
    "#N/A",
    "Ķekava 🌱",
    "x" * 10_000,
)
LISTED = {
    "programmes of the catalogue": "sif.mentoring",
    "metrics of the catalogue": "esf.co02",
    "climate zones": "1E5",
}


def records_of(record_type: RecordType) -> tuple[Record, ...]:
    """As many records as the field with the most sorts of values needs."""
    values = {field.name: tuple(_values(field)) for field in record_type.recorded_fields}
    most = max(map(len, values.values()))
    return tuple(
        _record(
            record_type, index, {name: each[index % len(each)] for name, each in values.items()}
        )
        for index in range(most)
    )


def _record(record_type: RecordType, index: int, values: dict[str, Any]) -> Record:
    return record_type.record_class(**{**values, "id": f"{record_type.name}-{index}"})


def _values(field: Field) -> Iterator[object]:
    yield from _known(field)
    if field.may_be_absent:
        yield ABSENT
    if field.may_be_unknown:
        yield from map(Unknown, Reason)


def _known(field: Field) -> Iterator[object]:
    match field.kind:
        case FieldKind.KEY:
            yield "key"
        case FieldKind.REFERENCE:
            yield from ("other-1", "other-2")
        case FieldKind.CODE if field.enum is not None:
            yield from field.enum
        case FieldKind.CODE:
            yield LISTED.get(field.code_list.title, "LV") if field.code_list else "LV"
        case FieldKind.DAY:
            yield from (date(2018, 4, 15), date(1899, 12, 31), date(2999, 12, 31))
            if field.may_be_partial:
                yield PartialDay.of_year(1990)
                yield PartialDay.of_month(2018, 4)
                yield PartialDay(date(2018, 4, 15), date(2018, 5, 2))
        case FieldKind.NUMBER:
            yield from (field.bounds.least, field.bounds.most)
        case FieldKind.DECIMAL:
            yield from (Decimal("83.87"), Decimal(85), Decimal("0.000000001"))
        case FieldKind.TEXT:
            yield from TEXTS
