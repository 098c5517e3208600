"""Days that lie inside the time of another record: a service inside its contract.

Only what is surely outside counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import TypeAlias

import attrs

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.days import day_of, surely_before
from inclusion_core.expr.schema import Schema
from inclusion_core.fields import Record, type_name
from inclusion_core.findings import Finding
from inclusion_core.model.caseload import Caseload
from inclusion_core.texts import Text, lv
from inclusion_core.values import ABSENT

__all__ = ["WITHINS", "WITHIN_CHECKS", "Within"]

REMEDY = lv("izlabojiet šo dienu vai salīdziniet to ar ierakstu {other}").en(
    "correct this day, or compare it with {other}"
)

Index: TypeAlias = Mapping[str, Mapping[str, Record]]


@attrs.frozen(kw_only=True)
class Within:
    """Days of one record that lie between two days of another, both inside.

    Attributes:
        kind: Id of the fault.
        records: Type of the records that are looked at.
        of: Link to the record whose days they are; empty for the record itself.
        days: The fields of those days.
        lasts: Field of a last day that is absent while something goes on; empty where none does.
        inside: Link to the record inside whose time they lie.
        first: Field of that time's first day.
        last: Field of its last day; empty where only the first day bounds it.
        says: What is wrong.
    """

    kind: str
    records: str
    of: str = ""
    days: tuple[str, ...]
    lasts: str = ""
    inside: str
    first: str
    last: str = ""
    says: Text

    @property
    def fault(self) -> Fault:
        """What is wrong, and what to do."""
        return Fault(kind=self.kind, says=self.says, remedy=REMEDY)


WITHINS: tuple[Within, ...] = (
    Within(
        kind="check.plan-outside-participation",
        records="support_plan",
        days=("drawn_up_on",),
        inside="participation",
        first="entered_on",
        last="left_on",
        says=lv("plāns sastādīts laikā, kad klients programmā nav").en(
            "the plan is drawn up while the client is not in the programme"
        ),
    ),
    Within(
        kind="check.goal-outside-plan",
        records="goal",
        days=("set_on", "met_on", "dropped_on"),
        inside="support_plan",
        first="drawn_up_on",
        last="closed_on",
        says=lv("mērķa diena ir ārpus plāna laika").en("a day of the goal is outside of the plan"),
    ),
    Within(
        kind="check.review-outside-plan",
        records="plan_review",
        days=("reviewed_on",),
        inside="support_plan",
        first="drawn_up_on",
        last="closed_on",
        says=lv("plāns pārskatīts ārpus tā laika").en("the plan is reviewed while there is none"),
    ),
    Within(
        kind="check.extension-outside-plan",
        records="plan_extension",
        days=("decided_on",),
        inside="support_plan",
        first="drawn_up_on",
        last="closed_on",
        says=lv("plāns pagarināts ārpus tā laika").en("the plan is extended while there is none"),
    ),
    Within(
        kind="check.action-before-goal",
        records="planned_action",
        days=("planned_on", "done_on"),
        inside="goal",
        first="set_on",
        says=lv("darbība ir pirms mērķa, kuram tā kalpo").en(
            "the action comes before the goal that it serves"
        ),
    ),
    Within(
        kind="check.service-outside-contract",
        records="service",
        days=("given_on", "last_day"),
        inside="contract",
        first="first_day",
        last="last_day",
        says=lv("pakalpojums sniegts ārpus līguma laika").en(
            "the service is given outside of the contract's time"
        ),
    ),
    Within(
        kind="check.delivered-outside-contract",
        records="delivery_spell",
        days=("first_day", "last_day"),
        lasts="last_day",
        inside="contract",
        first="first_day",
        last="last_day",
        says=lv("pakalpojumu nodrošina ārpus līguma laika").en(
            "delivery lies outside of the contract's time"
        ),
    ),
    Within(
        kind="check.served-outside-participation",
        records="service_attendance",
        of="service",
        days=("given_on",),
        inside="participation",
        first="entered_on",
        last="left_on",
        says=lv("pakalpojums sniegts klientam, kurš tajā dienā programmā nav").en(
            "a service is given to a client who is not in the programme on that day"
        ),
    ),
    Within(
        kind="check.staff-outside-assignment",
        records="service_staff",
        of="service",
        days=("given_on",),
        inside="staff_assignment",
        first="first_day",
        last="last_day",
        says=lv("pakalpojumu sniedzis darbinieks, kurš tajā dienā nav norīkots").en(
            "a service is given by staff who are not assigned on that day"
        ),
    ),
    Within(
        kind="check.case-outside-participation",
        records="case_assignment",
        days=("first_day", "last_day"),
        lasts="last_day",
        inside="participation",
        first="entered_on",
        last="left_on",
        says=lv("darbinieks atbild par klientu, kurš programmā nav").en(
            "staff are responsible for a client who is not in the programme"
        ),
    ),
    Within(
        kind="check.case-outside-assignment",
        records="case_assignment",
        days=("first_day", "last_day"),
        lasts="last_day",
        inside="staff_assignment",
        first="first_day",
        last="last_day",
        says=lv("par klientu atbild darbinieks, kurš nav norīkots").en(
            "staff who are not assigned are responsible for a client"
        ),
    ),
    Within(
        kind="check.outcome-before-entry",
        records="outcome",
        days=("happened_on",),
        inside="participation",
        first="entered_on",
        says=lv("iznākums noticis, pirms klients iestājies programmā").en(
            "the outcome happened before the client entered the programme"
        ),
    ),
    Within(
        kind="check.appeal-before-decision",
        records="appeal",
        days=("lodged_on",),
        inside="protection_spell",
        first="decided_on",
        says=lv("sūdzība iesniegta, pirms pieņemts lēmums").en(
            "the appeal is lodged before the decision is taken"
        ),
    ),
)


def _outside(within: Within, fault: Fault, caseload: Caseload, schema: Schema) -> Iterator[Finding]:
    if within.records not in schema.record_types:
        return
    index: Index = {
        name: {record.id: record for record in records}
        for name, records in caseload.records.items()
    }
    for record in caseload.records.get(within.records, ()):
        holder = _linked(record, within.of, index, schema) if within.of else record
        outer = _linked(record, within.inside, index, schema)
        if holder is not None and outer is not None:
            for field in _fields_outside(within, holder, outer, caseload.known_on):
                yield fault.at(record, "" if within.of else field, other=outer)


def _linked(record: Record, link: str, index: Index, schema: Schema) -> Record | None:
    """The record at the end of a link; None where it is not there, which another check tells."""
    found = schema[type_name(type(record))].link(link)
    return index.get(found.to, {}).get(getattr(record, found.field))


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
    fault = within.fault
    return fault.check(partial(_outside, within, fault))


WITHIN_CHECKS: tuple[Check, ...] = tuple(_check(within) for within in WITHINS)
