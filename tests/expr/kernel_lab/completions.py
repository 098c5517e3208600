"""Ways in which a world can turn out, and what must then still hold.

What is not known becomes known, what has not come yet comes or does not, records that others
name are found. Records that nobody names are only added where a list may still grow.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from typing import Any

import attrs
from hypothesis import strategies as st

from inclusion_core.expr import nodes
from inclusion_core.expr.schema import Field
from inclusion_core.fields import FieldKind, Record
from inclusion_core.values import ABSENT, PartialDay, Unknown
from kernel_lab.measures import SUM_MOST, Code
from kernel_lab.random_records import KNOWN_ON, World, complete_values, key
from kernel_lab.toy import SCHEMA

LATER_DAYS = tuple(KNOWN_ON + timedelta(days=n) for n in (1, 2, 31, 366))
"""Days after the last one known."""

ELSEWHERE = (91, 92)
"""Numbers of records to which a record found later may belong: never one that is there."""

COMPLETE = {
    record_type.name: {
        name: complete_values(field)
        for name, field in record_type.fields.items()
        if field.kind not in (FieldKind.KEY, FieldKind.REFERENCE)
    }
    for record_type in SCHEMA
}


@st.composite
def completed(draw: st.DrawFn, world: World, *, days_come: bool, lists_grow: bool) -> World:
    """One way in which the world can turn out.

    Args:
        draw: Draws one.
        world: What is known.
        days_come: An absent day may still come, after the last day known.
        lists_grow: Records may still come, all their days after the last day known.
    """
    turned_out = {
        name: [_completed_record(draw, each, days_come=days_come) for each in records]
        for name, records in world.items()
    }
    for name, number in sorted(set(_named_but_missing(world))):
        if draw(st.booleans()):
            turned_out[name].append(_found_record(draw, name, number))
    for name, number in [(name, number) for name in turned_out for number in ELSEWHERE]:
        if draw(st.integers(0, 3)) == 3:
            turned_out[name].append(_found_record(draw, name, number))
    if lists_grow:
        fresh = count(51)
        for name in draw(st.lists(st.sampled_from(sorted(turned_out)), max_size=4)):
            turned_out[name].append(_later_record(draw, name, next(fresh), turned_out))
    return turned_out


def _completed_record(draw: st.DrawFn, record: Record, *, days_come: bool) -> Record:
    fields = SCHEMA.type_of(record).fields
    changed: dict[str, Any] = {}
    for name, complete in COMPLETE[SCHEMA.type_of(record).name].items():
        value = getattr(record, name)
        if isinstance(value, Unknown):
            changed[name] = draw(complete)
        elif isinstance(value, PartialDay):
            days = st.dates(value.earliest, value.latest)
            changed[name] = draw(days | st.sampled_from([value.earliest, value.latest]))
        elif value is ABSENT and days_come and fields[name].kind is FieldKind.DAY:
            changed[name] = draw(st.just(ABSENT) | st.sampled_from(LATER_DAYS))
    return attrs.evolve(record, **changed)  # type: ignore[type-var]


def _references(name: str) -> Iterator[tuple[str, Field]]:
    for field in SCHEMA[name].fields.values():
        if field.reference is not None:
            yield field.name, field


def _named_but_missing(world: World) -> Iterator[tuple[str, int]]:
    """The records that another one names and that are not there: number 0 of their type."""
    for name, records in world.items():
        for reference, field in _references(name):
            missing = key(field.reference.to, 0)  # type: ignore[union-attr]
            if any(getattr(each, reference) == missing for each in records):
                yield field.reference.to, 0  # type: ignore[union-attr]


def _found_record(draw: st.DrawFn, name: str, number: int) -> Record:
    """A record of any content; it belongs to no list that could be gone through before."""
    content = {field: draw(values) for field, values in COMPLETE[name].items()}
    for reference, field in _references(name):
        to = field.reference.to  # type: ignore[union-attr]
        content[reference] = key(to, draw(st.sampled_from(ELSEWHERE)))
    return SCHEMA[name].record_class(id=key(name, number), **content)  # type: ignore[call-arg]


def _later_record(draw: st.DrawFn, name: str, number: int, world: World) -> Record:
    """A record of which every day is after the last one known; it may belong to any list."""
    content: dict[str, Any] = {}
    for field_name, values in COMPLETE[name].items():
        field = SCHEMA[name].fields[field_name]
        later = st.sampled_from((*LATER_DAYS, *((ABSENT,) if field.may_be_absent else ())))
        content[field_name] = draw(later if field.kind is FieldKind.DAY else values)
    for reference, field in _references(name):
        to = field.reference.to  # type: ignore[union-attr]
        keys = [each.id for each in world[to]]
        content[reference] = draw(st.sampled_from([*keys, key(to, 0), key(to, ELSEWHERE[0])]))
    return SCHEMA[name].record_class(id=key(name, number), **content)  # type: ignore[call-arg]


def complete_only_through(node: Any, on: date) -> Any:
    """The same expression, in which no list is complete beyond a day."""
    return _each_related(node, lambda through: _first_of(through, nodes.DayLiteral(on)))


def complete_forever(node: Any) -> Any:
    """The same expression, in which every list is complete."""
    return _each_related(node, lambda through: None)


def _first_of(through: nodes.DayNode | None, on: nodes.DayLiteral) -> nodes.DayNode:
    return on if through is None else nodes.Extreme((through, on), last=False)


def _each_related(part: Any, change: Any) -> Any:
    if isinstance(part, tuple):
        return tuple(_each_related(each, change) for each in part)
    if type(part) not in nodes.NODE_CLASSES:
        return part
    inside = {
        a.name: _each_related(getattr(part, a.name), change) for a in attrs.fields(type(part))
    }
    if isinstance(part, nodes.Related):
        inside["complete_through"] = change(inside["complete_through"])
    return attrs.evolve(part, **inside)


def contradicts(before: Any, after: Any) -> bool:
    """Whether an answer is ruled out by the one that was given when less was known.

    Truths are ``True``, ``False`` or ``None``; days and numbers are intervals; codes are texts or
    :class:`~kernel_lab.measures.Code`. A sum of :data:`SUM_MOST` stands for any larger one too.
    """
    if isinstance(before, tuple):
        no_least, no_most = before[0] <= -SUM_MOST, before[1] >= SUM_MOST
        return not (no_least or before[0] <= after[0]) or not (no_most or after[1] <= before[1])
    return before is not None and before is not Code.UNKNOWN and before != after
