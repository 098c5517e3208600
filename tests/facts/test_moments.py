"""The days that the asker of a report gives."""

from datetime import date

import pytest

from inclusion_core.errors import DeclarationError
from inclusion_core.expr import all_of
from inclusion_core.expr.nodes import DayParameter
from inclusion_core.facts.moments import (
    PERIOD_FIRST_DAY,
    PERIOD_LAST_DAY,
    STATUS_DAY,
    report_days,
    within,
)
from inclusion_core.periods import Period


def test_a_report_gives_each_of_its_days_by_name():
    given = report_days(Period(date(2018, 6, 1), date(2018, 11, 30)), date(2018, 12, 1))
    asked = {
        moment.node.name: given.day(moment.node.name)
        for moment in (PERIOD_FIRST_DAY, PERIOD_LAST_DAY, STATUS_DAY)
    }

    assert asked == {
        "period_first_day": date(2018, 6, 1),
        "period_last_day": date(2018, 11, 30),
        "status_day": date(2018, 12, 1),
    }
    assert given.days == asked


def test_the_moments_are_parameters_and_no_day_of_their_own():
    assert STATUS_DAY.node == DayParameter("status_day")


def test_a_period_without_a_last_day_is_refused():
    with pytest.raises(DeclarationError) as raised:
        report_days(Period(date(2018, 6, 1)), date(2018, 12, 1))

    assert str(raised.value) == "period '2018-06-01..': a report needs a last day"


def test_a_day_lies_in_a_period_on_its_first_and_last_day_and_between():
    years = Period(date(2016, 2, 9), date(2018, 12, 31))

    assert (
        within(years, STATUS_DAY).node
        == all_of(date(2016, 2, 9) <= STATUS_DAY, date(2018, 12, 31) >= STATUS_DAY).node
    )
    assert (
        within(Period(date(2016, 2, 9)), STATUS_DAY).node == (date(2016, 2, 9) <= STATUS_DAY).node
    )
