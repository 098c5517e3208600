"""What is asked of each record is answered on tables as on records, or why it is not."""

from datetime import date

import pytest
from kernel_lab.toy import (
    SCHEMA,
    Household,
    HouseholdRow,
    Member,
    MemberRow,
    Role,
    Tenure,
)

from inclusion_core.errors import ExpressionError
from inclusion_core.expr import Parameters, all_of, months_after, nodes, subject
from inclusion_core.expr.answers import answers
from inclusion_core.expr.frames import FrameReader, Tables
from inclusion_core.expr.frames.answered import answered
from inclusion_core.expr.frames.flat import FlatColumn, flat
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.records import Records
from inclusion_core.expr.rows import CASE
from inclusion_core.expr.schema import Field
from inclusion_core.fields import FieldKind
from inclusion_core.truth import Truth
from inclusion_core.values import (
    ABSENT,
    ALWAYS,
    NEVER,
    NOT_ASKED,
    PartialDay,
    Reason,
    Unknown,
)

ENGINES = pytest.mark.parametrize("engine", ["polars", "duckdb", "pyarrow"])
REFUSED = Unknown(Reason.REFUSED)
SINCE_MAY = PartialDay(date(2019, 5, 1), NEVER)
UNTIL_MAY = PartialDay(ALWAYS, date(2019, 5, 1))
SETTLED = {
    "h-day": date(2019, 5, 4),
    "h-partial": PartialDay.of_month(2019, 5),
    "h-open": SINCE_MAY,
    "h-until": UNTIL_MAY,
    "h-refused": REFUSED,
}
HOUSEHOLDS = [
    Household(id="h-day", settled_on=SETTLED["h-day"], rooms=2, tenure=Tenure.OWNED),
    Household(id="h-open", settled_on=SINCE_MAY, rooms=0, tenure=ABSENT),
    Household(id="h-partial", settled_on=SETTLED["h-partial"], rooms=4, tenure=NOT_ASKED),
    Household(id="h-refused", settled_on=REFUSED, left_on=date(2020, 1, 1), rooms=1),
    Household(id="h-until", settled_on=UNTIL_MAY, rooms=3, tenure=REFUSED),
]
MEMBERS = [
    Member(
        id=f"m-{each.id}",
        household_id=each.id,
        sponsor_id="",
        born_on=date(1990, 1, 31),
        registered_on=date(2019, 6, 1),
        role=Role.ADULT if each.rooms else REFUSED,
        children=each.rooms if each.rooms < 3 else REFUSED,
    )
    for each in HOUSEHOLDS
]
WORLD = {"household": HOUSEHOLDS, "member": MEMBERS, "stay": [], "plan": []}
household, member = subject(HouseholdRow), subject(MemberRow)


def on_both(engine, record_type, among, truths, values):
    """What records answer; the same on an engine is asserted here."""
    asked = (record_type, among, truths, {name: each.node for name, each in values.items()})
    found = answers(ObjectReader(Records(SCHEMA, WORLD)), *asked)
    tables = Tables.of_records(SCHEMA, WORLD, engine=engine)
    assert answered(FrameReader(tables), *asked) == found
    return {each.id: each for each in found}


@ENGINES
def test_fields_are_answered_with_what_they_hold_or_why_they_hold_nothing(engine):
    found = on_both(
        engine,
        "household",
        all_of(),
        {},
        {"settled": household.settled_on, "left": household.left_on, "tenure": household.tenure},
    )

    assert {key: each.values["settled"] for key, each in found.items()} == SETTLED
    assert {key: each.values["left"] for key, each in found.items()} == {
        **dict.fromkeys(SETTLED, ABSENT),
        "h-refused": date(2020, 1, 1),
    }
    assert {key: each.values["tenure"] for key, each in found.items()} == {
        "h-day": "owned",
        "h-open": ABSENT,
        "h-partial": NOT_ASKED,
        "h-refused": NOT_ASKED,
        "h-until": REFUSED,
    }


@ENGINES
def test_what_is_worked_out_is_answered_without_a_reason(engine):
    moved = months_after(member.household.settled_on, 1)
    owned = household.tenure.is_in(Tenure.OWNED)

    found = on_both(engine, "member", all_of(), {}, {"moved": moved})
    assert {key: each.values["moved"] for key, each in found.items()} == {
        "m-h-day": date(2019, 6, 4),
        "m-h-open": PartialDay(date(2019, 6, 1), NEVER),
        "m-h-partial": PartialDay(date(2019, 6, 1), date(2019, 6, 30)),
        "m-h-refused": NOT_ASKED,
        "m-h-until": PartialDay(ALWAYS, date(2019, 6, 1)),
    }
    found = on_both(engine, "household", all_of(), {}, {"owned": owned})
    assert {key: each.values["owned"] for key, each in found.items()} == {
        "h-day": "yes",
        "h-open": "no",
        "h-partial": NOT_ASKED,
        "h-refused": NOT_ASKED,
        "h-until": NOT_ASKED,
    }


@ENGINES
def test_a_field_of_what_a_record_names_is_answered_with_its_own_reason(engine):
    found = on_both(
        engine,
        "member",
        all_of(),
        {},
        {
            "tenure": member.household.tenure,
            "rooms": member.household.rooms,
            "children": member.children,
        },
    )

    assert found["m-h-until"].values == {"tenure": REFUSED, "rooms": 3, "children": REFUSED}
    assert found["m-h-open"].values == {"tenure": ABSENT, "rooms": 0, "children": 0}


@ENGINES
def test_only_who_surely_does_not_meet_the_condition_is_left_out(engine):
    large = household.rooms >= 1
    owned = household.tenure.is_in(Tenure.OWNED)
    found = on_both(engine, "household", owned, {"large": large, "owned": owned}, {})

    assert {key: dict(each.truths) for key, each in found.items()} == {
        "h-day": {"large": Truth.YES, "owned": Truth.YES},
        "h-partial": {"large": Truth.YES, "owned": Truth.UNKNOWN},
        "h-refused": {"large": Truth.YES, "owned": Truth.UNKNOWN},
        "h-until": {"large": Truth.YES, "owned": Truth.UNKNOWN},
    }


@ENGINES
def test_a_row_or_a_list_is_no_answer(engine):
    tables = Tables.of_records(SCHEMA, WORLD, engine=engine)
    column = FlatColumn(
        field=Field(name="all", kind=FieldKind.CODE), value=nodes.Variable("member", CASE)
    )

    with pytest.raises(ExpressionError, match="a row or a list is no answer"):
        flat(tables, "member", [column], Parameters())
