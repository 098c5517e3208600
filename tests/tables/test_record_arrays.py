"""Columns that are made quickly say what columns say that are told value by value."""

from datetime import date, datetime
from decimal import Decimal

import pyarrow as pa
import pytest
from effort import tries
from hypothesis import given, settings
from tables_lab import DAY, REFUSED, visit
from wire_lab.schemas import ODD, SCHEMA, Mood
from wire_lab.strategies import journals

from inclusion_core import tables
from inclusion_core.errors import SchemaError
from inclusion_core.expr.record_columns import kinds_beside, plain_columns
from inclusion_core.fields import FieldKind
from inclusion_core.model.client import Client
from inclusion_core.tables import record_arrays
from inclusion_core.tables.record_arrays import ARROW, record_table
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay
from inclusion_core.wire.value_forms import decimal_text

FIELDS = tuple(ODD["visit"].fields.values())
ENDED_ON = ODD["visit"].fields["ended_on"]


def told(fields, records):
    """Every value told by itself."""
    kinds = {name: kind for field in fields for name, kind in kinds_beside(field).items()}
    columns = plain_columns(fields, records)
    for field in fields:
        if field.kind is FieldKind.DECIMAL:
            given_texts = columns[field.name]
            columns[field.name] = [each and decimal_text(Decimal(each)) for each in given_texts]
    return pa.table({name: pa.array(columns[name], ARROW[kind]) for name, kind in kinds.items()})


VISITS = (
    visit(balance=3, mood=Mood.NONE, note="x"),
    visit(id="v-2", ended_on=PartialDay.of_year(2018), mood=REFUSED, note=ABSENT, balance=REFUSED),
    visit(id="v-3", ended_on=NOT_ASKED, mood=ABSENT, closed_as=Mood.GOOD),
    visit(id="v-4", ended_on=ABSENT, price=Decimal(7), debt=REFUSED),
    visit(id="v-5", ended_on=date(2018, 4, 16), balance=-1),
)


def test_every_kind_of_value_is_told_in_its_place():
    assert record_table("visit", FIELDS, VISITS).equals(told(FIELDS, VISITS))


@pytest.mark.parametrize("number", [0, 1, 2, 5, 9, 10])
def test_records_are_taken_part_by_part(monkeypatch, number):
    monkeypatch.setattr(record_arrays, "PART", 2)
    records = (VISITS * 2)[:number]
    found = record_table("visit", FIELDS, records)

    assert found.equals(told(FIELDS, records))
    assert all(column.num_chunks <= 1 for column in found.columns)


@pytest.mark.parametrize("value", [DAY, ABSENT, NOT_ASKED, PartialDay.of_month(2018, 4)])
def test_a_column_of_one_value_is_told_once(monkeypatch, value):
    records = [visit(id=f"v-{place}", ended_on=value) for place in range(3)]
    given_columns = []
    kept = record_arrays._arrays

    def heard(field, column):
        given_columns.append((field.name, len(column)))
        return kept(field, column)

    monkeypatch.setattr(record_arrays, "_arrays", heard)

    assert record_table("visit", FIELDS, records).equals(told(FIELDS, records))
    assert {("id", 3), ("ended_on", 1), ("price", 1)} <= set(given_columns)


def test_a_time_of_day_beside_what_is_unknown_is_its_day():
    records = [visit(ended_on=datetime(2018, 4, 15)), visit(ended_on=REFUSED)]  # noqa: DTZ001
    found = record_table("visit", [ENDED_ON], records)

    assert found["ended_on"].to_pylist() == [DAY, None]
    assert found["ended_on_unknown"].to_pylist() == [None, "refused"]


@pytest.mark.parametrize(
    "field",
    [
        {"note": 77_777},
        {"balance": "77777"},
        {"balance": 7 << 77},
        {"id": "\ud877"},
        {"price": "x"},
    ],
)
def test_what_does_not_belong_into_a_field_is_refused_without_being_told(field):
    with pytest.raises(SchemaError, match="a value does not belong into its field") as caught:
        tables.table_of(ODD["visit"], [VISITS[1], visit(**field)])

    assert "777" not in str(caught.value)
    assert caught.value.__cause__ is None


@given(journal=journals(ODD))
@settings(max_examples=tries(15), deadline=None)
def test_quickly_made_columns_are_those_that_are_told(journal):
    for record_type in ODD:
        fields = tuple(record_type.recorded_fields)
        records = [
            each.record
            for each in journal.versions
            if each.record is not None and each.record_type == record_type.name
        ]
        assert record_table(record_type.name, fields, records).equals(told(fields, records))


def test_what_is_worked_out_has_its_columns():
    clients = [
        Client(id=f"c-{place}", provider_id="p-1", born_on=DAY, person_id=f"p-{place}")
        for place in range(2)
    ]
    fields = tuple(SCHEMA["client"].fields.values())

    assert tables.table_of(SCHEMA["client"], clients).equals(told(fields, clients))
