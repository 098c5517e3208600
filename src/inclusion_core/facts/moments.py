"""The days that the asker of a report gives: its period, and the day that "now" stands for."""

from __future__ import annotations

from datetime import date

from inclusion_core.errors import DeclarationError
from inclusion_core.expr.handles import Condition, DayExpression, day_parameter
from inclusion_core.expr.parameters import Parameters
from inclusion_core.periods import Period

__all__ = ["PERIOD_FIRST_DAY", "PERIOD_LAST_DAY", "STATUS_DAY", "report_days", "within"]

PERIOD_FIRST_DAY = day_parameter("period_first_day")
"""First day of the period reported on, inside it."""

PERIOD_LAST_DAY = day_parameter("period_last_day")
"""Last day of the period reported on, inside it."""

STATUS_DAY = day_parameter("status_day")
"""The day that "now" stands for in a report; it may lie after the period."""


def within(period: Period, on: DayExpression) -> Condition:
    """Whether a day lies in a period."""
    begun = on >= period.first_day
    return begun if period.last_day is None else begun & (on <= period.last_day)


def report_days(period: Period, status_day: date) -> Parameters:
    """The parameters of a report.

    Raises:
        DeclarationError: The period has no last day.
    """
    if period.last_day is None:
        raise DeclarationError("period", str(period), "a report needs a last day")
    return Parameters(
        days={
            "period_first_day": period.first_day,
            "period_last_day": period.last_day,
            "status_day": status_day,
        }
    )
