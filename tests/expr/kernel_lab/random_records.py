"""Writers of random linked records: every kind of value, few days, references that lead nowhere."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from inclusion_core.expr.schema import Field, RecordType
from inclusion_core.fields import FieldKind, Record
from inclusion_core.values import ABSENT, PartialDay, Reason, Unknown
from kernel_lab.toy import CODES, SCHEMA

DAYS = (
    date(2020, 2, 28),
    date(2020, 2, 29),
    date(2020, 3, 1),
    date(2019, 2, 28),
    date(2019, 3, 31),
    date(2020, 1, 31),
    date(2020, 3, 31),
    date(2021, 2, 28),
    date(2021, 3, 1),
)
"""Few days near month ends and a leap day, so that equal ones and borders are met often."""

KNOWN_ON = date(2020, 2, 29)
"""The last day known, where one is asked for: in the middle of the days."""

PARTS = (
    PartialDay.of_year(2020),
    PartialDay.of_month(2020, 2),
    PartialDay(date(2020, 2, 28), date(2020, 3, 1)),
    PartialDay(date(2019, 3, 31), date(2020, 2, 29)),
)

REASONS = tuple(Unknown(reason) for reason in Reason)
MOST_RECORDS = {"household": 1, "member": 2, "stay": 4, "plan": 3, "worker": 2, "meeting": 5}

World = dict[str, list[Record]]


def key(record_type: str, number: int) -> str:
    """The key of a record; number 0 is a record that nobody has."""
    return f"{record_type}-{number}"


def known_values(field: Field) -> st.SearchStrategy[Any]:
    """Values that say exactly what they say: none partial, absent or unknown."""
    match field.kind:
        case FieldKind.DAY:
            return st.sampled_from(DAYS)
        case FieldKind.NUMBER:
            return st.integers(field.bounds.least, min(field.bounds.most, field.bounds.least + 9))
        case FieldKind.CODE if field.enum is not None:
            return st.sampled_from(list(field.enum))
        case FieldKind.CODE:
            return st.sampled_from(CODES[field.name])
        case _:
            raise AssertionError(field.kind)


def complete_values(field: Field) -> st.SearchStrategy[Any]:
    """Values with which nothing is left open: known ones, and absent where the field allows it."""
    known = known_values(field)
    return known | st.just(ABSENT) if field.may_be_absent else known


def values(field: Field) -> st.SearchStrategy[Any]:
    """Everything that the field may hold."""
    choices = [known_values(field), complete_values(field)]
    if field.may_be_partial:
        choices.append(st.sampled_from(PARTS))
    if field.may_be_unknown:
        choices.append(st.sampled_from(REASONS))
    return st.one_of(choices)


ANY_VALUE = {
    record_type.name: {
        name: values(field)
        for name, field in record_type.fields.items()
        if field.kind not in (FieldKind.KEY, FieldKind.REFERENCE)
    }
    for record_type in SCHEMA
}


def record(
    draw: st.DrawFn, record_type: RecordType, number: int, there: dict[str, list[str]]
) -> Record:
    """A record; its references name records of which at most one in each type is not there."""
    drawn = {name: draw(value) for name, value in ANY_VALUE[record_type.name].items()}
    for field in record_type.fields.values():
        if field.reference is not None:
            keys = there[field.reference.to]
            drawn[field.name] = draw(st.sampled_from([*keys, key(field.reference.to, 0)]))
    return record_type.record_class(id=key(record_type.name, number), **drawn)  # type: ignore[call-arg]


@st.composite
def worlds(draw: st.DrawFn, root: str) -> World:
    """Linked records of every type; of the type asked about there is at least one."""
    crowded = draw(st.booleans())
    sizes = {
        name: draw(st.integers(max(most - 1 if crowded else 0, name == root), most))
        for name, most in MOST_RECORDS.items()
    }
    there = {name: [key(name, n + 1) for n in range(size)] for name, size in sizes.items()}
    return {
        record_type.name: [
            record(draw, record_type, n + 1, there) for n in range(sizes[record_type.name])
        ]
        for record_type in SCHEMA
    }
