"""A facts table about participations with a column of every kind that there is."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import attrs

from inclusion_core.expr import (
    CodeAttribute,
    DayAttribute,
    NumberAttribute,
    Row,
    completed_years,
    earliest_of,
    months_after,
    nodes,
    subject,
)
from inclusion_core.expr.handles import CodeExpression
from inclusion_core.facts.assumption import Assumption
from inclusion_core.facts.moments import STATUS_DAY
from inclusion_core.facts.rows import ParticipationRow
from inclusion_core.facts.table import Column, FactsTable
from inclusion_core.fields import Bounds, CodeList, Record
from inclusion_core.model.client import Gender
from inclusion_core.model.outcome import OutcomeKind
from inclusion_core.model.participation import LeavingReason
from inclusion_core.model.status import ProtectionKind
from inclusion_core.model.yes_no import YesNo
from inclusion_core.sources import Source
from inclusion_core.texts import lv
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Unknown
from inclusion_core.vocabulary import Vocabulary

COUNTRIES = CodeList("ISO 3166-1 alpha-2", "[A-Z]{2}")
IDS = CodeList("ids of this data set", r"\S+")

ADULT_AGE = Assumption(
    id="lab.adult-age",
    says=lv("Pieaugušais ir no {value} gadiem").en("An adult has completed {value} years"),
    default=18,
    most=21,
    source=Source("The laboratory"),
)


@attrs.frozen(kw_only=True, repr=False)
class Journey(Record):
    """One participation, flat."""

    id: str
    operation: Annotated[str, IDS]
    entered_on: Day = NOT_ASKED
    entered_exactly_on: date | Unknown = NOT_ASKED
    left_on: Day = ABSENT
    month_after_leaving: Day = ABSENT
    first_settled_on: Day = ABSENT
    first_outcome_on: Day = NOT_ASKED
    linked_on: Day = NOT_ASKED
    undone_on: date | Absent | Unknown = ABSENT
    judged_on: Day = ABSENT
    given_on: date | Unknown = NOT_ASKED
    gender: Gender | Unknown = NOT_ASKED
    leaving_reason: LeavingReason | Absent | Unknown = NOT_ASKED
    why_left: LeavingReason | Unknown = NOT_ASKED
    country: Annotated[str | Absent | Unknown, COUNTRIES] = NOT_ASKED
    status: ProtectionKind | Absent | Unknown = ABSENT
    kept: OutcomeKind | Unknown = NOT_ASKED
    adult: YesNo | Unknown = NOT_ASKED
    asked_about_work: YesNo | Unknown = NOT_ASKED
    someone: YesNo | Unknown = NOT_ASKED
    age: Annotated[int | Unknown, Bounds(0, 130, unit="years")] = NOT_ASKED
    outcomes: Annotated[int | Unknown, Bounds(0, 2)] = NOT_ASKED
    minutes: Annotated[int | Unknown, Bounds(0, 1_000_000)] = NOT_ASKED
    budget: Annotated[int | Unknown, Bounds(0, 1_000_000_000)] = NOT_ASKED


class JourneyRow(Row):
    """One participation, flat."""

    record_type = "journey"
    operation: CodeAttribute[str] = CodeAttribute(str)
    entered_on = DayAttribute()
    left_on = DayAttribute()
    gender: CodeAttribute[Gender] = CodeAttribute(Gender)
    adult: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    age = NumberAttribute()


participation = subject(ParticipationRow)
client = participation.client
operation_id = nodes.CodeField(participation.enrolment.row, "operation_id")
COLUMNS = {
    "operation": Column(value=CodeExpression(operation_id, str)),
    "entered_on": Column(value=participation.entered_on),
    "entered_exactly_on": Column(value=participation.entered_on),
    "left_on": Column(value=participation.left_on),
    "month_after_leaving": Column(value=months_after(participation.left_on, 1)),
    "first_settled_on": Column(
        value=client.protection_spells.where(
            lambda each: each.kind.is_in(ProtectionKind.REFUGEE)
        ).earliest(lambda each: each.first_day)
    ),
    "first_outcome_on": Column(
        value=participation.outcomes.earliest(lambda each: each.happened_on),
        known_where=participation.left_on <= STATUS_DAY,
    ),
    "linked_on": Column(value=client.same_person_links.latest(lambda each: each.linked_on)),
    "undone_on": Column(value=client.same_person_links.earliest(lambda each: each.undone_on)),
    "judged_on": Column(value=earliest_of(STATUS_DAY, client.died_on)),
    "given_on": Column(value=STATUS_DAY),
    "gender": Column(value=client.gender),
    "leaving_reason": Column(value=participation.leaving_reason),
    "why_left": Column(
        value=participation.leaving_reason, known_where=participation.left_on <= STATUS_DAY
    ),
    "country": Column(value=client.arrivals.only(lambda each: each.country)),
    "status": Column(
        value=client.protection_spells.latest_code(
            lambda each: each.kind, by=lambda each: each.decided_on
        )
    ),
    "kept": Column(
        value=participation.outcomes.latest_code(
            lambda each: each.kind, by=lambda each: each.happened_on
        )
    ),
    "adult": Column(
        value=completed_years(client.born_on, participation.entered_on) >= ADULT_AGE.number
    ),
    "asked_about_work": Column(value=participation.traits.labour_status.is_known()),
    "someone": Column(value=participation.outcomes.count() >= 0),
    "age": Column(value=completed_years(client.born_on, participation.entered_on)),
    "outcomes": Column(value=participation.outcomes.count()),
    "minutes": Column(value=participation.attendances.sum(lambda each: each.minutes)),
    "budget": Column(value=participation.programme.operation.budget_cents),
}
JOURNEYS = FactsTable(
    id="lab.journeys",
    says=lv("dalības").en("participations"),
    subject=ParticipationRow,
    row=JourneyRow,
    record=Journey,
    columns=COLUMNS,
    words=Vocabulary(
        id="lab.words",
        types={"journey": lv("ceļš").en("journey")},
        fields={"journey.age": lv("vecums").en("age")},
    ),
    assumes=(ADULT_AGE,),
)
SUBJECTS = (
    *("operation", "programme", "participation", "client", "same_person_link"),
    *("protection_spell", "arrival", "outcome", "entry_traits", "service_attendance"),
)
"""The record types that the columns reach."""
