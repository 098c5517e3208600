from datetime import date

import attrs
import pytest

from inclusion_core.checks.consistency import contradictions
from inclusion_core.expr.schema import schema_of
from inclusion_core.fields import Record
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client, SamePersonLink
from inclusion_core.model.education import EducationSpell
from inclusion_core.model.funding import Contract, Operation
from inclusion_core.model.household import HouseholdMembership
from inclusion_core.model.participation import DeliverySpell, LeavingReason, Participation
from inclusion_core.model.staff import StaffAssignment, StaffMember, StaffRole
from inclusion_core.model.status import CitizenshipSpell, ProtectionSpell, ResidenceSpell
from inclusion_core.values import ABSENT, NOT_ASKED, Day, parse_day

MAY_1, MAY_2 = date(2018, 5, 1), date(2018, 5, 2)

SPELLS = {
    "operation": lambda **days: Operation(
        id="x", number="1", title="Title", beneficiary="Foundation", **days
    ),
    "contract": lambda **days: Contract(
        id="x", programme_id="mentoring", provider_id="p-1", number="2", **days
    ),
    "household_membership": lambda **days: HouseholdMembership(
        id="x", household_id="h-1", client_id="c-1", **days
    ),
    "protection_spell": lambda **days: ProtectionSpell(id="x", client_id="c-1", **days),
    "citizenship_spell": lambda **days: CitizenshipSpell(id="x", client_id="c-1", **days),
    "residence_spell": lambda **days: ResidenceSpell(id="x", client_id="c-1", **days),
    "education_spell": lambda **days: EducationSpell(id="x", client_id="c-1", **days),
    "delivery_spell": lambda **days: DeliverySpell(
        id="x", participation_id="in-1", contract_id="k-1", **days
    ),
    "staff_assignment": lambda **days: StaffAssignment(
        id="x", staff_member_id="w-1", contract_id="k-1", role=StaffRole.SOCIAL_WORKER, **days
    ),
}
WORKER = StaffMember(id="w-1", provider_id="p-1")


@pytest.mark.parametrize("spell", SPELLS.values(), ids=SPELLS)
def test_a_last_day_before_the_first_is_found_in_every_kind_of_spell(found, spell):
    wrong = found(WORKER, spell(first_day=MAY_2, last_day=MAY_1))

    assert wrong == [("check.last-day-before-first", "x", "last_day")]


@pytest.mark.parametrize("spell", SPELLS.values(), ids=SPELLS)
def test_one_day_is_a_spell(found, spell):
    assert found(WORKER, spell(first_day=MAY_1, last_day=MAY_1)) == []


@pytest.mark.parametrize(
    ("first", "last", "wrong"),
    [
        ("2018-05", "2018-05-01", False),
        ("2018-05", "2018-04-30", True),
        ("2018-05", "2018-04", True),
        ("2018-05", "2018-05", False),
        ("2018-05-31", "2018", False),
        ("2018-05-31", "2017", True),
    ],
)
def test_only_what_no_day_inside_would_put_right_is_wrong(found, first, last, wrong):
    spell = SPELLS["residence_spell"](first_day=parse_day(first), last_day=parse_day(last))

    assert bool(found(spell)) is wrong


@pytest.mark.parametrize(
    ("first", "last"), [(NOT_ASKED, MAY_1), (MAY_1, NOT_ASKED), (MAY_1, ABSENT)]
)
def test_an_unknown_or_absent_day_is_in_no_order(found, first, last):
    assert found(SPELLS["residence_spell"](first_day=first, last_day=last)) == []


def visit(entered_on, left_on):
    return Participation(
        id="in-1",
        client_id="c-1",
        programme_id="mentoring",
        entered_on=entered_on,
        left_on=left_on,
        leaving_reason=LeavingReason.COMPLETED,
    )


def link(linked_on, undone_on):
    return SamePersonLink(
        id="x", client_id="c-1", other_client_id="c-2", linked_on=linked_on, undone_on=undone_on
    )


@pytest.mark.parametrize(
    ("made", "wrong"),
    [
        (visit, ("check.left-before-entered", "in-1", "left_on")),
        (link, ("check.undone-before-linked", "x", "undone_on")),
        (
            lambda born, died: Client(id="c-2", provider_id="p-1", born_on=born, died_on=died),
            ("check.died-before-born", "c-2", "died_on"),
        ),
        (
            lambda one, two: SPELLS["protection_spell"](decided_on=one, notified_on=two),
            ("check.notified-before-decided", "x", "notified_on"),
        ),
        (
            lambda one, two: SPELLS["protection_spell"](notified_on=one, final_on=two),
            ("check.final-before-notified", "x", "final_on"),
        ),
        (
            lambda one, two: SPELLS["protection_spell"](decided_on=one, final_on=two),
            ("check.final-before-decided", "x", "final_on"),
        ),
    ],
    ids=["participation", "link", "client", "notified", "final", "final-undated-notice"],
)
def test_days_in_the_wrong_order_are_found(found, made, wrong):
    assert found(made(MAY_2, MAY_1)) == [wrong]
    assert found(made(MAY_1, MAY_1)) == []


def test_a_notice_without_a_decision_is_no_matter_of_order(found):
    assert found(SPELLS["protection_spell"](decided_on=ABSENT, notified_on=MAY_1)) == []


def test_spells_of_another_schema_are_looked_at_too():
    @attrs.frozen(kw_only=True, repr=False)
    class LanguageCourse(Record):
        id: str
        first_day: Day = NOT_ASKED
        last_day: Day = ABSENT

    course = LanguageCourse(id="x", first_day=MAY_2, last_day=MAY_1)
    caseload = Caseload.of_records([course], known_on=MAY_2)

    assert [finding.kind for finding in contradictions(caseload, schema_of(LanguageCourse))] == [
        "check.last-day-before-first"
    ]
