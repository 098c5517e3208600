"""What is told of a support plan and of its goals."""

from __future__ import annotations

from inclusion_core.model.plan import (
    ActionBy,
    ClosingReason,
    ExtensionReason,
    LifeArea,
    ReviewResult,
)
from inclusion_core.testing.stories.record_story import RecordStory
from inclusion_core.testing.stories.said import DaySaid
from inclusion_core.values import Absent, Unknown

__all__ = ["GoalStory", "PlanStory"]


class GoalStory(RecordStory):
    """Stands for a goal of a plan."""

    def has_action(  # noqa: PLR0913  one for each field
        self,
        by: ActionBy | Unknown | str = "?",
        *,
        planned_on: DaySaid = "?",
        due_on: DaySaid = "-",
        done_on: DaySaid = "-",
        dropped_on: DaySaid = "-",
        named: str = "",
    ) -> RecordStory:
        """A step towards it is agreed: by the client, the staff or both."""
        return self._tells(
            RecordStory,
            "planned_action",
            named,
            by=by,
            planned_on=planned_on,
            due_on=due_on,
            done_on=done_on,
            dropped_on=dropped_on,
        )

    def is_met(self, on: DaySaid) -> None:
        """It was met on a day."""
        self._goes_on(met_on=on)

    def is_dropped(self, on: DaySaid) -> None:
        """It was given up on a day."""
        self._goes_on(dropped_on=on)


class PlanStory(RecordStory):
    """Stands for the support plan of a participation."""

    def has_goal(  # noqa: PLR0913  one for each field
        self,
        area: LifeArea | Unknown | str = "?",
        *,
        set_on: DaySaid = "?",
        due_on: DaySaid = "-",
        met_on: DaySaid = "-",
        dropped_on: DaySaid = "-",
        named: str = "",
    ) -> GoalStory:
        """A goal is set, in one area of life."""
        return self._tells(
            GoalStory,
            "goal",
            named,
            area=area,
            set_on=set_on,
            due_on=due_on,
            met_on=met_on,
            dropped_on=dropped_on,
        )

    def is_reviewed(
        self, on: DaySaid = "?", result: ReviewResult | Unknown | str = "?", *, named: str = ""
    ) -> RecordStory:
        """Client and staff look at it together."""
        return self._tells(RecordStory, "plan_review", named, reviewed_on=on, result=result)

    def is_extended(
        self,
        until: DaySaid = "?",
        *,
        decided_on: DaySaid = "?",
        reason: ExtensionReason | Unknown | str = "?",
        named: str = "",
    ) -> RecordStory:
        """It is given more time."""
        return self._tells(
            RecordStory,
            "plan_extension",
            named,
            extended_until=until,
            decided_on=decided_on,
            reason=reason,
        )

    def is_fulfilled(self, on: DaySaid) -> None:
        """All that it aims at was reached on a day."""
        self._goes_on(fulfilled_on=on)

    def is_closed(self, on: DaySaid, because: ClosingReason | Absent | Unknown | str = "?") -> None:
        """It was closed on a day, for a reason."""
        self._goes_on(closed_on=on, closing_reason=because)
