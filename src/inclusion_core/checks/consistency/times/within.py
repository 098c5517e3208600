"""Days that lie inside the time of another record: whether they do.

Only what is surely outside counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.consistency.times.withins import WITHINS, Within
from inclusion_core.checks.days import day_of, surely_before
from inclusion_core.checks.examined import Examined
from inclusion_core.fields import Record, type_name
from inclusion_core.findings import Finding
from inclusion_core.texts import lv
from inclusion_core.values import ABSENT

__all__ = ["WITHIN_CHECKS"]

REMEDY = lv("izlabojiet šo dienu vai salīdziniet to ar ierakstu {other}").en(
    "correct this day, or compare it with {other}"
)


def _outside(within: Within, fault: Fault, examined: Examined) -> Iterator[Finding]:
    if within.records not in examined.schema.record_types:
        return
    for record in examined.records.of_type(within.records):
        holder = _linked(record, within.of, examined) if within.of else record
        outer = _linked(record, within.inside, examined)
        if holder is not None and outer is not None:
            for field in _fields_outside(within, holder, outer, examined.known_on):
                yield fault.at(record, "" if within.of else field, other=outer)


def _linked(record: Record, link: str, examined: Examined) -> Record | None:
    """The record at the end of a link; None where it is not there, which another check tells."""
    found = examined.schema[type_name(type(record))].link(link)
    return examined.records.find(found.to, getattr(record, found.field))


def _fields_outside(within: Within, holder: Record, outer: Record, known_on: date) -> Iterator[str]:
    """What goes on as things stand is outside only where the other is over."""
    first = day_of(outer, within.first)
    for field in within.days:
        day = day_of(holder, field)
        if surely_before(day, first):
            yield field
        elif within.last:
            last = day_of(outer, within.last)
            lasts = field == within.lasts and day is ABSENT
            if surely_before(last, known_on if lasts else day):
                yield field


def _check(within: Within) -> Check:
    fault = Fault(kind=within.kind, says=within.says, remedy=REMEDY)
    return fault.check(partial(_outside, within, fault))


WITHIN_CHECKS: tuple[Check, ...] = tuple(_check(within) for within in WITHINS)
