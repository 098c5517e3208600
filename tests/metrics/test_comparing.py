"""Two definitions laid side by side: each difference by its word, and what follows for figures."""

from datetime import date

import attrs
import pytest
from metrics_lab.guest_facts import OFTEN, TABLE, GuestFactsRow, facts
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

from inclusion_core.expr import (
    all_of,
    any_of,
    at_least,
    codes_parameter,
    completed_years,
    day,
    day_parameter,
    days_after,
    earliest_of,
    latest_of,
    months_after,
    months_before,
    nodes,
    number_parameter,
    term_from,
)
from inclusion_core.facts.moments import PERIOD_LAST_DAY
from inclusion_core.metrics.bounds import Bounds
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
        ({"settled_on": guest.moved_away_on}, Aspect.SETTLED_ON, True),
        ({"unit": ROOM.says}, Aspect.UNIT, True),
        ({"assumes": (OFTEN,)}, Aspect.ASSUMES, True),
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


# Numbers, days and times.

FIRST_VISIT = guest.visits.earliest(lambda each: each.came_on)
AGE = completed_years(guest.born_on, FIRST_VISIT)


@pytest.mark.parametrize(
    ("one", "other", "english", "latvian"),
    [
        (
            AGE < 25,
            (AGE >= 18) & (AGE <= 29),
            "condition (time from born on to first of: came on): under 25 years / 18 to 29 years",
            (
                "nosacījums (laiks no: born on, līdz: pirmā no: came on): "
                "mazāk nekā 25 gadi / no 18 līdz 29 pilniem gadiem"
            ),
        ),
        (
            AGE >= 55,
            AGE > 64,
            (
                "condition (time from born on to first of: came on): "
                "55 years or more / 65 years or more"
            ),
            (
                "nosacījums (laiks no: born on, līdz: pirmā no: came on): "
                "55 gadi vai vairāk / 65 gadi vai vairāk"
            ),
        ),
        (
            months_after(guest.born_on, 6) < PERIOD_LAST_DAY,
            months_after(guest.born_on, 12) < PERIOD_LAST_DAY,
            (
                "condition (time from born on to last day of the period): "
                "more than 6 months / more than 12 months"
            ),
            (
                "nosacījums (laiks no: born on, līdz: pārskata perioda pēdējā diena): "
                "vairāk nekā 6 mēn. / vairāk nekā 12 mēn."
            ),
        ),
        (
            months_before(guest.moved_away_on, 1) <= guest.born_on,
            guest.born_on > months_before(guest.moved_away_on, 6),
            "condition (time from born on to moved away on): 1 month or less / under 6 months",
            (
                "nosacījums (laiks no: born on, līdz: moved away on): "
                "1 mēn. vai mazāk / mazāk nekā 6 mēn."
            ),
        ),
        (
            months_before(guest.moved_away_on, 1) <= guest.born_on,
            months_before(guest.moved_away_on, 6) <= guest.born_on,
            "condition (time from born on to moved away on): 1 month or less / 6 months or less",
            (
                "nosacījums (laiks no: born on, līdz: moved away on): "
                "1 mēn. vai mazāk / 6 mēn. vai mazāk"
            ),
        ),
        (
            all_of(
                months_after(guest.born_on, 3) <= guest.moved_away_on,
                months_after(guest.born_on, 18) > guest.moved_away_on,
            ),
            months_after(guest.born_on, 3) <= guest.moved_away_on,
            (
                "condition (time from born on to moved away on): "
                "3 months or more and under 18 months / 3 months or more"
            ),
            (
                "nosacījums (laiks no: born on, līdz: moved away on): "
                "3 mēn. vai vairāk un mazāk nekā 18 mēn. / 3 mēn. vai vairāk"
            ),
        ),
        (
            guest.children >= 3,
            guest.children > 3,
            "condition (children): 3 or more / 4 or more",
            "nosacījums (children): 3 vai vairāk / 4 vai vairāk",
        ),
        (
            guest.children.is_exactly(3),
            (guest.children < 9) & (guest.children >= 2),
            "condition (children): 3 / 2 to 8",
            "nosacījums (children): 3 / no 2 līdz 8",
        ),
        (
            guest.visits.count() <= 3,
            guest.visits.count() < 3,
            "condition (number of records: visit): 3 or less / 2 or less",
            "nosacījums (ierakstu skaits: apmeklējums): 3 vai mazāk / 2 vai mazāk",
        ),
        (
            guest.visits.sum(lambda each: each.guest.children) <= 3,
            guest.visits.sum(lambda each: each.guest.children) <= 4,
            "condition (sum: children): 3 or less / 4 or less",
            "nosacījums (summa: children): 3 vai mazāk / 4 vai mazāk",
        ),
        (
            guest.born_on <= date(2000, 6, 1),
            guest.born_on >= date(2000, 6, 1),
            "condition (born on): to 1 June 2000 / from 1 June 2000",
            "nosacījums (born on): līdz 2000. gada 1. jūnijam / no 2000. gada 1. jūnija",
        ),
        (
            guest.born_on.is_on(date(2000, 6, 1)),
            (guest.born_on > date(2000, 6, 1)) & (guest.born_on < date(2001, 6, 1)),
            "condition (born on): 1 June 2000 / 2 June 2000 to 31 May 2001",
            (
                "nosacījums (born on): 2000. gada 1. jūnijs / "
                "no 2000. gada 2. jūnija līdz 2001. gada 31. maijam"
            ),
        ),
    ],
)
def test_bounds_of_numbers_days_and_times_are_told(one, other, english, latvian):
    pair = metric(where=one), metric(where=other)

    assert told(*pair)[1:] == [english]
    assert told(*pair, "lv")[1:] == [latvian]


def test_bounds_are_values_and_may_stand_beside_other_conditions_in_any_place():
    here = guest.country.is_in("LV")
    one = metric(where=all_of(guest.children >= 1, here, guest.children <= 3))
    other = metric(where=all_of(here, guest.children >= 2))

    (difference,) = compared(one, other).differences

    (apart,) = difference.bounds
    assert (apart.one, apart.other) == (Bounds(1, 3), Bounds(2))
    assert not difference.otherwise
    assert not compared(one, other).comparable


@pytest.mark.parametrize("inside", ["any", "at least", "list", "named"])
def test_bounds_inside_of_other_conditions_are_found(inside):
    def where(number):
        asked = guest.children >= number
        match inside:
            case "any":
                return any_of(asked, ADULT)
            case "at least":
                return at_least(1, asked, ADULT)
            case "list":
                return guest.visits.where(lambda each: each.guest.children >= number).exist()
            case "named":
                return ADULT & asked.named("toy.many", lv("daudz").en("many"))

    assert told(metric(where=where(2)), metric(where=where(3)))[1:] == [
        "condition (children): 2 or more / 3 or more"
    ]


MANY, MORE = guest.children >= 2, guest.children >= 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ADULT & MANY, ADULT),
        (any_of(MANY & ADULT, guest.visits.exist()), any_of(ADULT, MORE & guest.visits.exist())),
        (any_of(MANY, ADULT), MORE & ADULT),
        (any_of(MANY & ADULT, MORE), any_of(MANY, MORE & ADULT)),
        (~(MANY & ADULT), ~(MORE & ADULT)),
        (any_of(MANY, MORE, ADULT), any_of(MANY, guest.children >= 4, ADULT)),
        (all_of(MANY, MORE), all_of(MANY, guest.children >= 4)),
        (all_of(guest.children <= 2, guest.children <= 3), all_of(guest.children <= 4)),
        (guest.children >= OFTEN.number, guest.children >= number_parameter("toy.other")),
        (guest.born_on <= guest.moved_away_on, guest.moved_away_on <= guest.born_on),
        (guest.born_on <= PERIOD_LAST_DAY, guest.born_on <= day_parameter("status_day")),
        (day(date(2000, 1, 1)) <= date(2000, 1, 2), day(date(2000, 1, 1)) <= date(2000, 1, 3)),
        (
            number_parameter("toy.often") >= 2,
            type(guest.children)(nodes.NumberLiteral(1)) >= 2,
        ),
        (
            days_after(guest.born_on, 6) <= guest.moved_away_on,
            days_after(guest.born_on, 7) <= guest.moved_away_on,
        ),
        (
            guest.visits.where(lambda each: each.guest.children >= 2).count() >= 2,
            guest.visits.where(lambda each: each.guest.children >= 3).count() >= 2,
        ),
        (
            guest.visits.where(lambda each: each.guest.children >= 2).exist(),
            guest.visits.where(lambda each: each.guest.children >= 3).exist() & ADULT,
        ),
    ],
)
def test_what_cannot_be_told_in_a_few_words_is_told_as_defined_otherwise(one, other):
    both = (OFTEN, attrs.evolve(OFTEN, id="toy.other"))
    pair = metric(where=one, assumes=both), metric(where=other, assumes=both)

    assert told(*pair)[-1] == "condition: defined otherwise"
    assert compared(*pair).differences[0].otherwise


def test_conditions_nested_otherwise_are_the_same():
    flat = all_of(ADULT, MANY, guest.visits.exist())
    nested = all_of(ADULT, all_of(MANY, guest.visits.exist()).named("toy.x", lv("x").en("x")))

    assert compared(metric(where=flat), metric(where=nested)).differences == ()


# What else a definition says.


@pytest.mark.parametrize(
    ("settled_on", "words"),
    [
        (days_after(guest.moved_away_on, 28), "28 days after moved away on"),
        (days_after(months_after(guest.moved_away_on, 1), -2), "1 month after moved away on"),
        (months_before(guest.moved_away_on, 6), "6 months before moved away on"),
        (term_from(guest.moved_away_on, 6), "end of 6 months from moved away on"),
        (days_after(term_from(guest.moved_away_on, 6), 1), "1 day after end of 6 months from"),
        (earliest_of(guest.moved_away_on, PERIOD_LAST_DAY), "first of: moved away on and last"),
        (latest_of(guest.moved_away_on, date(2018, 6, 1)), "last of: moved away on and 1 June"),
        (guest.visits.latest(lambda each: each.came_on), "last of: came on"),
        (day_parameter("some_day"), "some day"),
    ],
)
def test_the_day_on_which_an_answer_stands_is_told(settled_on, words):
    _, difference = told(metric(), metric(settled_on=settled_on))

    assert difference.startswith("day on which the answer stands: none / ")
    assert words in difference


def test_amounts_units_and_measures_are_told():
    one = metric(measure=Measure.TOTAL, amount=guest.children, unit=ROOM.says)
    other = metric(measure=Measure.MEDIAN, amount=completed_years(guest.born_on, PERIOD_LAST_DAY))

    assert told(one, other)[1:] == [
        "measure: total / median",
        "amount: children / full years from born on to last day of the period",
        "unit: Room / none",
    ]
    assert told(metric(), one)[1:] == [
        "measure: how many subjects / total",
        "amount: none / children",
        "unit: none / Room",
    ]


@pytest.mark.parametrize("number", [number_parameter("toy.often"), guest.visits.count()])
def test_an_amount_has_words_of_whatever_kind_it_is(number):
    amount = metric(measure=Measure.TOTAL, amount=number, assumes=(OFTEN,))

    assert len(told(metric(assumes=(OFTEN,)), amount)) == 3


def test_amounts_that_have_the_same_words_are_told_as_defined_otherwise():
    def counting(room):
        amount = guest.visits.where(lambda each: each.room.is_in(room)).count()
        return metric(measure=Measure.TOTAL, amount=amount)

    assert told(counting(Room.HALL), counting(Room.KITCHEN))[1:] == ["amount: defined otherwise"]


def test_a_literal_amount_is_told_as_a_number():
    literal = type(guest.children)(nodes.NumberLiteral(60))
    two = metric(measure=Measure.TOTAL, amount=literal)

    assert told(metric(measure=Measure.TOTAL, amount=guest.children), two)[1:] == [
        "amount: children / 60"
    ]


IN_FACTS = {"subject": GuestFactsRow, "universe": facts.visits >= 1}


def test_fields_of_a_facts_table_go_by_its_own_words():
    one = metric(table=TABLE, **IN_FACTS)
    other = attrs.evolve(one, universe=facts.visits >= 3)

    assert [each.in_("en") for each in compared(one, other).told()][1:] == [
        "universe (visits): 1 or more / 3 or more"
    ]
    assert [each.in_("lv") for each in compared(one, other).told()][1:] == [
        "kopa, par kuru jautā (apmeklējumi): 1 vai vairāk / 3 vai vairāk"
    ]
    codes = (attrs.evolve(one, where=facts.country.is_in(code)) for code in ("LV", "EE"))
    assert [each.in_("en") for each in compared(*codes).told()][1:] == [
        "condition (guest in short, country): only in toy.guests: LV",
        "condition (guest in short, country): only in toy.guests: EE",
    ]


def test_the_rows_of_two_tables_and_records_are_told_apart():
    one = metric(table=TABLE, **IN_FACTS)
    other = attrs.evolve(
        one, table=attrs.evolve(TABLE, id="toy.else", says=lv("kāds").en("somebody"))
    )
    alike = attrs.evolve(one, table=attrs.evolve(TABLE, id="toy.else"))

    assert told(one, other)[1:] == ["table whose rows are counted: one guest / somebody"]
    assert told(one, alike)[1:] == ["table whose rows are counted: defined otherwise"]
    assert told(attrs.evolve(one, table=None), one)[1:] == [
        "table whose rows are counted: records / one guest"
    ]


def test_assumptions_that_only_one_makes_or_makes_otherwise_are_told():
    seldom = attrs.evolve(OFTEN, default=5)
    more = attrs.evolve(OFTEN, id="toy.more", choices={2: lv("vēl").en("more")})

    assert told(metric(assumes=(OFTEN,)), metric(assumes=(seldom,)))[1:] == [
        "assumptions: often is 2 times or more / often is 5 times or more"
    ]
    assert told(metric(), metric(assumes=(seldom, more)))[1:] == [
        "assumptions: none / often is 5 times or more; more"
    ]
    assert told(metric(assumes=(OFTEN, more)), metric(assumes=(OFTEN,)), "lv")[1:] == [
        "pieņēmumi: vēl / nav"
    ]
