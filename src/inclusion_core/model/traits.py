"""What makes exclusion likelier: risk grounds, disability, people who depend on the client."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.fields import Reference
from inclusion_core.model.personal import PersonalRecord, SpecialRecord
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Unknown

__all__ = [
    "CaringSpell",
    "DependantKind",
    "DisabilityGroup",
    "DisabilitySpell",
    "RiskCircumstance",
    "RiskGround",
    "RiskSpell",
]


class RiskGround(Enum):
    """Why a person is at risk of exclusion or discrimination."""

    GENDER = "gender"
    AGE = "age"
    DISABILITY = "disability"
    ETHNICITY = "ethnicity"
    HOMELESSNESS = "homelessness"
    FORCED_MIGRATION = "forced_migration"


class RiskCircumstance(Enum):
    """What it is that makes the risk."""

    AFTER_CHILDCARE_LEAVE = "after_childcare_leave"
    VICTIM_OF_VIOLENCE = "victim_of_violence"
    CARER_OF_RELATIVE = "carer_of_relative"
    SINGLE_PARENT = "single_parent"
    OVER_50 = "over_50"
    UNEMPLOYED_WITH_DISABILITY = "unemployed_with_disability"
    LOW_EDUCATION = "low_education"
    ROMA = "roma"
    OTHER_MINORITY = "other_minority"
    OTHER = "other"


@attrs.frozen(kw_only=True, repr=False)
class RiskSpell(SpecialRecord):
    """One unbroken time in which a risk ground was established for a client.

    Attributes:
        client_id: Whose.
        ground: The ground.
        circumstance: What makes the risk; absent where the ground says it all.
        first_day: First day on which it holds.
        last_day: Last day on which it holds; absent while it lasts.
    """

    id: str
    client_id: Annotated[str, Reference("client", inverse="risk_spells")]
    ground: RiskGround | Unknown = NOT_ASKED
    circumstance: RiskCircumstance | Absent | Unknown = NOT_ASKED
    first_day: Day = NOT_ASKED
    last_day: Day = ABSENT


class DisabilityGroup(Enum):
    """How severe a disability is, as the authority found; a child has no group."""

    GROUP_1 = "group_1"
    GROUP_2 = "group_2"
    GROUP_3 = "group_3"
    CHILD = "child"


@attrs.frozen(kw_only=True, repr=False)
class DisabilitySpell(SpecialRecord):
    """One unbroken time for which a disability was established.

    Attributes:
        client_id: Whose.
        group: How severe.
        first_day: First day for which it is established.
        last_day: Last day for which it is established; absent where it is for life.
    """

    id: str
    client_id: Annotated[str, Reference("client", inverse="disability_spells")]
    group: DisabilityGroup | Unknown = NOT_ASKED
    first_day: Day = NOT_ASKED
    last_day: Day = ABSENT


class DependantKind(Enum):
    """Who depends on somebody."""

    CHILD = "child"
    CHILD_WITH_DISABILITY = "child_with_disability"
    ADULT_WITH_DISABILITY = "adult_with_disability"
    OLDER_RELATIVE = "older_relative"
    OTHER = "other"


@attrs.frozen(kw_only=True, repr=False)
class CaringSpell(PersonalRecord):
    """One unbroken time in which a client cares for somebody who depends on them.

    The one who is cared for need not be a client, and is not named.

    Attributes:
        client_id: Who cares.
        dependant: Who it is that depends on them.
        shares_household: Whether they live together.
        first_day: First day of caring.
        last_day: Last day of caring; absent while it lasts.
    """

    id: str
    client_id: Annotated[str, Reference("client", inverse="caring_spells")]
    dependant: DependantKind | Unknown = NOT_ASKED
    shares_household: YesNo | Unknown = NOT_ASKED
    first_day: Day = NOT_ASKED
    last_day: Day = ABSENT
