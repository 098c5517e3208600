"""From columns to records: good rows quickly, and every other one by the strict converter.

A column is taken as a whole, each different value of it once. A row in which anything is odd goes
to the converter as JSON values, as a row of CSV does, and its faults are told as there. So the
quick way decides nothing: it takes what the converter would take, and leaves it the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import attrs

from inclusion_core.expr.record_columns import PARTIAL
from inclusion_core.expr.schema import Field, RecordType
from inclusion_core.fields import Record
from inclusion_core.tables.field_values import ODD, Columns, columns_beside, partial_day, values_of
from inclusion_core.tables.problems import NOT_PARTIAL
from inclusion_core.values import day_text
from inclusion_core.wire.problems import Refused
from inclusion_core.wire.value_problems import BOTH_FILLED

__all__ = ["FieldsReader"]


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
            column, all_good = values_of(field, columns, rows)
            values.append(column)
            if not all_good:
                odd.update(place for place, value in enumerate(column) if value is ODD)
        rows_given = list(zip(*values, strict=True))
        if odd:
            rows_given = [row for place, row in enumerate(rows_given) if place not in odd]
        made = iter(_made(self.record_type.record_class, names, rows_given))
        return [None if place in odd else next(made) for place in range(rows)]

    def written(self, columns: Columns, row: int) -> dict[str, object]:
        """One row as the JSON values that it stands for; what means its default is left out."""
        found: dict[str, object] = {}
        for field in self.fields:
            cells = [
                columns[name][row] if name in columns else None for name in columns_beside(field)
            ]
            if field.name in columns or any(cell is not None for cell in cells):
                value = _written(field, *cells)
                if value is not None:
                    found[field.name] = value[0]
        return found


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
    day = partial_day(first, last) if why == PARTIAL else None
    return Refused(NOT_PARTIAL) if day is None else day_text(day)


def _made(
    record_class: type[Record], names: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> Sequence[Record | None]:
    """A record of each row; ``None`` where its class refuses it, and the converter tells why.

    The call is generated with its arguments in their places, which is faster than to name them anew
    for every row.
    """
    places = [f"v{place}" for place, _ in enumerate(names)]
    given = ", ".join(f"{name}={place}" for name, place in zip(names, places, strict=True))
    # Safe: the names are those of attributes of a class.
    make: Callable[[Sequence[tuple[Any, ...]]], list[Record]] = eval(  # noqa: S307
        f"lambda rows: [made({given}) for {', '.join(places)}, in rows]", {"made": record_class}
    )
    try:
        return make(rows)
    except Exception:  # noqa: BLE001  some row; which, only each of them says
        return [_one(make, row) for row in rows]


def _one(make: Callable[[Sequence[Any]], list[Record]], row: tuple[Any, ...]) -> Record | None:
    try:
        return make([row])[0]
    except Exception:  # noqa: BLE001  a class may have rules
        return None
