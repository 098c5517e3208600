"""What the project is, for whom, where and by whom."""

from __future__ import annotations

from collections.abc import Mapping

from inclusion_core.fields import Record
from inclusion_core.model.client import Client
from inclusion_core.model.entry import EntryTraits
from inclusion_core.model.funding import (
    Contract,
    Fund,
    FundingShare,
    Operation,
    Programme,
    Provider,
)
from inclusion_core.model.household import Household, HouseholdMembership
from inclusion_core.model.participation import Participation
from inclusion_core.model.service import Service, ServiceAttendance, ServiceStaff
from inclusion_core.model.staff import CaseAssignment, StaffAssignment, StaffMember, StaffTraining
from inclusion_core.model.target import Target
from inclusion_core.model.traits import RiskSpell
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.texts import Text, lv
from inclusion_eea.sources import ANNOUNCEMENT_2013, CALL, FINISHED_PROJECTS

__all__ = ["FAMILIES", "OPERATION_NUMBER", "PLACES", "place_name"]

OPERATION_NUMBER = "2012/EEZ/PP/1/MAC/150"

_WHO_PAYS: tuple[type[Record], ...] = (
    *(Fund, Operation, FundingShare, Target, Programme, Provider, Contract),
)
_STAFF: tuple[type[Record], ...] = (*(StaffMember, StaffTraining, StaffAssignment, CaseAssignment),)
_FAMILIES: tuple[type[Record], ...] = (*(Client, Household, HouseholdMembership, RiskSpell),)
_SUPPORT: tuple[type[Record], ...] = (
    *(Participation, EntryTraits, Service, ServiceAttendance, ServiceStaff),
)

FAMILIES = ProgrammeDefinition(
    id="eea.families",
    says=lv("Atbalsts riska ģimenēm ar bērniem").en("Support for families with children at risk"),
    target_group=lv(
        "sociālās atstumtības riskam pakļautas ģimenes ar bērniem Bauskā un Valmierā"
    ).en("families with children at risk of social exclusion in Bauska and Valmiera"),
    operation_number=OPERATION_NUMBER,
    sources=(ANNOUNCEMENT_2013, FINISHED_PROJECTS, CALL),
    records=(*_WHO_PAYS, *_STAFF, *_FAMILIES, *_SUPPORT),
)

PLACES: Mapping[str, Text] = {
    "BAUSKA": lv("Bauska").en("Bauska"),
    "VALMIERA": lv("Valmiera").en("Valmiera"),
}
"""Where it was delivered, by the code that data have in ``region`` of the entry traits."""


def place_name(code: str) -> Text:
    """The name of a place by its code; the code itself where it is another.

    Example:
        >>> place_name("BAUSKA").in_("en"), place_name("RIGA").in_("en")
        ('Bauska', 'RIGA')
    """
    return PLACES.get(code) or Text.same(code)
