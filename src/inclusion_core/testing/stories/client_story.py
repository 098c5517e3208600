"""What is told of a client: their life, and the programmes that they enter."""

from __future__ import annotations

from inclusion_core.model.household import HouseholdRole
from inclusion_core.model.need import ReferralDirection, ReferralPartner
from inclusion_core.model.participation import LeavingReason
from inclusion_core.model.plan import LifeArea
from inclusion_core.testing.stories.circumstances import CircumstancesStory
from inclusion_core.testing.stories.keyed import Named
from inclusion_core.testing.stories.record_story import RecordStory
from inclusion_core.testing.stories.said import DaySaid, NumberSaid
from inclusion_core.testing.stories.status_story import StatusStory
from inclusion_core.testing.stories.stay_story import StayStory
from inclusion_core.values import Absent, Unknown

__all__ = ["ClientStory"]


class ClientStory(StatusStory, CircumstancesStory):
    """Stands for a client: one person as one provider knows them."""

    def dies(self, on: DaySaid) -> None:
        """The client died on a day."""
        self._goes_on(died_on=on)

    def enters(
        self,
        on: DaySaid = "?",
        programme: Named | None = None,
        *,
        left: DaySaid = "-",
        because: LeavingReason | Absent | Unknown | str = "-",
        named: str = "",
    ) -> StayStory:
        """The client enters a programme; it need not be named where there is only one."""
        offered = {} if programme is None else {"programme": programme}
        return self._tells(
            StayStory,
            "participation",
            named,
            entered_on=on,
            left_on=left,
            leaving_reason=because,
            **offered,
        )

    def attends(self, service: Named, *, minutes: NumberSaid = "?", named: str = "") -> RecordStory:
        """The client was there, in their one participation in the programme of the service."""
        return self._tells(
            RecordStory, "service_attendance", named, service=service, minutes=minutes
        )

    def is_same_person_as(
        self,
        other: Named,
        *,
        linked_on: DaySaid | None = None,
        undone_on: DaySaid = "-",
        named: str = "",
    ) -> RecordStory:
        """Both clients are found to be one person: on a day, or else when it is written."""
        linked = {} if linked_on is None else {"linked_on": linked_on}
        return self._tells(
            RecordStory,
            "same_person_link",
            named,
            other_client=other,
            undone_on=undone_on,
            **linked,
        )

    def lives_with(
        self,
        household: Named,
        as_: HouseholdRole | Unknown | str = "?",
        *,
        from_: DaySaid = "?",
        until: DaySaid = "-",
        named: str = "",
    ) -> RecordStory:
        """The client is a member of a household."""
        return self._tells(
            RecordStory,
            "household_membership",
            named,
            household=household,
            role=as_,
            first_day=from_,
            last_day=until,
        )

    def needs(
        self,
        area: LifeArea | Unknown | str = "?",
        *,
        found_on: DaySaid = "?",
        met_on: DaySaid = "-",
        named: str = "",
    ) -> RecordStory:
        """The client lacks something, in one area of life."""
        return self._tells(RecordStory, "need", named, area=area, found_on=found_on, met_on=met_on)

    def is_referred(  # noqa: PLR0913  one for each field
        self,
        direction: ReferralDirection | Unknown | str = "?",
        partner: ReferralPartner | Unknown | str = "?",
        *,
        area: LifeArea | Unknown | str = "?",
        on: DaySaid = "?",
        taken_up_on: DaySaid = "-",
        named: str = "",
    ) -> RecordStory:
        """The client is sent to the programme, or from it to another service."""
        return self._tells(
            RecordStory,
            "referral",
            named,
            direction=direction,
            partner=partner,
            area=area,
            referred_on=on,
            taken_up_on=taken_up_on,
        )
