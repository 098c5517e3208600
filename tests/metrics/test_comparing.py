"""Two definitions laid side by side: each difference by its word, and what follows for figures."""

from datetime import date

import attrs
import pytest
from metrics_lab.guests import (
    ADULT,
    COUNTRY,
    ROOM,
    SCHEMA,
    Room,
    VisitRow,
    guest,
    metric,
    visit,
)

from inclusion_core.expr import all_of, codes_parameter
from inclusion_core.metrics.comparing import Aspect, CodesApart, compared
from inclusion_core.metrics.metric import ClassifiedOn, Grain, Measure, Membership
from inclusion_core.texts import lv
from inclusion_core.vocabulary import Vocabulary

WORDS = Vocabulary(
    id="toy.words",
    types={"visit": lv("apmeklējums").en("visit"), "guest": lv("viesis").en("guest")},
    fields={"visit.room": lv("telpa").en("room"), "guest.country": lv("valsts").en("country")},
    codes={Room.HALL: lv("zāle").en("hall"), Room.KITCHEN: lv("virtuve").en("kitchen")},
)


def came_to(*rooms):
    return guest.visits.where(lambda each: each.room.is_in(*rooms)).exist()


def told(one, other, language="en"):
    return [each.in_(language) for each in compared(one, other).told(WORDS, SCHEMA)]


def test_a_metric_is_comparable_with_itself_and_with_one_declared_alike():
    other = metric(id="toy.again", says=lv("Vēlreiz").en("Again"), notes=(ROOM.says,))

    comparison = compared(metric(), other)

    assert comparison.differences == ()
    assert comparison.comparable
    assert told(metric(), other) == [
        "Both metrics are defined alike; their figures may be compared."
    ]
    assert told(metric(), other, "lv") == [
        "Abi rādītāji ir definēti vienādi; to skaitļus drīkst salīdzināt."
    ]


@pytest.mark.parametrize(
    ("change", "aspect", "matters"),
    [
        ({"universe": ADULT}, Aspect.UNIVERSE, True),
        ({"where": ADULT}, Aspect.WHERE, True),
        ({"grain": Grain.FUND}, Aspect.GRAIN, True),
        ({"membership": Membership.STOCK}, Aspect.MEMBERSHIP, True),
        ({"classified_on": ClassifiedOn.ENTRY}, Aspect.CLASSIFIED_ON, True),
        ({"by": COUNTRY}, Aspect.BY, False),
        ({"adds_up": True}, Aspect.ADDS_UP, False),
    ],
)
def test_each_difference_is_named_by_its_word(change, aspect, matters):
    for pair in ((metric(), metric(**change)), (metric(**change), metric())):
        comparison = compared(*pair)

        assert [each.aspect for each in comparison.differences] == [aspect]
        assert comparison.comparable is not matters
        assert aspect.says.in_("en") in comparison.says.in_("en")
        assert aspect.says.in_("lv") in comparison.says.in_("lv")


def test_another_subject_is_another_figure():
    visits = metric(subject=VisitRow, universe=visit.came_on >= date(2018, 6, 1))

    comparison = compared(metric(universe=guest.born_on >= date(2018, 6, 1)), visits)

    assert [each.aspect for each in comparison.differences] == [Aspect.SUBJECT, Aspect.UNIVERSE]
    assert not comparison.comparable
    assert told(comparison.one, visits)[1:] == [
        "subject: guest / visit",
        "universe: defined otherwise",
    ]


def test_values_stand_side_by_side_in_words():
    other = metric(grain=Grain.FUND, membership=Membership.STOCK, adds_up=True)

    first, *others = told(metric(), other)
    assert first == (
        "The figures may not be compared: the definitions differ in grain, membership and adding "
        "up."
    )
    assert others == [
        "grain: per programme / per fund",
        "membership: active / stock on a day",
        "adding up: no / yes",
    ]
    assert told(metric(), other, "lv")[1] == "kur katru skaita vienreiz: programmā / fondā"


def test_totals_may_be_compared_although_one_is_broken_down():
    assert told(metric(), metric(by=COUNTRY)) == [
        "The figures may be compared, although the definitions differ in breakdown.",
        "breakdown: none / Country",
    ]


def test_a_breakdown_by_the_same_code_is_the_same():
    renamed = attrs.evolve(COUNTRY, id="land", says=lv("Zeme").en("Land"))

    assert compared(metric(by=COUNTRY), metric(by=renamed)).differences == ()


def test_where_different_codes_are_counted_the_breakdown_matters():
    rooms = attrs.evolve(COUNTRY, code=guest.visits.only(lambda each: each.room))
    one, other = (metric(by=by, measure=Measure.DIFFERENT_CODES) for by in (COUNTRY, rooms))

    assert not compared(one, other).comparable
    assert [each.aspect for each in compared(one, metric(by=COUNTRY)).differences] == [
        Aspect.MEASURE
    ]


def test_codes_that_only_one_condition_names_are_named():
    one = metric(id="toy.wide", where=came_to(Room.HALL, Room.KITCHEN))
    other = metric(id="toy.narrow", where=came_to(Room.KITCHEN))

    (difference,) = compared(one, other).differences

    assert [(each.only_one, each.only_other) for each in difference.codes] == [(("hall",), ())]
    assert not difference.otherwise
    assert told(one, other)[1:] == ["condition (visit, room): only in toy.wide: hall"]
    assert told(other, one, "lv")[1:] == [
        "nosacījums (apmeklējums, telpa): tikai rādītājā toy.wide: zāle"
    ]


def test_codes_of_both_sides_are_told_and_so_is_what_differs_besides():
    one = metric(id="toy.one", where=guest.country.is_in("LV", "EE") & ADULT)
    other = metric(id="toy.other", where=guest.country.is_in("LT", "LV"))

    (difference,) = compared(one, other).differences

    assert difference.otherwise
    assert told(one, other)[1:] == [
        "condition (guest, country): only in toy.one: EE",
        "condition (guest, country): only in toy.other: LT",
        "condition: defined otherwise",
    ]


def test_codes_of_what_is_worked_out_of_a_list_are_those_of_its_field():
    def mostly(room):
        return metric(where=guest.visits.only(lambda each: each.room).is_in(room))

    (difference,) = compared(mostly(Room.HALL), mostly(Room.KITCHEN)).differences

    (apart,) = difference.codes
    assert (apart.field.name, apart.only_one, apart.only_other) == ("room", ("hall",), ("kitchen",))
    assert not difference.otherwise


def test_codes_named_inside_of_a_code_that_is_asked_for_are_laid_side_by_side_too():
    def country_of(room):
        visits = guest.visits.where(lambda each: each.room.is_in(room))
        return metric(where=visits.only(lambda each: each.guest.country).is_in("LV"))

    (difference,) = compared(country_of(Room.HALL), country_of(Room.KITCHEN)).differences

    assert [each.only_one for each in difference.codes] == [("hall",)]
    assert not difference.otherwise


def test_a_list_that_the_asker_gives_is_no_set_of_codes():
    given = metric(where=guest.country.is_in(codes_parameter("eu")))

    (difference,) = compared(given, metric(where=guest.country.is_in("LV"))).differences

    assert difference.codes == ()
    assert difference.otherwise


def test_the_names_of_clauses_make_no_difference():
    named = ADULT.named("toy.adult", lv("pieaudzis").en("adult"))
    both = all_of(named, guest.visits.exist()).named("toy.both", lv("abi").en("both"))

    assert compared(metric(where=ADULT), metric(where=named)).differences == ()
    assert (
        compared(metric(where=ADULT & guest.visits.exist()), metric(where=both)).differences == ()
    )


def test_comparisons_are_values():
    one, other = metric(where=came_to(Room.HALL)), metric(where=came_to(Room.KITCHEN))

    assert compared(one, other) == compared(one, other)
    assert isinstance(compared(one, other).differences[0].codes[0], CodesApart)
