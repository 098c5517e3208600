"""What is raised: no message, attribute, cause or pickle tells a value."""

from __future__ import annotations

from datetime import date

import attrs
import duckdb
import polars as pl
import pytest
from privacy_lab.data import ENGINES, records, tables
from privacy_lab.values import (
    CASELOAD,
    HOWS,
    PARTIAL,
    RECORDS,
    SCHEMA,
    TEXT,
    VALUES,
    told,
    words_of,
)

from inclusion_core.errors import InclusionError, SchemaError, UnknownNameError
from inclusion_core.expr import day_parameter, nodes, subject
from inclusion_core.expr.frames import FrameReader, Tables
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.facts.rows import ClientRow
from inclusion_core.fields import FieldKind, type_name
from inclusion_core.model.caseload import Journal
from inclusion_core.model.client import Client
from inclusion_core.model.versions import Version
from inclusion_core.periods import Period
from inclusion_core.values import PartialDay, parse_day
from inclusion_core.wire import NotWritableError, json_document

client = subject(ClientRow)


def misspelt_field(reader, record):
    return reader.truth(nodes.NotAfter(_day("born"), _day("died_on")), record)


def misspelt_link(reader, record):
    hop = nodes.Hop(nodes.Variable("client", "case"), "providr")
    return reader.code(nodes.CodeField(hop, "name"), record)


def missing_parameter(reader, record):
    return reader.truth(client.born_on <= day_parameter("status_day"), record)


def missing_codes(reader, record):
    return reader.truth(nodes.IsIn(client.gender.node, "genders"), record)


def _day(name):
    return nodes.DayField(nodes.Variable("client", "case"), name)


WRONG = [misspelt_field, misspelt_link, missing_parameter, missing_codes]


class OnTables:
    """Asks tables as one asks an object."""

    def __init__(self, engine):
        self.reader = FrameReader(tables(engine))

    def truth(self, condition, _):
        return self.reader.read("client", {"asked": condition}).collect()

    code = truth


@pytest.mark.parametrize("ask", WRONG)
@pytest.mark.parametrize("reader", ["objects", *ENGINES])
def test_errors_of_readers_about_wrong_names_hold_no_value(reader, ask):
    asked = ObjectReader(records()) if reader == "objects" else OnTables(reader)
    (one, *_) = CASELOAD.of(Client)
    with pytest.raises(UnknownNameError) as caught:
        ask(asked, one)

    assert not told(words_of(caught.value))


def test_errors_about_record_types_that_there_are_not_hold_no_value():
    for ask in (records().of_type, SCHEMA.__getitem__, tables("polars").frame):
        with pytest.raises(UnknownNameError) as caught:
            ask("clnt")

        assert not told(words_of(caught.value))


def test_a_record_of_no_type_of_the_schema_is_refused_without_its_values():
    stranger = attrs.make_class("Stranger", ["id", "name"], bases=(Client,), repr=False)

    with pytest.raises(UnknownNameError) as caught:
        SCHEMA.type_of(stranger(id="s-1", name=TEXT, provider_id="p-1"))

    assert not told(words_of(caught.value))


STRAY = [
    pytest.param(record, field.name, id=f"{record.id}-{field.name}")
    for record in RECORDS[::3]
    for field in SCHEMA.type_of(record).recorded_fields
    if field.kind in (FieldKind.DAY, FieldKind.NUMBER)
]


@pytest.mark.parametrize(("record", "field"), STRAY)
def test_a_value_that_cannot_be_written_is_not_told(record, field):
    stray = attrs.evolve(record, **{field: TEXT})
    name = type_name(type(record))
    version = Version(
        record_type=name, record_id=record.id, recorded_on=date(2018, 1, 2), record=stray
    )
    with pytest.raises(NotWritableError) as caught:
        json_document.write(Journal((version,)), SCHEMA)

    assert field in {finding.place.field for finding in caught.value.findings}
    assert not told(words_of(caught.value), VALUES)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("record", "field"), STRAY)
def test_a_value_that_an_engine_cannot_hold_is_not_told(engine, record, field):
    stray = attrs.evolve(record, **{field: TEXT})
    name = type_name(type(record))
    with pytest.raises(SchemaError, match="does not belong into its field") as caught:
        Tables.of_records(SCHEMA, {name: [stray]}, engine=engine)

    assert caught.value.record_type == name
    assert not told(words_of(caught.value))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("column", ["budget_cents", "first_day", "last_day_earliest"])
def test_a_native_column_of_another_kind_is_refused_without_its_values(engine, column):
    native = tables("polars").frame("operation").collect("polars").to_native()
    wrong = native.with_columns(pl.lit(TEXT).alias(column))
    if engine == "duckdb":
        wrong = duckdb.connect().from_arrow(wrong.to_arrow())
    with pytest.raises(SchemaError, match=f"the column {column} is String; cast it to") as caught:
        Tables.of_native(SCHEMA, {"operation": wrong})

    assert not told(words_of(caught.value))


def what_is_no_day():
    parse_day(TEXT)


def an_interval_that_runs_backwards():
    PartialDay(PARTIAL.latest, PARTIAL.earliest)


def a_period_that_runs_backwards():
    Period(PARTIAL.latest, PARTIAL.earliest)


@pytest.mark.parametrize(
    "wrong", [what_is_no_day, an_interval_that_runs_backwards, a_period_that_runs_backwards]
)
def test_what_is_no_day_or_period_is_refused_without_being_told(wrong):
    with pytest.raises(InclusionError) as caught:
        wrong()

    assert not told(words_of(caught.value))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)
def test_a_record_that_cannot_be_changed_does_not_say_what_it_is_to_become(record):
    with pytest.raises(attrs.exceptions.FrozenInstanceError) as caught:
        record.id = TEXT

    assert not told(words_of(caught.value))


@pytest.mark.parametrize("how", HOWS)
def test_values_that_cannot_be_compared_or_asked_are_not_told(how):
    (one,) = (each for each in CASELOAD.of(Client) if each.id == f"client-{how}")
    with pytest.raises(TypeError) as compared:
        sorted([one.born_on, one])
    with pytest.raises(TypeError) as asked:
        sorted([one, one])

    assert not told(words_of(compared.value) + words_of(asked.value))
