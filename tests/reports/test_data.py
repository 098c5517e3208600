"""What a report is made from: the same data, whether read as records or on an engine."""

from datetime import date

import attrs
import pytest

from inclusion_core.errors import EngineRefusedError
from inclusion_core.expr import subject
from inclusion_core.expr.frames import Tables
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.facts.rows import ClientRow
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.metrics.figures import Tally
from inclusion_core.metrics.metric import Grain, Membership, Metric
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client
from inclusion_core.reports.data import ReportData
from inclusion_core.sources import Source
from inclusion_core.texts import lv

KNOWN_ON = date(2018, 12, 3)
CASELOAD = Caseload.of_records(
    [
        Client(id="c-1", provider_id="p-1", born_on=date(1990, 5, 17)),
        Client(id="c-2", provider_id="p-1", born_on=date(2012, 1, 1)),
        Client(id="c-3", provider_id="p-1"),
    ],
    known_on=KNOWN_ON,
)
client = subject(ClientRow)


def metric(key, condition):
    return Metric(
        id=f"toy.{key}",
        says=lv("Skaits").en("Number"),
        subject=ClientRow,
        universe=client.born_on.is_known() | ~client.born_on.is_known(),
        where=condition,
        grain=Grain.FUND,
        membership=Membership.STOCK,
        source=Source("none"),
    )


ADULTS = metric("adults", client.born_on <= date(2000, 12, 3))
ALIVE = metric("alive", client.died_on > date(2018, 12, 31))


def data(engine=None, caseload=CASELOAD):
    return ReportData.of_caseload(caseload, SCHEMA, engine=engine)


@pytest.mark.parametrize("engine", [None, "polars", "duckdb"])
def test_figures_are_those_known_on_the_day_of_the_data(engine):
    figures = data(engine).count([ADULTS, ALIVE], Parameters())

    assert figures["toy.adults"].total == Tally(counted=1, unknown=1, asked=3)
    assert figures["toy.alive"].total == Tally(counted=0, unknown=3, asked=3)


def test_records_are_read_as_they_are_and_tables_on_the_engine_that_is_asked_for():
    assert isinstance(data().on, Records)
    assert isinstance(data("polars").on, Tables)
    assert isinstance(data("duckdb").on, Tables)


def test_what_is_said_of_the_data_is_the_same_on_every_engine():
    said = {
        (each.known_on, each.fingerprint, each.records)
        for each in (data(), data("polars"), data("duckdb"))
    }
    ((known_on, fingerprint, records),) = said

    assert (known_on, records) == (KNOWN_ON, 6)
    assert len(fingerprint) == 64


def test_other_records_or_another_day_have_another_fingerprint():
    (first, *_) = CASELOAD.of(Client)
    fewer = Caseload.of_records([first], known_on=KNOWN_ON)
    later = Caseload.of_records(CASELOAD.of(Client), known_on=date(2018, 12, 4))

    assert len({data(caseload=each).fingerprint for each in (CASELOAD, fewer, later)}) == 3


def test_an_engine_that_counts_wrongly_is_refused():
    with pytest.raises(EngineRefusedError, match="pandas is refused"):
        data("pandas")


def test_report_data_never_change_and_show_no_record():
    given = data()

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        given.known_on = date(2019, 1, 1)
    assert "c-1" not in repr(given)
    assert "1990" not in repr(given)
