"""What held for a client on the day of entry, settled then and for good."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.fields import CodeList, Frozen, Reference
from inclusion_core.model.education import EducationLevel
from inclusion_core.model.labour import LabourStatus
from inclusion_core.model.personal import SpecialRecord
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import NOT_ASKED, Day, Unknown

__all__ = ["EntryTraits", "Settlement"]

REGIONS = CodeList("regions as they were on the day of entry", r"[A-Z][A-Z0-9-]*")


class Settlement(Enum):
    """How densely the place of residence is settled, by the degree of urbanisation."""

    CITY = "city"
    TOWN = "town"
    RURAL = "rural"


@attrs.frozen(kw_only=True, repr=False)
class EntryTraits(SpecialRecord):
    """What a participation is classified by, as it was on the day of entry.

    No later change moves it, be it a region that is redrawn or a job that is found; only a
    correction does, where it was written down wrongly.

    Attributes:
        participation_id: Whose entry.
        labour_status: Where they stood in the labour market.
        unemployed_since: First day of the unemployment; absent for who was not unemployed.
        in_education: Whether they were in education or training.
        education_level: The highest level attained.
        foreign_background: Whether they or their parents came from another country.
        minority: Whether they belong to a minority, Roma included.
        disability: Whether they had a disability.
        homeless: Whether they were homeless or shut out of housing.
        other_disadvantage: Whether they were at another disadvantage.
        jobless_household: Whether nobody of the household had work.
        dependent_children: Whether there were dependent children in the household.
        single_adult: Whether there was only one adult in the household.
        settlement: How densely the place of residence was settled.
        region: Code of the region, from the list that held on the day of entry.
    """

    id: str
    participation_id: Annotated[str, Reference("participation", inverse="entry_traits"), Frozen()]
    labour_status: Annotated[LabourStatus | Unknown, Frozen()] = NOT_ASKED
    unemployed_since: Annotated[Day, Frozen()] = NOT_ASKED
    in_education: Annotated[YesNo | Unknown, Frozen()] = NOT_ASKED
    education_level: Annotated[EducationLevel | Unknown, Frozen()] = NOT_ASKED
    foreign_background: Annotated[YesNo | Unknown, Frozen()] = NOT_ASKED
    minority: Annotated[YesNo | Unknown, Frozen()] = NOT_ASKED
    disability: Annotated[YesNo | Unknown, Frozen()] = NOT_ASKED
    homeless: Annotated[YesNo | Unknown, Frozen()] = NOT_ASKED
    other_disadvantage: Annotated[YesNo | Unknown, Frozen()] = NOT_ASKED
    jobless_household: Annotated[YesNo | Unknown, Frozen()] = NOT_ASKED
    dependent_children: Annotated[YesNo | Unknown, Frozen()] = NOT_ASKED
    single_adult: Annotated[YesNo | Unknown, Frozen()] = NOT_ASKED
    settlement: Annotated[Settlement | Unknown, Frozen()] = NOT_ASKED
    region: Annotated[str | Unknown, REGIONS, Frozen()] = NOT_ASKED
