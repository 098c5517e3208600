"""One case with nearly everything in it, and what stands around it."""

from datetime import date

import attrs
import pytest

from inclusion_core.facts.schema import SCHEMA
from inclusion_core.lives.life import life_of
from inclusion_core.lives.wording import LifeWords
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client, Gender, SamePersonLink
from inclusion_core.model.entry import EntryTraits
from inclusion_core.model.funding import Contract, Programme, Provider
from inclusion_core.model.household import Household, HouseholdMembership, HouseholdRole
from inclusion_core.model.labour import LabourStatus
from inclusion_core.model.participation import DeliverySpell, Participation
from inclusion_core.model.plan import Goal, LifeArea, SupportPlan
from inclusion_core.model.service import (
    Headcount,
    Service,
    ServiceAttendance,
    ServiceKind,
    ServiceStaff,
)
from inclusion_core.model.staff import StaffAssignment, StaffMember, StaffRole
from inclusion_core.model.status import ProtectionKind, ProtectionSpell, ResidenceSpell
from inclusion_core.texts import lv
from inclusion_core.values import NOT_ASKED, PartialDay, Reason, Unknown
from inclusion_core.words import WORDS

KNOWN_ON = date(2018, 12, 3)

AROUND = (
    Provider(id="p-1", name="Our house"),
    Programme(id="pr-1", operation_id="op-1", declared_as="sif.mentoring"),
    Contract(id="k-1", programme_id="pr-1", provider_id="p-1", number="2018/7"),
    StaffMember(id="m-1", provider_id="p-1"),
    StaffAssignment(
        id="sa-1", staff_member_id="m-1", contract_id="k-1", role=StaffRole.SOCIAL_MENTOR
    ),
    Household(id="h-1"),
    Service(
        id="sv-1",
        contract_id="k-1",
        kind=ServiceKind.GROUP,
        given_on=date(2018, 6, 11),
        minutes=90,
        place="Rīga",
    ),
    Service(
        id="sv-2",
        contract_id="k-1",
        kind=ServiceKind.CAMP,
        given_on=date(2018, 8, 6),
        last_day=date(2018, 8, 10),
    ),
    ServiceStaff(id="ss-1", service_id="sv-1", staff_assignment_id="sa-1", minutes=120),
    Headcount(id="hc-1", service_id="sv-1", people=7),
)
OTHERS = (
    Client(id="c-2", provider_id="p-1", born_on=date(2010, 1, 2)),
    HouseholdMembership(id="hm-2", household_id="h-1", client_id="c-2", first_day=date(2018, 1, 1)),
    Participation(id="s-2", client_id="c-2", programme_id="pr-1", entered_on=date(2018, 6, 5)),
    ServiceAttendance(id="at-9", service_id="sv-1", participation_id="s-2", minutes=31),
    Goal(id="g-9", support_plan_id="sp-9", area=LifeArea.FAMILY, set_on=date(2018, 6, 5)),
)
OWN = (
    Client(id="c-1", provider_id="p-1", born_on=PartialDay.of_year(1990), gender=Gender.FEMALE),
    HouseholdMembership(
        id="hm-1",
        household_id="h-1",
        client_id="c-1",
        role=HouseholdRole.ADULT,
        first_day=date(2017, 9, 3),
    ),
    ProtectionSpell(
        id="ps-1",
        client_id="c-1",
        kind=ProtectionKind.REFUGEE,
        first_day=date(2018, 4, 15),
        decided_on=date(2018, 4, 10),
        final_on=Unknown(Reason.CLIENT_DOES_NOT_KNOW),
    ),
    ResidenceSpell(
        id="rs-1", client_id="c-1", place="Rīga", first_day=PartialDay.of_month(2018, 5)
    ),
    Participation(id="s-1", client_id="c-1", programme_id="pr-1", entered_on=date(2018, 6, 4)),
    EntryTraits(
        id="et-1",
        participation_id="s-1",
        labour_status=LabourStatus.UNEMPLOYED,
        unemployed_since=date(2018, 5, 20),
        minority=Unknown(Reason.REFUSED),
    ),
    DeliverySpell(
        id="d-1",
        participation_id="s-1",
        contract_id="k-1",
        first_day=date(2018, 6, 4),
        last_day=NOT_ASKED,
    ),
    SupportPlan(id="sp-1", participation_id="s-1", drawn_up_on=date(2018, 6, 8)),
    Goal(
        id="g-1",
        support_plan_id="sp-1",
        area=LifeArea.HOUSING,
        set_on=date(2018, 6, 8),
        due_on=date(2018, 12, 31),
        met_on=date(2018, 9, 1),
    ),
    Goal(id="g-2", support_plan_id="sp-1", area=LifeArea.HEALTH),
    ServiceAttendance(id="at-1", service_id="sv-1", participation_id="s-1", minutes=45),
    ServiceAttendance(id="at-2", service_id="sv-2", participation_id="s-1"),
)
SAME_PERSON = (
    Client(id="c-7", provider_id="p-1", born_on=date(1990, 7, 16)),
    SamePersonLink(id="l-1", client_id="c-7", other_client_id="c-1", linked_on=date(2018, 7, 1)),
    ProtectionSpell(id="ps-7", client_id="c-7", first_day=date(2018, 4, 15)),
)


@pytest.fixture
def caseload():
    return Caseload.of_records((*AROUND, *OTHERS, *OWN), known_on=KNOWN_ON)


@pytest.fixture
def one_person():
    """The caseload in which the client is known to two providers."""
    records = (*AROUND, *OTHERS, *OWN, *SAME_PERSON)
    return Caseload.of_records(records, known_on=KNOWN_ON)


@pytest.fixture
def life(caseload):
    return life_of(caseload, "c-1", SCHEMA)


@pytest.fixture
def english():
    names = {"sif.mentoring": lv("Mentora pakalpojums").en("Mentor service")}
    return LifeWords(vocabulary=WORDS, names=names)


@pytest.fixture
def latvian(english):
    return attrs.evolve(english, language="lv")


@pytest.fixture
def lived():
    """Makes the life of client c-1 of these records alone."""

    def make(*records, schema=SCHEMA, known_on=KNOWN_ON, **more):
        client = Client(id="c-1", provider_id="p-1")
        caseload = Caseload.of_records((client, *records), known_on=known_on)
        return life_of(caseload, "c-1", schema, **more)

    return make
