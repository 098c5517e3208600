"""The terms in which the rules and figures of the programme speak, each said once."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from inclusion_core.expr import (
    JUDGED_ON,
    Age,
    CodeExpression,
    Condition,
    DayExpression,
    Many,
    completed_years,
    subject,
    term_from,
)
from inclusion_core.facts.moments import PERIOD_FIRST_DAY, PERIOD_LAST_DAY
from inclusion_core.facts.rows import OutcomeRow, ParticipationRow, PersonRow
from inclusion_core.facts.subjects import CLIENT, PARTICIPATION
from inclusion_core.model.outcome import OutcomeKind
from inclusion_core.model.traits import RiskGround
from inclusion_sif.motivation.programme import MONTHS_OF_SUPPORT, MOTIVATION

__all__ = [
    "AGE_OF_RISK",
    "PERIOD",
    "Time",
    "age",
    "age_on_entry",
    "entered",
    "entered_at_risk_by",
    "has_outcome",
    "is_in_a_measure",
    "region",
    "served",
    "served_in",
    "six_months_go_on",
]

AGE_OF_RISK = 50
"""Completed years, "after the age of 50"; MK 102, point 3.1.2."""


def entered_at_risk_by(ground: RiskGround) -> Condition:
    """Whether a risk ground was established for the client on the day of entry."""
    return (
        CLIENT.risk_spells.on(PARTICIPATION.entered_on)
        .where(lambda spell: spell.ground.is_in(ground))
        .exist()
    )


age_on_entry: Age = completed_years(CLIENT.born_on, PARTICIPATION.entered_on)
age: Age = completed_years(CLIENT.born_on, JUDGED_ON)


def is_in_a_measure(*measures: str) -> Condition:
    """Whether the same person takes part in one of these measures on the day of the question."""
    return (
        CLIENT.person.clients.each(lambda client: client.participations)
        .where(
            lambda each: (
                each.programme.declared_as.is_in(*measures)
                & (each.entered_on <= JUDGED_ON)
                & (each.left_on >= JUDGED_ON)
            )
        )
        .exist()
    )


# Persons, in a time.


class Time(NamedTuple):
    """The days that a figure is about, both ends inside."""

    first_day: DayExpression | date
    last_day: DayExpression | date


PERIOD = Time(PERIOD_FIRST_DAY, PERIOD_LAST_DAY)
"""The period of the report."""

person: PersonRow = subject(PersonRow)
participations: Many[ParticipationRow] = person.clients.each(lambda client: client.participations)


def serves(participation: ParticipationRow, time: Time = PERIOD) -> Condition:
    """Whether by it somebody is in the programme on a day of that time."""
    return (
        participation.programme.declared_as.is_in(MOTIVATION.id)
        & (participation.entered_on <= time.last_day)
        & (participation.left_on >= time.first_day)
    )


def served_in(time: Time) -> Condition:
    """Whether the person is in the programme on a day of that time."""
    return participations.where(lambda each: serves(each, time)).exist()


served: Condition = served_in(PERIOD)

entered: Condition = participations.where(
    lambda each: serves(each) & (each.entered_on >= PERIOD.first_day)
).exist()
"""Whether the person entered the programme in the period."""

six_months_go_on: Condition = participations.where(
    lambda each: serves(each) & (term_from(each.entered_on, MONTHS_OF_SUPPORT) > PERIOD.last_day)
).exist()
"""Whether the six months of the person are not over at the end of the period."""

region: CodeExpression[str] = participations.where(serves).only(lambda each: each.traits.region)
"""The region of entry; not known of who entered in two."""

outcomes: Many[OutcomeRow] = participations.each(lambda each: each.outcomes)


def has_outcome(*kinds: OutcomeKind, time: Time = PERIOD) -> Condition:
    """Whether the programme led to one of these outcomes, and it happened in that time."""
    return outcomes.where(
        lambda each: (
            serves(each.participation, time)
            & each.kind.is_in(*kinds)
            & each.happened_on.is_between(time.first_day, time.last_day)
        )
    ).exist()
