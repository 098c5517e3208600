"""What is told of a client's legal status: protection, citizenship, residence, arrival."""

from __future__ import annotations

from inclusion_core.model.status import (
    AppealResult,
    ArrivalManner,
    CitizenshipKind,
    LegalBasis,
    ProtectionKind,
    ResidenceRight,
)
from inclusion_core.model.yes_no import YesNo
from inclusion_core.testing.stories.record_story import RecordStory
from inclusion_core.testing.stories.said import DaySaid, TextSaid
from inclusion_core.values import Absent, Unknown

__all__ = ["ProtectionStory", "StatusStory"]


class ProtectionStory(RecordStory):
    """Stands for a stay in one kind of protection or procedure."""

    def is_appealed(
        self,
        on: DaySaid = "?",
        *,
        decided_on: DaySaid = "-",
        result: AppealResult | Absent | Unknown | str = "-",
        named: str = "",
    ) -> RecordStory:
        """An appeal is lodged against the decision that began it."""
        return self._tells(
            RecordStory, "appeal", named, lodged_on=on, decided_on=decided_on, result=result
        )

    def ends(self, on: DaySaid) -> None:
        """Its last day is known."""
        self._goes_on(last_day=on)


class StatusStory(RecordStory):
    """The legal status of a client."""

    def has_protection(  # noqa: PLR0913  one for each field
        self,
        kind: ProtectionKind | Unknown | str = "?",
        *,
        from_: DaySaid = "?",
        until: DaySaid = "-",
        decided_on: DaySaid = "?",
        notified_on: DaySaid = "?",
        final_on: DaySaid = "?",
        legal_basis: LegalBasis | Unknown | str = "?",
        named: str = "",
    ) -> ProtectionStory:
        """The client has a protection, or is in the procedure."""
        return self._tells(
            ProtectionStory,
            "protection_spell",
            named,
            kind=kind,
            first_day=from_,
            last_day=until,
            decided_on=decided_on,
            notified_on=notified_on,
            final_on=final_on,
            legal_basis=legal_basis,
        )

    def has_citizenship(
        self,
        kind: CitizenshipKind | Unknown | str = "?",
        country: TextSaid = "?",
        *,
        from_: DaySaid = "?",
        until: DaySaid = "-",
        named: str = "",
    ) -> RecordStory:
        """The client is a citizen of a country, or of none."""
        return self._tells(
            RecordStory,
            "citizenship_spell",
            named,
            kind=kind,
            country=country,
            first_day=from_,
            last_day=until,
        )

    def resides(
        self,
        place: TextSaid = "?",
        right: ResidenceRight | Unknown | str = "?",
        *,
        from_: DaySaid = "?",
        until: DaySaid = "-",
        named: str = "",
    ) -> RecordStory:
        """The client lives in a place, by a right."""
        return self._tells(
            RecordStory,
            "residence_spell",
            named,
            place=place,
            right=right,
            first_day=from_,
            last_day=until,
        )

    def arrives(
        self,
        on: DaySaid = "?",
        *,
        country: TextSaid = "?",
        manner: ArrivalManner | Unknown | str = "?",
        unaccompanied: YesNo | Unknown | bool | str = "?",
        named: str = "",
    ) -> RecordStory:
        """The client comes into the country."""
        return self._tells(
            RecordStory,
            "arrival",
            named,
            arrived_on=on,
            country=country,
            manner=manner,
            unaccompanied=unaccompanied,
        )
