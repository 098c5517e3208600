"""Cases fetched from tables by key: the reader of objects answers as tables do, and explains."""

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated

import attrs
import polars as pl
import pytest
from hypothesis import given
from kernel_lab.effort import examples
from kernel_lab.random_cases import Case, cases, kind_of
from kernel_lab.readings import OF_OBJECTS, by_frames, by_objects, parameters
from kernel_lab.toy import SCHEMA, Household, Member, MemberRow, Role, Stay, Tenure

from inclusion_core.errors import ExpressionError, SchemaError, UnknownNameError
from inclusion_core.expr import nodes, subject
from inclusion_core.expr.frames import Tables
from inclusion_core.expr.frames.fetching import fetched
from inclusion_core.expr.frames.taken import record_of, records_in
from inclusion_core.expr.handles import Condition, day
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.rows import CASE
from inclusion_core.expr.schema import schema_of
from inclusion_core.facts.cases import Cases, Standing
from inclusion_core.facts.schema import SCHEMA as MODEL
from inclusion_core.fields import CodeList, Record, Reference
from inclusion_core.testing import installed_catalogue
from inclusion_core.values import (
    ABSENT,
    ALWAYS,
    NEVER,
    NOT_ASKED,
    Absent,
    Day,
    PartialDay,
    Reason,
    Unknown,
)

KNOWN_ON = date(2018, 12, 3)
member = subject(MemberRow)


def by_fetching(case, engine):
    """The answers of the reader of objects about records fetched from tables, each on its own."""
    tables = Tables.of_records(SCHEMA, case.world, engine=engine)
    asked = list(case.expressions.values())
    found = {}
    for record in case.world[case.root]:
        records = fetched(tables, case.root, [record.id], asked)
        reader = ObjectReader(records, parameters=parameters(case.days), known_on=case.known_on)
        (again,) = (each for each in records.of_type(case.root) if each.id == record.id)
        assert again == record
        for name, written in case.expressions.items():
            kind = kind_of(name)
            found[record.id, name] = OF_OBJECTS[kind](getattr(reader, kind)(written, again))
    return found


@examples(60)
@given(cases(most=3))
def test_what_is_fetched_gives_the_answers_that_the_tables_give(case: Case):
    found = by_fetching(case, "polars")

    assert found == by_objects(case)


@examples(15)
@given(cases(most=2, size=3))
def test_what_is_fetched_from_duckdb_gives_the_answers_that_duckdb_gives(case: Case):
    assert by_fetching(case, "duckdb") == by_frames(case, "duckdb")


WORLD = {
    "household": [
        Household(id="h1", rooms=2, tenure=Tenure.OWNED),
        Household(id="h2", rooms=3),
    ],
    "member": [
        Member(id="m1", household_id="h1", sponsor_id="m2", registered_on=date(2020, 1, 1)),
        Member(id="m2", household_id="h2", sponsor_id="lost", registered_on=date(2020, 1, 2)),
        Member(id="m3", household_id="h2", sponsor_id="m1", registered_on=date(2020, 1, 3)),
    ],
    "stay": [
        Stay(id="s1", member_id="m1", first_day=date(2020, 2, 1)),
        Stay(id="s2", member_id="m3", first_day=PartialDay.of_month(2020, 2)),
        Stay(id="s3", member_id="lost", first_day=date(2020, 2, 1)),
    ],
}


def ids(records, record_type):
    return [each.id for each in records.of_type(record_type)]


@pytest.fixture
def tables():
    return Tables.of_records(SCHEMA, WORLD)


def test_only_what_the_questions_follow_leaves_the_engine(tables):
    roomy = member.household.rooms >= 2
    stayed = member.stays.where(lambda each: each.first_day <= date(2020, 3, 1)).exist()

    records = fetched(tables, "member", ["m1"], [roomy, stayed])

    assert ids(records, "member") == ["m1"]
    assert ids(records, "household") == ["h1"]
    assert ids(records, "stay") == ["s1"]
    assert ids(fetched(tables, "member", ["m1"], [roomy]), "stay") == []


def test_a_list_inside_the_condition_of_a_list_is_followed_too(tables):
    neighbours = member.household.members.where(
        lambda each: each.stays.complete_through(each.registered_on).exist()
    )

    records = fetched(tables, "member", ["m2"], [neighbours.exist()])

    assert ids(records, "member") == ["m2", "m3"]
    assert ids(records, "stay") == ["s2"]


def test_the_list_of_a_record_that_is_missing_is_fetched(tables):
    records = fetched(tables, "member", ["m2"], [member.sponsor.stays.exist()])

    assert ids(records, "member") == ["m2"]
    assert ids(records, "stay") == ["s3"]


def test_keys_that_are_not_there_are_left_out(tables):
    assert ids(fetched(tables, "member", ["m9"], [member.household.rooms >= 2]), "member") == []
    assert ids(fetched(tables, "member", [], [member.stays.exist()]), "member") == []


def test_nothing_asked_fetches_the_records_alone(tables):
    assert dict(fetched(tables, "member", ["m1", "m3"], []).by_type) == {
        "member": (WORLD["member"][0], WORLD["member"][2])
    }


def test_a_node_is_asked_as_its_handle_is(tables):
    condition = member.household.rooms >= 2

    assert fetched(tables, "member", ["m1"], [condition.node]) == fetched(
        tables, "member", ["m1"], [condition]
    )


def test_a_column_that_is_asked_for_and_not_there_is_missed():
    table = pl.DataFrame(
        {
            "id": ["m1"],
            "household_id": ["h1"],
            "sponsor_id": ["m1"],
            "registered_on": [date(2020, 1, 1)],
        }
    )
    tables = Tables.of_native(SCHEMA, {"member": table})

    with pytest.raises(SchemaError, match="no column role, which is asked for"):
        fetched(tables, "member", ["m1"], [member.role.is_in(Role.CHILD)])
    (found,) = fetched(tables, "member", ["m1"], [day(KNOWN_ON) >= day(KNOWN_ON)]).of_type("member")
    assert found.role == NOT_ASKED


def test_a_table_that_is_asked_for_and_not_there_is_missed():
    tables = Tables.of_native(SCHEMA, {})

    with pytest.raises(SchemaError, match="there is no table of it"):
        fetched(tables, "member", ["m1"], [])


def test_an_expression_that_is_nested_too_deep_or_names_nothing_is_refused(tables):
    deep = member.household.rooms >= 2
    for _ in range(101):
        deep = Condition(nodes.Not(deep.node))
    lost = nodes.Hop(nodes.Variable("member", CASE), "landlord")

    with pytest.raises(ExpressionError, match="nested more than"):
        fetched(tables, "member", ["m1"], [deep])
    with pytest.raises(UnknownNameError, match="link of member 'landlord'"):
        fetched(tables, "member", ["m1"], [lost])


def test_a_shared_part_is_followed_once_from_each_place(tables):
    late = member.registered_on >= date(2020, 1, 1)
    both = nodes.AllOf((late.node, late.node, nodes.Not(late.node)))

    assert ids(fetched(tables, "member", ["m1"], [both]), "member") == ["m1"]


# Rows and records.


@attrs.frozen(kw_only=True)
class Visit(Record):
    id: str
    earlier_id: Annotated[str, Reference("visit", inverse="later")]
    note: str
    fee: Decimal
    rebate: Decimal | Absent | Unknown = NOT_ASKED
    came_on: Day = NOT_ASKED
    country: Annotated[str | Absent | Unknown, CodeList("countries", "[A-Z]{2}")] = NOT_ASKED


VISIT = schema_of(Visit)["visit"]


def visit(**row):
    return record_of(
        VISIT, {"id": "v1", "earlier_id": None, "note": None, "fee": "1.50", "rebate": None, **row}
    )


def test_cells_become_what_they_mean():
    found = visit(came_on=date(2020, 1, 1), country="LV", rebate=Decimal("0.5"))

    assert (found.earlier_id, found.note, found.fee) == ("", "", Decimal("1.50"))
    assert (found.came_on, found.country, found.rebate) == (
        date(2020, 1, 1),
        "LV",
        Decimal("0.5"),
    )


def test_an_empty_cell_means_what_stands_beside_it():
    assert visit(came_on=None, came_on_unknown="refused").came_on == Unknown(Reason.REFUSED)
    assert visit(came_on=None, came_on_unknown="forgotten").came_on == NOT_ASKED
    assert visit(came_on=None, came_on_unknown=None).came_on is ABSENT
    assert visit(came_on=None).came_on is ABSENT
    assert visit().came_on == NOT_ASKED
    assert visit().rebate is ABSENT


def test_the_end_of_a_day_that_is_not_there_is_far():
    earliest, latest = date(2020, 1, 1), date(2020, 2, 1)

    assert visit(came_on=None, came_on_earliest=earliest).came_on == PartialDay(earliest, NEVER)
    assert visit(came_on=None, came_on_latest=latest).came_on == PartialDay(ALWAYS, latest)


def test_a_code_outside_its_list_is_contradictory():
    row = {"id": "m1", "household_id": "h1", "sponsor_id": "m1", "role": "uncle"}

    found = record_of(SCHEMA["member"], {**row, "registered_on": KNOWN_ON, "children": None})
    assert found.role == Unknown(Reason.CONTRADICTORY)
    assert found.children == NOT_ASKED


@pytest.mark.parametrize("engine", ["polars", "duckdb", "pyarrow"])
def test_all_records_of_a_type_come_back_as_they_were(engine):
    tables = Tables.of_records(SCHEMA, WORLD, engine=engine)

    for name, records in WORLD.items():
        assert list(records_in(tables, name)) == records


# Explaining a case from tables.


def told(service):
    """Everything that an explanation of a decision may say."""
    handles = [service.condition]
    for rule in service.rules:
        handles += rule.tells.at(rule.judged_at.day).handles if rule.tells else ()
    return handles


@cache
def sample():
    return installed_catalogue().samples["sif.mentoring"].build(2018).as_known_on(KNOWN_ON)


@pytest.mark.at_length(few=1)
@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_a_decision_on_tables_reads_as_on_the_caseload(engine):
    service = installed_catalogue().eligibility("sif.mentoring")
    tables = Tables.of_records(MODEL, sample().records, engine=engine)
    standings = [*Cases.of(sample()).in_programme("sif.mentoring")][:4]
    keys = [each.participation.id for each in standings]

    records = fetched(tables, "participation", keys, told(service))

    for standing in standings:
        again = records.find("participation", standing.participation.id)
        decision = service.assess_standing(
            Standing(participation=again, records=records, known_on=KNOWN_ON), KNOWN_ON
        )
        expected = service.assess_standing(standing, KNOWN_ON)
        assert decision.verdict is expected.verdict
        assert decision.explain("en") == expected.explain("en")
        assert decision.explain("lv") == expected.explain("lv")
