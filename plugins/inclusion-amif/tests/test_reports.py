"""The reports of the fund, on the synthetic caseload, in both languages and every format."""

from datetime import date
from functools import cache

import pytest

from inclusion_amif.inequalities import INEQUALITIES
from inclusion_amif.metrics import METRICS, ON_PERSONS
from inclusion_amif.reports import REPORTS
from inclusion_amif.sample import build
from inclusion_core import Language, Period, ReportData
from inclusion_core.sources import Confidence
from inclusion_core.testing import installed_catalogue

CATALOGUE = installed_catalogue()
PERIOD = Period(date(2024, 1, 1), date(2024, 12, 31))


@cache
def data():
    return ReportData.of_caseload(build().as_known_on(PERIOD.last_day), CATALOGUE.schema)


@cache
def filled(form, first_day=PERIOD.first_day):
    period = Period(first_day, PERIOD.last_day)
    return CATALOGUE.report(form).filled_in(data(), period=period, status_day=PERIOD.last_day)


def table(report, key):
    (found,) = (each for section in report.sections for each in section.tables if each.id == key)
    return found


def figures(report, key):
    return {row.id: [cell.value for cell in row.cells] for row in table(report, key).rows}


def test_the_catalogue_has_every_form():
    assert [each.id for each in REPORTS] == [
        "amif.2021.indicators",
        "amif.2021.results",
        "amif.2021.completeness",
    ]
    assert all(CATALOGUE.report(each.id) is each for each in REPORTS)


@pytest.mark.parametrize("form", [each.id for each in REPORTS])
@pytest.mark.parametrize("language", Language)
def test_every_report_can_be_written_as_json_and_markdown(form, language):
    for each in CATALOGUE.formats:
        if each.id in ("json", "md"):
            assert each.render(filled(form), language)


def test_no_figure_of_the_sample_is_zero_and_no_inequality_is_broken():
    report = filled("amif.2021.indicators")
    wholes = {each.id for each in ON_PERSONS}

    assert not report.broken
    for key in ("asylum", "integration", "results"):
        rows = figures(report, key)
        assert [row for row in rows if row in wholes and not rows[row][0]] == []
    assert figures(report, "entities") == {
        "amif.2021.o.2.2": [2],
        "amif.2021.o.2.4": [2],
        "amif.2021.o.2.7": [1],
    }


def test_below_each_indicator_stand_its_age_brackets_by_gender():
    found = table(filled("amif.2021.indicators"), "asylum")

    assert [row.id for row in found.rows[:4]] == [
        "amif.2021.o.1.1",
        "amif.2021.o.1.1.below-18",
        "amif.2021.o.1.1.18-to-60",
        "amif.2021.o.1.1.above-60",
    ]
    assert {row.part_of for row in found.rows[1:4]} == {"amif.2021.o.1.1"}
    assert [words.in_("en") for words in found.columns] == [
        *("Total", "female", "male", "non-binary", "gender: not known", "Answer not known"),
    ]


def test_figures_are_cumulative_so_that_the_first_day_moves_none():
    later = filled("amif.2021.results", date(2024, 12, 1))

    assert figures(later, "results") == figures(filled("amif.2021.results"), "results")


def test_the_parts_of_the_integration_support_are_more_than_the_whole():
    rows = figures(filled("amif.2021.indicators"), "integration")
    parts = [rows[f"amif.2021.o.2.3.{number}"][0] for number in (1, 2, 3)]

    assert sum(parts) > rows["amif.2021.o.2.3"][0] >= max(parts)


def test_completeness_names_who_lacks_what_for_which_indicator():
    report = filled("amif.2021.completeness")

    for key, field in (
        ("all", "born_on"),
        ("asylum", "vulnerable_on"),
        ("language", "level_up_on"),
        ("survey", "found_helpful_on"),
    ):
        assert any(row.id == field and row.cells[0].value for row in table(report, key).rows)


def test_every_inequality_names_indicators_that_are_there():
    named = {key for each in INEQUALITIES for key in (*each.left, *each.right)}

    assert named <= {each.id for each in METRICS}


def test_what_is_from_memory_says_so():
    unsure = {each.id for each in ON_PERSONS if each.source.confidence is Confidence.REMEMBERED}

    assert unsure == {"amif.2021.o.1.1", *(f"amif.2021.o.1.1.{number}" for number in (1, 2, 3))}
    assert all(any("from memory" in note.in_("en") for note in each.notes) for each in ON_PERSONS)
