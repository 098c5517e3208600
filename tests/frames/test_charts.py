"""A chart draws what is not known, and draws it apart; its specification is looked at as JSON."""

import sys

import attrs
import pytest
from frames_lab.people import SEVEN, frame
from frames_lab.stays import (
    FOUND_WORK,
    KNOWN_ON,
    MINUTES,
    PERIOD,
    STAYS,
    TOTAL,
    YOUNG_ONES,
)

from inclusion_core import frames
from inclusion_core.errors import DeclarationError, MissingExtraError, UnknownNameError
from inclusion_core.texts import Text


@pytest.fixture(scope="module")
def table():
    register = frames.register(frame(SEVEN), tables=[STAYS])
    metrics = (TOTAL, YOUNG_ONES, FOUND_WORK)
    return frames.compute(
        metrics, register, period=PERIOD, known_on=KNOWN_ON, by=["gender", "country"]
    )


def bars(drawn):
    """The bars of a chart: their heading and name, and how long each part is."""
    spec = drawn.to_dict()
    found = {}
    for value in spec["datasets"][spec["data"]["name"]]:
        bar = found.setdefault((value["heading"], value["name"]), {})
        bar[value["part"]] = value["number"]
    return found


def test_totals_are_drawn_with_what_is_not_known_apart(table):
    drawn = frames.chart(table)

    assert bars(drawn) == {
        ("", "co01"): {"counted": 5, "not known": 0, "not yet": 0},
        ("", "co02"): {"counted": 2, "not known": 2, "not yet": 0},
        ("", "cr01"): {"counted": 1, "not known": 1, "not yet": 1},
    }
    spec = drawn.to_dict()
    assert spec["mark"]["type"] == "bar"
    assert spec["encoding"]["color"]["scale"]["domain"] == ["counted", "not known", "not yet"]
    assert spec["encoding"]["x"]["stack"] == "zero"


def test_a_figure_is_drawn_by_the_codes_of_an_axis(table):
    drawn = frames.chart(table, "CO01", "CR01", by="country", language="lv")

    assert list(bars(drawn)) == [
        (heading, name)
        for heading in ("co01 (lv)", "cr01 (lv)")
        for name in ("ER", "IQ", "SY", "nav", "nav zināms")
    ]
    assert bars(drawn)["co01 (lv)", "IQ"]["ieskaitīti"] == 0
    assert drawn.to_dict()["facet"]["row"]["sort"] == ["co01 (lv)", "cr01 (lv)"]


def test_codes_are_drawn_in_the_words_of_readers(table):
    assert [name for _, name in bars(frames.chart(table, "CO01", by="gender"))] == [
        "female",
        "male",
        "not known",
    ]
    in_latvian = bars(frames.chart(table, "CO01", by="gender", language="lv"))
    assert ("co01 (lv)", "sieviete") in in_latvian


def test_two_definitions_are_drawn_side_by_side(table):
    drawn = frames.chart_beside([(table["CO01"], table["CO02"])], names=("ESF", "ESF+"))

    assert bars(drawn) == {
        ("co01", "ESF"): {"counted": 5, "not known": 0, "not yet": 0},
        ("co01", "ESF+"): {"counted": 2, "not known": 2, "not yet": 0},
    }


def test_metrics_that_are_called_alike_are_told_apart(table):
    register = frames.register(frame(SEVEN), tables=[STAYS])
    alike = attrs.evolve(YOUNG_ONES, says=TOTAL.says)
    drawn = frames.chart(frames.compute([TOTAL, alike], register, period=PERIOD))

    assert [name for _, name in bars(drawn)] == ["co01 (lab.co01)", "co01 (lab.co02)"]


def test_bars_that_would_be_drawn_as_one_are_refused(table):
    pair = (table["CO01"], table["CO02"])

    with pytest.raises(DeclarationError, match="'co01 ESF': two bars are called so"):
        frames.chart_beside([pair], names=("ESF", "ESF"))
    with pytest.raises(DeclarationError, match="would be drawn as one"):
        frames.chart_beside([pair, pair], names=("ESF", "ESF+"))


def test_a_metric_that_is_asked_for_twice_is_drawn_once(table):
    drawn = frames.chart(table, "CO01", "lab.co01", by="gender")

    assert list(bars(drawn)) == list(bars(frames.chart(table, "CO01", by="gender")))


def test_a_long_heading_takes_several_lines():
    register = frames.register(frame(SEVEN), tables=[STAYS])
    long = attrs.evolve(TOTAL, says=Text.same("participants " * 12))
    drawn = frames.chart(
        frames.compute([long], register, period=PERIOD, by=["gender"]), by="gender"
    )

    headings = {heading for heading, _ in bars(drawn)}
    assert headings == set(drawn.to_dict()["facet"]["row"]["sort"])
    assert [len(line) for line in headings.pop().split("\n")] == [64, 64, 25]


def test_a_chart_is_written_without_a_browser(table, tmp_path):
    frames.chart(table, "CO02", by="gender").save(tmp_path / "chart.svg")

    assert (tmp_path / "chart.svg").read_text(encoding="utf-8").startswith("<svg")


def test_only_numbers_of_subjects_are_drawn():
    register = frames.register(frame(SEVEN), tables=[STAYS])
    table = frames.compute([MINUTES], register, period=PERIOD)

    with pytest.raises(DeclarationError, match="only numbers of subjects are drawn"):
        frames.chart(table)


def test_a_chart_of_nothing_is_refused(table):
    with pytest.raises(DeclarationError, match="there is none to draw"):
        frames.chart_beside([], names=("ESF", "ESF+"))
    with pytest.raises(UnknownNameError, match="no axis 'gendr'"):
        frames.chart(table, by="gendr")
    with pytest.raises(UnknownNameError, match="no figure 'CO03'"):
        frames.chart(table, "CO03")


def test_altair_is_an_extra(table, monkeypatch):
    monkeypatch.setitem(sys.modules, "altair", None)

    with pytest.raises(MissingExtraError, match=r"inclusion-core\[charts\]"):
        frames.chart(table)
