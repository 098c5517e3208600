"""A small register: a family, one person who is two clients, and somebody else."""

from datetime import date
from decimal import Decimal

from inclusion_core.fields import type_name
from inclusion_core.model.client import Client, Gender, SamePersonLink
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
from inclusion_core.model.plan import SupportPlan
from inclusion_core.model.service import Service, ServiceAttendance
from inclusion_core.model.versions import Act, Version
from inclusion_core.values import PartialDay, Reason, Unknown

RECORDED = date(2018, 6, 4)
CORRECTED = date(2018, 9, 10)
SECRET = date(1971, 3, 17)

TERMS = (
    Fund(id="esf", name="ESF"),
    Operation(id="op", number="9", title="Title", beneficiary="Foundation"),
    FundingShare(id="s", operation_id="op", fund_id="esf", percent=Decimal("85.5")),
    Programme(id="m", operation_id="op", declared_as="sif.mentoring"),
    Programme(id="elsewhere", operation_id="op", declared_as="sif.motivation"),
    Provider(id="p", name="Provider"),
    Provider(id="q", name="Another"),
    Contract(id="k", programme_id="m", provider_id="p", number="1"),
)
ANNA = Client(id="anna", provider_id="p", born_on=SECRET, gender=Gender.FEMALE)
PEOPLE = (
    ANNA,
    Client(id="anna-q", provider_id="q", born_on=PartialDay.of_year(1971)),
    Client(id="berta", provider_id="p", born_on=Unknown(Reason.REFUSED)),
    Client(id="carl", provider_id="p"),
    SamePersonLink(id="l", client_id="anna-q", other_client_id="anna", linked_on=date(2018, 6, 4)),
    Household(id="home"),
    HouseholdMembership(id="ha", household_id="home", client_id="anna"),
    HouseholdMembership(id="hb", household_id="home", client_id="berta"),
    Participation(id="pa", client_id="anna", programme_id="m", entered_on=date(2017, 7, 1)),
    Participation(id="pq", client_id="anna-q", programme_id="m", entered_on=date(2018, 7, 1)),
    Participation(
        id="pb", client_id="berta", programme_id="m", entered_on=PartialDay.of_month(2017, 8)
    ),
    Participation(id="pc", client_id="carl", programme_id="m", entered_on=date(2017, 8, 3)),
    SupportPlan(id="sa", participation_id="pa", drawn_up_on=date(2017, 7, 2)),
    Service(id="group", contract_id="k", given_on=date(2018, 2, 2)),
    Service(id="other", contract_id="k", given_on=date(2018, 2, 3)),
    ServiceAttendance(id="aa", service_id="group", participation_id="pa"),
    ServiceAttendance(id="ac", service_id="other", participation_id="pc"),
)


def version(record, number=1, **others):
    given = {"recorded_on": RECORDED if number == 1 else CORRECTED, "record": record}
    if number > 1:
        given |= {"act": Act.CORRECTED, "why": "papers were shown"}
    return Version(
        record_type=type_name(type(record)), record_id=record.id, version=number,
        **(given | others),
    )  # fmt: skip


def removed(record_type, key, number, act=Act.RETRACTED, on=CORRECTED):
    return Version(
        record_type=record_type, record_id=key, version=number, recorded_on=on, act=act,
        why="entered twice", record=None,
    )  # fmt: skip


REGISTER = tuple(version(record) for record in (*TERMS, *PEOPLE))
