"""The day of status: which of three days it is, and whether a second status is a new one."""

from datetime import date

import pytest

from inclusion_core.expr import Parameters
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.records import Records
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.facts.status_day import StatusDay, status_day
from inclusion_core.model.client import Client
from inclusion_core.model.participation import Participation
from inclusion_core.model.status import ProtectionKind, ProtectionSpell
from inclusion_core.values import ABSENT, ALWAYS, NEVER, NO_DAY, NOT_ASKED, DaySpan

HOLDERS = (ProtectionKind.REFUGEE, ProtectionKind.ALTERNATIVE_STATUS)
DECIDED, NOTIFIED, FINAL = date(2018, 4, 10), date(2018, 4, 15), date(2018, 5, 16)
SECOND = date(2018, 9, 3)
TODAY = date(2018, 12, 3)


def spell(notified_on=NOTIFIED, kind=ProtectionKind.ALTERNATIVE_STATUS, **days):
    return ProtectionSpell(
        id=f"s-{kind}-{notified_on}",
        client_id="c-1",
        kind=kind,
        notified_on=notified_on,
        **{"decided_on": DECIDED, "final_on": FINAL, **days},
    )


def read(expression, *spells, judged_on=TODAY):
    stay = Participation(id="p-1", client_id="c-1", programme_id="m-1")
    held = {
        "client": [Client(id="c-1", provider_id="o-1")],
        "participation": [stay],
        "protection_spell": spells,
    }
    parameters = Parameters(days={"judged_on": judged_on})
    return ObjectReader(Records(SCHEMA, held), parameters=parameters).day(expression, stay)


def on(day):
    return DaySpan(day, day)


@pytest.mark.parametrize(
    ("counted_from", "day"),
    [
        (StatusDay.DECISION, DECIDED),
        (StatusDay.NOTIFICATION, NOTIFIED),
        (StatusDay.FINALITY, FINAL),
    ],
)
@pytest.mark.parametrize("second_restarts", [False, True])
def test_a_programme_says_which_day_of_a_status_counts(counted_from, day, second_restarts):
    of_status = status_day(HOLDERS, counted_from=counted_from, second_restarts=second_restarts)

    assert read(of_status, spell()) == on(day)


def test_other_kinds_of_protection_are_no_status():
    of_status = status_day(HOLDERS, counted_from=StatusDay.NOTIFICATION)

    assert read(of_status, spell(kind=ProtectionKind.ASYLUM_SEEKER)) == NO_DAY
    assert read(of_status) == NO_DAY


def test_a_second_status_makes_no_new_day_unless_the_programme_says_so():
    spells = spell(), spell(SECOND, ProtectionKind.REFUGEE)
    first = status_day(HOLDERS, counted_from=StatusDay.NOTIFICATION)
    last = status_day(HOLDERS, counted_from=StatusDay.NOTIFICATION, second_restarts=True)

    assert read(first, *spells) == on(NOTIFIED)
    assert read(last, *spells) == on(SECOND)


@pytest.mark.parametrize(
    ("judged_on", "day"),
    [
        (date(2018, 4, 14), NOTIFIED),
        (NOTIFIED, NOTIFIED),
        (date(2018, 9, 2), NOTIFIED),
        (SECOND, SECOND),
        (TODAY, SECOND),
    ],
)
def test_a_second_status_counts_from_its_own_day_on(judged_on, day):
    of_status = status_day(HOLDERS, counted_from=StatusDay.NOTIFICATION, second_restarts=True)

    spells = spell(), spell(SECOND, ProtectionKind.REFUGEE)
    assert read(of_status, *spells, judged_on=judged_on) == on(day)


def test_a_status_that_is_not_final_yet_has_no_day_of_finality():
    for second_restarts in (False, True):
        of_status = status_day(
            HOLDERS, counted_from=StatusDay.FINALITY, second_restarts=second_restarts
        )
        assert read(of_status, spell(final_on=ABSENT)) == NO_DAY


def test_a_day_that_nobody_asked_for_is_not_guessed():
    of_status = status_day(HOLDERS, counted_from=StatusDay.NOTIFICATION)

    assert read(of_status, spell(NOT_ASKED)) == DaySpan(ALWAYS, NEVER)
    assert read(of_status, spell(NOT_ASKED), spell()) == DaySpan(ALWAYS, NOTIFIED)
