"""The days on which the answer to a question changes, if nothing else happens."""

from __future__ import annotations

from datetime import date

from inclusion_core.expr.change_days import Change, ChangeReader
from inclusion_core.expr.sweeping import Sweep
from inclusion_core.rules.question import Question

__all__ = ["Change", "change_days"]


def change_days(question: Question, first_day: date, last_day: date) -> tuple[Change, ...]:
    """What a question comes to on the first day, and then each day on which that changes.

    The day of the question moves from the first day to the last, both inside; of an applicant, the
    day of entry moves with it. The records stay as they are: what has no day yet never comes.

    Raises:
        BackwardsPeriodError: The last day lies before the first.
        ExpressionError: A comparison follows the day on both sides, so that its changes cannot be
            found.
    """
    standing = question.standing
    reader = ChangeReader(
        standing.records, sweep=Sweep(first_day, last_day), parameters=question.parameters
    )
    return reader.changes(question.node, standing.participation)
