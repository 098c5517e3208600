"""What is told of a stay in a programme: a participation."""

from __future__ import annotations

from typing import Any

from inclusion_core.model.outcome import Evidence, OutcomeKind
from inclusion_core.model.participation import LeavingReason
from inclusion_core.model.plan import ClosingReason
from inclusion_core.model.service import ServiceKind
from inclusion_core.testing.stories.keyed import Named
from inclusion_core.testing.stories.plan_story import PlanStory
from inclusion_core.testing.stories.record_story import RecordStory
from inclusion_core.testing.stories.said import DaySaid, NumberSaid
from inclusion_core.testing.stories.service_story import ServiceStory
from inclusion_core.values import Absent, Unknown

__all__ = ["StayStory"]


class StayStory(RecordStory):
    """Stands for a client's stay in a programme."""

    def leaves(self, on: DaySaid, because: LeavingReason | Absent | Unknown | str = "?") -> None:
        """The client left on a day, for a reason."""
        self._goes_on(left_on=on, leaving_reason=because)

    def had_on_entry(self, *, named: str = "", **traits: Any) -> RecordStory:
        """What held for the client on the day of entry: fields of ``entry_traits``."""
        return self._tells(RecordStory, "entry_traits", named, **traits)

    def has_plan(
        self,
        drawn_up_on: DaySaid = "?",
        *,
        fulfilled_on: DaySaid = "-",
        closed_on: DaySaid = "-",
        because: ClosingReason | Absent | Unknown | str = "-",
        named: str = "",
    ) -> PlanStory:
        """A support plan is agreed."""
        return self._tells(
            PlanStory,
            "support_plan",
            named,
            drawn_up_on=drawn_up_on,
            fulfilled_on=fulfilled_on,
            closed_on=closed_on,
            closing_reason=because,
        )

    def leads_to(
        self,
        kind: OutcomeKind | Unknown | str = "?",
        on: DaySaid = "?",
        *,
        learned_on: DaySaid = "?",
        evidence: Evidence | Absent | Unknown | str = "?",
        named: str = "",
    ) -> RecordStory:
        """Something has changed for the client: an outcome."""
        return self._tells(
            RecordStory,
            "outcome",
            named,
            kind=kind,
            happened_on=on,
            learned_on=learned_on,
            evidence=evidence,
        )

    def is_delivered_under(
        self, contract: Named, *, from_: DaySaid = "?", until: DaySaid = "-", named: str = ""
    ) -> RecordStory:
        """A part of it is delivered under one contract."""
        return self._tells(
            RecordStory,
            "delivery_spell",
            named,
            contract=contract,
            first_day=from_,
            last_day=until,
        )

    def attends(self, service: Named, *, minutes: NumberSaid = "?", named: str = "") -> RecordStory:
        """The client was there when a service was given."""
        return self._tells(
            RecordStory, "service_attendance", named, service=service, minutes=minutes
        )

    def is_given(
        self,
        kind: ServiceKind | Unknown | str,
        on: DaySaid,
        *,
        minutes: NumberSaid = "?",
        place: str | Unknown = "?",
        named: str = "",
    ) -> ServiceStory:
        """A service is given, and the client is there."""
        service = self._tells(
            ServiceStory, "service", named, kind=kind, given_on=on, minutes=minutes, place=place
        )
        self.attends(service)
        return service
