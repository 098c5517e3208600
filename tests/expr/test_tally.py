"""A tally on tables leaves out early what cannot count, and counts what a naive reader counts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kernel_lab.effort import examples
from kernel_lab.random_cases import ROOTS, Case, node_of
from kernel_lab.random_expressions import written_nodes
from kernel_lab.random_records import KNOWN_ON, worlds
from kernel_lab.readings import object_reader, parameters
from kernel_lab.toy import SCHEMA, Household, HouseholdRow, Kind, Member, MemberRow, Role, Stay

from inclusion_core.errors import ExpressionError
from inclusion_core.expr import (
    CodeExpression,
    Condition,
    NumberExpression,
    all_of,
    nodes,
    subject,
)
from inclusion_core.expr.frames import CellTally, Count, FrameReader, Tables
from inclusion_core.expr.frames.unread import Unread
from inclusion_core.expr.frames.work import Work
from inclusion_core.expr.objects import UNKNOWN_CODE
from inclusion_core.texts import lv
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT

ENGINES = pytest.mark.parametrize("engine", ["polars", "duckdb"])
member = subject(MemberRow)
household = subject(HouseholdRow)


@st.composite
def tallies(draw):
    """Two counts about one type of record, in cells of a code and a number."""
    root = draw(st.sampled_from(ROOTS))
    truths = [node_of(draw(written_nodes(root, "truth", 4))) for _ in range(5)]
    return Case(
        root=root,
        world=draw(worlds(root)),
        expressions={
            "asked": truths[:2],
            "counted": [nodes.AllOf((a, b)) for a, b in zip(truths[:2], truths[2:4], strict=True)],
            "settled": truths[4],
            "code": node_of(draw(written_nodes(root, "code", 3))),
            "number": node_of(draw(written_nodes(root, "number", 2))),
        },
        days=parameters().days,
        known_on=draw(st.sampled_from([None, KNOWN_ON])),
    )


def by_objects(case):
    reader = object_reader(case.world, days=case.days, known_on=case.known_on)
    cells = {}
    for record in case.world[case.root]:
        code = reader.code(case.expressions["code"], record)
        least, most = reader.number(case.expressions["number"], record)
        number = least if least == most else None
        keys = {UNKNOWN_CODE: None, ABSENT: ""}.get(code, code), number
        stands = reader.truth(case.expressions["settled"], record)
        cell = cells.setdefault(keys, ({}, {}))
        for place, tally in enumerate(cell):
            asked, counted = (
                reader.truth(case.expressions[name][place], record) for name in ("asked", "counted")
            )
            add(tally, asked, counted, number, stands=not place or stands is Truth.YES)
    return {
        keys: tuple(CellTally(**{**dict.fromkeys(CellTally._fields, 0), **each}) for each in cell)
        for keys, cell in cells.items()
        if any(any(each.values()) for each in cell)
    }


def add(tally, asked, counted, number, *, stands):
    sure = stands and counted is Truth.YES
    found = {
        "open": not stands and asked is not Truth.NO,
        "counted": sure,
        "unknown": stands and counted is Truth.UNKNOWN,
        "asked": stands and asked is Truth.YES,
        "amount": number if sure and number is not None else 0,
        "amount_unknown": sure and number is None,
    }
    for name, times in found.items():
        tally[name] = tally.get(name, 0) + int(times)


def on_tables(case, engine):
    tables = Tables.of_records(SCHEMA, case.world, engine=engine)
    reader = FrameReader(tables, parameters=parameters(case.days), known_on=case.known_on)
    conditions = {
        f"{name}{place}": Condition(case.expressions[name][place])
        for name in ("asked", "counted")
        for place in range(2)
    }
    number = NumberExpression(case.expressions["number"])
    tallied = reader.tally(
        case.root,
        {**conditions, "settled": Condition(case.expressions["settled"])},
        {"code": CodeExpression(case.expressions["code"], str), "number": number},
        [
            Count("counted0", "asked0", amount="number"),
            Count("counted1", "asked1", "settled", "number"),
        ],
        {"number": number},
    )
    return {cell.keys: cell.tallies for cell in tallied if any(map(any, cell.tallies))}


@examples(100)
@given(tallies())
def test_polars_tallies_what_the_reader_of_objects_finds(case):
    assert on_tables(case, "polars") == by_objects(case)


@examples(40)
@given(tallies())
def test_duckdb_tallies_what_the_reader_of_objects_finds(case):
    assert on_tables(case, "duckdb") == by_objects(case)


def a_member(key, household_id="h1", **known):
    given = {"registered_on": date(2019, 1, 1), **known}
    return Member(id=key, household_id=household_id, sponsor_id=key, **given)


WORLD = {
    "household": [
        Household(id="h1", rooms=1, settled_on=date(2019, 6, 1)),
        Household(id="h2", rooms=2, settled_on=date(2019, 6, 1)),
        Household(id="h3", rooms=3),
    ],
    "member": [
        a_member("m1", role=Role.ADULT),
        a_member("m2", role=Role.CHILD),
        a_member("m3", "h2", role=Role.ADULT),
    ],
    "stay": [
        Stay(id="s1", member_id="m1", kind=Kind.FLAT, first_day=date(2019, 5, 1)),
        Stay(id="s2", member_id="m2", kind=Kind.SHELTER, first_day=date(2019, 7, 1)),
        Stay(id="s3", member_id="m3", kind=Kind.SHELTER, first_day=date(2019, 7, 1)),
    ],
}


def counted(engine, record_type, *asked, known_on=None):
    """How many records are counted and unknown, for each of some conditions."""
    reader = FrameReader(Tables.of_records(SCHEMA, WORLD, engine=engine), known_on=known_on)
    conditions = {str(place): condition for place, condition in enumerate(asked)}
    tallied = reader.tally(record_type, conditions, {}, [Count(name, name) for name in conditions])
    (cell,) = tallied
    assert cell.keys == ()
    return [(each.counted, each.unknown) for each in cell.tallies]


IN_A_FLAT = member.stays.where(lambda s: s.kind.is_in(Kind.FLAT)).exist()
IN_A_SHELTER = member.stays.where(lambda s: s.kind.is_in(Kind.SHELTER)).exist()


@ENGINES
def test_a_record_stays_that_one_of_several_lists_holds(engine):
    assert counted(engine, "member", IN_A_FLAT, IN_A_SHELTER) == [(1, 0), (2, 0)]


@ENGINES
def test_a_record_stays_to_which_one_more_may_still_come(engine):
    assert counted(engine, "member", IN_A_FLAT, known_on=date(2020, 1, 1)) == [(1, 2)]


@ENGINES
def test_one_list_after_another_is_tried_for_what_may_be_left_out(engine):
    past = member.stays.where(lambda s: s.first_day <= date(2019, 12, 31)).exist()

    assert counted(engine, "member", IN_A_FLAT & past, known_on=date(2020, 1, 1)) == [(1, 2)]


@ENGINES
def test_every_record_stays_where_a_condition_asks_for_no_list(engine):
    assert counted(engine, "member", IN_A_FLAT, all_of()) == [(1, 0), (3, 0)]


@ENGINES
def test_a_named_condition_leaves_out_what_its_content_does(engine):
    words = lv("dzīvoklis").en("flat")
    named = member.stays.where(lambda s: s.kind.is_in(Kind.FLAT).named("flat", words)).exist()

    assert counted(engine, "member", named.named("in-a-flat", words)) == [(1, 0)]


@ENGINES
def test_a_list_of_lists_may_ask_about_the_record_between_and_about_its_owner(engine):
    early_stays_of_adults = household.members.each(lambda m: m.stays).where(
        lambda s: s.member.role.is_in(Role.ADULT) & (s.first_day <= household.settled_on)
    )

    assert counted(engine, "household", early_stays_of_adults.exist()) == [(1, 0)]


@ENGINES
def test_an_answer_that_does_not_stand_is_open_and_nothing_else(engine):
    reader = FrameReader(Tables.of_records(SCHEMA, WORLD, engine=engine))
    conditions = {"all": all_of(), "flat": IN_A_FLAT, "adult": member.role.is_in(Role.ADULT)}

    (cell,) = reader.tally("member", conditions, {}, [Count("flat", "all", "adult")])

    assert cell.tallies == (CellTally(counted=1, unknown=0, asked=2, open=1),)


@ENGINES
def test_amounts_of_the_counted_are_added_up(engine):
    reader = FrameReader(Tables.of_records(SCHEMA, WORLD, engine=engine))
    conditions = {"all": all_of(), "settled": household.settled_on <= date(2020, 1, 1)}
    rooms = {"rooms": household.rooms}

    (cell,) = reader.tally(
        "household", conditions, {}, [Count("settled", "all", amount="rooms")], rooms
    )

    assert cell.tallies == (CellTally(2, 1, 3, 0, 3, 0),)


@ENGINES
def test_numbers_make_cells_as_codes_do(engine):
    reader = FrameReader(Tables.of_records(SCHEMA, WORLD, engine=engine))

    cells = reader.tally(
        "household", {"all": all_of()}, {"rooms": household.rooms}, [Count("all", "all")]
    )

    assert {cell.keys[0]: cell.tallies[0].counted for cell in cells} == {1: 1, 2: 1, 3: 1}


@ENGINES
def test_nothing_is_tallied_where_nothing_is_asked(engine):
    reader = FrameReader(Tables.of_records(SCHEMA, WORLD, engine=engine))

    assert reader.tally("member", {}, {}, []) == []


def test_a_list_cannot_be_asked_of_rows_that_are_not_read_yet():
    tables = Tables.of_records(SCHEMA, WORLD)
    node = IN_A_FLAT.node
    work = Work.on([node], tables, parameters(), None)
    unread = Unread(work, tables.frame("member"), (), {member.row: ""})

    with pytest.raises(ExpressionError, match="'stays' is asked for before its table is read"):
        unread.truth(node)


@ENGINES
def test_a_list_may_be_complete_through_days_of_the_same_list(engine):
    first, last = (
        member.stays.earliest(lambda s: s.first_day),
        member.stays.latest(lambda s: s.first_day),
    )
    expressions = {
        "any": member.stays.exist(),
        "early": member.stays.complete_through(first).count(),
        "number": member.stays.complete_through(last).count(),
        "last": last,
    }
    read = FrameReader(Tables.of_records(SCHEMA, WORLD, engine=engine)).read("member", expressions)
    reader = object_reader(WORLD)

    for row in read.collect("polars").rows(named=True):
        (record,) = (each for each in WORLD["member"] if each.id == row["id"])
        assert (row["number_least"], row["number_most"]) == reader.number(
            expressions["number"], record
        )
        assert (row["last_earliest"], row["last_latest"]) == reader.day(last, record)
        assert row["any"] is True
