"""The terms of the indicators, each defined once, over one participation.

A thing counts by the last day of the period reported on, and from the beginning of the project: the
figures are cumulative, as the fund wants them, and the first day of the period moves none of them.
"""

from __future__ import annotations

from inclusion_amif.participation import AmifParticipationRow
from inclusion_amif.records import AmifObjective
from inclusion_core.expr import (
    Condition,
    DayExpression,
    all_of,
    subject,
)
from inclusion_core.facts.moments import PERIOD_LAST_DAY
from inclusion_core.metrics.metric import Axis
from inclusion_core.model.yes_no import YesNo
from inclusion_core.texts import lv

__all__ = [
    "GENDER",
    "by_now",
    "had_entered",
    "in_asylum_project",
    "in_integration_project",
    "participation",
]

participation: AmifParticipationRow = subject(AmifParticipationRow)

GENDER: Axis = Axis(id="gender", says=lv("dzimums").en("gender"), code=participation.gender)
"""All figures on persons are broken down by it."""

is_third_country_national: Condition = participation.third_country_national.is_in(YesNo.YES)


def by_now(on: DayExpression) -> Condition:
    """Whether a day has come by the last day of the period."""
    return on <= PERIOD_LAST_DAY


had_entered: Condition = by_now(participation.entered_on)

in_asylum_project: Condition = all_of(
    participation.objective.is_in(AmifObjective.ASYLUM),
    had_entered,
    is_third_country_national,
    participation.in_asylum_phase.is_in(YesNo.YES),
)
"""Of whom specific objective (a) asks: asylum seekers, and who is under protection."""

in_integration_project: Condition = all_of(
    participation.objective.is_in(AmifObjective.INTEGRATION), had_entered, is_third_country_national
)
"""Of whom specific objective (b) asks."""
