"""From when and until when the service supports somebody (MK 102, points 32 to 34)."""

from datetime import date

import pytest

from inclusion_core import ABSENT, NOT_ASKED, PartialDay
from inclusion_core.expr import Parameters
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.records import Records
from inclusion_core.limits.filled import filled_in
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Operation, Programme
from inclusion_core.model.participation import Participation
from inclusion_core.model.plan import ClosingReason, SupportPlan
from inclusion_core.model.status import Arrival, LegalBasis, ProtectionKind, ProtectionSpell
from inclusion_core.sources import Confidence
from inclusion_core.testing import installed_catalogue
from inclusion_core.values import ANY_DAY, NEVER, NO_DAY, DaySpan
from inclusion_sif.mentoring import plans as plan_facts
from inclusion_sif.mentoring import status as status_facts
from inclusion_sif.mentoring.limits import (
    LIMITS,
    MENTOR_ASYLUM,
    MENTOR_STATUS,
    MENTOR_UKRAINE,
    WORKER_ASYLUM,
    WORKER_STATUS,
)

ENTRY, STATUS_DAY, TODAY = date(2018, 2, 5), date(2018, 4, 15), date(2018, 12, 3)
OF_STATUS = (WORKER_STATUS, MENTOR_STATUS)
OF_ASYLUM = (WORKER_ASYLUM, MENTOR_ASYLUM)


def status(notified_on=STATUS_DAY, kind=ProtectionKind.REFUGEE, key="s-1", **days):
    return ProtectionSpell(id=key, client_id="c-1", kind=kind, notified_on=notified_on, **days)


def seeker(first_day, last_day=ABSENT, key="s-0"):
    kind = ProtectionKind.ASYLUM_SEEKER
    return status(ABSENT, kind, key, first_day=first_day, last_day=last_day)


def ukrainian(first_day=date(2022, 3, 10), basis=LegalBasis.UKRAINIAN_CIVILIANS_LAW, **days):
    kind = ProtectionKind.TEMPORARY_PROTECTION
    return status(NOT_ASKED, kind, first_day=first_day, legal_basis=basis, **days)


def revoked(first_day):
    return status(first_day, ProtectionKind.REVOKED, "s-9", first_day=first_day)


def arrival(arrived_on, key="a-1"):
    return Arrival(id=key, client_id="c-1", arrived_on=arrived_on)


def plan(key="sp-1", **fields):
    return SupportPlan(id=key, participation_id="p-1", drawn_up_on=date(2018, 5, 2), **fields)


def case(spells, plans=(), arrivals=(), *, entered_on=ENTRY, last_day=ABSENT, judged_on=TODAY):
    stay = Participation(id="p-1", client_id="c-1", programme_id="m-1", entered_on=entered_on)
    operation = Operation(id="op-1", number="1", title="T", beneficiary="B", last_day=last_day)
    held = {
        "operation": [operation],
        "programme": [Programme(id="m-1", operation_id="op-1", declared_as="sif.mentoring")],
        "client": [Client(id="c-1", provider_id="o-1")],
        "participation": [stay],
        "protection_spell": list(spells),
        "support_plan": list(plans),
        "arrival": list(arrivals),
    }
    records = Records(installed_catalogue().schema, held)
    return ObjectReader(records, parameters=Parameters(days={"judged_on": judged_on})), stay


def read(limit, spells, plans=(), **others):
    """The first day, and the day of each end, as things stand."""
    reader, stay = case(spells, plans, **others)
    ends = {end.id: reader.day(end.day, stay) for end in limit.ends}
    return reader.day(limit.opens_on, stay), ends


def window(limit, *given, **others):
    """The first and the last day."""
    reader, stay = case(*given, **others)
    return reader.day(limit.opens_on, stay), reader.day(limit.closes_on, stay)


def on(year, month, day):
    return DaySpan(date(year, month, day), date(year, month, day))


# Of a status holder.


@pytest.mark.parametrize("limit", OF_STATUS)
def test_twelve_months_after_the_status_day_are_over(limit):
    first_day, ends = read(limit, [status()], [plan()])

    assert first_day == on(2018, 4, 15)
    assert ends["twelve-months"] == on(2019, 4, 15)
    assert ends["closure"] == ends["status-revoked"] == ends["programme-end"] == NO_DAY


@pytest.mark.parametrize(
    ("status_day", "last_day"),
    [
        (date(2016, 4, 15), on(2017, 4, 15)),
        (date(2016, 2, 29), on(2017, 2, 28)),
        (date(2018, 12, 31), on(2019, 12, 31)),
    ],
)
def test_a_day_that_the_month_lacks_is_its_last_one(status_day, last_day):
    assert read(MENTOR_STATUS, [status(status_day)])[1]["twelve-months"] == last_day


def test_the_plan_ends_the_social_worker_and_not_the_mentor():
    plans = [plan(fulfilled_on=date(2018, 10, 1))]

    assert read(WORKER_STATUS, [status()], plans)[1]["plan-fulfilled"] == on(2018, 10, 1)
    assert window(WORKER_STATUS, [status()], plans)[1] == on(2018, 10, 1)
    assert window(MENTOR_STATUS, [status()], plans)[1] == on(2019, 4, 15)
    assert "plan-fulfilled" not in {end.id for end in MENTOR_STATUS.ends}


@pytest.mark.parametrize("plans", [[], [plan()]])
def test_a_plan_that_is_not_fulfilled_ends_nothing(plans):
    assert read(WORKER_STATUS, [status()], plans)[1]["plan-fulfilled"] == NO_DAY


def test_a_plan_of_which_it_is_not_known_leaves_the_end_open():
    plans = [plan(fulfilled_on=NOT_ASKED)]

    assert read(WORKER_STATUS, [status()], plans)[1]["plan-fulfilled"] == ANY_DAY


def test_a_plan_that_was_handed_over_goes_on_in_the_next_one():
    handed_over = plan(closed_on=date(2018, 7, 1), closing_reason=ClosingReason.TRANSFER)
    fulfilled = plan("sp-2", fulfilled_on=date(2018, 11, 5))

    _, ends = read(WORKER_STATUS, [status()], [handed_over, fulfilled])

    assert ends["plan-fulfilled"] == on(2018, 11, 5)
    assert ends["closure"] == NO_DAY


def test_a_plan_that_is_drawn_up_later_does_not_make_good_a_service_before_it():
    plans = [
        plan(fulfilled_on=date(2018, 10, 1)),
        SupportPlan(id="sp-2", participation_id="p-1", drawn_up_on=date(2018, 11, 5)),
    ]

    before = window(WORKER_STATUS, [status()], plans, judged_on=date(2018, 11, 4))
    since = window(WORKER_STATUS, [status()], plans, judged_on=date(2018, 11, 5))

    assert (before[1], since[1]) == (on(2018, 10, 1), on(2019, 4, 15))


def test_a_plan_that_is_fulfilled_was_there_whenever_it_was_drawn_up():
    plans = [SupportPlan(id="sp-1", participation_id="p-1", fulfilled_on=date(2018, 10, 1))]

    assert window(WORKER_STATUS, [status()], plans)[1] == on(2018, 10, 1)


def test_a_month_in_which_the_plan_was_fulfilled_ends_support_in_that_month():
    plans = [plan(fulfilled_on=PartialDay.of_month(2018, 10))]

    assert window(WORKER_STATUS, [status()], plans)[1] == DaySpan(
        date(2018, 10, 1), date(2018, 10, 31)
    )


@pytest.mark.parametrize(
    ("reason", "closes"),
    [
        (ClosingReason.LEFT_COUNTRY, True),
        (ClosingReason.REFUSED, True),
        (ClosingReason.BREACH_OF_DUTIES, True),
        (ClosingReason.COMPLETED, False),
        (ClosingReason.TRANSFER, False),
        (ClosingReason.DEATH, False),
    ],
)
def test_a_reason_that_the_rules_name_ends_both(reason, closes):
    plans = [plan(closed_on=date(2018, 9, 3), closing_reason=reason)]

    for limit in (*OF_STATUS, MENTOR_UKRAINE):
        closed = read(limit, [status()], plans)[1]["closure"]
        assert closed == (on(2018, 9, 3) if closes else NO_DAY)


def test_a_second_status_does_not_begin_the_clock_anew():
    alternative = status(date(2017, 9, 4), ProtectionKind.ALTERNATIVE_STATUS, "s-0")

    assert read(WORKER_STATUS, [status(), alternative])[0] == on(2017, 9, 4)


@pytest.mark.parametrize("limit", OF_STATUS)
def test_support_ends_on_the_day_before_the_status_is_revoked(limit):
    last_day = window(limit, [status(), revoked(date(2018, 11, 20))])[1]

    assert last_day == on(2018, 11, 19)


def test_a_status_that_is_annulled_never_was_one():
    annulled = status(STATUS_DAY, ProtectionKind.ANNULLED)

    assert read(WORKER_STATUS, [annulled])[0] == NO_DAY


@pytest.mark.parametrize("limit", OF_STATUS)
def test_nobody_is_supported_after_the_last_day_of_the_operation(limit):
    assert window(limit, [status()], last_day=date(2018, 11, 30))[1] == on(2018, 11, 30)


def test_while_somebody_is_an_asylum_seeker_the_clock_does_not_run():
    first_day, ends = read(WORKER_STATUS, [seeker(date(2018, 1, 22))])

    assert first_day == ends["twelve-months"] == NO_DAY


def test_a_status_day_that_is_known_in_part_gives_an_end_that_is():
    _, ends = read(MENTOR_STATUS, [status(PartialDay.of_month(2018, 2))])

    assert ends["twelve-months"] == DaySpan(date(2019, 2, 1), date(2019, 2, 28))


def test_a_status_day_that_nobody_asked_for_leaves_everything_open():
    first_day, ends = read(MENTOR_STATUS, [status(NOT_ASKED)])

    assert first_day == ends["twelve-months"] == ANY_DAY


# Of an asylum seeker.


@pytest.mark.parametrize("limit", OF_ASYLUM)
def test_an_asylum_seeker_is_supported_from_the_first_to_the_last_day_of_the_procedure(limit):
    spells = [seeker(date(2018, 1, 22), date(2018, 9, 3))]

    first_day, ends = read(limit, spells, arrivals=[arrival(date(2018, 1, 20))])

    assert first_day == on(2018, 1, 22)
    assert ends == {"procedure-over": on(2018, 9, 3), "status-lost": on(2018, 9, 3)}


@pytest.mark.parametrize("limit", OF_ASYLUM)
def test_three_months_after_arrival_do_not_outlast_the_status(limit):
    given = [seeker(date(2018, 1, 22), date(2018, 2, 28))], (), [arrival(date(2018, 1, 20))]

    assert read(limit, *given[:2], arrivals=given[2])[1]["procedure-over"] == on(2018, 4, 20)
    assert window(limit, *given) == (on(2018, 1, 22), on(2018, 2, 28))


@pytest.mark.parametrize("limit", OF_ASYLUM)
def test_who_never_arrived_and_who_did_on_a_day_unknown_are_supported_alike(limit):
    spells = [seeker(date(2018, 1, 22), date(2018, 9, 3))]

    for arrivals in ((), [arrival(NOT_ASKED)]):
        assert window(limit, spells, (), arrivals) == (on(2018, 1, 22), on(2018, 9, 3))


@pytest.mark.parametrize("limit", OF_ASYLUM)
def test_a_procedure_that_lasts_ends_nothing(limit):
    assert window(limit, [seeker(date(2018, 1, 22))]) == (on(2018, 1, 22), NO_DAY)


def test_of_two_procedures_the_one_begun_by_the_day_of_the_question_counts():
    spells = [
        seeker(date(2016, 9, 5), date(2017, 5, 14)),
        seeker(date(2017, 7, 3), date(2017, 11, 19), "s-2"),
    ]
    arrivals = [arrival(date(2016, 9, 4)), arrival(date(2017, 7, 1), "a-2")]

    def asked(day):
        return window(WORKER_ASYLUM, spells, (), arrivals, judged_on=day)

    assert asked(date(2016, 9, 4)) == (NO_DAY, NO_DAY)
    assert asked(date(2017, 7, 2)) == (on(2016, 9, 5), on(2017, 5, 14))
    assert asked(date(2017, 7, 3)) == (on(2017, 7, 3), on(2017, 11, 19))


def test_spells_of_one_procedure_that_overlap_are_covered_day_by_day():
    spells = [seeker(date(2017, 1, 1), date(2017, 1, 31)), seeker(date(2017, 1, 10), key="s-2")]

    for day in (date(2017, 1, 1), date(2017, 1, 10), date(2017, 3, 1)):
        first_day, last_day = window(WORKER_ASYLUM, spells, judged_on=day)
        assert first_day.latest <= day <= last_day.earliest


# Of a Ukrainian civilian.


def test_the_mentor_supports_a_ukrainian_civilian_for_60_days_after_entry():
    entered_on = date(2022, 3, 14)

    assert window(MENTOR_UKRAINE, [ukrainian()], entered_on=entered_on) == (
        on(2022, 3, 14),
        on(2022, 5, 13),
    )


@pytest.mark.parametrize(
    "spell",
    [
        ukrainian(basis=LegalBasis.ASYLUM_LAW),
        ukrainian(first_day=date(2022, 3, 15)),
        ukrainian(last_day=date(2022, 3, 13)),
        status(),
    ],
)
def test_nobody_else_is_supported_so(spell):
    assert window(MENTOR_UKRAINE, [spell], entered_on=date(2022, 3, 14))[0] == NO_DAY


def test_it_is_not_known_where_the_law_of_the_protection_is_not():
    first_day, _ = window(
        MENTOR_UKRAINE, [ukrainian(basis=NOT_ASKED)], entered_on=date(2022, 3, 14)
    )

    assert first_day == DaySpan(date(2022, 3, 14), NEVER)


def test_before_the_rule_is_in_force_nobody_is_supported_by_it():
    spell = ukrainian(first_day=date(2022, 2, 25))

    assert window(MENTOR_UKRAINE, [spell], entered_on=date(2022, 3, 1)) == (
        on(2022, 3, 5),
        on(2022, 4, 30),
    )


# In words.


def told(limit, end_id, *given, language="en", **others):
    reader, stay = case(*given, **others)
    end = next(end for end in limit.ends if end.id == end_id)
    filled = filled_in(end.tells, stay, reader)
    return None if filled is None else filled.in_(language)


CLOSED = plan(closed_on=date(2018, 9, 3), closing_reason=ClosingReason.REFUSED)
PROCEDURE_IN_ENGLISH = (
    "the later of three months after arrival on 20 January 2018 and the last day of the procedure, "
    "3 September 2018"
)
PROCEDURE_IN_LATVIAN = (
    "trīs mēneši pēc ierašanās 2018. gada 20. janvārī vai procedūras pēdējā diena, "
    "2018. gada 3. septembris, ņemot vēlāko"
)
PROCEDURE = [seeker(date(2018, 1, 22), date(2018, 9, 3))], (), [arrival(date(2018, 1, 20))]


@pytest.mark.parametrize(
    ("limit", "end", "given", "english", "latvian"),
    [
        (
            WORKER_STATUS,
            "twelve-months",
            ([status()],),
            "12 months after refugee status of 15 April 2018",
            "12 mēneši pēc bēgļa statusa iegūšanas 2018. gada 15. aprīlī",
        ),
        (
            MENTOR_STATUS,
            "twelve-months",
            ([status(), status(date(2017, 9, 4), ProtectionKind.ALTERNATIVE_STATUS, "s-0")],),
            "12 months after alternative status of 4 September 2017",
            "12 mēneši pēc alternatīvā statusa iegūšanas 2017. gada 4. septembrī",
        ),
        (
            WORKER_STATUS,
            "plan-fulfilled",
            ([status()], [plan(fulfilled_on=date(2018, 10, 1))]),
            "plan fulfilled on 1 October 2018",
            "plāns izpildīts 2018. gada 1. oktobrī",
        ),
        (
            WORKER_STATUS,
            "closure",
            ([status()], [CLOSED, plan("sp-2", fulfilled_on=date(2018, 10, 1))]),
            "the client refused, plan closed on 3 September 2018",
            "klients atteicies, plāns slēgts 2018. gada 3. septembrī",
        ),
        (
            WORKER_STATUS,
            "status-revoked",
            ([status(), revoked(date(2018, 11, 20))],),
            "status revoked from 20 November 2018",
            "statuss atņemts no 2018. gada 20. novembra",
        ),
        (
            WORKER_ASYLUM,
            "procedure-over",
            PROCEDURE,
            PROCEDURE_IN_ENGLISH,
            PROCEDURE_IN_LATVIAN,
        ),
        (
            WORKER_ASYLUM,
            "status-lost",
            PROCEDURE,
            "asylum seeker until 3 September 2018",
            "patvēruma meklētājs līdz 2018. gada 3. septembrim",
        ),
        (
            MENTOR_UKRAINE,
            "sixty-days",
            ([],),
            "60 days after entry on 5 February 2018",
            "60 dienas pēc iestāšanās 2018. gada 5. februārī",
        ),
    ],
)
def test_an_end_is_told_with_the_days_of_the_case(limit, end, given, english, latvian):
    assert told(limit, end, *given) == english
    assert told(limit, end, *given, language="lv") == latvian


def test_the_end_of_the_operation_is_told_with_its_day():
    said = told(WORKER_STATUS, "programme-end", [status()], last_day=date(2023, 12, 31))

    assert said == "the operation's last day is 31 December 2023"


def test_what_is_not_known_is_not_told():
    assert told(WORKER_STATUS, "twelve-months", [status(NOT_ASKED)]) is None
    assert told(WORKER_STATUS, "plan-fulfilled", [status()], [plan()]) is None


def test_what_has_not_happened_is_told_where_a_caseworker_would_say_it():
    said = {
        end.id: end.open_says.in_("en")
        for limit in LIMITS
        for end in limit.ends
        if end.open_says is not None
    }

    assert said == {
        "plan-fulfilled": "The plan is not fulfilled yet.",
        "procedure-over": "The final decision is not in force yet.",
    }


def test_each_end_names_the_point_that_sets_it():
    places = {
        limit.id.removeprefix("sif.mentoring."): {
            end.id: end.source.place.in_("en") for end in limit.ends
        }
        for limit in LIMITS
    }

    assert places == {
        "social-mentor-asylum": {"procedure-over": "33", "status-lost": "Article 1(9)"},
        "social-mentor-status": {
            "twelve-months": "33.2",
            "closure": "34",
            "status-revoked": "3.3",
            "programme-end": "",
        },
        "social-mentor-ukraine": {"sixty-days": "33.1", "closure": "34", "programme-end": ""},
        "social-worker-asylum": {"procedure-over": "32.1", "status-lost": "Article 1(9)"},
        "social-worker-status": {
            "plan-fulfilled": "32.2",
            "twelve-months": "32.2",
            "closure": "34",
            "status-revoked": "3.3",
            "programme-end": "",
        },
    }


def test_what_no_text_says_is_told_as_our_reading():
    read_into = {
        end.id
        for limit in LIMITS
        for end in limit.ends
        if end.source.confidence is Confidence.OWN_READING
    }

    assert read_into == {
        *("procedure-over", "twelve-months", "status-revoked"),
        *("sixty-days", "programme-end"),
    }
    assert {each.id for each in LIMITS if each.source.confidence is Confidence.OWN_READING} == {
        "sif.mentoring.social-mentor-asylum",
        "sif.mentoring.social-worker-asylum",
    }


def test_limits_and_facts_are_declared():
    catalogue = installed_catalogue()
    service = catalogue.eligibility("sif.mentoring")

    assert service.limits == LIMITS
    assert [each.id for each in service.supports] == [
        "sif.mentoring.social-mentor",
        "sif.mentoring.social-worker",
    ]
    assert {each.id for each in catalogue.facts} == {
        each.id for each in (*plan_facts.FACTS, *status_facts.FACTS)
    }
