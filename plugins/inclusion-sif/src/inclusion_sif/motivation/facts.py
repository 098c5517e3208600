"""The terms in which the rules and figures of the programme speak, each said once."""

from __future__ import annotations

from inclusion_core.expr import (
    JUDGED_ON,
    Age,
    CodeExpression,
    Condition,
    Many,
    completed_years,
    subject,
)
from inclusion_core.facts.moments import PERIOD_FIRST_DAY, PERIOD_LAST_DAY
from inclusion_core.facts.rows import EntryTraitsRow, OutcomeRow, ParticipationRow, PersonRow
from inclusion_core.facts.subjects import CLIENT, PARTICIPATION
from inclusion_core.model.outcome import OutcomeKind
from inclusion_core.model.traits import RiskGround
from inclusion_sif.motivation.programme import MOTIVATION

__all__ = [
    "AGE_OF_RISK",
    "age",
    "age_on_entry",
    "entered_at_risk_by",
    "has_outcome",
    "is_in_a_measure",
    "region",
    "served",
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


# Persons, in a period.

person: PersonRow = subject(PersonRow)
participations: Many[ParticipationRow] = person.clients.each(lambda client: client.participations)


def serves_in_period(participation: ParticipationRow) -> Condition:
    """Whether by it somebody is in the programme on a day of the period."""
    return (
        participation.programme.declared_as.is_in(MOTIVATION.id)
        & (participation.entered_on <= PERIOD_LAST_DAY)
        & (participation.left_on >= PERIOD_FIRST_DAY)
    )


served: Condition = participations.where(serves_in_period).exist()

entry_traits: Many[EntryTraitsRow] = participations.each(lambda each: each.entry_traits)
region: CodeExpression[str] = entry_traits.where(
    lambda each: serves_in_period(each.participation)
).only(lambda each: each.region)

outcomes: Many[OutcomeRow] = participations.each(lambda each: each.outcomes)


def has_outcome(*kinds: OutcomeKind) -> Condition:
    """Whether the programme led to one of these outcomes, and it happened in the period."""
    return outcomes.where(
        lambda each: (
            serves_in_period(each.participation)
            & each.kind.is_in(*kinds)
            & each.happened_on.is_between(PERIOD_FIRST_DAY, PERIOD_LAST_DAY)
        )
    ).exist()
