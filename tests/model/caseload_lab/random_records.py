"""Random records whose ids come from small pools, so that they refer to each other.

Some references lead nowhere: a record that was retracted may still be named by others.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import attrs
from hypothesis import strategies as st

from inclusion_core.expr.schema import Field, RecordType
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.fields import FieldKind, Record
from inclusion_core.model.caseload import Caseload
from inclusion_core.values import ABSENT, PartialDay, Reason, Unknown, day_span

DAYS = (
    date(1999, 12, 31),
    date(2000, 2, 29),
    date(2017, 12, 31),
    date(2018, 6, 1),
    date(2018, 9, 15),
    date(2018, 11, 30),
    date(2018, 12, 1),
    date(2019, 7, 1),
)
PARTS = (
    PartialDay.of_year(2000),
    PartialDay.of_year(2018),
    PartialDay.of_month(2018, 11),
    PartialDay(date(2018, 5, 20), date(2018, 6, 10)),
)
CODES = {
    "country": ("LV", "SY", "UA"),
    "declared_as": ("sif.mentoring", "sif.motivation"),
    "metric": ("sif.mentoring.clients", "esf.co01"),
    "official_code": ("LV-054", "LV007"),
    "place": ("BAUSKA", "VALMIERA"),
    "region": ("LV007", "LV00C"),
}
POOL = 4
"""How many ids there are of each type."""


def ids(record_type: str) -> st.SearchStrategy[str]:
    """Ids that records of a type have, or may be named by."""
    return st.integers(1, POOL).map(lambda number: f"{record_type}-{number}")


def known(field: Field) -> st.SearchStrategy[object]:
    """What a field may hold that is known to the day and to the code."""
    match field.kind:
        case FieldKind.REFERENCE if field.reference is not None:
            return ids(field.reference.to)
        case FieldKind.DAY:
            ends = field.name in {"last_day", "left_on", "died_on", "undone_on"}
            return st.sampled_from(DAYS[4:] if ends else DAYS[:6])
        case FieldKind.CODE:
            return st.sampled_from(list(field.enum) if field.enum else CODES[field.name])
        case FieldKind.NUMBER:
            return st.sampled_from([field.bounds.least, 7, field.bounds.most])
        case FieldKind.DECIMAL:
            return st.sampled_from([Decimal(0), Decimal("33.3"), Decimal(85)])
        case _:
            return st.sampled_from(["a", "b"])


def values(field: Field) -> st.SearchStrategy[object]:
    """Anything that a field may hold; mostly something known."""
    strategies = [known(field)] * 7
    if field.may_be_partial:
        strategies.append(st.sampled_from(PARTS))
    if field.may_be_absent:
        strategies.append(st.just(ABSENT))
    if field.may_be_unknown:
        strategies.append(st.builds(Unknown, st.sampled_from(Reason)))
    return st.sampled_from(strategies).flatmap(lambda strategy: strategy)


def records(record_type: RecordType) -> st.SearchStrategy[Record]:
    """Any record of a type."""
    fields = {field.name: values(field) for field in record_type.recorded_fields}
    return st.builds(record_type.record_class, **{**fields, "id": ids(record_type.name)})


@st.composite
def lists_of_records(draw: st.DrawFn, types: tuple[str, ...], least: int = 0) -> list[Record]:
    """A few records of each of these types, in no order, no two of one type with the same id."""
    found = [
        attrs.evolve(record, id=f"{name}-{number}")
        for name in types
        for number, record in enumerate(
            draw(st.lists(records(SCHEMA[name]), min_size=least, max_size=POOL)), start=1
        )
    ]
    random = draw(st.randoms(use_true_random=False))
    return random.sample(found, len(found))


def listed(caseload: Caseload) -> list[Record]:
    """All records of a caseload, those worked out included."""
    return [record for records in caseload.records.values() for record in records]


def renamed(record: Record, prefix: str) -> Record:
    """The record with another id, naming others by their other ids too."""
    own = SCHEMA.type_of(record)
    names = [
        field.name
        for field in own.recorded_fields
        if field.kind in (FieldKind.KEY, FieldKind.REFERENCE)
    ]
    return attrs.evolve(record, **{name: f"{prefix}{getattr(record, name)}" for name in names})


@st.composite
def completions(draw: st.DrawFn, record: Record, known_on: date | None) -> Record:
    """The record as it may turn out to be: what is not known is known, what is to come has come."""
    changes: dict[str, object] = {}
    for field in SCHEMA.type_of(record).recorded_fields:
        value = getattr(record, field.name)
        if isinstance(value, PartialDay):
            changes[field.name] = draw(st.dates(*day_span(value)))
        elif isinstance(value, Unknown):
            changes[field.name] = draw(
                known(field) | (st.just(ABSENT) if field.may_be_absent else st.nothing())
            )
        elif value is ABSENT and field.may_be_partial and known_on is not None:
            later = st.integers(1, 400).map(lambda days: known_on + timedelta(days=days))
            changes[field.name] = draw(st.just(ABSENT) | later)
    return attrs.evolve(record, **changes)
