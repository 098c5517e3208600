"""The laws of days: limits, changes, months, years."""

import pytest
from laws_lab.plugins import ACT, LANGUAGE, SAYS, broken, entered, given, limit, metric, stay, stays

from inclusion_core.expr import days_after, months_after
from inclusion_core.expr.change_days import ChangeReader
from inclusion_core.expr.handles import JUDGED_ON
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.facts.rows import ParticipationRow
from inclusion_core.facts.subjects import CLIENT
from inclusion_core.rules.rule import Moment, Rule
from inclusion_core.testing.conformance.laws import calendar, changing
from inclusion_core.testing.conformance.laws.calendar import DAYS_ARE_MOVED, YEARS_ARE_MONTHS
from inclusion_core.testing.conformance.laws.changing import ANSWERS_CHANGE
from inclusion_core.testing.conformance.laws.ending import LIMITS_END

HALF_YEAR = limit("half-year", ("six-months", months_after(stay.entered_on, 6)))


def rule(key, holds, judged_at=Moment.ENTRY):
    """A rule of the café."""
    return Rule(
        id=f"cafe.{key}",
        programme=LANGUAGE.id,
        says=SAYS,
        holds=holds,
        judged_at=judged_at,
        source=ACT,
    )


GROWN_UP = rule("grown-up", months_after(CLIENT.born_on, 216) <= stay.entered_on)


def test_an_end_that_follows_the_day_of_the_question_never_ends_anything():
    never = limit("never", ("ten-days", days_after(JUDGED_ON, 10)), ("left", stay.left_on))
    found = broken(LIMITS_END, limits=(never, HALF_YEAR))

    assert "cafe.never/ten-days" in found
    assert not [key for key in found if key.startswith("cafe.half-year")]
    told = found["cafe.never/ten-days"]
    assert "still inside: an end must not follow the day of the question" in told.problem
    assert told.smallest.count("participation p") == 1


def test_a_first_day_that_follows_the_day_of_the_question_begins_at_once():
    early = limit(
        "early",
        ("six-months", months_after(stay.entered_on, 6)),
        first_day=days_after(JUDGED_ON, -1),
    )

    assert list(broken(LIMITS_END, limits=(early,), examples=4))


def test_a_change_that_is_not_told_is_found_on_its_day(monkeypatch):
    class Forgetful(ChangeReader):
        def changes(self, condition, record):
            return super().changes(condition, record)[:1]

    monkeypatch.setattr(changing, "ChangeReader", Forgetful)
    found = broken(ANSWERS_CHANGE, limits=(HALF_YEAR,), rules=(GROWN_UP,), examples=6)

    assert "cafe.half-year" in found
    assert found["cafe.half-year"].smallest.count("participation p") == 1


def test_what_refuses_to_tell_its_changes_is_not_asked():
    both = rule(
        "both",
        months_after(JUDGED_ON, 1) <= days_after(JUDGED_ON, 30),
        Moment.SERVICE_DAY,
    )

    assert list(ANSWERS_CHANGE.look(given(rules=(both,), examples=4))) == []


def test_months_that_are_added_one_by_one_are_found(monkeypatch):
    class Chained(ObjectReader):
        def _day(self, node, rows):
            if isinstance(node, calendar.nodes.Shifted) and node.months > 1:
                of = calendar.attrs.evolve(node, months=node.months - 1)
                return super()._day(calendar.attrs.evolve(node, of=of, months=1), rows)
            return super()._day(node, rows)

    monkeypatch.setattr(calendar, "ObjectReader", Chained)
    soon = metric(
        "soon",
        subject=ParticipationRow,
        universe=entered(stay) & (months_after(stay.entered_on, 2) >= stay.left_on),
    )
    found = broken(DAYS_ARE_MOVED, metrics=(soon,), limits=(HALF_YEAR,), examples=12)

    assert "cafe.half-year/six-months" in found
    assert found["cafe.half-year/six-months"].smallest.count("participation p") == 1


def test_a_year_of_365_days_is_shown_between_two_leap_days():
    newcomer = metric(
        "newcomers",
        where=stays.where(
            lambda each: entered(each) & (days_after(each.client.born_on, 365) >= each.entered_on)
        ).exist(),
    )
    window = limit("window", ("year", days_after(stay.entered_on, 365)))
    found = broken(YEARS_ARE_MONTHS, metrics=(newcomer,), limits=(window, HALF_YEAR), examples=4)

    assert set(found) == {"cafe.newcomers", "cafe.window/year"}
    assert "it moves a day by 365 days, and leap days make years differ" in (
        found["cafe.newcomers"].problem
    )
    assert found["cafe.window/year"].smallest.count("participation p") == 1


@pytest.mark.parametrize(
    ("days", "years"),
    [
        (365, 1),
        (366, 1),
        (730, 2),
        (731, 2),
        (1826, 5),
        (-365, -1),
        (28, 0),
        (60, 0),
        (180, 0),
        (400, 0),
        (0, 0),
    ],
)
def test_days_of_whole_years(days, years):
    assert calendar.whole_years(days) == years


def test_sixty_days_are_no_year_and_nothing_is_asked():
    assert not YEARS_ARE_MONTHS.concerns(
        given(limits=(limit("sixty", ("days", days_after(stay.entered_on, 60))),))
    )


def test_a_sound_plugin_keeps_the_laws_of_days():
    its = given(limits=(HALF_YEAR,), rules=(GROWN_UP,), examples=6)

    for check in (LIMITS_END, ANSWERS_CHANGE, DAYS_ARE_MOVED):
        assert check.concerns(its)
        assert list(check.look(its)) == []
