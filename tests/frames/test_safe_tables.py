"""Tables of metrics that anybody may see, asked for without a report form."""

from collections import Counter
from decimal import Decimal

import attrs
import polars as pl
import pyarrow as pa
import pytest
from frames_lab.people import frame, people, written
from frames_lab.stays import COUNTRIES, COUNTRY, KNOWN_ON, MEDIAN, PERIOD, STAYS, TOTAL, YOUNG_ONES

from inclusion_core import frames
from inclusion_core.disclosure.threshold import Threshold
from inclusion_core.errors import UnknownNameError
from inclusion_core.publishing.safe_tables import safe_tables
from inclusion_core.reports.behind import Count
from inclusion_core.reports.report import Cell, Mark

STAYS_OF_MANY = tuple(
    each for each in people(7, 150) if each.country != "IQ" or each.id in ("s1", "s2", "s3")
)
METRICS = (TOTAL, YOUNG_ONES, COUNTRIES)


@pytest.fixture(scope="module")
def register():
    return frames.register(frame(STAYS_OF_MANY), tables=[STAYS])


@pytest.fixture(scope="module")
def shown(register):
    return safe_tables(
        METRICS, register, period=PERIOD, known_on=KNOWN_ON, by=["gender", COUNTRY]
    ).to_dicts()


def test_no_number_of_few_is_shown(register, shown):
    seen = [row["value"] for row in shown if not row["hidden"] and row["metric"] != "lab.countries"]

    assert any(value >= 10 for value in seen)
    assert not [value for value in seen if 0 < value < 10]
    assert any(row["hidden"] and row["value"] is None for row in shown)


def test_what_is_shown_is_what_is_counted(register, shown):
    table = frames.compute(METRICS, register, period=PERIOD, known_on=KNOWN_ON, by=["gender"])
    counted = {
        (row["metric"], row["gender"]): row["counted"] for row in table.by("gender").to_dicts()
    }
    compared = [
        (row["value"], counted[row["metric"], row["code"]])
        for row in shown
        if row["axis"] == "gender" and row["shows"] == "figure" and not row["hidden"]
        if (row["metric"], row["code"]) in counted
    ]

    assert compared
    assert all(one == other for one, other in compared)


def test_every_number_stands_there_once(shown):
    keys = Counter((row["metric"], row["axis"], row["code"], row["shows"]) for row in shown)

    assert set(keys.values()) == {1}
    assert {row["axis"] for row in shown} == {"", "gender", "country"}


def test_they_are_a_report_and_a_table_for_whoever_takes_arrow(register):
    tables = safe_tables([TOTAL, MEDIAN], register, period=PERIOD, known_on=KNOWN_ON, by=["gender"])
    frame = pl.DataFrame(tables)

    assert frame.to_dicts() == pa.table(tables).to_pylist()
    assert frame.height == len(tables.to_dicts())
    assert frame.filter("hidden")["value"].null_count() == frame["hidden"].sum()
    assert frame["value"].dtype == pl.Int64
    assert tables.shown("en").html == tables._repr_html_()


def test_a_half_is_a_figure_and_not_hidden(register):
    report = safe_tables([TOTAL], register, period=PERIOD, known_on=KNOWN_ON)
    (section,) = (each for each in report.sections if each.id == "tables")
    (table,) = section.tables
    cells = (
        Cell(value=Decimal("16.5"), behind=Count(metric="lab.median")),
        Cell(value=Mark.SUPPRESSED, behind=Count(metric="lab.co01")),
    )
    row = attrs.evolve(table.rows[0], cells=cells)
    told = attrs.evolve(table, columns=(table.title, table.title), rows=(row,))
    halves = attrs.evolve(report, sections=(attrs.evolve(section, tables=(told,)),))

    assert pl.DataFrame(halves).select("metric", "value", "hidden").rows() == [
        ("lab.median", 16.5, False),
        ("lab.co01", None, True),
    ]


def test_a_code_of_an_open_list_is_named_only_with_enough_people_behind_it(shown):
    codes = {row["code"] for row in shown if row["axis"] == "country"}

    assert {"SY", "ER"} <= codes
    assert "IQ" not in codes


def test_a_report_can_be_made_of_files_and_with_another_threshold(tmp_path):
    register = frames.register(written(tmp_path, STAYS_OF_MANY[:20]), tables=[STAYS])
    tables = safe_tables(
        [TOTAL],
        register,
        period=PERIOD,
        known_on=KNOWN_ON,
        threshold=Threshold(persons=5, households=5),
    )

    assert tables.provenance.fingerprint == register.fingerprint()
    assert [row["metric"] for row in tables.to_dicts()] == ["lab.co01"]


def test_a_misspelt_column_is_named(register):
    with pytest.raises(UnknownNameError, match="did you mean gender"):
        safe_tables([TOTAL], register, period=PERIOD, known_on=KNOWN_ON, by=["gendre"])


def test_figures_are_taken_by_others_as_they_are(register):
    table = frames.compute([TOTAL], register, period=PERIOD)

    assert pl.DataFrame(table).equals(table.to_polars())
