from datetime import date
from decimal import Decimal

import attrs
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_core.checks.check import Check
from inclusion_core.checks.consistency import CONSISTENCY_CHECKS, contradictions
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.findings import Finding, Place
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client, Gender, SamePersonLink
from inclusion_core.model.cost import BudgetLine, CostBasis, CostCap, CostCapPer, CostEntry
from inclusion_core.model.entry import EntryTraits
from inclusion_core.model.funding import Contract, FundingShare, Operation, Programme, ShareRule
from inclusion_core.model.household import Household, HouseholdMembership, HouseholdRole
from inclusion_core.model.labour import LabourSpell, LabourStatus, WorkKind
from inclusion_core.model.need import Need, Referral
from inclusion_core.model.outcome import Outcome
from inclusion_core.model.participation import DeliverySpell, LeavingReason, Participation
from inclusion_core.model.plan import (
    ClosingReason,
    Goal,
    PlanExtension,
    PlannedAction,
    PlanReview,
    SupportPlan,
)
from inclusion_core.model.service import Service, ServiceAttendance, ServiceStaff
from inclusion_core.model.staff import CaseAssignment, StaffAssignment, StaffRole
from inclusion_core.model.status import (
    Appeal,
    AppealResult,
    Arrival,
    CitizenshipSpell,
    ProtectionKind,
    ProtectionSpell,
    ResidenceSpell,
)
from inclusion_core.model.target import Target
from inclusion_core.texts import Language, lv
from inclusion_core.values import ABSENT

CANARY_DAYS = (date(1771, 3, 13), date(1833, 7, 29), date(1844, 8, 31))
CANARY = "CANARY"
KNOWN_ON = date(1840, 1, 1)


def everything_wrong():
    first, middle, last = CANARY_DAYS
    spell = {"first_day": last, "last_day": middle}
    return [
        Operation(id="op", number=CANARY, title=CANARY, beneficiary=CANARY, **spell),
        FundingShare(id="s-1", operation_id="op", fund_id="gone", percent=Decimal("77.123")),
        Client(
            id="c-1", provider_id="gone", born_on=middle, died_on=first, gender=Gender.NON_BINARY
        ),
        Client(id="c-2", provider_id="gone", born_on=last, gender=Gender.FEMALE),
        SamePersonLink(
            id="l-1", client_id="c-1", other_client_id="c-2", linked_on=middle, undone_on=last
        ),
        SamePersonLink(
            id="l-2", client_id="c-1", other_client_id="c-1", linked_on=last, undone_on=middle
        ),
        HouseholdMembership(id="m-1", household_id="gone", client_id="c-1", first_day=first),
        HouseholdMembership(id="m-2", household_id="gone", client_id="c-1", first_day=middle),
        ProtectionSpell(
            id="a-1",
            client_id="c-1",
            kind=ProtectionKind.ASYLUM_SEEKER,
            first_day=first,
            decided_on=last,
            notified_on=middle,
            final_on=first,
        ),
        ProtectionSpell(id="a-2", client_id="c-2", kind=ProtectionKind.REFUGEE, first_day=first),
        CitizenshipSpell(id="z-1", client_id="c-1", country="XK", **spell),
        ResidenceSpell(id="r-1", client_id="c-1", place=CANARY, first_day=first),
        ResidenceSpell(id="r-2", client_id="c-1", place=CANARY, first_day=first),
        Arrival(id="v-1", client_id="c-1", arrived_on=last, country="XK"),
        Participation(
            id="in-1",
            client_id="c-1",
            programme_id="gone",
            entered_on=last,
            left_on=middle,
            leaving_reason=ABSENT,
        ),
        Participation(
            id="in-2",
            client_id="c-1",
            programme_id="gone",
            entered_on=first,
            leaving_reason=LeavingReason.BREACH_OF_DUTIES,
        ),
        Participation(id="in-3", client_id="c-3", programme_id="gone", entered_on=last),
        Participation(id="in-4", client_id="c-2", programme_id="gone", entered_on=first),
        Client(id="c-3", provider_id="gone", born_on=date(1700, 2, 2)),
        DeliverySpell(id="d-1", participation_id="in-1", contract_id="gone", first_day=first),
        DeliverySpell(id="d-2", participation_id="in-1", contract_id="gone", first_day=first),
        *support_wrong(first, middle, last),
        *ages_wrong(first, last),
    ]


def ages_wrong(first, last):
    young = ({"client_id": "c-6"}, {"client_id": "c-7"})
    return [
        Household(id="h-6"),
        Client(id="c-6", provider_id="gone", born_on=last),
        Client(id="c-7", provider_id="gone", born_on=last),
        HouseholdMembership(id="m-6", household_id="h-6", role=HouseholdRole.ADULT, **young[0]),
        HouseholdMembership(id="m-7", household_id="h-6", role=HouseholdRole.CHILD, **young[1]),
        LabourSpell(id="j-6", status=LabourStatus.UNEMPLOYED, first_day=last, **young[0]),
        Participation(id="in-6", client_id="c-8", programme_id="gone", entered_on=first),
        Client(id="c-8", provider_id="gone"),
        Arrival(id="v-8", client_id="c-8", arrived_on=last),
        ProtectionSpell(id="a-8", client_id="c-8", first_day=last),
    ]


def support_wrong(first, middle, last):
    mixed = {"participation_id": "in-5", "contract_id": "k-1"}
    return [
        Operation(id="old", number="1", title="T", beneficiary="B", last_day=first),
        Programme(id="old-1", operation_id="old", declared_as=f"sif.{CANARY.lower()}"),
        Programme(id="old-2", operation_id="old", declared_as=f"sif.{CANARY.lower()}"),
        *(
            FundingShare(
                id=key,
                operation_id="op",
                fund_id="gone",
                percent=Decimal("77.123"),
                rule=ShareRule.REMAINDER,
            )
            for key in ("s-3", "s-4")
        ),
        Target(id="t-1", operation_id="op", metric="a.b", amount=1, agreed_on=last, due_on=middle),
        BudgetLine(id="b-1", operation_id="op", number=CANARY, title=CANARY, amount_cents=77_123),
        CostCap(
            id="b-2", budget_line_id="b-1", per=CostCapPer.PERSON, cap_cents=7, first_day=first
        ),
        CostEntry(
            id="b-3",
            budget_line_id="b-1",
            contract_id="k-1",
            basis=CostBasis.FLAT_RATE,
            month=middle,
            units=1,
            net_cents=77_124,
        ),
        Contract(id="k-1", programme_id="old-2", provider_id="gone", number=CANARY, first_day=last),
        StaffAssignment(
            id="w-1",
            staff_member_id="gone",
            contract_id="k-1",
            role=StaffRole.VOLUNTEER_MENTOR,
            last_day=first,
        ),
        Client(id="c-5", provider_id="gone"),
        Participation(
            id="in-5",
            client_id="c-5",
            programme_id="old-1",
            entered_on=middle,
            left_on=middle,
            leaving_reason=LeavingReason.OTHER,
        ),
        DeliverySpell(id="d-5", first_day=first, **mixed),
        CaseAssignment(id="n-1", participation_id="in-5", staff_assignment_id="w-1"),
        EntryTraits(
            id="e-1",
            participation_id="in-5",
            labour_status=LabourStatus.EMPLOYED,
            unemployed_since=first,
        ),
        EntryTraits(id="e-2", participation_id="in-5"),
        LabourSpell(
            id="j-1",
            client_id="c-5",
            status=LabourStatus.INACTIVE,
            work=WorkKind.UNPAID_FAMILY_WORKER,
            first_day=first,
        ),
        LabourSpell(id="j-2", client_id="c-5", status=LabourStatus.EMPLOYED, first_day=first),
        Need(id="f-1", client_id="c-5", found_on=last, met_on=middle),
        Referral(id="f-2", client_id="c-5", referred_on=last, taken_up_on=middle),
        SupportPlan(
            id="p-1",
            participation_id="in-5",
            drawn_up_on=last,
            fulfilled_on=middle,
            closed_on=first,
        ),
        SupportPlan(
            id="p-2", participation_id="in-5", closing_reason=ClosingReason.BREACH_OF_DUTIES
        ),
        PlanReview(id="p-3", support_plan_id="p-1", reviewed_on=first),
        PlanExtension(id="p-4", support_plan_id="p-1", decided_on=middle, extended_until=first),
        Goal(
            id="g-1",
            support_plan_id="p-1",
            set_on=last,
            due_on=middle,
            met_on=middle,
            dropped_on=middle,
        ),
        PlannedAction(
            id="g-2",
            goal_id="g-1",
            planned_on=middle,
            due_on=first,
            done_on=first,
            dropped_on=first,
        ),
        Service(id="v-9", contract_id="k-1", given_on=middle, last_day=first, place=CANARY),
        Service(id="v-8", contract_id="k-1", given_on=first),
        ServiceAttendance(id="v-7", service_id="v-8", participation_id="in-5"),
        ServiceStaff(id="v-6", service_id="v-9", staff_assignment_id="w-1"),
        Outcome(id="o-1", participation_id="in-5", happened_on=first, learned_on=CANARY_DAYS[0]),
        Outcome(id="o-2", participation_id="in-5", happened_on=last, learned_on=middle),
        Appeal(id="u-1", protection_spell_id="a-1", lodged_on=middle, decided_on=first),
        Appeal(id="u-2", protection_spell_id="a-1", result=AppealResult.DECISION_SET_ASIDE),
    ]


ALL = contradictions(Caseload.of_records(everything_wrong(), known_on=KNOWN_ON), SCHEMA)


def test_every_check_but_the_one_of_erased_records_fires():
    assert {finding.kind for finding in ALL} == {check.id for check in CONSISTENCY_CHECKS} - {
        "check.reference-to-erased"
    }


def test_checks_have_ids_and_words_of_their_own():
    assert len({check.id for check in CONSISTENCY_CHECKS}) == len(CONSISTENCY_CHECKS)
    assert all(check.id.startswith("check.") for check in CONSISTENCY_CHECKS)
    assert all(check.says.in_(language) for check in CONSISTENCY_CHECKS for language in Language)


def test_every_finding_names_record_and_remedy():
    for finding in ALL:
        assert finding.place.record_type
        assert finding.place.record_id
        assert finding.says.in_("lv") != finding.says.in_("en")
        assert finding.remedy.in_("lv") != finding.remedy.in_("en")


def test_a_field_that_is_named_is_a_field_of_the_record():
    for finding in ALL:
        if finding.place.field:
            assert SCHEMA[finding.place.record_type].field(finding.place.field)


def test_no_value_of_a_record_is_shown():
    shown = "\n".join(
        f"{finding.in_(language)} {finding!r}" for finding in ALL for language in Language
    )
    values = [
        CANARY,
        "XK",
        "gone",
        "77.123",
        "77123",
        "77124",
        "1700",
        *map(str, (d.year for d in CANARY_DAYS)),
    ]
    codes = [
        member.value
        for enum in (AppealResult, ClosingReason, Gender, LeavingReason, ProtectionKind, WorkKind)
        for member in enum
        if "_" in member.value
    ]

    assert [value for value in (*values, *codes) if value in shown] == []


def test_findings_come_in_their_order():
    assert list(ALL) == sorted(ALL, key=lambda finding: finding.order)


@settings(max_examples=tries(25))
@given(st.permutations(everything_wrong()))
def test_the_order_of_records_is_irrelevant(records):
    shuffled = Caseload.of_records(records, known_on=KNOWN_ON)
    persons = dict(shuffled.records)
    unsorted = {
        name: tuple(sorted(listed, key=lambda record: records.index(_as_given(record, records))))
        if name not in ("person", "client", "enrolment")
        else listed[::-1]
        for name, listed in persons.items()
    }

    assert contradictions(attrs.evolve(shuffled, records=unsorted), SCHEMA) == ALL


def _as_given(record, records):
    return next(each for each in records if (type(each), each.id) == (type(record), record.id))


def test_nothing_is_wrong_with_nothing():
    assert contradictions(Caseload.of_records([], known_on=KNOWN_ON), SCHEMA) == ()


def test_other_checks_can_be_asked_for():
    finding = Finding(
        kind="toy.check",
        says=lv("viss ir slikti").en("all is bad"),
        remedy=lv("sāciet no jauna").en("begin anew"),
        place=Place(record_type="client", record_id="c-1"),
    )
    check = Check(id="toy.check", says=finding.says, find=lambda examined: [finding])

    assert contradictions(Caseload.of_records([], known_on=KNOWN_ON), SCHEMA, checks=[check]) == (
        finding,
    )
