"""What laws are made of, on settings by hand: walks, readings, borders, searching."""

from datetime import date

import attrs
import pytest
from hypothesis import strategies as st
from laws_lab.facts import SOUND, CafeStayRow
from laws_lab.hands import setting
from laws_lab.plugins import (
    ACT,
    LANGUAGE,
    SAYS,
    entered,
    figures,
    form,
    given,
    limit,
    metric,
    stay,
    stays,
)

from inclusion_core.expr import completed_years, days_after, months_after, nodes, subject, term_from
from inclusion_core.expr.handles import JUDGED_ON
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.facts.moments import PERIOD_FIRST_DAY, PERIOD_LAST_DAY
from inclusion_core.facts.rows import ParticipationRow
from inclusion_core.facts.subjects import CLIENT
from inclusion_core.metrics.metric import Axis, Grain, Measure, Membership
from inclusion_core.metrics.tally import Tally
from inclusion_core.periods import LeapDay
from inclusion_core.periods import completed_years as years_completed
from inclusion_core.periods import months_after as moved
from inclusion_core.reports.formats import ReportFormat
from inclusion_core.rules.rule import Moment, Rule
from inclusion_core.testing.conformance.laws import (
    arranging,
    calendar,
    changing,
    gathering,
    knowing,
    meeting,
    raising,
    searching,
    splitting,
)
from inclusion_core.testing.conformance.laws.asked import Asked
from inclusion_core.testing.conformance.laws.figures import counted
from inclusion_core.testing.conformance.laws.once import counts_persons_once
from inclusion_core.testing.conformance.laws.reading import Answers, expressed
from inclusion_core.testing.conformance.laws.walking import DayWalker, birthdays_passed, walked
from inclusion_core.testing.strategies.interests import Move
from inclusion_core.texts import lv
from inclusion_core.values import NOT_ASKED

DAYS = (date(2016, 1, 31), date(2016, 2, 29), date(2017, 2, 28), date(2018, 12, 31))
row = subject(CafeStayRow)
ROWS = metric(
    "rows",
    subject=CafeStayRow,
    table=SOUND,
    universe=row.entered_on.is_between(PERIOD_FIRST_DAY, PERIOD_LAST_DAY),
    grain=Grain.PROGRAMME,
)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("months", [-13, -1, 0, 1, 6, 12, 48])
def test_a_walk_ends_where_months_lead(day, months):
    assert walked(day, months) == moved(day, months)


@pytest.mark.parametrize("born", DAYS)
@pytest.mark.parametrize("on", [*DAYS, date(2020, 2, 28), date(2020, 3, 1)])
@pytest.mark.parametrize("leap_day", LeapDay)
def test_birthdays_are_as_many_as_years(born, on, leap_day):
    assert birthdays_passed(born, on, leap_day) == years_completed(born, on, leap_day)


@pytest.mark.parametrize("born_on", [date(2000, 2, 29), NOT_ASKED])
def test_every_kind_of_expression_is_read_on_foot_as_by_the_reader(born_on):
    number = Rule(
        id="cafe.age",
        programme=LANGUAGE.id,
        says=SAYS,
        holds=(completed_years(CLIENT.born_on, stay.entered_on) >= 18)
        & (stay.delivery_spells.count() >= 0),
        source=ACT,
    )
    ends = ("term", term_from(CLIENT.born_on, 18)), ("days", days_after(stay.entered_on, 60))
    asked = Asked.of(given(rules=(number,), limits=(limit("half", *ends),), facts_tables=(SOUND,)))
    its = setting(born_on=born_on)
    read, walks = (Answers(asked, its, each) for each in (ObjectReader, DayWalker))

    assert [[*read.of(each)] for each in expressed(asked)] == [
        [*walks.of(each)] for each in expressed(asked)
    ]
    assert not [*calendar.days_are_moved(asked, its)]


def test_a_move_out_of_the_calendar_leads_nowhere():
    assert changing.borders({date(2018, 1, 1)}, [Move(months=-12 * 3000)]) == [
        date(2017, 12, 31),
        date(2018, 1, 1),
        date(2018, 1, 2),
    ]


def test_a_move_leads_to_both_sides_as_event_and_as_term():
    found = changing.borders({date(2018, 1, 1)}, [Move(months=1), Move(days=10)])

    assert {date(2018, 2, 1), date(2018, 1, 31), date(2017, 12, 1), date(2018, 1, 11)} <= {*found}


def test_a_rule_that_cannot_be_followed_tells_no_changes():
    both = Rule(
        id="cafe.both",
        programme=LANGUAGE.id,
        says=SAYS,
        holds=months_after(JUDGED_ON, 1) <= days_after(JUDGED_ON, 30),
        judged_at=Moment.SERVICE_DAY,
        source=ACT,
    )

    assert not [*changing.answers_change((), Asked.of(given(rules=(both,))), setting())]


def test_rows_of_a_facts_table_are_counted_like_records():
    asked = Asked.of(given(metrics=(ROWS,), facts_tables=(SOUND,)))

    assert not [*arranging.order_tells_nothing(asked, setting())]
    assert not [*arranging.ids_tell_nothing(asked, setting())]
    assert not counts_persons_once(ROWS, asked.schema)  # a column counts spells
    assert not [*splitting.people_add_up(asked, setting())]


def test_answers_that_differ_are_named(monkeypatch):
    answers = iter([{"a": 1}, {"a": 2}, {"a": 3}, {"a": 4}])
    monkeypatch.setattr(arranging, "said", lambda *_: next(answers))
    asked = Asked.of(given())

    assert [about for about, _ in arranging.order_tells_nothing(asked, setting())] == ["a"]
    assert [about for about, _ in arranging.ids_tell_nothing(asked, setting())] == ["a"]


def test_a_check_that_finds_something_else_in_another_order_is_named(monkeypatch):
    finds = iter([{"a": 1, "b": 1}, {"a": 2, "b": 1}])
    monkeypatch.setattr(arranging, "found", lambda *_: next(finds))

    assert [*arranging.order_tells_checks_nothing(Asked.of(given()), setting())] == [
        ("a", "it finds something else when the same records stand in another order")
    ]


def test_a_format_that_writes_the_same_is_left_in_peace():
    paper = ReportFormat(
        id="cafe.paper", says=SAYS, suffix=".txt", media_type="text/plain", render=lambda *_: b""
    )
    its = given(formats=(paper,), reports=(form(figures(metric("persons"))),))
    asked = Asked.of(its)

    assert not [*raising.nothing_raises(its.catalogue, asked, setting())]
    assert not [*arranging.order_tells_reports_nothing(asked, setting())]


def test_a_format_is_not_blamed_for_a_form_that_cannot_be_filled_in(monkeypatch):
    def refuse(*_):
        raise LookupError

    monkeypatch.setattr(raising, "filled_in", refuse)
    paper = ReportFormat(
        id="cafe.paper", says=SAYS, suffix=".txt", media_type="text/plain", render=lambda *_: b""
    )
    its = given(formats=(paper,), reports=(form(figures(metric("persons"))),))
    found = [*raising.nothing_raises(its.catalogue, Asked.of(its), setting())]

    assert found == [("cafe.form", "it raises instead of answering: LookupError")]


def test_limits_without_rules_are_explained():
    its = given(limits=(limit("half", ("six", months_after(stay.entered_on, 6))),))

    assert not [*raising.nothing_raises(its.catalogue, Asked.of(its), setting())]


def test_what_cannot_be_counted_tells_nothing_of_a_setting(monkeypatch):
    def refuse(*_):
        raise LookupError

    monkeypatch.setattr(gathering, "counted", refuse)
    assert not gathering.telling_of(given(metrics=(metric("persons"),)), setting())


def test_what_raises_in_a_law_is_a_problem_of_the_plugin():
    def law(asked, example):
        raise LookupError
        yield

    found = [*searching.problems(law, Asked.of(given()), setting())]
    assert found == [("cafe", "this could not be worked out: LookupError")]


def test_many_broken_declarations_are_named_and_few_made_small():
    def law(asked, example):
        yield from ((f"cafe.{letter}", "broken") for letter in "abcd")

    found = [*searching.broken(given(examples=2), st.just(setting()), law, first=(setting(),))]

    assert [each.about for each in found] == ["cafe.a", "cafe.b", "cafe.c", "cafe.d"]
    assert [bool(each.smallest) for each in found] == [True, True, False, False]


def test_what_is_never_met_again_is_shown_by_the_example_that_met_it():
    seen = []

    def law(asked, example):
        if not seen:
            seen.append(example)
            yield "cafe.a", "broken once"

    found = [*searching.broken(given(examples=2), st.just(setting()), law, first=(setting(),))]
    assert [(each.about, each.smallest) for each in found] == [("cafe.a", str(seen[0]))]


def test_another_problem_of_another_declaration_is_not_taken_for_it():
    asked = Asked.of(given())
    problem = searching.problem_about(lambda *_: [("cafe.b", "x")], asked, "cafe.a")

    assert problem(setting()) is None


MINUTES = metric(
    "minutes",
    subject=ParticipationRow,
    universe=entered(stay),
    grain=Grain.EVENT,
    measure=Measure.TOTAL,
    amount=stay.delivery_spells.count(),
    adds_up=True,
)
BY_REASON = metric(
    "by-reason",
    subject=ParticipationRow,
    universe=entered(stay),
    grain=Grain.EVENT,
    by=Axis(id="reason", says=lv("x").en("x"), code=stay.leaving_reason),
)


def figure_of(asked_metric, **total):
    """The figure of a metric, with another total."""
    its = setting()
    found = counted([asked_metric], its.records(given().schema), its)[asked_metric.id]
    return attrs.evolve(found, total=Tally(**total))


def test_an_amount_that_does_not_add_up_is_told():
    whole, part = figure_of(MINUTES, counted=2, amount=60), figure_of(MINUTES, counted=1, amount=20)

    assert "gives 60 in a period and 40 in its two parts" in meeting.not_added(whole, part, part)
    assert "amount 60" in splitting.not_added(whole, part, part)
    half = figure_of(MINUTES, counted=1, amount=30)
    assert not meeting.not_added(whole, half, half)


def test_groups_that_do_not_add_up_are_told():
    whole, part = figure_of(BY_REASON, counted=2), figure_of(BY_REASON, counted=1)
    other = attrs.evolve(whole, groups={"completed": Tally(counted=2)})

    assert splitting.not_added(other, part, part)
    assert not splitting.not_added(
        attrs.evolve(whole, groups=splitting.groups_of(part, part)), part, part
    )


def test_of_whom_more_is_known_is_worked_out_once():
    learned = knowing.Learned(
        knowing.TurnedOut(before=setting(), after=setting(), later=False),
        setting().records(given().schema),
        setting().records(given().schema),
    )

    assert learned.of(BY_REASON) is learned.of(MINUTES)


@pytest.mark.parametrize("born_on", [date(2000, 2, 29), NOT_ASKED])
def test_an_age_is_counted_by_birthdays(born_on):
    its = setting(born_on=born_on)
    records = its.records(given().schema)
    age = nodes.CompletedYears(CLIENT.born_on.node, stay.entered_on.node)
    (record,) = records.of_type("participation")

    assert DayWalker(records).number(age, record) == ObjectReader(records).number(age, record)


def test_a_metric_that_asks_for_no_period_is_not_asked_whether_periods_meet():
    always = metric("always", universe=stays.exist(), adds_up=True, membership=Membership.STOCK)

    assert not meeting.PERIODS_MEET.concerns(given(metrics=(always,)))
