"""What is shared is worked out once and days are moved seldom; answers stay the same."""

from datetime import date, timedelta
from itertools import permutations, product

import narwhals as nw
import polars as pl
import pytest
from kernel_lab.toy import SCHEMA, Member, MemberRow

from inclusion_core.expr import (
    Condition,
    all_of,
    any_of,
    completed_years,
    day_parameter,
    days_after,
    earliest_of,
    months_after,
    months_before,
    nodes,
    number_parameter,
    subject,
    term_from,
)
from inclusion_core.expr.frames import Count, FrameReader, Tables
from inclusion_core.expr.frames.beginnings import Beginnings
from inclusion_core.expr.frames.calendar import first_moved_to, last_moved_to
from inclusion_core.expr.frames.columns import (
    TRUTHS,
    TruthColumn,
    as_column,
    choose,
    conjunction,
    opposite,
)
from inclusion_core.expr.objects import ObjectReader, shifted
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.periods import LeapDay
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT, ALWAYS, NEVER, NOT_ASKED, PartialDay

ENGINES = pytest.mark.parametrize("engine", ["polars", "duckdb", "pyarrow"])
member = subject(MemberRow)
JUDGED = day_parameter("judged_on")
LIMIT = number_parameter("limit")
GIVEN = Parameters(days={"judged_on": date(2021, 2, 28)}, numbers={"limit": 1})

BIRTHDAYS = (
    *(date(2020, 2, 28), date(2020, 2, 29), date(2020, 3, 1), date(2019, 8, 31)),
    *(date(2020, 8, 29), date(2020, 12, 31), date(2021, 1, 1)),
    *(PartialDay.of_year(2020), PartialDay.of_month(2020, 8), ABSENT, NOT_ASKED),
)
ENTRIES = (date(2021, 2, 28), date(2021, 3, 1), date(2021, 8, 31), date(2024, 2, 29))
MEMBERS = [
    Member(
        id=f"m{place}",
        household_id="h",
        sponsor_id="m0",
        born_on=born,
        registered_on=entered,
    )
    for place, (born, entered) in enumerate(product(BIRTHDAYS, ENTRIES))
]
AGE = completed_years(member.born_on, member.registered_on)
OLD = AGE >= 2
CONDITIONS = {
    "of one year": AGE >= 1,
    "of two years": OLD,
    "below three": AGE < 3,
    "at the limit": completed_years(member.born_on, member.registered_on) <= LIMIT,
    "from the limit on": completed_years(member.born_on, member.registered_on) >= LIMIT,
    "of the number": Condition(nodes.AtMost(nodes.NumberLiteral(1), AGE.node)),
    "at the number": Condition(nodes.AtMost(AGE.node, nodes.NumberLiteral(1))),
    "on 28 February": completed_years(member.born_on, member.registered_on, LeapDay.FEBRUARY_28)
    >= LIMIT,
    "more than 6 months": months_after(member.born_on, 6) < member.registered_on,
    "more than 12 months": months_after(member.born_on, 12) < member.registered_on,
    "6 months or less": member.registered_on <= months_after(member.born_on, 6),
    "not after 6 months": months_after(member.born_on, 6) <= member.registered_on,
    "both moved": months_after(member.born_on, 6) <= months_after(member.registered_on, -6),
    "the first moved": months_before(member.born_on, 6)
    <= months_after(earliest_of(member.registered_on, JUDGED), 6),
    "a term": term_from(member.born_on, 6) < member.registered_on,
    "some days": days_after(member.born_on, 184) <= JUDGED,
    "some months": months_after(member.born_on, 6) <= JUDGED,
    "not before": months_after(member.born_on, 12) >= JUDGED,
    "the first of given days": earliest_of(JUDGED, date(2020, 9, 1))
    <= months_after(member.born_on, 6),
    "fewer than the children": member.children > AGE,
    "known": member.born_on.is_known(),
    "known, and a child": member.born_on.is_known() & (member.children >= 1),
    "not old": ~OLD,
    "neither": ~(OLD | member.born_on.is_known()),
}


@pytest.mark.at_length(few=2)
@ENGINES
@pytest.mark.parametrize("known_on", [None, date(2024, 3, 1)])
def test_a_tally_compares_moved_days_as_the_reader_of_objects_does(engine, known_on):
    records = Records(SCHEMA, {"member": MEMBERS})
    tables = Tables.of_records(SCHEMA, {"member": MEMBERS}, engine=engine)
    universe = (member.registered_on >= date(2021, 1, 1)) & (member.born_on <= NEVER)
    asked = {name: universe & where for name, where in CONDITIONS.items()}
    counts = [Count(name, "asked") for name in asked]

    (cell,) = FrameReader(tables, parameters=GIVEN, known_on=known_on).tally(
        "member", {"asked": universe, **asked}, {}, counts
    )

    reader = ObjectReader(records, parameters=GIVEN, known_on=known_on)
    truths = {name: [reader.truth(of, one) for one in MEMBERS] for name, of in asked.items()}
    assert {name: tally[:2] for name, tally in zip(asked, cell.tallies, strict=True)} == {
        name: (its.count(Truth.YES), its.count(Truth.UNKNOWN)) for name, its in truths.items()
    }


@pytest.mark.parametrize(
    ("months", "days", "term"), [(6, 0, False), (-12, 0, False), (1, 3, False), (6, 0, True)]
)
def test_a_day_that_is_the_same_for_all_is_moved_back_instead(months, days, term):
    every = [date(2019, 11, 1) + timedelta(days=n) for n in range(500)]
    for on in (date(2020, 2, 28), date(2020, 2, 29), date(2020, 8, 31), date(2020, 9, 30)):
        last = last_moved_to(on, months, days, term=term)
        first = first_moved_to(on, months, days, term=term)

        for each in every:
            moved = shifted(each, months, days, term=term)
            assert (moved <= on, moved >= on) == (each <= last, each >= first)


@pytest.mark.parametrize("on", [ALWAYS, NEVER])
def test_the_infinities_are_moved_nowhere(on):
    assert last_moved_to(on, 6, 0, term=False) == first_moved_to(on, 6, 0, term=False) == on


def parts(*names: int) -> list[Condition]:
    return [member.registered_on <= date(2020, 1, day) for day in names]


def test_what_several_conditions_begin_with_is_a_condition_of_its_own():
    a, b, c, d, e = parts(1, 2, 3, 4, 5)
    one, two, three = all_of(a, b, c, d).node, all_of(a, b, c, e).node, all_of(a, b, e).node

    found = Beginnings.among([one, two, three, a.node])

    assert found.parts(one) == (all_of(a, b, c).node, d.node)
    assert found.parts(all_of(a, b, c).node) == (all_of(a, b).node, c.node)
    assert found.parts(three) == (all_of(a, b).node, e.node)
    assert found.shortest(one) == found.shortest(three) == all_of(a, b).node
    assert found.shortest(a.node) == a.node


def test_conditions_that_begin_otherwise_or_ask_for_lists_share_nothing():
    a, b, c, d = parts(1, 2, 3, 4)
    listed = member.sponsored.count() >= 1
    alone = (any_of(a, b, c).node, all_of(a, b, d).node, all_of(b, a).node)
    lists = (all_of(listed, a, b).node, all_of(listed, a, c).node)

    found = Beginnings.among([*alone, *lists])

    assert found == Beginnings({})
    assert found.parts(alone[0]) == (a.node, b.node, c.node)
    assert isinstance(alone[0], nodes.AnyOf)


def test_a_truth_that_is_the_same_for_all_stays_so_when_it_is_asked_for_as_a_column():
    unknown = TRUTHS[Truth.UNKNOWN]

    unknown.as_whole()

    assert (unknown.sure, unknown.possible) == (False, True)
    assert opposite(unknown).same
    assert conjunction([unknown, TRUTHS[Truth.YES]]).same
    assert not conjunction([unknown, TruthColumn.of_whole(nw.col("x"))]).same


@pytest.mark.parametrize(("then", "otherwise"), list(permutations(Truth, 2)))
def test_of_two_truths_that_is_chosen_for_which_the_condition_holds(then, otherwise):
    frame = nw.from_native(pl.DataFrame({"x": [True, False]}))
    chosen = choose(nw.col("x"), TRUTHS[then], TRUTHS[otherwise])

    found = frame.select(sure=as_column(chosen.sure), possible=as_column(chosen.possible)).rows()
    assert found == [(TRUTHS[each].sure, TRUTHS[each].possible) for each in (then, otherwise)]


@ENGINES
def test_a_truth_that_is_known_everywhere_is_worked_out_once_for_several_conditions(engine):
    def asked(each):
        early = each.registered_on <= date(2021, 3, 1)
        return (early & (each.born_on <= date(2020, 8, 29))) | (early & (each.children >= 1))

    some = member.sponsored.where(asked).exist()
    of = {"member": MEMBERS}

    read = FrameReader(Tables.of_records(SCHEMA, of, engine=engine)).read("member", {"some": some})

    reader = ObjectReader(Records(SCHEMA, of))
    found = read.collect().to_dict(as_series=False)
    says = {Truth.YES: True, Truth.NO: False, Truth.UNKNOWN: None}
    assert dict(zip(found["id"], found["some"], strict=True)) == {
        each.id: says[reader.truth(some, each)] for each in MEMBERS
    }
