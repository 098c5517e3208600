"""Records as columns of plain values: the one way in which objects become tables, on any engine.

A field ``x`` is a column ``x``. Beside a field that may be unknown, or known in part, stands
``x_unknown`` with the reason; beside a day that may be known in part stand ``x_earliest`` and
``x_latest``. Both ``x`` and ``x_unknown`` empty means that there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeAlias

from inclusion_core.expr.schema import Field
from inclusion_core.fields import FieldKind, Record
from inclusion_core.values import ABSENT, Absent, PartialDay, Unknown

__all__ = [
    "ENDS",
    "PARTIAL",
    "PLAIN",
    "PlainColumns",
    "attribute_reader",
    "kinds_beside",
    "plain_columns",
    "plain_values",
]

PlainColumns: TypeAlias = dict[str, list[Any]]
"""Values by column: texts, whole numbers, days, and ``None`` where there is nothing to say."""

PARTIAL = "partial"
"""What ``x_unknown`` says of a day that is known in part."""

ENDS = ("earliest", "latest")

PLAIN: frozenset[type] = frozenset({str, int, date})
"""Values that a table holds as they are."""

_ODD: frozenset[type] = frozenset({Unknown, PartialDay})
_NO_VALUE = _ODD | {Absent}


def kinds_beside(field: Field) -> dict[str, FieldKind]:
    """The columns of a field, each with what it holds."""
    found = {field.name: field.kind}
    if field.may_be_unknown or field.may_be_partial:
        found[f"{field.name}_unknown"] = FieldKind.CODE
    if field.may_be_partial:
        found |= {f"{field.name}_{end}": FieldKind.DAY for end in ENDS}
    return found


def plain_columns(fields: Iterable[Field], records: Sequence[Record]) -> PlainColumns:
    """The columns of some fields of records."""
    data: PlainColumns = {}
    for field in fields:
        data |= plain_values(field, attribute_reader(field.name)(records))
    return data


def plain_values(field: Field, values: Sequence[Any]) -> PlainColumns:
    """The columns of a field of which these are the values."""
    column = list(values)
    kinds = set(map(type, column))
    data = {field.name: column if kinds <= PLAIN else _plain_values(column, kinds)}
    if field.may_be_unknown or field.may_be_partial:
        odd = [] if kinds.isdisjoint(_ODD) else _places(column)
        data[f"{field.name}_unknown"] = _filled(column, odd, _why)
        if field.may_be_partial:
            known = odd if PartialDay in kinds else []
            data[f"{field.name}_earliest"] = _filled(column, known, _earliest)
            data[f"{field.name}_latest"] = _filled(column, known, _latest)
    return data


@cache
def attribute_reader(name: str) -> Callable[[Sequence[Record]], list[Any]]:
    """What reads one attribute of many records: generated, for that takes half the time."""
    # Safe: the name is that of an attribute of a class.
    made: Callable[[Sequence[Record]], list[Any]] = eval(  # noqa: S307
        f"lambda records: [each.{name} for each in records]", {}
    )
    return made


def _plain_values(column: list[Any], kinds: set[type[Any]]) -> list[Any]:
    """Values as tables hold them; codes and fractions, which recur, are told once."""
    if kinds <= PLAIN | _NO_VALUE:
        return [value if value.__class__ in PLAIN else None for value in column]
    keys = list(map(id, column))
    once = dict(zip(keys, column, strict=True))
    said = {key: _plain(value) for key, value in once.items()}
    return list(map(said.__getitem__, keys))


def _plain(value: Any) -> Any:
    if value is ABSENT or isinstance(value, Unknown | PartialDay):
        return None
    if isinstance(value, Enum):
        return value.value
    return value if isinstance(value, str | int | date) else str(value)


def _places(column: list[Any]) -> list[int]:
    return [place for place, value in enumerate(column) if value.__class__ in _ODD]


def _filled(column: list[Any], places: list[int], say: Callable[[Any], Any]) -> list[Any]:
    """What is said of the values at some places, and nothing at the others."""
    found: list[Any] = [None] * len(column)
    for place in places:
        found[place] = say(column[place])
    return found


def _why(value: Any) -> str:
    return PARTIAL if isinstance(value, PartialDay) else value.reason.value


def _earliest(value: Any) -> date | None:
    return value.earliest if isinstance(value, PartialDay) else None


def _latest(value: Any) -> date | None:
    return value.latest if isinstance(value, PartialDay) else None
