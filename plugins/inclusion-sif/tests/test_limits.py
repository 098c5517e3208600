"""From when and until when status holders are supported (MK 102, points 32.2, 33.2 and 34)."""

from datetime import date

import pytest

from inclusion_core import ABSENT, NOT_ASKED, PartialDay, load_catalogue
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.records import Records
from inclusion_core.model.client import Client
from inclusion_core.model.participation import Participation
from inclusion_core.model.plan import ClosingReason, SupportPlan
from inclusion_core.model.status import ProtectionKind, ProtectionSpell
from inclusion_core.values import ANY_DAY, NO_DAY, DaySpan
from inclusion_sif.mentoring.limits import FACTS, LIMITS, SOCIAL_MENTOR, SOCIAL_WORKER
from inclusion_sif.mentoring.rules import PROTECTION_ON_ENTRY

STATUS_DAY = date(2018, 4, 15)


def status(notified_on=STATUS_DAY, kind=ProtectionKind.REFUGEE, key="s-1"):
    return ProtectionSpell(id=key, client_id="c-1", kind=kind, notified_on=notified_on)


def plan(key="sp-1", **fields):
    return SupportPlan(id=key, participation_id="p-1", drawn_up_on=date(2018, 5, 2), **fields)


def read(limit, spells, plans=()):
    """The first day, and the day of each end, as things stand."""
    stay = Participation(id="p-1", client_id="c-1", programme_id="m-1")
    held = {
        "client": [Client(id="c-1", provider_id="o-1")],
        "participation": [stay],
        "protection_spell": list(spells),
        "support_plan": list(plans),
    }
    reader = ObjectReader(Records(load_catalogue().schema, held))
    ends = {end.id: reader.day(end.day, stay) for end in limit.ends}
    return reader.day(limit.first_day, stay), ends


def on(year, month, day):
    return DaySpan(date(year, month, day), date(year, month, day))


@pytest.mark.parametrize("limit", LIMITS)
def test_twelve_months_after_the_status_day_are_over(limit):
    first_day, ends = read(limit, [status()], [plan()])

    assert first_day == on(2018, 4, 15)
    assert ends["twelve-months"] == on(2019, 4, 15)
    assert ends["closure"] == NO_DAY


@pytest.mark.parametrize(
    ("status_day", "last_day"),
    [
        (date(2016, 4, 15), on(2017, 4, 15)),
        (date(2016, 2, 29), on(2017, 2, 28)),
        (date(2018, 12, 31), on(2019, 12, 31)),
    ],
)
def test_a_day_that_the_month_lacks_is_its_last_one(status_day, last_day):
    assert read(SOCIAL_MENTOR, [status(status_day)])[1]["twelve-months"] == last_day


def test_the_plan_ends_the_social_worker_and_not_the_mentor():
    plans = [plan(fulfilled_on=date(2018, 10, 1))]

    assert read(SOCIAL_WORKER, [status()], plans)[1]["plan-fulfilled"] == on(2018, 10, 1)
    assert [end.id for end in SOCIAL_MENTOR.ends] == ["twelve-months", "closure"]


@pytest.mark.parametrize("plans", [[], [plan()]])
def test_a_plan_that_is_not_fulfilled_ends_nothing(plans):
    assert read(SOCIAL_WORKER, [status()], plans)[1]["plan-fulfilled"] == NO_DAY


def test_a_plan_of_which_it_is_not_known_leaves_the_end_open():
    plans = [plan(fulfilled_on=NOT_ASKED)]

    assert read(SOCIAL_WORKER, [status()], plans)[1]["plan-fulfilled"] == ANY_DAY


def test_a_plan_that_was_handed_over_goes_on_in_the_next_one():
    handed_over = plan(closed_on=date(2018, 7, 1), closing_reason=ClosingReason.TRANSFER)
    fulfilled = plan("sp-2", fulfilled_on=date(2018, 11, 5))

    _, ends = read(SOCIAL_WORKER, [status()], [handed_over, fulfilled])

    assert ends["plan-fulfilled"] == on(2018, 11, 5)
    assert ends["closure"] == NO_DAY


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

    for limit in LIMITS:
        closed = read(limit, [status()], plans)[1]["closure"]
        assert closed == (on(2018, 9, 3) if closes else NO_DAY)


def test_a_second_status_does_not_begin_the_clock_anew():
    alternative = status(date(2017, 9, 4), ProtectionKind.ALTERNATIVE_STATUS, "s-0")

    assert read(SOCIAL_WORKER, [status(), alternative])[0] == on(2017, 9, 4)


def test_while_somebody_is_an_asylum_seeker_the_clock_does_not_run():
    seeker = status(ABSENT, ProtectionKind.ASYLUM_SEEKER)

    first_day, ends = read(SOCIAL_WORKER, [seeker])

    assert first_day == ends["twelve-months"] == NO_DAY


def test_a_status_day_that_is_known_in_part_gives_an_end_that_is():
    _, ends = read(SOCIAL_MENTOR, [status(PartialDay.of_month(2018, 2))])

    assert ends["twelve-months"] == DaySpan(date(2019, 2, 1), date(2019, 2, 28))


def test_a_status_day_that_nobody_asked_for_leaves_everything_open():
    first_day, ends = read(SOCIAL_MENTOR, [status(NOT_ASKED)])

    assert first_day == ends["twelve-months"] == ANY_DAY


def test_each_end_names_the_point_that_sets_it():
    places = {
        limit.id: {end.id: end.source.place.in_("en") for end in limit.ends} for limit in LIMITS
    }

    assert places == {
        "sif.mentoring.social-mentor": {"twelve-months": "33.2", "closure": "34"},
        "sif.mentoring.social-worker": {
            "plan-fulfilled": "32.2",
            "twelve-months": "32.2",
            "closure": "34",
        },
    }


def test_limits_and_facts_are_declared():
    catalogue = load_catalogue()

    assert catalogue.eligibility("sif.mentoring").limits == LIMITS
    assert {each.id for each in catalogue.facts} >= {
        each.id for each in (*FACTS, PROTECTION_ON_ENTRY)
    }
