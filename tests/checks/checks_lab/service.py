"""A programme whose consultations and groups have limits, a client, and what they were given."""

from __future__ import annotations

from datetime import date

from inclusion_core.expr import months_after
from inclusion_core.expr.handles import JUDGED_ON
from inclusion_core.facts.subjects import ATTENDANCE, CLIENT, PARTICIPATION
from inclusion_core.limits.limit import End, Limit, Support
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Contract, Operation, Programme, Provider
from inclusion_core.model.participation import LeavingReason, Participation
from inclusion_core.model.plan import SupportPlan
from inclusion_core.model.service import Service, ServiceAttendance, ServiceKind
from inclusion_core.model.status import ProtectionKind, ProtectionSpell
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.rules.eligibility import Eligibility
from inclusion_core.sources import Source
from inclusion_core.texts import lv
from inclusion_core.values import ABSENT, NOT_ASKED

ACT = Source("Act")
PROGRAMME = ProgrammeDefinition(
    id="toy.course",
    says=lv("Kurss").en("Course"),
    target_group=lv("visi").en("all"),
    operation_number="1",
    sources=(ACT,),
)

refugee = CLIENT.protection_spells.where(lambda each: each.kind.is_in(ProtectionKind.REFUGEE))
seeking = CLIENT.protection_spells.where(
    lambda each: each.kind.is_in(ProtectionKind.ASYLUM_SEEKER) & (each.first_day <= JUDGED_ON)
)

CONSULTING = Support(
    id="toy.course.consulting",
    says=lv("konsultācijas").en("consultations"),
    given=ATTENDANCE.service.kind.is_in(ServiceKind.INDIVIDUAL),
)
GROUPS = Support(
    id="toy.course.groups",
    says=lv("grupas").en("groups"),
    given=ATTENDANCE.service.kind.is_in(ServiceKind.INDIVIDUAL, ServiceKind.GROUP),
)

YEAR = End(
    id="year",
    says=lv("12 mēneši pēc statusa").en("12 months after the status"),
    day=months_after(refugee.earliest(lambda each: each.notified_on), 12),
    source=ACT.point("1"),
)
FULFILLED = End(
    id="fulfilled",
    says=lv("plāns izpildīts").en("the plan is fulfilled"),
    day=PARTICIPATION.support_plans.latest(lambda each: each.fulfilled_on),
    source=ACT.point("2"),
)
PROCEDURE = End(
    id="procedure",
    says=lv("procedūra beigusies").en("the procedure is over"),
    day=seeking.latest(lambda each: each.last_day),
    source=ACT.point("3"),
)

AFTER_STATUS = Limit(
    id="toy.course.consulting-status",
    programme=PROGRAMME.id,
    support=CONSULTING,
    says=lv("12 mēneši pēc statusa vai līdz plāna izpildei").en("12 months, or to the plan's end"),
    first_day=refugee.earliest(lambda each: each.notified_on),
    ends=(YEAR, FULFILLED),
    source=ACT.point("1"),
)
DURING_PROCEDURE = Limit(
    id="toy.course.consulting-asylum",
    programme=PROGRAMME.id,
    support=CONSULTING,
    says=lv("procedūras laikā").en("during the procedure"),
    first_day=seeking.latest(lambda each: each.first_day),
    ends=(PROCEDURE,),
    source=ACT.point("3"),
)
GROUPS_AFTER_STATUS = Limit(
    id="toy.course.groups-status",
    programme=PROGRAMME.id,
    support=GROUPS,
    says=lv("grupas gadu").en("groups for a year"),
    first_day=refugee.earliest(lambda each: each.notified_on),
    ends=(YEAR,),
    source=ACT.point("4"),
)


def eligibility(*limits: Limit) -> Eligibility:
    """A programme with these limits; with all of them where none is named."""
    every = (DURING_PROCEDURE, AFTER_STATUS, GROUPS_AFTER_STATUS)
    return Eligibility(programme=PROGRAMME, rules=(), limits=limits or every)


STATUS_DAY = date(2018, 4, 15)
LAST_DAY = date(2019, 4, 15)
ARRIVED = date(2018, 1, 10)
SEEKER_UNTIL = date(2018, 4, 1)

CHAIN = (
    Operation(id="op", number="1", title="T", beneficiary="B"),
    Programme(id="course", operation_id="op", declared_as=PROGRAMME.id),
    Programme(id="other", operation_id="op", declared_as="toy.other"),
    Provider(id="p-1", name="P"),
    Contract(id="k-1", programme_id="course", provider_id="p-1", number="1"),
    Client(id="c-1", provider_id="p-1"),
)
SEEKER = ProtectionSpell(
    id="s-1",
    client_id="c-1",
    kind=ProtectionKind.ASYLUM_SEEKER,
    first_day=ARRIVED,
    last_day=SEEKER_UNTIL,
)


def status(notified_on=STATUS_DAY, kind=ProtectionKind.REFUGEE):
    """The status of the client."""
    return ProtectionSpell(
        id="s-2", client_id="c-1", kind=kind, first_day=STATUS_DAY, notified_on=notified_on
    )


def visit(entered_on=ARRIVED, left_on=ABSENT, programme="course"):
    """The participation of the client."""
    return Participation(
        id="in-1",
        client_id="c-1",
        programme_id=programme,
        entered_on=entered_on,
        left_on=left_on,
        leaving_reason=ABSENT if left_on is ABSENT else LeavingReason.OTHER,
    )


def plan(fulfilled_on=ABSENT):
    """The plan of the participation."""
    return SupportPlan(
        id="plan-1", participation_id="in-1", drawn_up_on=ARRIVED, fulfilled_on=fulfilled_on
    )


def served(given_on, kind=ServiceKind.INDIVIDUAL, key="v-1", **options):
    """A service on a day, and that the client was there."""
    minutes = options.pop("minutes", NOT_ASKED)
    return (
        Service(id=key, contract_id="k-1", kind=kind, given_on=given_on, **options),
        ServiceAttendance(id=f"at-{key}", service_id=key, participation_id="in-1", minutes=minutes),
    )


LIFE = (*CHAIN, SEEKER, status(), visit(), plan())
