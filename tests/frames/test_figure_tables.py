"""Figures as a table: looked up, rolled up, and handed over to whatever a researcher works with."""

import sys
from fractions import Fraction

import attrs
import duckdb
import polars as pl
import pytest
from frames_lab.people import SEVEN, frame
from frames_lab.stays import (
    COUNTRIES,
    FOUND_WORK,
    KNOWN_ON,
    MEDIAN,
    METRICS,
    MINUTES,
    PERIOD,
    STAYS,
    TOTAL,
    YOUNG_ONES,
    metric,
)

from inclusion_core import frames
from inclusion_core.errors import MissingExtraError, UnknownNameError
from inclusion_core.frames.errors import AmbiguousCodeError
from inclusion_core.metrics.tally import NoCode


def computed(*metrics, by=()):
    register = frames.register(frame(SEVEN), tables=[STAYS])
    return frames.compute(metrics, register, period=PERIOD, known_on=KNOWN_ON, by=by)


BY_COUNTRY = [
    ("ER", False, 1, 0, 0, 1, 1),
    ("SY", False, 2, 0, 0, 2, 2),
    (None, False, 1, 0, 0, 1, 1),
    (None, True, 1, 0, 0, 1, 1),
]
COLUMNS = ["country", "country_unknown", "counted", "unknown", "open", "asked", "value"]


def test_a_figure_is_found_by_its_id_or_by_its_official_code():
    table = computed(TOTAL, YOUNG_ONES)

    assert table["lab.co02"] is table["CO02"]
    assert table["co02"].metric == YOUNG_ONES
    assert [figure.metric.id for figure in table] == ["lab.co01", "lab.co02"]


def test_a_code_of_several_metrics_is_ambiguous():
    other = attrs.evolve(TOTAL, id="lab.2013.co01")

    with pytest.raises(AmbiguousCodeError) as caught:
        computed(TOTAL, other)["CO01"]
    assert caught.value.ids == ("lab.2013.co01", "lab.co01")
    assert str(caught.value) == (
        "'CO01' is the code of several; ask for one of: lab.2013.co01, lab.co01"
    )


def test_near_names_of_a_figure_are_told():
    with pytest.raises(UnknownNameError, match="no figure 'CO2'; did you mean CO02"):
        computed(TOTAL, YOUNG_ONES)["CO2"]


def test_a_share_is_asked_by_codes():
    share = computed(TOTAL, YOUNG_ONES).share_of("CO02", "CO01")

    assert (share.value, share.most) == (Fraction(2, 5), Fraction(4, 5))


def test_rows_are_tidy_and_tell_absent_from_unknown():
    table = computed(TOTAL, by=["country"])

    assert [row.codes for row in table.rows()] == [
        ("ER",),
        ("SY",),
        (NoCode.ABSENT,),
        (NoCode.UNKNOWN,),
    ]
    assert table.to_dicts() == [
        {"metric": "lab.co01", **dict(zip(COLUMNS, row, strict=True))} for row in BY_COUNTRY
    ]


def test_a_cell_that_one_figure_has_is_there_for_all_so_that_zero_is_a_figure():
    nobody = metric("nobody", universe=TOTAL.universe & ~TOTAL.universe)
    table = computed(TOTAL, nobody, by=["country"])

    assert [row.value for row in table.rows() if row.metric == "lab.nobody"] == [0, 0, 0, 0]
    assert [row.asked for row in table.rows() if row.metric == "lab.nobody"] == [0, 0, 0, 0]


def test_values_of_cells_are_what_the_measure_says():
    table = computed(TOTAL, COUNTRIES, MINUTES, MEDIAN, by=["gender"])
    found = {(row.metric, row.codes[0]): (row.value, row.unknown) for row in table.rows()}

    assert found["lab.co01", "male"] == (2, 0)
    assert found["lab.countries", "male"] == (None, 0)
    assert found["lab.minutes", "male"] == (60, 1)
    assert found["lab.median", "female"] == (60.5, 0)
    assert found["lab.median", NoCode.UNKNOWN] == (10, 0)


def test_axes_are_rolled_up():
    fine = computed(*METRICS, by=["gender", "country"])

    assert fine.by("country").rows() == computed(*METRICS, by=["country"]).rows()
    assert (
        fine.by("country", "gender").rows() == computed(*METRICS, by=["country", "gender"]).rows()
    )
    assert fine.by().rows() == computed(*METRICS).rows()
    assert fine.by() == computed(*METRICS)
    with pytest.raises(UnknownNameError, match=r"no axis 'contry'; did you mean country\?"):
        fine.by("contry")


def test_figures_are_handed_over_to_polars():
    found = computed(TOTAL, by=["country"]).to_polars()

    assert found.columns == ["metric", *COLUMNS]
    assert found.drop("metric").rows() == BY_COUNTRY
    assert found.schema["value"] == pl.Int64
    assert found.schema["country_unknown"] == pl.Boolean


def test_a_median_makes_the_values_fractions_and_no_others():
    table = computed(TOTAL, MEDIAN)

    assert table.to_polars()["value"].to_list() == [5.0, 45.5]
    assert table.to_pandas()["value"].dtype == "Float64"
    assert computed(COUNTRIES, by=["gender"]).to_polars()["value"].to_list() == [None] * 3


def test_figures_are_handed_over_to_pandas_without_fractions():
    found = computed(TOTAL, by=["country"]).to_pandas()

    assert list(found.columns) == ["metric", *COLUMNS]
    assert found["counted"].tolist() == [1, 2, 1, 1]
    assert found["country"].isna().tolist() == [False, False, True, True]
    assert found["country_unknown"].tolist() == [False, False, False, True]
    assert [str(found[name].dtype) for name in ("value", "country_unknown")] == ["Int64", "boolean"]


def test_figures_are_handed_over_to_arrow_and_duckdb():
    table = computed(TOTAL, by=["country"])
    relation = table.to_duckdb(duckdb.connect())

    assert table.to_arrow().drop(["metric"]).to_pylist() == [
        dict(zip(COLUMNS, row, strict=True)) for row in BY_COUNTRY
    ]
    assert relation.aggregate("sum(counted) as counted").fetchall() == [(5,)]


def test_figures_are_written_to_csv(tmp_path):
    computed(FOUND_WORK, by=["country"]).to_csv(tmp_path / "figures.csv")

    assert (tmp_path / "figures.csv").read_text(encoding="utf-8").splitlines() == [
        "metric,country,country_unknown,counted,unknown,open,asked,value",
        "lab.cr01,ER,false,0,0,1,0,0",
        "lab.cr01,IQ,false,0,1,0,1,0",
        "lab.cr01,SY,false,1,0,0,2,1",
    ]


@pytest.mark.parametrize(
    ("library", "method", "extra"),
    [
        ("polars", "to_polars", "polars"),
        ("pandas", "to_pandas", "pandas"),
        ("pyarrow", "to_arrow", "pyarrow"),
    ],
)
def test_what_is_not_installed_is_an_extra(monkeypatch, library, method, extra):
    table = computed(TOTAL)
    monkeypatch.setitem(sys.modules, library, None)

    with pytest.raises(MissingExtraError) as caught:
        getattr(table, method)()
    assert caught.value.extra == extra
