"""What becomes of rows and columns on their way into an extract."""

import pickle
from collections import defaultdict
from datetime import date

import attrs
import pytest
from extract_lab import (
    ENTRIES,
    HOMES,
    PERSONS,
    column,
    made,
    pseudonyms,
    records,
    register_of,
    source_of,
)

from inclusion_core.errors import UnknownNameError
from inclusion_core.expr.handles import all_of
from inclusion_core.expr.schema import Schema
from inclusion_core.extracts.cells import PARTIAL, REMOVED, NoValue
from inclusion_core.extracts.coarsening import Coarseness
from inclusion_core.extracts.errors import ExtractRefusedError, RawIdError
from inclusion_core.extracts.pseudonyms import Per
from inclusion_core.facts.table import Column
from inclusion_core.fields import CodeList
from inclusion_core.periods import Period
from inclusion_core.values import ABSENT, PartialDay, day_span

PANEL = pseudonyms("Panel", Per.PROJECT)
ASKED, REFUSED = NoValue("not_asked"), NoValue("refused")


def done(table):
    """What was done to which column, in English."""
    return {(each.column, each.what.in_("en")) for each in table.changes}


def names(table):
    return [each.name for each in table.columns]


# Rows, and whose they are.


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_records_and_a_register_give_the_same_extract(source, engine):
    pytest.importorskip(engine)
    tables = (ENTRIES, PERSONS, HOMES)

    for plan in ({}, {"days": Coarseness.MONTH, "enforced": True, "least": 3}):
        of_records = made(source, *tables, stands_for=PANEL, **plan)
        assert made(register_of(engine), *tables, stands_for=PANEL, **plan) == of_records


def test_the_rows_of_a_person_are_joined_over_clients_and_tables(source):
    entries, persons = made(source, ENTRIES, PERSONS).tables
    rows = defaultdict(list)
    for row, person in column(entries, "person_key").items():
        rows[person].append(row)

    assert sorted(map(len, rows.values())) == [1] * 22 + [2]
    assert rows.keys() == column(persons, "id").keys()
    assert {line.person for line in entries.lines} == rows.keys()
    assert names(persons)[:2] == ["id", "gender"]


def test_two_releases_of_the_same_data_have_no_pseudonym_in_common(source):
    def told(name):
        release = made(source, ENTRIES, stands_for=pseudonyms(name)).tables[0]
        keys = ("id", "person_key", "operation", "course_key")
        return {cell for key in keys for cell in column(release, key).values()}

    assert len(told("Release 1")) == 24 + 23 + 2 + 1
    assert told("Release 1").isdisjoint(told("Release 2"))


def test_a_panel_follows_a_person_of_whom_more_becomes_known(source):
    earlier = source_of(known_on=date(2018, 2, 1))
    before = made(earlier, ENTRIES, stands_for=PANEL)
    after = made(source, ENTRIES, stands_for=PANEL)
    was, now = (column(each.tables[0], "person_key") for each in (before, after))

    assert before.joined == ()
    [joined] = after.joined
    moved = {row for row in was if was[row] != now[row]}
    assert {was[row] for row in moved} == {joined.earlier}
    assert {now[row] for row in moved} == {joined.person}
    assert made(source, ENTRIES).joined == ()
    assert len(set(now.values())) == len(set(was.values())) - 1


def test_only_persons_of_the_extract_are_told_to_be_joined(source):
    year = Period(date(2017, 1, 1), date(2017, 12, 31))
    extract = made(source, ENTRIES, stands_for=PANEL, within="entered_on", period=year)

    assert (extract.tables[0].lines, extract.joined) == ((), ())


def test_rows_are_in_the_order_of_their_pseudonyms(source):
    for table in made(source, ENTRIES, HOMES).tables:
        keys = [line.cells[0] for line in table.lines]
        assert keys == sorted(keys)


def test_a_household_has_a_pseudonym_and_a_name_that_is_free(source):
    [homes] = made(source, HOMES, since="first_day").tables

    assert names(homes) == [
        *("id", "person_key", "household_key_", "household_key", "first_day", "last_day_days_"),
        "last_day_days",
    ]
    assert len(set(column(homes, "household_key_").values())) == 1
    assert set(column(homes, "last_day_days_").values()) == {ABSENT}


def test_a_register_of_facts_alone_counts_rows_and_takes_them_as_they_are():
    pytest.importorskip("polars")
    from inclusion_core.expr.frames import Tables

    full = made(register_of(), ENTRIES).tables[0]
    source = register_of()
    rows = source.rows(ENTRIES)
    record = ENTRIES.record
    brought = Tables.of_records(
        ENTRIES.schema,
        {"toy_entry": [record(id=each.id, entered_on=date(2018, 5, 1)) for each in rows]},
    )
    alone = attrs.evolve(source, on=brought)
    extract = made(alone, ENTRIES, stands_for=PANEL)

    assert column(full, "id").keys() == column(made(alone, ENTRIES).tables[0], "id").keys()
    assert "person_key" not in names(extract.tables[0])
    assert extract.tables[0].risk.persons == 24
    assert (extract.tables[0].persons_known, full.persons_known) == (False, True)
    assert extract.joined == ()
    assert set(column(extract.tables[0], "gender").values()) == {ASKED}


def test_of_whom_a_row_is_may_not_be_known(source):
    strays = [each for each in records() if each.id not in ("client-05", "link-1")]
    [entries] = made(source_of(of=strays)).tables
    keys = column(entries, "person_key")
    [stray] = [line for line in entries.lines if keys[line.cells[0]] == ASKED]

    assert stray.person == stray.cells[0]


# Columns.


def test_what_leads_back_or_can_hold_anything_is_left_out(source):
    [entries] = made(source).tables
    told = {each.column: each.why.in_("en") for each in entries.changes}

    assert not {"provider", "note", "at_risk", "asked"} & {*names(entries)}
    assert told["provider"] == "it leads to a provider or a member of staff"
    assert told["note"] == "free text can hold anything"
    assert "Article 9(2)(b)" in told["at_risk"]
    assert "Article 9(2)(b)" in told["asked"]


def test_a_field_may_say_otherwise_than_what_it_is_worked_out_of(source):
    assert "told" in names(made(source).tables[0])


def test_the_research_may_ask_for_special_categories(source):
    [entries] = made(source, sensitive=("at_risk",)).tables

    assert set(column(entries, "at_risk").values()) == {"yes", "no"}
    assert ("at_risk", "kept") in done(entries)
    assert "asked" not in names(entries)


def test_what_the_research_does_not_need_is_left_out(source):
    [entries] = made(source, without=("gender", "course")).tables

    assert not {"gender", "course"} & {*names(entries)}
    assert ("gender", "the column is left out") in done(entries)


def test_a_key_that_is_absent_or_unknown_stays_so(source):
    value = ENTRIES.columns["operation"].value
    columns = {**ENTRIES.columns, "operation": Column(value=value, known_where=~all_of())}
    [entries] = made(source, attrs.evolve(ENTRIES, columns=columns)).tables

    assert set(column(entries, "operation").values()) == {ASKED}


def test_unknown_and_absent_survive(source):
    [entries] = made(source).tables
    told = [*column(entries, "born_on").values()]

    assert (told.count(ASKED), told.count(REFUSED)) == (4, 4)
    assert [*column(entries, "left_on").values()].count(ABSENT) == 12
    assert [*column(entries, "gender").values()].count(ASKED) == 8


def test_days_are_coarsened_in_all_columns_or_in_one(source):
    [exact] = made(source).tables
    plan = {"days": Coarseness.MONTH, "days_of": {"born_on": Coarseness.YEAR}}
    [coarse] = made(source, **plan).tables
    born, entered = column(coarse, "born_on"), column(coarse, "entered_on")

    for row, day in column(exact, "entered_on").items():
        assert entered[row] == PartialDay.of_month(day.year, day.month)
    for row, day in column(exact, "born_on").items():
        if isinstance(day, NoValue):
            assert born[row] == day
        else:
            assert str(born[row]) == str(day_span(day).earliest.year)
    assert ("left_on", "the month in place of the day") in done(coarse)
    assert {each for each in column(coarse, "left_on").values() if each is ABSENT}


def test_intervals_can_be_kept_instead_of_days(source):
    [exact] = made(source).tables
    [apart] = made(source, since="entered_on", days=Coarseness.YEAR).tables
    entered, left = column(exact, "entered_on"), column(exact, "left_on")
    stayed = column(apart, "left_on_days")

    assert all(
        stayed[row] == (ABSENT if left[row] is ABSENT else (left[row] - entered[row]).days)
        for row in left
    )
    assert set(column(apart, "entered_on").values()) == {PartialDay.of_year(2018)}
    assert PARTIAL in column(apart, "born_on_days").values()
    assert "left_on" not in names(apart)
    told = "the number of days since entered_on in place of the day"
    assert ("left_on_days", told) in done(apart)


def test_a_table_without_the_first_day_keeps_its_days(source):
    entries, homes = made(source, ENTRIES, HOMES, since="entered_on").tables

    assert "left_on_days" in names(entries)
    assert "last_day" in names(homes)


def test_large_numbers_are_told_as_the_largest_that_is(source):
    [entries] = made(source, most={"age": 40}).tables
    ages = column(entries, "age").values()
    [meaning] = [each for each in entries.columns if each.name == "age"]

    assert {each for each in ages if isinstance(each, int)} == {27, 28, 40}
    assert ASKED in ages
    assert (meaning.bounds.least, meaning.bounds.most) == (0, 40)
    assert ("age", "larger numbers are written as 40") in done(entries)


def test_codes_are_joined_into_groups_and_others_are_other(source):
    [entries] = made(source, groups={"gender": {"female": "f"}}).tables
    [meaning] = [each for each in entries.columns if each.name == "gender"]

    assert set(column(entries, "gender").values()) == {"f", "other", ASKED}
    assert [code for code, _ in meaning.codes] == ["f", "other"]


def listed_as(name, codes):
    """The table with a column of another list of codes."""
    table = attrs.evolve(ENTRIES)
    field = attrs.evolve(ENTRIES.record_type.field(name), code_list=codes)
    rows = attrs.evolve(ENTRIES.record_type, fields={**ENTRIES.record_type.fields, name: field})
    object.__setattr__(table, "schema", Schema({rows.name: rows}))
    return table


def test_what_is_no_code_of_its_list_is_removed_and_counted(source):
    [entries] = made(source, listed_as("course", CodeList("courses", "[a-z]+"))).tables

    assert set(column(entries, "course").values()) == {REMOVED}
    assert ("course", "cells removed: 24") in done(entries)


def test_a_code_that_is_the_id_of_a_record_is_never_told():
    changed = [
        attrs.evolve(each, declared_as="a.b") if each.id.startswith("programme") else each
        for each in records()
    ]
    changed.append(type(changed[0])(id="a.b", name="A provider with such an id"))

    with pytest.raises(RawIdError) as refused:
        made(source_of(of=changed), ENTRIES)
    assert str(refused.value) == "toy.entry: course holds ids of records; leave the column out"
    assert str(pickle.loads(pickle.dumps(refused.value))) == str(refused.value)
    assert made(source_of(of=changed), ENTRIES, without=("course",)).tables


def test_in_a_register_too():
    pytest.importorskip("polars")

    assert register_of().ids() >= {each.id for each in records()}


# Rows of a period.


def test_rows_that_are_surely_outside_the_period_are_left_out(source):
    spring = Period(date(2018, 3, 1), date(2018, 4, 30))
    [all_rows] = made(source).tables
    [rows] = made(source, within="entered_on", period=spring).tables
    days = [each for each in column(all_rows, "entered_on").values() if each.month in (3, 4)]

    assert sorted(column(rows, "entered_on").values()) == sorted(days)
    assert ("", f"rows left out: {24 - len(days)}") in done(rows)


def test_a_row_of_which_the_day_is_not_known_stays_and_one_without_a_day_goes(source):
    nineties = Period(date(1990, 1, 1), date(1999, 12, 31))
    [born] = made(source, within="born_on", period=nineties).tables
    [left] = made(source, within="left_on").tables
    [since] = made(source, within="left_on", period=Period(date(2018, 1, 1), None)).tables

    assert ASKED in column(born, "born_on").values()
    assert PartialDay.of_year(1985) not in column(born, "born_on").values()
    assert ABSENT not in column(left, "left_on").values()
    assert since.lines == left.lines


def test_a_table_says_whether_the_period_takes_part(source):
    entries, homes = made(source, ENTRIES, HOMES).tables

    assert (entries.asks_period, homes.asks_period) == (True, False)


def test_rows_within_need_a_period(source):
    with pytest.raises(ExtractRefusedError, match="in which period entered_on must lie"):
        made(source, within="entered_on", period=None)


# Crowds.


@pytest.mark.parametrize("least", [2, 3, 5])
def test_enough_persons_are_alike_and_what_was_removed_is_told(source, least):
    asked = ("operation", "gender", "born_on", "entered_on")
    [entries] = made(source, identifying=asked, least=least, enforced=True).tables
    persons = defaultdict(set)
    at = [names(entries).index(each) for each in asked]
    for line in entries.lines:
        persons[tuple(repr(line.cells[each]) for each in at)].add(line.person)

    assert min(map(len, persons.values())) >= least
    assert (entries.risk.few, entries.risk.unique) == (0, 0)
    assert entries.before.few == 24
    removed = sum(line.cells[at[3]] == REMOVED for line in entries.lines)
    assert ("entered_on", f"cells removed: {removed}") in done(entries)


def test_rows_that_nothing_hides_are_left_out_and_counted(source):
    [entries] = made(source, identifying=("gender",), least=24, enforced=True).tables

    assert entries.lines == ()
    assert ("", "rows left out: 24") in done(entries)


def test_all_that_is_told_is_counted_by_where_nothing_is_said(source):
    [entries] = made(source).tables

    assert entries.identifying == (
        *("course", "gender", "born_on", "entered_on", "left_on", "age", "told"),
    )
    assert entries.risk.few == entries.before.few == 24


def test_all_rows_of_a_person_together_say_more_than_one(source):
    asked = {"identifying": ("operation",), "least": 2}
    extract = made(source, **asked)

    assert extract.tables[0].risk.few == 1
    assert (extract.joint_risk.persons, extract.joint_risk.unique) == (23, 1)
    assert extract.joint_risk.few == 1


# Plans.


@pytest.mark.parametrize(
    ("plan", "error", "told"),
    [
        ({"without": ("gendre",)}, UnknownNameError, "did you mean gender"),
        ({"days_of": {"gender": Coarseness.YEAR}}, ExtractRefusedError, "gender holds no day"),
        ({"since": "age"}, ExtractRefusedError, "age holds no day"),
        ({"most": {"gender": 3}}, ExtractRefusedError, "gender holds no number"),
        ({"groups": {"age": {}}}, ExtractRefusedError, "age holds no code"),
        (
            {"without": ("gender",), "identifying": ("gender",)},
            ExtractRefusedError,
            "gender is left out; it cannot be counted by, or from",
        ),
        ({"least": 1}, ExtractRefusedError, "fewer than two persons"),
    ],
)
def test_what_cannot_be_done_is_refused(source, plan, error, told):
    with pytest.raises(error, match=told):
        made(source, **plan)
