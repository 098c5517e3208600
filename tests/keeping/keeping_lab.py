"""A small register: two operations, a family of two clients, a third one, and a group service."""

from datetime import date
from typing import Annotated, ClassVar

import attrs

from inclusion_core.expr.schema import schema_of
from inclusion_core.fields import Holding, LegalGround, Record, Reference, type_name
from inclusion_core.model import RECORD_CLASSES
from inclusion_core.model.caseload import Journal
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Contract, Operation, Programme, Provider
from inclusion_core.model.household import Household, HouseholdMembership
from inclusion_core.model.participation import Participation
from inclusion_core.model.personal import GDPR, PersonalRecord
from inclusion_core.model.plan import Goal, SupportPlan
from inclusion_core.model.service import Service, ServiceAttendance, ServiceStaff
from inclusion_core.model.staff import CaseAssignment, StaffAssignment, StaffMember, StaffRole
from inclusion_core.model.versions import Version
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Unknown

RECORDED = date(2018, 6, 4)
ERASED_ON = date(2018, 11, 5)


def operation(key="op", last_day=date(2020, 8, 31)):
    return Operation(id=key, number=key, title="Title", beneficiary="Foundation", last_day=last_day)


CHAIN = (
    operation(),
    Programme(id="m", operation_id="op", declared_as="sif.mentoring"),
    Provider(id="p", name="Provider"),
    Contract(id="k", programme_id="m", provider_id="p", number="1"),
)
ANNA = (
    Client(id="anna", provider_id="p", born_on=date(1971, 3, 17), died_on=date(2018, 10, 9)),
    Participation(id="pa", client_id="anna", programme_id="m", entered_on=date(2017, 7, 1)),
    SupportPlan(id="sa", participation_id="pa", drawn_up_on=date(2017, 7, 2)),
    Goal(id="ga", support_plan_id="sa", set_on=date(2017, 7, 3)),
    HouseholdMembership(id="ha", household_id="home", client_id="anna"),
)
BERTA = (
    Client(id="berta", provider_id="p", born_on=date(1990, 5, 1)),
    Participation(id="pb", client_id="berta", programme_id="m", entered_on=date(2017, 8, 1)),
    HouseholdMembership(id="hb", household_id="home", client_id="berta"),
)
SHARED = (
    Household(id="home"),
    Service(id="group", contract_id="k", given_on=date(2018, 2, 2)),
    ServiceAttendance(id="aa", service_id="group", participation_id="pa"),
    ServiceAttendance(id="ab", service_id="group", participation_id="pb"),
)
STAFF = (
    StaffMember(id="w", provider_id="p"),
    StaffAssignment(id="wk", staff_member_id="w", contract_id="k", role=StaffRole.SOCIAL_WORKER),
    ServiceStaff(id="ws", service_id="group", staff_assignment_id="wk"),
    CaseAssignment(id="ca", participation_id="pa", staff_assignment_id="wk"),
)
REGISTER = (*CHAIN, *ANNA, *BERTA, *SHARED, *STAFF)
OF_ANNA = {"anna", "pa", "sa", "ga", "ha", "aa", "ca"}


def version(record, number=1, on=RECORDED, **others):
    """A version of a record."""
    return Version(
        record_type=type_name(type(record)),
        record_id=record.id,
        version=number,
        recorded_on=on,
        record=record,
        **others,
    )


def removed(record, number, on, act, **others):
    """A version that takes a record away."""
    return attrs.evolve(version(record, number, on), record=None, act=act, **others)


def journal_of(*records, on=RECORDED):
    """A journal in which every record has one version; versions may be given as well."""
    return Journal(
        tuple(each if isinstance(each, Version) else version(each, on=on) for each in records)
    )


def kept_for(months, ground=LegalGround.CONSENT):
    return Holding(ground=ground, months=months, source=GDPR.article("6(1)(a)"))


@attrs.frozen(kw_only=True, repr=False)
class Survey(Record):
    """What a client answered: kept for a year, and one answer for half a year."""

    held: ClassVar[Holding | None] = kept_for(12)

    id: str
    client_id: Annotated[str, Reference("client", inverse="surveys")]
    asked_on: Day = NOT_ASKED
    health: Annotated[str | Absent | Unknown, kept_for(6)] = NOT_ASKED
    told_on: Annotated[date | Absent, kept_for(6)] = ABSENT


@attrs.frozen(kw_only=True, repr=False)
class SurveyNote(Record):
    """What somebody noted beside a survey; kept as long as nobody says."""

    id: str
    survey_id: Annotated[str, Reference("survey", inverse="notes")]


@attrs.frozen(kw_only=True, repr=False)
class Circle(Record):
    """A group that one client leads, and another is in."""

    id: str
    leader_id: Annotated[str, Reference("participation", inverse="circles_led")]
    guest_id: Annotated[str, Reference("participation", inverse="circles")]


@attrs.frozen(kw_only=True, repr=False)
class Meeting(PersonalRecord):
    """Two clients met; what was noted is kept for half a year."""

    id: str
    client_id: Annotated[str, Reference("client", inverse="meetings")]
    other_client_id: Annotated[str, Reference("client", inverse="meetings_of_others")]
    note: Annotated[str | Unknown, kept_for(6)] = NOT_ASKED


@attrs.frozen(kw_only=True, repr=False)
class Pair(Record):
    """Somebody who is no client, and somebody else."""

    held: ClassVar[Holding | None] = kept_for(12)

    id: str
    pair_id: Annotated[str, Reference("pair", inverse="pairs")]


WITH_SURVEYS = schema_of(*RECORD_CLASSES, Survey, SurveyNote, Circle, Meeting, Pair)
