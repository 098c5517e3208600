"""What is wrong with the rows of a register is told by column, on every engine, without a value."""

from datetime import date

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from inclusion_core import frames
from inclusion_core.errors import EngineFailedError, EngineRefusedError
from inclusion_core.expr.frames.engines import told_by

CANARY = "CANARY"
CLIENTS = {
    "id": ["c-1", "c-2", "c-2", "c-3"],
    "provider_id": ["p-1"] * 4,
    "gender": ["female", CANARY, None, CANARY],
}
ARRIVALS = {
    "id": ["a-1", "a-2"],
    "client_id": ["c-1", "c-9"],
    "arrived_on": [date(2018, 1, 2)] * 2,
    "country": ["SYR", "SY"],
}
TAKERS = {
    "polars": pl.DataFrame,
    "duckdb": lambda columns: SESSION.from_arrow(pa.table(columns)),
    "pyarrow": pa.table,
    "pandas": pd.DataFrame,
}
SESSION = duckdb.connect()


@pytest.mark.parametrize("take", TAKERS.values(), ids=TAKERS)
def test_what_would_be_counted_twice_or_belongs_to_nobody_is_told(take):
    register = frames.register({"client": take(CLIENTS), "arrival": take(ARRIVALS)})

    findings = register.findings()

    assert [(f.kind, f.place.record_type, f.place.field) for f in findings] == [
        ("register.not-in-list", "arrival", "country"),
        ("register.missing-reference", "arrival", "client_id"),
        ("register.record-twice", "client", "id"),
        ("register.not-in-list", "client", "gender"),
    ]
    assert [f.says.in_("en").rpartition(" ")[2] for f in findings] == ["1", "1", "2", "2"]
    assert "female" in findings[3].remedy.in_("en")
    assert CANARY not in repr(findings) + "".join(f.in_("lv") for f in findings)


@pytest.mark.parametrize("take", TAKERS.values(), ids=TAKERS)
def test_of_a_good_or_an_empty_table_nothing_is_told(take):
    good = {name: values[:1] for name, values in CLIENTS.items()}
    none = pa.table(good).slice(0, 0)

    assert frames.register({"client": take(good)}).findings() == ()
    assert frames.register({"client": none}).findings() == ()


def test_what_an_engine_raises_is_told_without_its_words():
    with pytest.raises(EngineFailedError) as caught, told_by("polars"):
        raise ValueError(CANARY)

    assert (caught.value.engine, caught.value.failure) == ("polars", "ValueError")
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
    assert CANARY not in str(caught.value)


@pytest.mark.parametrize("error", [EngineRefusedError("dask", "it counts wrongly"), MemoryError()])
def test_our_own_errors_and_a_lack_of_memory_come_through(error):
    with pytest.raises(type(error)) as caught, told_by("polars"):
        raise error

    assert caught.value is error
