"""What is told of a client's circumstances: work, education, risk, disability, care."""

from __future__ import annotations

from inclusion_core.model.education import EducationKind, EducationLevel
from inclusion_core.model.labour import ContractKind, LabourStatus, WorkingTime, WorkKind
from inclusion_core.model.traits import (
    DependantKind,
    DisabilityGroup,
    RiskCircumstance,
    RiskGround,
)
from inclusion_core.model.yes_no import YesNo
from inclusion_core.testing.stories.record_story import RecordStory
from inclusion_core.testing.stories.said import DaySaid
from inclusion_core.values import Absent, Unknown

__all__ = ["CircumstancesStory"]


class CircumstancesStory(RecordStory):
    """The circumstances of a client."""

    def has_labour_status(  # noqa: PLR0913  one for each field
        self,
        status: LabourStatus | Unknown | str = "?",
        *,
        from_: DaySaid = "?",
        until: DaySaid = "-",
        work: WorkKind | Absent | Unknown | str = "?",
        contract: ContractKind | Absent | Unknown | str = "?",
        working_time: WorkingTime | Absent | Unknown | str = "?",
        temporarily_away: YesNo | Unknown | bool | str = "?",
        registered: YesNo | Unknown | bool | str = "?",
        named: str = "",
    ) -> RecordStory:
        """The client works, looks for work, or does neither."""
        return self._tells(
            RecordStory,
            "labour_spell",
            named,
            status=status,
            first_day=from_,
            last_day=until,
            work=work,
            contract=contract,
            working_time=working_time,
            temporarily_away=temporarily_away,
            registered=registered,
        )

    def studies(
        self,
        kind: EducationKind | Unknown | str = "?",
        *,
        from_: DaySaid = "?",
        until: DaySaid = "-",
        full_time: YesNo | Unknown | bool | str = "?",
        named: str = "",
    ) -> RecordStory:
        """The client is at a school or course."""
        return self._tells(
            RecordStory,
            "education_spell",
            named,
            kind=kind,
            first_day=from_,
            last_day=until,
            full_time=full_time,
        )

    def has_education(
        self,
        level: EducationLevel | Unknown | str = "?",
        *,
        attained_on: DaySaid = "?",
        recognised: YesNo | Unknown | bool | str = "?",
        named: str = "",
    ) -> RecordStory:
        """The client has completed a level of education."""
        return self._tells(
            RecordStory,
            "education_attainment",
            named,
            level=level,
            attained_on=attained_on,
            recognised=recognised,
        )

    def is_at_risk(
        self,
        ground: RiskGround | Unknown | str = "?",
        *,
        circumstance: RiskCircumstance | Absent | Unknown | str = "?",
        from_: DaySaid = "?",
        until: DaySaid = "-",
        named: str = "",
    ) -> RecordStory:
        """A ground of risk was established."""
        return self._tells(
            RecordStory,
            "risk_spell",
            named,
            ground=ground,
            circumstance=circumstance,
            first_day=from_,
            last_day=until,
        )

    def has_disability(
        self,
        group: DisabilityGroup | Unknown | str = "?",
        *,
        from_: DaySaid = "?",
        until: DaySaid = "-",
        named: str = "",
    ) -> RecordStory:
        """A disability was established."""
        return self._tells(
            RecordStory, "disability_spell", named, group=group, first_day=from_, last_day=until
        )

    def cares_for(
        self,
        dependant: DependantKind | Unknown | str = "?",
        *,
        shares_household: YesNo | Unknown | bool | str = "?",
        from_: DaySaid = "?",
        until: DaySaid = "-",
        named: str = "",
    ) -> RecordStory:
        """The client cares for somebody who depends on them."""
        return self._tells(
            RecordStory,
            "caring_spell",
            named,
            dependant=dependant,
            shares_household=shares_household,
            first_day=from_,
            last_day=until,
        )
