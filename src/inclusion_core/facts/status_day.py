"""The day of status, from which many limits count: each programme says which day that is."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from inclusion_core.expr.handles import JUDGED_ON, DayExpression, earliest_of
from inclusion_core.facts.rows import ProtectionSpellRow
from inclusion_core.facts.subjects import CLIENT
from inclusion_core.model.status import ProtectionKind

__all__ = ["StatusDay", "status_day"]


class StatusDay(Enum):
    """The day from which a status counts."""

    DECISION = "decision"
    NOTIFICATION = "notification"
    FINALITY = "finality"

    def of(self, spell: ProtectionSpellRow) -> DayExpression:
        """That day of a protection spell."""
        days = {
            StatusDay.DECISION: spell.decided_on,
            StatusDay.NOTIFICATION: spell.notified_on,
            StatusDay.FINALITY: spell.final_on,
        }
        return days[self]


def status_day(
    kinds: Iterable[ProtectionKind], *, counted_from: StatusDay, second_restarts: bool = False
) -> DayExpression:
    """The day of status of the participant; never, for who has had none of these kinds.

    Args:
        kinds: The kinds of protection that are a status in this programme.
        counted_from: The day from which it counts.
        second_restarts: Whether a later status of these kinds is a new day of status. The latest
            day by the day of the question counts then; before the first one, that one does.

    Example:
        >>> holders = (ProtectionKind.REFUGEE, ProtectionKind.ALTERNATIVE_STATUS)
        >>> first_notified = status_day(holders, counted_from=StatusDay.NOTIFICATION)
        >>> last_decided = status_day(
        ...     holders, counted_from=StatusDay.DECISION, second_restarts=True
        ... )
    """
    held = tuple(kinds)
    statuses = CLIENT.protection_spells.where(lambda spell: spell.kind.is_in(*held))
    if not second_restarts:
        return statuses.earliest(counted_from.of)
    begun = statuses.where(lambda spell: counted_from.of(spell) <= JUDGED_ON)
    to_come = statuses.where(lambda spell: counted_from.of(spell) > JUDGED_ON)
    return earliest_of(begun.latest(counted_from.of), to_come.earliest(counted_from.of))
