"""What is told of services, and of the staff who give them."""

from __future__ import annotations

from inclusion_core.testing.stories.keyed import Named
from inclusion_core.testing.stories.record_story import RecordStory
from inclusion_core.testing.stories.said import DaySaid, NumberSaid

__all__ = ["AssignmentStory", "ServiceStory"]


class AssignmentStory(RecordStory):
    """Stands for a member of staff in one role."""

    def looks_after(
        self, stay: Named, *, from_: DaySaid = "?", until: DaySaid = "-", named: str = ""
    ) -> RecordStory:
        """They are responsible for a participation."""
        return self._tells(
            RecordStory,
            "case_assignment",
            named,
            participation=stay,
            first_day=from_,
            last_day=until,
        )

    def oversees(
        self, other: Named, *, from_: DaySaid = "?", until: DaySaid = "-", named: str = ""
    ) -> RecordStory:
        """They oversee another member of staff."""
        return self._tells(
            RecordStory, "supervision", named, supervised=other, first_day=from_, last_day=until
        )


class ServiceStory(RecordStory):
    """Stands for one delivery of one service."""

    def is_given_by(
        self, assignment: Named, *, minutes: NumberSaid = "?", named: str = ""
    ) -> RecordStory:
        """A member of staff gave it."""
        return self._tells(
            RecordStory, "service_staff", named, staff_assignment=assignment, minutes=minutes
        )

    def is_attended_by(
        self, stay: Named, *, minutes: NumberSaid = "?", named: str = ""
    ) -> RecordStory:
        """A client was there."""
        return self._tells(
            RecordStory, "service_attendance", named, participation=stay, minutes=minutes
        )

    def has_others(self, people: NumberSaid = "?", *, named: str = "") -> RecordStory:
        """So many people were there of whom there is no list."""
        return self._tells(RecordStory, "headcount", named, people=people)
