"""How many clients and staff there may be at once, and who must be there."""

from datetime import date

import pytest

from inclusion_core.checks.loads import (
    caseload_bounds,
    staff_bound,
    supervision_bound,
    team_complete,
)
from inclusion_core.checks.loads.levels import Level
from inclusion_core.model.funding import Contract
from inclusion_core.model.participation import LeavingReason, Participation
from inclusion_core.model.staff import (
    CaseAssignment,
    StaffAssignment,
    StaffMember,
    StaffRole,
    Supervision,
)
from inclusion_core.periods import Period
from inclusion_core.sources import Source
from inclusion_core.values import ABSENT, NOT_ASKED, parse_day

MK102 = Source("MK 102").point("32.3")
JANUARY_1, MAY_1, MAY_10, MAY_20, MAY_31 = (
    date(2018, 1, 1),
    *(date(2018, 5, day) for day in (1, 10, 20, 31)),
)
LATER = date(2018, 12, 3)
OVERSEES = (
    "oversees as many as 2 members of staff at once (10 May 2018 to 20 May 2018); at most 1 allowed"
)
MENTORS = (
    "social mentor: as many as 2 members of staff at once (10 May 2018 to 20 May 2018); at most 1 "
    "allowed"
)
NO_LAWYER = (
    "lawyer: nobody (10 May 2018 to 20 May 2018), though there are participants in the programme"
)


@pytest.fixture(autouse=True)
def months_as_days(monkeypatch, request):
    """Findings that tell months, so as to tell no day of a client, tell the days here."""
    if "months" not in request.node.name:
        monkeypatch.setattr(Level, "months", Level.days)


def bounds(least=0, most=2, **options):
    return caseload_bounds(
        id="toy.caseload",
        programme="sif.mentoring",
        role=StaffRole.SOCIAL_WORKER,
        least=least,
        most=most,
        source=MK102,
        **options,
    )


def contract(last_day=ABSENT, key="k-1", programme="mentoring"):
    return Contract(
        id=key,
        programme_id=programme,
        provider_id="p-1",
        number="1",
        first_day=JANUARY_1,
        last_day=last_day,
    )


def worker(first_day=JANUARY_1, last_day=ABSENT, key="w-1-worker", **options):
    given = {"staff_member_id": "w-1", "contract_id": "k-1", "role": StaffRole.SOCIAL_WORKER}
    return StaffAssignment(id=key, first_day=first_day, last_day=last_day, **{**given, **options})


def visit(number, programme="mentoring", entered_on=NOT_ASKED, left_on=ABSENT):
    return Participation(
        id=f"in-{number}",
        client_id="c-1",
        programme_id=programme,
        entered_on=entered_on,
        left_on=left_on,
        leaving_reason=ABSENT if left_on is ABSENT else LeavingReason.OTHER,
    )


def case(key, number, first_day, last_day=ABSENT):
    return CaseAssignment(
        id=f"n-{key}",
        participation_id=f"in-{number}",
        staff_assignment_id="w-1-worker",
        first_day=first_day,
        last_day=last_day,
    )


VISITS = [visit(number) for number in (1, 2, 3)]
OPEN = (contract(), worker(), *VISITS)


def test_more_clients_at_once_than_allowed_are_an_error_with_the_days(look):
    cases = [case(1, 1, MAY_1), case(2, 2, MAY_1), case(3, 3, MAY_10, MAY_20)]

    assert look(bounds(), *OPEN, *cases) == [
        (
            "error",
            "w-1-worker",
            "",
            "as many as 3 clients at once (10 May 2018 to 20 May 2018); at most 2 allowed",
        )
    ]
    assert look(bounds(most=3), *OPEN, *cases) == []


def test_the_days_of_clients_are_told_by_their_months_alone(look):
    cases = [case(1, 1, MAY_1), case(2, 2, MAY_1), case(3, 3, MAY_10, date(2018, 7, 2))]

    ((*_, many),) = look(bounds(), *OPEN, *cases)
    ((*_, nobody),) = look(team(), contract(), worker(), SERVED)

    assert many == "as many as 3 clients at once (2018-05 to 2018-07); at most 2 allowed"
    assert nobody == "lawyer: nobody (2018-05), though there are participants in the programme"


def test_a_client_who_is_assigned_twice_is_one_client(look):
    cases = [case(1, 1, MAY_1), case(2, 2, MAY_1), case(3, 2, MAY_10)]

    assert look(bounds(), *OPEN, *cases) == []


def test_only_who_was_surely_there_is_too_many(look):
    cases = [case(1, 1, MAY_1, MAY_31), case(2, 2, MAY_1, MAY_31)]

    assert look(bounds(), *OPEN, *cases, case(3, 3, NOT_ASKED)) == []
    assert look(bounds(), *OPEN, *cases, case(3, 3, parse_day("2018-05"))) == [
        (
            "error",
            "w-1-worker",
            "",
            "as many as 3 clients at once (31 May 2018); at most 2 allowed",
        )
    ]
    assert look(bounds(), *OPEN, *cases, case(3, 3, MAY_20, MAY_10)) == []


def test_nothing_is_told_of_the_days_after_those_that_are_known(look):
    cases = [case(number, number, MAY_10) for number in (1, 2, 3)]

    ((_, _, _, says),) = look(bounds(), *OPEN, *cases, known_on=MAY_20)

    assert says.startswith("as many as 3 clients at once (10 May 2018 to 20 May 2018)")


def test_clients_of_another_programme_are_not_counted(look):
    elsewhere = visit(3, programme="motivation")
    cases = [case(number, number, MAY_10) for number in (1, 2, 3)]

    assert look(bounds(), *OPEN, elsewhere, *cases) == []


def test_staff_in_another_role_or_programme_are_left_alone(look):
    cases = [case(number, number, MAY_10) for number in (1, 2, 3)]
    mentor = worker(role=StaffRole.SOCIAL_MENTOR)

    assert look(bounds(), contract(), mentor, *VISITS, *cases) == []
    assert look(bounds(), contract(programme="motivation"), worker(), *VISITS, *cases) == []


def test_a_rule_counts_on_the_days_on_which_it_is_in_force(look):
    cases = [case(number, number, MAY_10, MAY_31) for number in (1, 2, 3)]
    until_may_20 = bounds(in_force=Period(MAY_1, MAY_20))

    ((_, _, _, says),) = look(until_may_20, *OPEN, *cases)

    assert says.startswith("as many as 3 clients at once (10 May 2018 to 20 May 2018)")
    assert look(bounds(in_force=Period(date(2018, 6, 1))), *OPEN, *cases) == []


def test_fewer_clients_than_expected_are_a_warning_outside_of_the_grace_days(look):
    few = bounds(least=2, grace_days=10)
    own = worker(MAY_1, MAY_31)

    assert look(few, contract(), own, *VISITS, case(1, 1, MAY_1, MAY_31)) == [
        (
            "warning",
            "w-1-worker",
            "",
            "as few as 1 client at once (11 May 2018 to 21 May 2018); at least 2 expected",
        )
    ]
    assert look(bounds(grace_days=10), contract(), own, *VISITS) == []


def test_the_end_of_the_contract_is_wound_down_too(look):
    few = bounds(least=1, grace_days=10)

    ((_, _, _, says),) = look(few, contract(MAY_31), worker(MAY_1), *VISITS)

    assert says.startswith("as few as 0 clients at once (11 May 2018 to 21 May 2018)")


def test_without_grace_all_days_of_the_assignment_count(look):
    ((_, _, _, says),) = look(bounds(least=1), contract(), worker(MAY_1, MAY_31), *VISITS)

    assert says.startswith("as few as 0 clients at once (1 May 2018 to 31 May 2018)")


def test_who_may_have_been_there_is_not_missing(look):
    cases = [case(1, 1, NOT_ASKED), case(2, 2, parse_day("2018-05"), MAY_31)]
    own = (contract(), worker(MAY_1, MAY_31), *VISITS)

    assert look(bounds(least=2), *own, *cases) == []


@pytest.mark.parametrize(
    "days", [(NOT_ASKED, MAY_31), (MAY_1, NOT_ASKED), (MAY_31, MAY_1)], ids=str
)
def test_where_the_days_of_an_assignment_are_not_known_nothing_is_too_few(look, days):
    assert look(bounds(least=1), contract(), worker(*days), *VISITS) == []


def test_where_the_end_of_the_contract_is_not_known_nothing_is_too_few(look):
    assert look(bounds(least=1), contract(NOT_ASKED), worker(MAY_1), *VISITS) == []
    assert look(bounds(least=1), contract(date(2017, 5, 1)), worker(MAY_1), *VISITS) == []


def test_a_caseload_check_says_what_it_looks_for():
    check = bounds()

    assert (check.id, check.programme, check.source) == ("toy.caseload", "sif.mentoring", MK102)
    assert check.says.in_("en") == "social worker: too many or too few clients at once"


# Supervision.


def supervising(most=1, **options):
    return supervision_bound(
        id="toy.supervision",
        programme="sif.mentoring",
        supervisor=StaffRole.SOCIAL_WORKER,
        supervised=StaffRole.SOCIAL_MENTOR,
        most=most,
        source=MK102,
        **options,
    )


def mentor(number, member=None, key=None, **options):
    return worker(
        key=key or f"m-{number}",
        staff_member_id=member or f"w-{number}",
        role=StaffRole.SOCIAL_MENTOR,
        **options,
    )


def overseen(number, first_day=MAY_1, last_day=ABSENT, over="w-1-worker"):
    return Supervision(
        id=f"s-{number}-{over}",
        supervisor_id=over,
        supervised_id=f"m-{number}",
        first_day=first_day,
        last_day=last_day,
    )


MEMBERS = [StaffMember(id=f"w-{number}", provider_id="p-1") for number in (1, 2, 3, 4)]
STAFF = (contract(), worker(), *MEMBERS, mentor(2), mentor(3))


def test_more_colleagues_than_allowed_are_told_of_who_oversees_them(look):
    both = (overseen(2), overseen(3, MAY_10, MAY_20))

    assert look(supervising(), *STAFF, *both) == [
        (
            "error",
            "w-1",
            "",
            OVERSEES,
        )
    ]
    assert look(supervising(most=2), *STAFF, *both) == []
    assert look(supervising(in_force=Period(date(2018, 6, 1))), *STAFF, *both) == []


def test_a_colleague_with_two_assignments_is_one(look):
    again = mentor(3, member="w-2")

    assert look(supervising(), *STAFF, again, overseen(2), overseen(3)) == []


def test_one_who_oversees_in_two_assignments_is_one(look):
    second = worker(key="w-1-again")
    spread = (overseen(2), overseen(3, over="w-1-again"))

    assert [each[:2] for each in look(supervising(), *STAFF, second, *spread)] == [("error", "w-1")]


def test_only_the_roles_that_a_rule_names_count(look):
    lawyer = worker(key="m-3", staff_member_id="w-3", role=StaffRole.LAWYER)

    assert look(supervising(), *STAFF, lawyer, overseen(2), overseen(3)) == []


def test_supervision_told_backwards_is_not_counted(look):
    assert look(supervising(), *STAFF, overseen(2), overseen(3, MAY_20, MAY_10)) == []


# How many in a role.


def number_of(most=1, **options):
    return staff_bound(
        id="toy.staff",
        programme="sif.mentoring",
        role=StaffRole.SOCIAL_MENTOR,
        most=most,
        source=MK102,
        **options,
    )


def test_more_staff_in_a_role_than_allowed_are_told_of_the_programme(look):
    staff = (*STAFF[:-1], mentor(3, first_day=MAY_10, last_day=MAY_20))

    assert look(number_of(), *staff) == [
        (
            "error",
            "mentoring",
            "",
            MENTORS,
        )
    ]
    assert look(number_of(most=2), *staff) == []
    assert look(number_of(in_force=Period(date(2018, 6, 1))), *staff) == []


def test_a_member_with_two_assignments_is_one(look):
    assert look(number_of(), *STAFF, mentor(3, member="w-2")) == []


def test_staff_of_another_programme_or_told_backwards_are_not_counted(look):
    elsewhere = contract(key="k-2", programme="motivation")
    other = mentor(3, contract_id="k-2")
    backwards = mentor(3, first_day=MAY_20, last_day=MAY_10)

    assert look(number_of(), *STAFF, elsewhere, other) == []
    assert look(number_of(), *STAFF, backwards) == []


# The team.


def team(*roles, **options):
    return team_complete(
        id="toy.team",
        programme="sif.mentoring",
        roles=roles or (StaffRole.SOCIAL_WORKER, StaffRole.LAWYER),
        source=MK102,
        **options,
    )


SERVED = visit(1, entered_on=MAY_10, left_on=MAY_20)


def lawyer(first_day=JANUARY_1, last_day=ABSENT):
    return worker(first_day, last_day, key="l-1", role=StaffRole.LAWYER)


def test_a_role_that_nobody_holds_while_there_are_participants_is_told(look):
    assert look(team(), contract(), worker(), SERVED) == [
        (
            "warning",
            "mentoring",
            "",
            NO_LAWYER,
        )
    ]
    assert look(team(), contract(), worker(), lawyer(), SERVED) == []


def test_a_role_that_is_held_for_a_part_of_the_time_is_told_for_the_rest(look):
    told = look(team(), contract(), worker(), lawyer(date(2018, 5, 13), MAY_20), SERVED)

    assert [says for *_, says in told] == [NO_LAWYER.replace("20 May", "12 May")]


def test_who_may_hold_a_role_holds_it(look):
    assert look(team(), contract(), worker(), lawyer(NOT_ASKED), SERVED) == []


def test_without_participants_nobody_is_missing(look):
    assert look(team(), contract(), visit(1)) == []
    assert look(team(in_force=Period(LATER)), contract(), SERVED) == []
    assert look(team(), contract(), visit(1, entered_on=MAY_20, left_on=MAY_10)) == []
    assert look(team(), contract(), visit(1, programme="motivation", entered_on=MAY_10)) == []
