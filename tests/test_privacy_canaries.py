"""Unmistakable values in every field of every record class: no text that is made of them tells one.

What is exported on purpose (files, pickles, reports) is exempt.
"""

from __future__ import annotations

import traceback
from datetime import date
from decimal import Decimal

import attrs
import duckdb
import polars as pl
import pytest

from inclusion_core.checks import contradictions
from inclusion_core.errors import InclusionError, SchemaError, UnknownNameError
from inclusion_core.expr import completed_years, day_parameter, nodes, subject
from inclusion_core.expr.frames import FrameReader, Tables
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.records import Records
from inclusion_core.facts.rows import ArrivalRow, ClientRow
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.fields import DerivedRecord, FieldKind, type_name
from inclusion_core.metrics.counting import count_records, count_tables
from inclusion_core.metrics.metric import Axis, Grain, Membership, Metric
from inclusion_core.model import RECORD_CLASSES
from inclusion_core.model.caseload import Journal
from inclusion_core.model.client import Client
from inclusion_core.model.versions import Act, Version
from inclusion_core.periods import Period
from inclusion_core.reports.data import ReportData
from inclusion_core.sources import Source
from inclusion_core.texts import Text
from inclusion_core.values import PartialDay, Reason, Unknown, parse_day
from inclusion_core.wire import NotWritableError, json_document, read_journal, write_journal

DAY = date(1971, 3, 17)
PARTIAL = PartialDay.of_month(1972, 4)
NOT_KNOWN = Unknown(Reason.CLIENT_DOES_NOT_KNOW)
NUMBER = 19731973
DECIMAL = Decimal("19.74")
TEXT = "CANARY-PLACE"
CODE_OF = {
    "ISO 3166-1 alpha-2": "ZZ",
    "ISO 3166-2, NUTS or LAU": "ZZ-9",
    "places of the programme": "ZZ-9",
    "regions as they were on the day of entry": "ZZ-9",
}
OTHER_CODE = "canary.code"
KNOWN_ON = date(2018, 12, 3)
HOWS = ("known", "partial", "unknown")
ENGINES = ("polars", "duckdb")

VALUES = ("1971", "1972", "19731973", "99993", "19.74", "CANARY", "ZZ", "canary.code")


def code(field):
    """A code of the field: of a closed list the longest, which no sentence holds by chance."""
    if field.enum is not None:
        return max(field.enum, key=lambda member: len(member.value))
    return CODE_OF.get(field.code_list.title, OTHER_CODE)


def value(field, how):
    if how == "unknown" and field.may_be_unknown:
        return NOT_KNOWN
    if how == "partial" and field.may_be_partial:
        return PARTIAL
    match field.kind:
        case FieldKind.REFERENCE:
            return f"{field.reference.to}-{how}"
        case FieldKind.CODE:
            return code(field)
        case FieldKind.DAY:
            return DAY
        case FieldKind.NUMBER:
            return NUMBER if field.bounds.most >= NUMBER else field.bounds.most - 7
        case FieldKind.DECIMAL:
            return DECIMAL
    return TEXT


def filled(record_class, how):
    name = type_name(record_class)
    others = SCHEMA[name].recorded_fields[1:]
    return record_class(id=f"{name}-{how}", **{each.name: value(each, how) for each in others})


FILLED_CLASSES = [each for each in RECORD_CLASSES if not issubclass(each, DerivedRecord)]
RECORDS = [filled(each, how) for each in FILLED_CLASSES for how in HOWS]
CODES = {
    word
    for record_type in SCHEMA
    for field in record_type.fields.values()
    if field.enum is not None
    for word in (code(field).value, code(field).name)
    if "_" in word
} | {"client_does_not_know", "CLIENT_DOES_NOT_KNOW"}
JOURNAL = Journal(
    tuple(
        version
        for record in RECORDS
        for version in (
            Version(
                record_type=type_name(type(record)),
                record_id=record.id,
                recorded_on=date(2018, 1, 2),
                record=record,
            ),
            Version(
                record_type=type_name(type(record)),
                record_id=record.id,
                version=2,
                recorded_on=date(2018, 1, 3),
                act=Act.CORRECTED,
                why=TEXT,
                record=record,
            ),
        )
    )
)
CASELOAD = JOURNAL.as_known_on(KNOWN_ON)

client = subject(ClientRow)
arrival = subject(ArrivalRow)
ARRIVALS = Metric(
    id="test.arrivals",
    says=Text.same("Arrivals"),
    subject=ArrivalRow,
    universe=completed_years(arrival.client.born_on, KNOWN_ON) >= 18,
    grain=Grain.EVENT,
    membership=Membership.CUMULATIVE,
    by=Axis(id="country", says=Text.same("Country"), code=arrival.country),
    source=Source("Test"),
)


def told(text, canaries=(*VALUES, *CODES)):
    """The canaries that a text tells."""
    return {each for each in canaries if each in text}


def spoken(thing):
    """Everything that a thing says of itself, but for the schema, which lists all codes."""
    return f"{thing!r} {thing!s} {thing:}".replace(repr(SCHEMA), "the schema")


def words_of(error):
    """Everything that an error says, its traceback and its data included."""
    parts = (*traceback.format_exception(error), spoken(error), repr(error.args), repr(vars(error)))
    return "\n".join(parts)


def records():
    return Records(SCHEMA, CASELOAD.records)


def tables(engine):
    return Tables.of_records(SCHEMA, CASELOAD.records, engine=engine)


def data(engine):
    return ReportData.of_caseload(CASELOAD, SCHEMA, engine=engine)


# That the canaries would be seen.


def test_every_canary_is_in_a_record():
    everything = repr([attrs.asdict(record, recurse=False) for record in RECORDS])
    shown = everything + "".join(repr(str(part)) for part in (DAY, PARTIAL, DECIMAL))

    assert told(shown) == {*VALUES, *CODES}
    assert len(CODES) > 15


def test_no_field_of_any_record_class_is_left_at_its_default():
    for record in RECORDS:
        for field in SCHEMA.type_of(record).recorded_fields:
            assert getattr(record, field.name) not in ("", field.empty)


# What things say of themselves.


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)
def test_a_record_shows_its_id_and_no_value(record):
    assert record.id in repr(record)
    assert not told(spoken(record))


@pytest.mark.parametrize("version", JOURNAL.versions, ids=lambda each: f"{each.record_id}")
def test_a_version_shows_its_record_by_id_and_no_value(version):
    assert version.record_id in repr(version)
    assert not told(spoken(version))


def test_a_person_that_is_worked_out_shows_its_id_alone():
    (person, *_) = CASELOAD.records["person"]

    assert repr(person) == "Person(id='client-known')"


@pytest.mark.parametrize(
    "holder", [JOURNAL, CASELOAD, records()], ids=lambda holder: type(holder).__name__
)
def test_what_holds_records_shows_none_of_their_values(holder):
    assert not told(spoken(holder))


@pytest.mark.parametrize("engine", ENGINES)
def test_tables_show_no_value(engine):
    assert not told(spoken(tables(engine)))


@pytest.mark.parametrize("engine", [None, *ENGINES])
def test_the_data_of_a_report_show_no_value(engine):
    given = data(engine)

    assert not told(spoken(given).replace(given.fingerprint, ""))


@pytest.mark.parametrize("known_on", [None, KNOWN_ON])
def test_readers_show_no_value(known_on):
    on_objects = ObjectReader(records(), known_on=known_on)
    on_tables = FrameReader(tables("polars"), known_on=known_on)

    assert not told(spoken(on_objects) + spoken(on_tables))


@pytest.mark.parametrize("engine", [None, *ENGINES])
def test_figures_show_no_code_by_which_they_are_broken_down(engine):
    parameters = ObjectReader(records()).parameters
    if engine is None:
        figures = count_records([ARRIVALS], records(), parameters, known_on=KNOWN_ON)
    else:
        figures = count_tables([ARRIVALS], tables(engine), parameters, known_on=KNOWN_ON)

    assert figures[ARRIVALS.id].groups["ZZ"].counted == 2
    assert not told(spoken(figures) + spoken(figures[ARRIVALS.id]))


# Findings.


def words_of_all(findings):
    words = [finding.in_(language) for finding in findings for language in ("lv", "en")]
    return "\n".join([*words, *(spoken(finding) for finding in findings)])


def test_findings_about_contradictions_hold_no_value():
    everything = [*RECORDS, *(attrs.evolve(each, id=f"{each.id}-again") for each in RECORDS)]
    versions = tuple(
        Version(
            record_type=type_name(type(record)),
            record_id=record.id,
            recorded_on=date(2018, 1, 2),
            record=record,
        )
        for record in everything
    )
    findings = contradictions(Journal(versions).as_known_on(date(1970, 1, 1)), SCHEMA)
    findings += contradictions(Journal(versions).as_known_on(KNOWN_ON), SCHEMA)

    assert len({finding.kind for finding in findings}) >= 5
    assert not told(words_of_all(findings))


@pytest.mark.parametrize("target", ["folder", "document.json"])
def test_findings_about_damaged_files_hold_no_value(tmp_path, target):
    path = tmp_path / target
    write_journal(JOURNAL, path, SCHEMA)
    for file in path.iterdir() if path.is_dir() else [path]:
        text = file.read_text(encoding="utf-8")
        for good, bad in (("1971-03-17", "17.03.1971"), ("1972-04", "1972-4"), ("ZZ", "ZZZ")):
            text = text.replace(good, bad)
        file.write_text(text.replace("19731973", "1973197319731973"), encoding="utf-8")
    reading = read_journal(path, SCHEMA)

    assert len({finding.kind for finding in reading.findings}) >= 2
    assert not told(words_of_all(reading.findings) + spoken(reading), VALUES)


# Errors.


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
