"""In what a definition is another: codes, bounds, columns of a facts table, assumptions."""

from decimal import Decimal

import attrs
import impact_lab as own
import pytest
from metrics_lab.guest_facts import OFTEN, TABLE, facts
from metrics_lab.guests import COUNTRY, VisitRow, guest, metric, visit

from inclusion_core.impact.comparing import compared
from inclusion_core.impact.moved import AssumptionMoved
from inclusion_core.metrics.metric import Measure
from inclusion_core.metrics.tally import NoCode
from inclusion_core.model.yes_no import YesNo

OFTEN_HERE = own.of_facts(facts.came_often.is_in(YesNo.YES))


def lines(impact, metric="toy.guests", language="en"):
    return [each.in_(language) for each in impact[metric].definition]


def apart(one, other):
    return compared(own.guests(one), own.guests(other), schema=own.GUESTS)


def test_codes_that_one_alone_names_are_told_by_time():
    one = metric(where=guest.country.is_in("LV", "UA"))
    other = metric(where=guest.country.is_in("LV", "SY"))
    impact = apart(one, other)

    assert lines(impact) == [
        "condition (guest, country): only before: UA",
        "condition (guest, country): only now: SY",
    ]
    assert lines(impact, language="lv")[1] == "nosacījums (guest, valsts): tikai tagad: SY"
    assert impact["toy.guests"].figure.left() == ("g-2", "g-3")


def test_codes_that_one_alone_adds_are_told_once():
    one, other = (guest.country.is_in(*codes) for codes in (["LV"], ["LV", "UA"]))
    impact = apart(metric(where=one), metric(where=other))

    assert lines(impact) == ["condition (guest, country): only now: UA"]


def test_bounds_are_told():
    impact = apart(metric(where=guest.children >= 1), metric(where=guest.children >= 2))

    assert lines(impact) == ["condition (children): 1 or more / 2 or more"]
    assert impact["toy.guests"].figure.left() == ("g-2",)


def test_other_records_are_other_subjects():
    impact = apart(metric(), metric(subject=VisitRow, universe=visit.guest.children >= 1))

    assert lines(impact) == ["counts other records: guest / visit"]
    assert impact["toy.guests"].figure.left() == ("g-1", "g-2", "g-3")


def test_a_column_that_is_worked_out_otherwise_is_told():
    more = own.guest_facts(came_often=guest.visits.count() >= 3)
    fewer = own.guest_facts(came_often=guest.visits.count() >= 1)
    one = attrs.evolve(OFTEN_HERE, table=more)
    other = attrs.evolve(OFTEN_HERE, table=fewer)
    impact = apart(one, other)

    [line] = lines(impact)
    assert line.startswith("how it is found out, came often: condition (number of records: visit)")
    assert line.endswith(": 3 or more / 1 or more")
    assert impact["toy.guests"].figure.joined() == ("g-2", "g-3")


def test_a_number_that_is_worked_out_otherwise_is_told():
    other = attrs.evolve(OFTEN_HERE, table=own.guest_facts(visits=guest.children))
    impact = apart(OFTEN_HERE, other)

    assert lines(impact) == [
        "how it is found out, visits: number of records: visit / children",
    ]


def test_a_number_whose_words_are_the_same_is_worked_out_otherwise():
    among = guest.visits.where(lambda each: each.room.is_in(own.Room.HALL)).count()
    impact = apart(OFTEN_HERE, attrs.evolve(OFTEN_HERE, table=own.guest_facts(visits=among)))

    assert lines(impact) == ["how it is found out, visits: defined otherwise"]


def test_a_code_or_where_it_is_known_is_told_in_one_word():
    by_country = own.of_facts(facts.country.is_in("LV"))
    other = attrs.evolve(by_country, table=own.guest_facts(country=guest.generation))
    column = attrs.evolve(TABLE.columns["country"], known_where=guest.visits.exist())
    table = attrs.evolve(TABLE, columns={**TABLE.columns, "country": column})

    assert lines(apart(by_country, other)) == ["how it is found out, country: defined otherwise"]
    known = apart(by_country, attrs.evolve(by_country, table=table))
    assert lines(known) == ["how it is found out, country: defined otherwise"]


def test_a_clause_with_another_name_alone_is_no_other_definition():
    often = guest.visits.count() >= OFTEN.number
    named = own.guest_facts(came_often=often.named("often", own.TITLE))

    assert lines(apart(OFTEN_HERE, attrs.evolve(OFTEN_HERE, table=named))) == []


def test_an_assumption_of_another_value_is_told():
    before, after = own.guests(OFTEN_HERE), own.guests(OFTEN_HERE, assumptions={"toy.often": 3})
    impact = compared(before, after, schema=own.GUESTS)
    [moved] = impact["toy.guests"].assumptions

    assert (moved.id, moved.before, moved.after) == ("toy.often", 2, 3)
    assert [each.in_("en") for each in moved.says] == [
        "often is 2 times or more",
        "often is 3 times or more",
    ]
    assert impact["toy.guests"].figure.left() == ("g-2",)
    [who] = impact["toy.guests"].moved
    assert [each.says.in_("en") for each in who.clauses] == ["came often: yes"]
    assert who.versions == ()


def test_what_one_definition_alone_assumes_is_told_as_far_as_somebody_says_it():
    without = attrs.evolve(OFTEN_HERE, table=own.guest_facts(came_often=guest.children >= 1))
    without = attrs.evolve(without, table=attrs.evolve(without.table, assumes=()))
    found = apart(OFTEN_HERE, without)["toy.guests"].assumptions
    nobody = own.guests(without)
    silent = attrs.evolve(nobody.metrics[0], assumptions={"toy.often": 2})
    unsaid = compared(attrs.evolve(nobody, metrics=(silent,)), nobody, schema=own.GUESTS)[
        "toy.guests"
    ].assumptions

    assert found == (AssumptionMoved(id="toy.often", before=2, after=None, says=(OFTEN.told(2),)),)
    assert unsaid == (AssumptionMoved(id="toy.often", before=2, after=None),)


def test_a_value_that_may_not_be_assumed_any_more_has_no_sentence():
    now = own.guests(OFTEN_HERE)
    before = attrs.evolve(now.metrics[0], assumptions={"toy.often": 50})
    impact = compared(attrs.evolve(now, metrics=(before,)), now, schema=own.GUESTS)

    assert impact["toy.guests"].assumptions[0].says == (OFTEN.told(2),)


def test_groups_of_no_code_have_words():
    nobody = metric(by=COUNTRY, where=guest.country.is_in("LV"))
    everybody = metric(by=COUNTRY)
    whole, *groups = apart(nobody, everybody)["toy.guests"].figures

    assert whole.joined() == ("g-2", "g-3")
    assert [each.says.in_("en") for each in groups] == ["Country: UA"]
    unasked = metric(by=attrs.evolve(COUNTRY, code=guest.generation))
    found = apart(attrs.evolve(unasked, where=guest.children >= 9), unasked)["toy.guests"]
    assert [(each.group, each.says.in_("lv")) for each in found.figures[1:]] == [
        (NoCode.UNKNOWN, "Valsts: nav zināms")
    ]


def test_an_axis_that_one_alone_has_moves_no_group_of_the_other():
    impact = apart(metric(), metric(by=COUNTRY))

    assert not impact["toy.guests"].figure.moved
    assert [each.group for each in impact["toy.guests"].figures[1:]] == ["LV", "UA"]


@pytest.mark.parametrize("measure", [Measure.TOTAL, Measure.MEDIAN])
def test_an_amount_that_is_not_known_may_change_the_figure(measure):
    children = metric(measure=measure, amount=guest.children)
    impact = apart(children, attrs.evolve(children, where=guest.children >= 1))
    figure = impact["toy.guests"].figure

    assert (figure.before.unknown, figure.after.unknown) == (1, 1)
    assert figure.before.value == (3 if measure is Measure.TOTAL else Decimal("1.5"))
