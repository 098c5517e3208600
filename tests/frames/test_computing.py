"""The same figures, wherever the rows are and in however many parts."""

from datetime import date

import attrs
import duckdb
import pytest
from frames_lab.people import SEVEN, frame, people, written
from frames_lab.stays import (
    COUNTRY,
    GENDER,
    KNOWN_ON,
    MEDIAN,
    METRICS,
    PERIOD,
    STAYS,
    TOTAL,
    YOUNG_ONES,
    metric,
)

from inclusion_core import Period, frames
from inclusion_core.errors import AssumptionError, DeclarationError, UnknownNameError
from inclusion_core.expr.records import Records
from inclusion_core.facts.moments import report_days
from inclusion_core.facts.rows import ClientRow
from inclusion_core.metrics.counting import count_records
from inclusion_core.metrics.metric import Axis, Measure

EVERYBODY = people(2020, 300)
AXES = ((), (GENDER,), (GENDER, COUNTRY))


def by_objects(stays, by=()):
    return count_records(
        METRICS,
        Records(STAYS.schema, {"stay": stays}),
        report_days(PERIOD, PERIOD.last_day),
        known_on=KNOWN_ON,
        by=by,
    )


def by_frames(source, by=(), **given):
    register = frames.register(source, tables=[STAYS], **given)
    return frames.compute(METRICS, register, period=PERIOD, known_on=KNOWN_ON, by=by).figures


@pytest.mark.at_length(few=2)
@pytest.mark.parametrize("by", AXES, ids=str)
@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_objects_whole_files_and_parts_give_the_same_figures(tmp_path, engine, by):
    expected = by_objects(EVERYBODY, by)
    whole = written(tmp_path / "whole", EVERYBODY)
    parts = written(tmp_path / "parts", EVERYBODY[:7], EVERYBODY[7:8], EVERYBODY[8:], ())

    assert by_frames(whole, by, engine=engine) == expected
    assert by_frames(parts, by, engine=engine) == expected
    assert [len(figure.cells) for figure in by_frames(parts, by, engine=engine)] == [
        len(figure.cells) for figure in expected
    ]


def native_frames(tmp_path):
    table = frame(EVERYBODY)
    file = written(tmp_path / "native", EVERYBODY) / "stay" / "part-0.parquet"
    yield "lazy", table.lazy()
    yield "eager", table
    yield "arrow", table.to_arrow()
    yield "pandas", table.to_pandas()
    yield "duckdb", duckdb.connect().read_parquet(str(file))


def test_native_frames_of_every_kind_give_the_same_figures(tmp_path):
    expected = by_objects(EVERYBODY, (GENDER,))
    found = {kind: by_frames(table, (GENDER,)) for kind, table in native_frames(tmp_path)}

    assert {kind for kind, figures in found.items() if figures == expected} == {
        *("lazy", "eager", "arrow", "pandas", "duckdb"),
    }


def test_seven_stays_are_counted_as_by_hand():
    table = frames.compute(
        METRICS, frames.register(frame(SEVEN), tables=[STAYS]), period=PERIOD, known_on=KNOWN_ON
    )
    told = {
        row.metric: (row.value, row.counted, row.unknown, row.open, row.asked)
        for row in table.rows()
    }

    assert told == {
        "lab.co01": (5, 5, 0, 0, 5),
        "lab.co02": (2, 2, 2, 0, 5),
        "lab.cr01": (1, 1, 1, 1, 3),
        "lab.by-country": (2, 2, 2, 0, 5),
        "lab.countries": (2, 5, 1, 0, 5),
        "lab.minutes": (191, 5, 1, 0, 5),
        "lab.median": (45.5, 5, 1, 0, 5),
    }


def test_without_a_day_of_knowledge_nothing_is_open():
    register = frames.register(frame(SEVEN), tables=[STAYS])
    table = frames.compute(METRICS, register, period=PERIOD)

    assert table["cr01"].total.open == 0
    assert table["cr01"].total.unknown == 2
    assert table.asked.known_on is None
    assert table.asked.status_day == date(2020, 12, 31)


def test_a_column_is_an_axis_with_its_own_words():
    register = frames.register(frame(SEVEN), tables=[STAYS])
    table = frames.compute([TOTAL], register, period=PERIOD, by=["gender", "found_work"])

    gender, found_work = table.axes
    assert gender.code.node == GENDER.code.node
    assert gender.code.codes is GENDER.code.codes
    assert (gender.says.in_("lv"), found_work.says.in_("lv")) == ("gender", "atrada darbu")
    assert table.figures["lab.co01"].by("gender") == (
        frames.compute([TOTAL], register, period=PERIOD, by=[GENDER])["co01"].cells
    )


def test_a_column_of_codes_kept_elsewhere_is_an_axis_too():
    register = frames.register(frame(SEVEN), tables=[STAYS])

    (axis,) = frames.compute([TOTAL], register, period=PERIOD, by=["country"]).axes
    assert axis.code.codes is str


@pytest.mark.parametrize("name", ["gendr", "born_on", "id", "minutes"])
def test_only_a_column_of_codes_is_an_axis(name):
    register = frames.register(frame(SEVEN), tables=[STAYS])

    with pytest.raises(UnknownNameError) as caught:
        frames.compute([TOTAL], register, period=PERIOD, by=[name])
    assert caught.value.known == ("country", "found_work", "gender")
    if name == "gendr":
        assert str(caught.value) == ("no column of codes of stay 'gendr'; did you mean gender?")


def test_an_axis_may_not_be_called_as_another_column_is():
    register = frames.register(frame(SEVEN), tables=[STAYS])
    counted = attrs.evolve(GENDER, id="counted")

    with pytest.raises(DeclarationError, match="another column of the rows has this name"):
        frames.compute([TOTAL], register, period=PERIOD, by=[counted])
    with pytest.raises(DeclarationError, match="another column of the rows has this name"):
        frames.compute([TOTAL], register, period=PERIOD, by=["gender", GENDER])
    with pytest.raises(DeclarationError, match="another column of the rows has this name"):
        frames.compute(
            [TOTAL],
            register,
            period=PERIOD,
            by=[attrs.evolve(COUNTRY, id="gender_unknown"), GENDER],
        )


def test_a_name_says_nothing_where_several_subjects_are_counted():
    register = frames.register(frame(SEVEN), tables=[STAYS])
    clients = metric(
        "clients", subject=ClientRow, table=None, universe=~(TOTAL.where & ~TOTAL.where)
    )

    with pytest.raises(DeclarationError, match="it could be of client or stay; give an Axis"):
        frames.compute([TOTAL, clients], register, period=PERIOD, by=["gender"])
    with pytest.raises(DeclarationError, match="it could be of nothing; give an Axis"):
        frames.compute([], register, period=PERIOD, by=["gender"])


def test_progress_is_told_after_each_part(tmp_path):
    told = []
    register = frames.register(written(tmp_path, SEVEN[:2], SEVEN[2:]), tables=[STAYS])

    frames.compute(
        [TOTAL], register, period=PERIOD, progress=lambda done, of: told.append((done, of))
    )
    assert told == [(1, 2), (2, 2)]


def test_what_is_assumed_changes_the_figure_and_is_kept():
    register = frames.register(frame(SEVEN), tables=[STAYS])
    by_default = frames.compute([YOUNG_ONES], register, period=PERIOD)
    older = frames.compute([YOUNG_ONES], register, period=PERIOD, assumptions={"lab.young": 30})

    assert (by_default["co02"].value, older["co02"].value) == (2, 3)
    assert (by_default.asked.assumptions, older.asked.assumptions) == (
        {"lab.young": 25},
        {"lab.young": 30},
    )
    with pytest.raises(AssumptionError):
        frames.compute([YOUNG_ONES], register, period=PERIOD, assumptions={"lab.young": 31})
    with pytest.raises(AssumptionError):
        frames.compute([TOTAL], register, period=PERIOD, assumptions={"lab.young": 25})


def test_figures_need_a_last_day():
    register = frames.register(frame(SEVEN), tables=[STAYS])

    with pytest.raises(DeclarationError, match="figures need a last day"):
        frames.compute([TOTAL], register, period=Period(date(2020, 1, 1)))


def test_a_median_of_parts_is_the_median_of_the_whole(tmp_path):
    register = frames.register(written(tmp_path, SEVEN[:1], SEVEN[1:3], SEVEN[3:]), tables=[STAYS])
    table = frames.compute([MEDIAN], register, period=PERIOD, by=["gender"])

    assert table["median"].value == 45.5
    assert [(row.codes, row.value) for row in table.rows()][:2] == [
        (("female",), 60.5),
        (("male",), 60),
    ]
    assert MEDIAN.measure is Measure.MEDIAN


def test_metrics_without_an_axis_of_their_own_need_no_cells(tmp_path):
    register = frames.register(written(tmp_path, SEVEN[:3], SEVEN[3:]), tables=[STAYS])
    table = frames.compute([TOTAL], register, period=PERIOD)

    assert table["co01"].total == by_objects(SEVEN)["lab.co01"].total
    assert table["co01"].cells == {}


def test_no_metrics_make_an_empty_table(tmp_path):
    register = frames.register(written(tmp_path, SEVEN[:3], SEVEN[3:]), tables=[STAYS])

    assert frames.compute([], register, period=PERIOD).rows() == ()


def test_an_axis_of_other_subjects_is_refused(tmp_path):
    from inclusion_core.expr import subject
    from inclusion_core.texts import lv

    axis = Axis(id="other", says=lv("cits").en("other"), code=subject(ClientRow).gender)
    register = frames.register(frame(SEVEN), tables=[STAYS])

    with pytest.raises(DeclarationError, match="is about other subjects"):
        frames.compute([TOTAL], register, period=PERIOD, by=[axis])
