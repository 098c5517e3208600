"""The oracle is asked what a lawyer can answer by hand, before it judges the library."""

import sys
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from inclusion_core.model.client import Client, SamePersonLink
from inclusion_core.model.funding import Programme
from inclusion_core.model.participation import Participation
from inclusion_core.model.plan import ClosingReason
from inclusion_core.model.status import Arrival, LegalBasis, ProtectionKind
from inclusion_core.model.traits import RiskGround
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay

sys.path.insert(0, str(Path(__file__).parent))

from oracle_lab.answers import NO, OPEN, YES
from oracle_lab.calendar_days import completed_years, last_day_of_term, months_later
from oracle_lab.worked import (
    ANNA,
    MENTOR,
    PLAN,
    REFUGEE,
    SERVICES,
    STAY,
    WORKER,
    caseload,
    days_of,
    eligible,
    motivated,
    receives,
    risk,
)


@pytest.mark.parametrize(
    ("event", "months", "last_day"),
    [
        (date(2016, 2, 29), 12, date(2017, 2, 28)),
        (date(2017, 8, 31), 6, date(2018, 2, 28)),
        (date(2017, 11, 18), 12, date(2018, 11, 18)),
        (date(2019, 12, 31), 2, date(2020, 2, 29)),
        (date(2016, 8, 31), 18, date(2018, 2, 28)),
        (date(2018, 11, 30), 6, date(2019, 5, 30)),
        (date(2017, 1, 31), 2, date(2017, 3, 31)),
        (date(2018, 8, 31), -6, date(2018, 2, 28)),
    ],
)
def test_months_after_an_event_end_on_its_number_or_with_the_month(event, months, last_day):
    assert months_later(event, months) == last_day


@pytest.mark.parametrize(
    ("first_day", "months", "last_day"),
    [
        (date(2018, 6, 1), 18, date(2019, 11, 30)),
        (date(2018, 6, 1), 6, date(2018, 11, 30)),
        (date(2017, 3, 1), 6, date(2017, 8, 31)),
        (date(2017, 8, 31), 6, date(2018, 2, 28)),
    ],
)
def test_a_term_counts_its_first_day(first_day, months, last_day):
    assert last_day_of_term(first_day, months) == last_day


@pytest.mark.parametrize(
    ("born_on", "on", "years"),
    [
        (date(1968, 4, 10), date(2018, 4, 9), 49),
        (date(1968, 4, 10), date(2018, 4, 10), 50),
        (date(1968, 2, 29), date(2018, 2, 28), 49),
        (date(1968, 2, 29), date(2018, 3, 1), 50),
        (date(1972, 2, 29), date(2024, 2, 28), 51),
        (date(1972, 2, 29), date(2024, 2, 29), 52),
    ],
)
def test_who_is_born_on_a_leap_day_is_a_year_older_on_1_march(born_on, on, years):
    assert completed_years(born_on, on) == years


def test_the_worker_stays_twelve_months_after_the_first_status_was_notified():
    second = evolve(REFUGEE, id="s-2", first_day=date(2018, 9, 1), notified_on=date(2018, 9, 1))

    assert days_of(caseload(STAY, REFUGEE), f"{WORKER}-status") == (
        date(2018, 4, 15),
        date(2019, 4, 15),
    )
    assert days_of(caseload(STAY, REFUGEE, second), f"{MENTOR}-status") == (
        date(2018, 4, 15),
        date(2019, 4, 15),
    )
    assert days_of(caseload(STAY), f"{WORKER}-status") is None


def test_a_fulfilled_plan_ends_the_worker_and_not_the_mentor():
    plan = evolve(PLAN, fulfilled_on=date(2018, 12, 1))
    handed_over = evolve(PLAN, id="p-2", closing_reason=ClosingReason.TRANSFER)
    known = caseload(STAY, REFUGEE, plan, handed_over)

    assert days_of(known, f"{WORKER}-status")[1] == date(2018, 12, 1)
    assert days_of(known, f"{MENTOR}-status")[1] == date(2019, 4, 15)
    going_on = caseload(STAY, REFUGEE, plan, evolve(PLAN, id="p-2"))
    assert days_of(going_on, f"{WORKER}-status")[1] == date(2019, 4, 15)
    begun_later = evolve(PLAN, id="p-2", drawn_up_on=date(2018, 12, 10))
    renewed = caseload(STAY, REFUGEE, plan, begun_later)
    assert days_of(renewed, f"{WORKER}-status", date(2018, 12, 9))[1] == date(2018, 12, 1)
    assert days_of(renewed, f"{WORKER}-status", date(2018, 12, 10))[1] == date(2019, 4, 15)


def test_closure_revocation_and_the_end_of_the_operation_end_both():
    closed = evolve(PLAN, closed_on=date(2018, 8, 8), closing_reason=ClosingReason.LEFT_COUNTRY)
    done = evolve(PLAN, closed_on=date(2018, 8, 8), closing_reason=ClosingReason.COMPLETED)
    revoked = evolve(REFUGEE, id="s-2", kind=ProtectionKind.REVOKED, first_day=date(2018, 7, 1))
    late = evolve(REFUGEE, notified_on=date(2023, 4, 1))

    for limit in (f"{WORKER}-status", f"{MENTOR}-status"):
        assert days_of(caseload(STAY, REFUGEE, closed), limit)[1] == date(2018, 8, 8)
        assert days_of(caseload(STAY, REFUGEE, done), limit)[1] == date(2019, 4, 15)
        assert days_of(caseload(STAY, REFUGEE, revoked), limit)[1] == date(2018, 6, 30)
        assert days_of(caseload(STAY, late), limit)[1] == date(2023, 12, 31)


def test_an_asylum_seeker_is_supported_for_as_long_as_the_procedure():
    seeker = evolve(
        REFUGEE,
        kind=ProtectionKind.ASYLUM_SEEKER,
        first_day=date(2018, 1, 5),
        last_day=date(2018, 2, 1),
        notified_on=ABSENT,
    )
    again = evolve(seeker, id="s-2", first_day=date(2018, 9, 1), last_day=ABSENT)
    arrival = Arrival(id="r-1", client_id="c-1", arrived_on=date(2018, 1, 1))
    known = caseload(STAY, seeker, again, arrival)

    for limit in (f"{WORKER}-asylum", f"{MENTOR}-asylum"):
        assert days_of(known, limit, date(2018, 8, 31)) == (date(2018, 1, 5), date(2018, 2, 1))
        assert days_of(known, limit, date(2018, 9, 1))[0] == date(2018, 9, 1)
        assert days_of(known, limit, date(2018, 1, 4)) is None


def test_ukrainian_civilians_have_a_mentor_for_sixty_days():
    temporary = evolve(
        REFUGEE,
        kind=ProtectionKind.TEMPORARY_PROTECTION,
        legal_basis=LegalBasis.UKRAINIAN_CIVILIANS_LAW,
        first_day=date(2022, 3, 1),
    )
    stay = evolve(STAY, entered_on=date(2022, 3, 5))
    known = caseload(stay, temporary)

    assert days_of(known, f"{MENTOR}-ukraine") == (date(2022, 3, 5), date(2022, 5, 4))
    assert eligible(known) == YES
    assert receives(known, MENTOR, date(2022, 5, 4)) == YES
    assert receives(known, MENTOR, date(2022, 5, 5)) == NO
    assert receives(known, WORKER, date(2022, 5, 4)) == NO
    early = caseload(evolve(stay, entered_on=date(2022, 3, 4)), temporary)
    assert eligible(early) == NO
    elsewhere = caseload(stay, evolve(temporary, legal_basis=LegalBasis.ASYLUM_LAW))
    assert eligible(elsewhere) == NO


def test_the_target_group_is_judged_on_the_day_of_entry():
    seeker = evolve(REFUGEE, id="s-2", kind=ProtectionKind.ASYLUM_SEEKER)
    rejected = evolve(REFUGEE, id="s-3", kind=ProtectionKind.REJECTED)

    assert eligible(caseload(STAY, REFUGEE)) == YES
    assert eligible(caseload(STAY, REFUGEE, seeker)) == YES
    assert eligible(caseload(STAY, rejected)) == NO
    assert eligible(caseload(STAY, REFUGEE, rejected)) == OPEN
    assert eligible(caseload(STAY, evolve(REFUGEE, first_day=date(2018, 4, 11)))) == NO
    assert eligible(caseload(STAY)) == NO


def test_before_the_regulation_nobody_could_enter():
    long_since = evolve(REFUGEE, first_day=date(2015, 1, 1))

    for entered_on, said in ((date(2016, 2, 8), NO), (date(2016, 2, 9), YES)):
        assert eligible(caseload(evolve(STAY, entered_on=entered_on), long_since)) == said


def test_after_exit_and_before_entry_nothing_may_be_given():
    known = caseload(evolve(STAY, left_on=date(2018, 5, 31)), REFUGEE)

    for on, said in (
        (date(2018, 4, 9), NO),
        (date(2018, 4, 14), NO),
        (date(2018, 4, 15), YES),
        (date(2018, 5, 31), YES),
        (date(2018, 6, 1), NO),
    ):
        assert receives(known, WORKER, on) == said


def test_an_applicant_would_enter_on_the_day_of_the_question():
    known = caseload(evolve(STAY, client_id="c-2"), REFUGEE)

    assert eligible(known, date(2018, 4, 9), stay_id=None) == NO
    assert eligible(known, date(2018, 4, 10), stay_id=None) == YES
    assert receives(known, WORKER, date(2018, 4, 14), stay_id=None) == NO
    assert receives(known, WORKER, date(2019, 4, 15), stay_id=None) == YES


def test_what_is_not_known_is_open_only_where_it_matters():
    kind, notified = evolve(REFUGEE, kind=NOT_ASKED), evolve(REFUGEE, notified_on=NOT_ASKED)
    in_april = evolve(REFUGEE, notified_on=PartialDay.of_month(2018, 4))
    later = date(2018, 6, 1)

    assert eligible(caseload(STAY, kind)) == OPEN
    assert eligible(caseload(STAY, evolve(kind, first_day=date(2018, 5, 1)))) == NO
    assert receives(caseload(STAY, notified), WORKER, later) == OPEN
    assert receives(caseload(STAY, in_april), WORKER, later) == YES
    assert receives(caseload(STAY, in_april), WORKER, date(2018, 4, 20)) == OPEN
    assert receives(caseload(STAY, in_april), WORKER, date(2019, 4, 30)) == OPEN
    assert receives(caseload(STAY, in_april), WORKER, date(2019, 5, 1)) == NO


def test_after_the_known_day_what_has_not_happened_may_still_happen():
    known = caseload(STAY, REFUGEE, known_on=date(2018, 12, 3))
    nobody = caseload(STAY, known_on=date(2018, 12, 3))

    assert receives(known, MENTOR, date(2018, 12, 3)) == YES
    assert receives(known, MENTOR, date(2018, 12, 4)) == OPEN
    assert receives(known, MENTOR, date(2019, 4, 16)) == OPEN  # she may ask for asylum anew
    assert eligible(nobody, date(2018, 12, 4)) == NO
    assert eligible(nobody, date(2018, 12, 4), stay_id=None) == OPEN


def test_the_motivation_programme_is_for_who_is_at_risk_or_fifty_at_entry():
    gender, age = risk(RiskGround.GENDER), risk(RiskGround.AGE)
    ended = risk(RiskGround.GENDER, last_day=date(2018, 4, 9))
    fifty, younger = (
        evolve(ANNA, born_on=date(1968, 4, 10)),
        evolve(ANNA, born_on=date(1968, 4, 11)),
    )

    for records, said in (
        ((gender,), YES),
        ((ended,), NO),
        ((age,), NO),
        ((fifty,), YES),
        ((younger,), NO),
    ):
        assert eligible(motivated(*records), programme="sif.motivation") == said


def test_no_motivation_while_the_same_person_is_in_another_measure():
    def elsewhere(measure, client_id="c-1"):
        return (
            Programme(id="g-9", operation_id="o-9", declared_as=measure),
            Participation(
                id="a-9",
                client_id=client_id,
                programme_id="g-9",
                entered_on=date(2018, 5, 1),
                left_on=date(2018, 5, 31),
            ),
        )

    def said(on, *records):
        return eligible(motivated(*records), on, "sif.motivation")

    gender, may, june = risk(RiskGround.GENDER), date(2018, 5, 31), date(2018, 6, 1)
    other = Client(id="c-2", provider_id="v-2", born_on=date(1990, 1, 1))
    link = SamePersonLink(
        id="l-1", client_id="c-2", other_client_id="c-1", linked_on=date(2018, 9, 1)
    )
    fifty = evolve(ANNA, born_on=date(1968, 4, 10))
    in_measure, of_other = elsewhere("nva.measure_9_1_1_1"), elsewhere("nva.measure_9_1_1_2", "c-2")
    for_older = elsewhere("nva.measure_7_3_2")

    assert said(may, gender, *in_measure) == NO
    assert said(june, gender, *in_measure) == YES
    assert said(may, gender, ANNA, other, *of_other) == YES
    assert said(may, gender, ANNA, other, link, *of_other) == NO
    assert said(may, gender, *for_older) == YES
    assert said(may, fifty, *for_older) == NO
    assert said(june, fifty, *for_older) == YES


def test_motivation_lasts_six_months_from_entry():
    known = motivated(risk(RiskGround.GENDER))

    assert days_of(known, "sif.motivation.six-months", programme="sif.motivation") == (
        date(2018, 4, 10),
        date(2018, 10, 9),
    )
    early = motivated(risk(RiskGround.GENDER), known_on=date(2018, 9, 1))
    for on, said, said_early in (
        (date(2018, 9, 1), YES, YES),
        (date(2018, 10, 9), YES, OPEN),
        (date(2018, 10, 10), NO, NO),
    ):
        assert receives(known, SERVICES, on, "sif.motivation") == said
        assert receives(early, SERVICES, on, "sif.motivation") == said_early
