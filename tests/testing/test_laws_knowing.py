"""The laws of knowledge: what is sure stays so, and what is not known is counted nowhere."""

from datetime import date

import attrs
import pytest
from laws_lab.facts import LYING, SOUND, CafeStayRow
from laws_lab.hands import setting
from laws_lab.plugins import (
    ACT,
    LANGUAGE,
    SAYS,
    broken,
    given,
    in_cafe,
    limit,
    metric,
    stay,
    stays,
)

from inclusion_core.expr import months_after, subject
from inclusion_core.facts.moments import PERIOD_FIRST_DAY, PERIOD_LAST_DAY
from inclusion_core.facts.subjects import CLIENT
from inclusion_core.metrics.metric import Grain
from inclusion_core.metrics.tally import Tally
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Gender
from inclusion_core.rules.rule import Rule
from inclusion_core.testing.conformance.laws import deciding, knowing
from inclusion_core.testing.conformance.laws.asked import Asked
from inclusion_core.testing.conformance.laws.deciding import (
    DECIDED_STAYS_DECIDED,
    decided_stays_decided,
)
from inclusion_core.testing.conformance.laws.knowing import (
    UNKNOWN_IS_NOT_COUNTED,
    counted_stay_counted,
)
from inclusion_core.testing.conformance.laws.turning import TurnedOut
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay

row = subject(CafeStayRow)
IN_PERIOD = row.entered_on.is_between(PERIOD_FIRST_DAY, PERIOD_LAST_DAY)


def women(table, **changed):
    """A metric of the rows of women."""
    return metric(
        "women",
        subject=CafeStayRow,
        table=table,
        universe=IN_PERIOD,
        where=row.gender.is_in(Gender.FEMALE),
        grain=Grain.EVENT,
        **changed,
    )


BORN_ONCE_ALL_IS_KNOWN = TurnedOut(
    before=setting(gender=Gender.FEMALE),
    after=setting(gender=Gender.FEMALE, born_on=date(1990, 1, 1)),
    later=False,
)


def rule_of(holds):
    """A rule that holds so, whatever may be asked."""
    rule = Rule(id="cafe.rule", programme=LANGUAGE.id, says=SAYS, holds=in_cafe(stay), source=ACT)
    object.__setattr__(rule, "holds", holds)
    return rule


def test_a_rule_that_takes_unknown_for_no_changes_its_mind():
    rule = rule_of(CLIENT.gender.is_known())
    found = broken(DECIDED_STAYS_DECIDED, rules=(rule,), examples=3)["cafe.rule"]

    assert "it is no while something is not known, and yes once all is" in found.problem
    assert found.smallest.count("When all is known:") == 1
    assert found.smallest.count("participation p") == 2  # once before, once after
    assert "c2" not in found.smallest


def test_a_facts_table_that_lies_about_what_it_knows_is_named_with_its_column():
    asked = Asked.of(given(facts_tables=(LYING,)))

    ((about, problem),) = decided_stays_decided(asked, BORN_ONCE_ALL_IS_KNOWN)
    assert about == "cafe.stay/gender"
    assert "look whether known_where can turn from yes to no" in problem


def test_a_sound_plugin_keeps_the_laws_of_knowledge():
    asking = attrs.evolve(
        women(SOUND), id="cafe.complete", universe=IN_PERIOD & row.gender.is_known()
    )
    its = given(
        rules=(rule_of(months_after(CLIENT.born_on, 216) <= stay.entered_on),),
        limits=(limit("half", ("six", months_after(stay.entered_on, 6)), ("left", stay.left_on)),),
        facts_tables=(SOUND,),
        metrics=(metric("persons"), women(SOUND), asking),
        examples=6,
    )

    for check in (DECIDED_STAYS_DECIDED, UNKNOWN_IS_NOT_COUNTED):
        assert list(check.look(its)) == []


# By hand, one fact at a time.


def test_limits_that_open_elsewhere_than_was_sure_are_named():
    later = limit("later", ("left", stay.left_on), first_day=CLIENT.born_on)
    asked = Asked.of(given(limits=(later,)))
    example = TurnedOut(
        before=setting(born_on=PartialDay.of_month(2018, 6)),
        after=setting(born_on=date(2018, 7, 1)),
        later=False,
    )

    found = dict(decided_stays_decided(asked, example))
    assert found == {"cafe.later": "for p1, the first day was sure to lie elsewhere"}
    assert dict(decided_stays_decided(asked, attrs.evolve(example, later=True))) == {}


def test_a_figure_over_facts_that_lie_falls_when_more_is_known():
    asked = Asked.of(given(facts_tables=(LYING,), metrics=(women(LYING),)))
    found = dict(counted_stay_counted(asked, BORN_ONCE_ALL_IS_KNOWN))
    assert found == {"cafe.women": "p1 was counted, and is not once all is known"}


@pytest.mark.parametrize(
    ("then", "now", "learned"),
    [
        (NOT_ASKED, date(2018, 1, 1), True),
        (PartialDay.of_year(2018), date(2018, 6, 1), True),
        (PartialDay.of_year(2018), PartialDay.of_month(2018, 6), True),
        (PartialDay.of_year(2018), date(2019, 1, 1), False),
        (PartialDay.of_year(2018), NOT_ASKED, False),
        (date(2018, 1, 1), date(2018, 1, 1), True),
        (date(2018, 1, 1), ABSENT, False),
    ],
)
def test_what_a_field_may_come_to_hold(then, now, learned):
    assert deciding.may_become(then, now) is learned


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (Tally(unknown=1), Tally(counted=1, asked=1), ""),
        (Tally(open=1), Tally(), ""),
        (Tally(counted=1, asked=1), Tally(counted=1, asked=1), ""),
        (Tally(counted=1, asked=1), Tally(), "was counted, and is not"),
        (Tally(), Tally(unknown=1), "was surely not counted, and is or may be"),
        (Tally(asked=1), Tally(counted=1, asked=1), "was surely not counted, and is or may be"),
        (Tally(), Tally(), ""),
    ],
)
def test_how_a_tally_may_turn_out(before, after, told):
    assert knowing.turned(before, after) == told


def test_of_whom_more_is_known_that_a_metric_asks_to_be_known_may_count():
    complete = attrs.evolve(
        women(SOUND), id="cafe.complete", universe=IN_PERIOD & row.gender.is_known()
    )
    again = attrs.evolve(complete, id="cafe.again")
    asked = Asked.of(given(metrics=(complete, again), facts_tables=(SOUND,)))
    example = TurnedOut(before=setting(), after=setting(gender=Gender.FEMALE), later=False)

    assert list(counted_stay_counted(asked, example)) == []


def test_who_was_not_there_before_may_count():
    asked = Asked.of(given(metrics=(metric("persons"),)))
    empty = attrs.evolve(setting(), caseload=Caseload.of_records([], known_on=date(2019, 1, 15)))

    example = TurnedOut(before=empty, after=setting(), later=True)
    assert list(counted_stay_counted(asked, example)) == []


def test_whether_something_in_a_list_is_known_is_not_followed():
    inside = metric("inside", universe=stays.where(lambda each: each.left_on.is_known()).exist())
    over_facts = women(SOUND)

    assert not knowing.followed(inside, later=False)
    assert not knowing.followed(over_facts, later=True)
    assert knowing.followed(over_facts, later=False)


def test_a_record_that_is_gone_is_asked_as_it_was():
    asked = Asked.of(given(rules=(rule_of(CLIENT.arrivals.exist()),)))
    gone = attrs.evolve(setting(), caseload=Caseload.of_records([], known_on=date(2019, 1, 15)))

    example = TurnedOut(before=setting(), after=gone, later=True)
    assert list(decided_stays_decided(asked, example)) == []
