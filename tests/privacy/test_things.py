"""What things say of themselves: none of the values that they hold."""

from __future__ import annotations

import attrs
import pytest
from privacy_lab.data import ENGINES, data, records, tables
from privacy_lab.values import (
    CASELOAD,
    CODES,
    DAY,
    DECIMAL,
    JOURNAL,
    KNOWN_ON,
    PARTIAL,
    RECORDS,
    SCHEMA,
    VALUES,
    spoken,
    told,
)

from inclusion_core.expr import completed_years, subject
from inclusion_core.expr.frames import FrameReader
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.facts.rows import ArrivalRow, ClientRow
from inclusion_core.metrics.counting import count_records, count_tables
from inclusion_core.metrics.metric import Axis, Grain, Membership, Metric
from inclusion_core.sources import Source
from inclusion_core.texts import Text

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
