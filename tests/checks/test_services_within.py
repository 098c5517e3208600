"""Services outside of the limits of the support that they are."""

from datetime import date, timedelta

import attrs
import pytest
from checks_lab.service import (
    ACT,
    AFTER_STATUS,
    ARRIVED,
    DURING_PROCEDURE,
    GROUPS_AFTER_STATUS,
    LAST_DAY,
    LIFE,
    SEEKER,
    SEEKER_UNTIL,
    STATUS_DAY,
    eligibility,
    plan,
    served,
    status,
    visit,
)
from checks_lab.story import EARLY, journal

from inclusion_core.checks.check import Check
from inclusion_core.checks.consistency import CONSISTENCY_CHECKS
from inclusion_core.checks.examined import Examined
from inclusion_core.checks.limits_kept import limits_refused, services_within
from inclusion_core.checks.limits_kept.good_faith import types_read
from inclusion_core.checks.limits_kept.windows import Windows, looks_at_the_day
from inclusion_core.checks.looking import findings_in
from inclusion_core.expr.records import Records
from inclusion_core.facts.cases import Cases
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.findings import Severity
from inclusion_core.limits.window import window_of
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.participation import Participation
from inclusion_core.model.service import ServiceAttendance, ServiceKind
from inclusion_core.model.status import ProtectionKind
from inclusion_core.rules.eligibility import EligibilityRefusedError
from inclusion_core.values import NOT_ASKED, day_span, parse_day

LATER = date(2020, 1, 1)
DAY = timedelta(1)
CONSULTING = eligibility(DURING_PROCEDURE, AFTER_STATUS)


def caseload(*records, known_on=LATER):
    there = {(type(record), record.id): record for record in (*LIFE, *records)}
    return Caseload.of_records(there.values(), known_on=known_on)


def look(*records, of=CONSULTING, known_on=LATER, journal=None):
    data = caseload(*records, known_on=known_on)
    examined = Examined(caseload=data, schema=SCHEMA, journal=journal)
    return findings_in(examined, [services_within(of)])


def told(findings):
    return [(each.severity.value, each.place.record_id, each.says.in_("en")) for each in findings]


OUTSIDE = [("error", "at-v-1", "consultations: given outside of the time in which it may be")]


@pytest.mark.parametrize(
    ("day", "wrong"),
    [
        (ARRIVED, []),
        (SEEKER_UNTIL, []),
        (SEEKER_UNTIL + DAY, OUTSIDE),
        (STATUS_DAY - DAY, OUTSIDE),
        (STATUS_DAY, []),
        (LAST_DAY, []),
        (LAST_DAY + DAY, OUTSIDE),
        (parse_day("2019-04-02/2019-04-15"), []),
        (parse_day("2019-05"), OUTSIDE),
        (parse_day("2018-03"), []),
        (parse_day("2018-01-01/2019-12-31"), None),
    ],
    ids=str,
)
def test_a_service_lies_within_a_window_of_its_support(day, wrong):
    found = told(look(*served(day)))

    assert found == (undecided("the day of the service") if wrong is None else wrong)


def test_the_finding_names_service_and_source_and_shows_no_value():
    (finding,) = look(*served(LAST_DAY + DAY))

    assert finding.kind == "toy.course.services-within-limits"
    assert finding.source == ACT.point("1")
    assert (finding.place.record_type, finding.place.field) == ("service_attendance", "")
    assert finding.remedy.in_("en") == (
        "check the days; if they are right, the cost of the service v-1 cannot be claimed"
    )
    assert "2019" not in f"{finding.in_('en')}{finding.in_('lv')}"


def test_the_source_is_that_of_the_limit_that_ended_last():
    (before,) = look(*served(STATUS_DAY - DAY))

    assert before.source == ACT.point("3")


def test_a_service_that_the_plan_ended_is_outside():
    fulfilled = plan(date(2018, 6, 1))

    assert look(fulfilled, *served(date(2018, 6, 1))) == ()
    assert told(look(fulfilled, *served(date(2018, 6, 2)))) == OUTSIDE


def test_a_service_to_who_is_not_in_the_programme_is_outside():
    left = visit(left_on=date(2018, 6, 1))

    assert look(left, *served(date(2018, 6, 1))) == ()
    assert told(look(left, *served(date(2018, 6, 2)))) == OUTSIDE
    assert told(look(visit(date(2018, 6, 3)), *served(date(2018, 6, 2)))) == OUTSIDE


def test_it_takes_the_place_of_the_general_check():
    data = caseload(visit(left_on=date(2018, 6, 1)), *served(date(2018, 6, 2)))
    examined = Examined(caseload=data, schema=SCHEMA)
    of_services = {"check.served-outside-participation", "toy.course.services-within-limits"}

    def kinds(*checks):
        found = findings_in(examined, (*CONSISTENCY_CHECKS, *checks))
        return [each.kind for each in found if each.kind in of_services]

    assert kinds() == ["check.served-outside-participation"]
    assert kinds(services_within(CONSULTING)) == ["toy.course.services-within-limits"]


def test_it_says_what_is_wrong_and_whose_rule_it_is():
    check = services_within(CONSULTING)

    assert check.programme == CONSULTING.programme.id
    assert check.says.in_("en") == ("the service is given outside of the time in which it may be")


def test_other_services_and_participants_of_other_programmes_have_no_limits():
    late = LAST_DAY + DAY

    assert look(*served(late, ServiceKind.EVENT)) == ()
    assert look(visit(programme="other"), *served(late)) == ()


def test_what_is_not_there_is_for_another_check():
    service, attendance = served(LAST_DAY + DAY)

    assert look(attendance) == ()
    assert look(service, attrs.evolve(attendance, participation_id="in-9")) == ()


def test_a_service_of_several_days_lies_within_on_its_first_and_last():
    camp = served(LAST_DAY, last_day=LAST_DAY + DAY)

    assert look(*served(LAST_DAY - DAY, last_day=LAST_DAY)) == ()
    assert told(look(*camp)) == OUTSIDE


def test_a_service_of_two_kinds_is_held_to_both():
    (finding,) = look(plan(STATUS_DAY), *served(STATUS_DAY + DAY), of=eligibility())
    both = look(*served(LAST_DAY + DAY), of=eligibility())

    assert finding.says.in_("en").startswith("consultations: ")
    assert [each.says.in_("en").split(":")[0] for each in both] == ["consultations", "groups"]


# What cannot be decided.

UNDECIDED = "{}: it cannot be decided whether it was given in the time in which it may be; not "


def undecided(*unknown, of="consultations"):
    said = " and ".join((", ".join(unknown[:-1]), unknown[-1])) if len(unknown) > 1 else unknown[0]
    return [("warning", "at-v-1", f"{UNDECIDED.format(of)}known: {said}")]


@pytest.mark.parametrize(
    ("records", "unknown"),
    [
        ([*served(parse_day("2019-04"))], ["the day of the service"]),
        ([*served(NOT_ASKED)], ["the day of the service"]),
        (
            [status(parse_day("2018-04")), *served(LAST_DAY)],
            ["12 months after the status"],
        ),
        (
            [status(parse_day("2018-04")), *served(STATUS_DAY)],
            ["since which day: 12 months, or to the plan's end"],
        ),
        ([plan(NOT_ASKED), *served(STATUS_DAY)], ["the plan is fulfilled"]),
        (
            [visit(left_on=parse_day("2018-06")), *served(date(2018, 6, 2))],
            ["the first or last day in the programme"],
        ),
        (
            [status(kind=NOT_ASKED), *served(STATUS_DAY)],
            [
                "the procedure is over",
                "since which day: 12 months, or to the plan's end",
            ],
        ),
    ],
)
def test_what_cannot_be_decided_is_a_warning_that_names_what_is_not_known(records, unknown):
    found = look(*records)

    assert [each[:2] for each in told(found)] == [("warning", "at-v-1")]
    ((*_, says),) = told(found)
    for each in unknown:
        assert each in says


def test_the_words_of_one_unknown_are_a_sentence():
    found = look(plan(NOT_ASKED), *served(STATUS_DAY))

    assert told(found) == undecided("the plan is fulfilled")
    assert found[0].remedy.in_("en") == "find out and record what is not known; the service is v-1"
    assert "plāns izpildīts" in found[0].in_("lv")


def test_a_service_of_which_the_kind_is_not_known_is_undecided_only_outside():
    assert look(*served(STATUS_DAY, NOT_ASKED)) == ()
    assert told(look(*served(LAST_DAY + DAY, NOT_ASKED))) == undecided(
        "whether it is consultations"
    )


# By the day of the question.


def test_only_a_limit_that_mentions_it_looks_at_the_day_of_the_question():
    assert looks_at_the_day(DURING_PROCEDURE)
    assert not looks_at_the_day(AFTER_STATUS)


@pytest.mark.parametrize("limit", [DURING_PROCEDURE, AFTER_STATUS, GROUPS_AFTER_STATUS])
@pytest.mark.parametrize(
    "records",
    [
        (),
        (status(parse_day("2018-04")), plan(parse_day("2018-06"))),
        (attrs.evolve(SEEKER, last_day=NOT_ASKED), plan(date(2018, 6, 1))),
    ],
)
def test_the_days_allowed_are_those_that_the_window_covers(limit, records):
    data = caseload(visit(entered_on=date(2017, 1, 1)), *records)
    cases = Cases.of(data)
    windows = Windows(
        eligibility=eligibility(limit),
        records=Records(SCHEMA, data.records),
        known_on=data.known_on,
    )
    standing = cases["c-1"].in_(data.of(Participation)[0])

    for number in range(-40, 500, 3):
        day = ARRIVED + number * DAY
        allowed = windows.allow(limit.support, standing.participation, (day_span(day),))
        assert allowed is window_of(limit, standing, day).covers(day)


# In good faith.

FULFILLED = plan(date(2018, 6, 1))
SERVED = served(date(2018, 7, 1))
IN_GOOD_FAITH = (
    "consultations: by what is known now it was given outside of the time in which it may be, but "
    "by what was known on the day of the service inside it"
)
GOOD_FAITH = [("warning", "at-v-1", IN_GOOD_FAITH)]


def known_later(*late, on=date(2018, 9, 1), early=LIFE):
    return journal((EARLY, early), (on, late))


def test_a_service_that_was_inside_by_what_was_known_then_was_given_in_good_faith():
    found = look(FULFILLED, *SERVED, journal=known_later(FULFILLED))

    assert told(found) == GOOD_FAITH
    assert found[0].source == ACT.point("1")
    assert "v-1" in found[0].remedy.in_("en")


def test_an_annulled_status_and_a_last_day_told_later_are_not_known_before():
    annulled = status(kind=ProtectionKind.ANNULLED)
    left = visit(left_on=date(2018, 6, 1))

    assert told(look(annulled, *SERVED, journal=known_later(annulled))) == GOOD_FAITH
    assert told(look(left, *SERVED, journal=known_later(left))) == GOOD_FAITH


@pytest.mark.parametrize("on", [date(2018, 6, 1), date(2018, 7, 1)])
def test_what_was_known_by_the_day_of_the_service_is_no_excuse(on):
    assert told(look(FULFILLED, *SERVED, journal=known_later(FULFILLED, on=on))) == OUTSIDE


def test_what_is_recorded_after_the_data_are_known_is_not_looked_at():
    spring = date(2018, 8, 1)
    history = journal((EARLY, (*LIFE, FULFILLED)), (date(2018, 9, 1), [plan()]))

    assert told(look(FULFILLED, *SERVED, known_on=spring, journal=history)) == OUTSIDE


def test_only_versions_of_what_limits_look_at_matter():
    history = known_later(SERVED[0], early=(*LIFE, FULFILLED))

    assert told(look(FULFILLED, *SERVED, journal=history)) == OUTSIDE
    assert types_read(CONSULTING, SCHEMA) == {
        *("participation", "programme", "client", "same_person_link"),
        *("protection_spell", "support_plan"),
    }


def test_who_was_not_recorded_on_the_day_was_not_served_in_good_faith():
    history = journal((date(2018, 9, 1), (*LIFE, FULFILLED)))

    assert told(look(FULFILLED, *SERVED, journal=history)) == OUTSIDE


def test_without_the_day_or_the_journal_nothing_is_known_of_good_faith():
    vague = served(parse_day("2018-07"))

    assert told(look(FULFILLED, *vague, journal=known_later(FULFILLED))) == OUTSIDE
    assert told(look(FULFILLED, *SERVED)) == OUTSIDE


def test_many_services_on_one_day_ask_for_the_records_of_that_day_once(monkeypatch):
    history = known_later(FULFILLED)
    again = ServiceAttendance(id="at-v-2", service_id="v-1", participation_id="in-1")
    folded = []
    fold = type(history).as_known_on
    monkeypatch.setattr(
        type(history), "as_known_on", lambda own, on: (folded.append(on), fold(own, on))[1]
    )

    found = look(FULFILLED, *SERVED, again, journal=history)

    assert [each.severity for each in found] == [Severity.WARNING] * 2
    assert folded == [date(2018, 7, 1)]


# Refused.


def test_limits_that_are_refused_are_told_once_and_stop_nothing():
    refusal = EligibilityRefusedError(
        "toy.course", (("inclusion-toy", "no leaves"), ("inclusion-toy", "no roots"))
    )
    check = limits_refused(refusal)

    (finding,) = findings_in(Examined(caseload=caseload(), schema=SCHEMA), [check])

    assert isinstance(check, Check)
    assert (check.id, check.programme) == ("toy.course.services-within-limits", "toy.course")
    assert finding.severity is Severity.WARNING
    assert finding.in_("en") == (
        "toy.course: it was not checked whether services were given in the time in which they may "
        "be; not all rules of the programme are there; install or repair: inclusion-toy"
    )


def test_a_programme_without_limits_has_nothing_outside_of_them():
    bare = attrs.evolve(eligibility(), limits=())

    assert look(*served(LAST_DAY + DAY), of=bare) == ()
