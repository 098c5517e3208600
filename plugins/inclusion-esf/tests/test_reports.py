"""The reports of both funds, on the synthetic caseload and on every engine."""

from datetime import date
from functools import cache

import pytest

from inclusion_core import Language, Period, ReportData
from inclusion_core.model.client import Gender
from inclusion_core.reports.report import Mark
from inclusion_core.testing import installed_catalogue
from inclusion_esf.reports import REPORTS
from inclusion_esf.sample import build

CATALOGUE = installed_catalogue()
KNOWN_ON = date(2024, 3, 31)
YEARS = {
    "2018": Period(date(2018, 1, 1), date(2018, 12, 31)),
    "2023": Period(date(2023, 1, 1), date(2023, 12, 31)),
}
JOURNAL = build()


CASELOAD = JOURNAL.as_known_on(KNOWN_ON)


@cache
def filled(form, year, engine=None):
    data = ReportData.of_caseload(CASELOAD, CATALOGUE.schema, engine=engine)
    period = YEARS[year]
    return CATALOGUE.report(form).filled_in(data, period=period, status_day=period.last_day)


def table(report, key):
    (found,) = (each for section in report.sections for each in section.tables if each.id == key)
    return found


def column(report, key, heading):
    found = table(report, key)
    place = [words.in_("en") for words in found.columns].index(heading)
    return {row.id: row.cells[place].value for row in found.rows}


def figures(report, *keys):
    """Ids and cells of all rows: nothing of the words."""
    return [
        (row.id, [(cell.value, cell.unknown) for cell in row.cells])
        for section in report.sections
        for each in section.tables
        if not keys or each.id in keys
        for row in each.rows
    ]


def test_the_catalogue_has_every_form():
    assert {each.id for each in REPORTS} == {
        "esf.annual",
        "esf.annual-original-text",
        "esf.plus.annual",
        "esf.completeness",
        "esf.plus.completeness",
        "esf.both-funds",
        "esf.participant-report",
    }
    assert all(CATALOGUE.report(each.id) is each for each in REPORTS)
    assert not any(each.programme for each in REPORTS)


@pytest.mark.at_length(few=3)
@pytest.mark.parametrize("form", sorted(each.id for each in REPORTS))
@pytest.mark.parametrize("year", YEARS)
def test_every_report_is_the_same_on_polars(form, year):
    assert figures(filled(form, year, "polars")) == figures(filled(form, year))


@pytest.mark.at_length(few=1)
@pytest.mark.parametrize(
    ("form", "year"), [("esf.plus.annual", "2023"), ("esf.completeness", "2018")]
)
def test_a_report_of_figures_and_one_of_gaps_are_the_same_on_duckdb(form, year):
    assert figures(filled(form, year, "duckdb")) == figures(filled(form, year))


@pytest.mark.at_length(few=3)
@pytest.mark.parametrize("form", sorted(each.id for each in REPORTS))
@pytest.mark.parametrize("language", Language)
def test_every_report_can_be_written_in_every_format(form, language):
    report = filled(form, "2023")

    for each in CATALOGUE.formats:
        if each.id != "pdf":  # needs a library of the system, and seconds
            assert each.render(report, language)


@pytest.mark.parametrize("form", ["esf.annual", "esf.annual-original-text", "esf.plus.annual"])
@pytest.mark.parametrize("year", YEARS)
def test_every_official_inequality_holds(form, year):
    kept = column(filled(form, year), "inequalities", "Kept")

    assert kept
    assert {words.in_("en") for words in kept.values()} == {"yes"}


def test_genders_and_who_has_none_add_up_to_the_total():
    outputs = table(filled("esf.plus.annual", "2023"), "outputs")
    headings = [words.in_("en") for words in outputs.columns]
    genders = [
        place
        for place, words in enumerate(headings)
        if words in {CATALOGUE.vocabulary.code(each, "en") for each in Gender}
        or words.startswith("gender")
    ]

    assert len(genders) >= 3
    for row in outputs.rows:
        assert row.cells[0].value == sum(row.cells[place].value for place in genders)


def test_the_total_is_less_than_the_grand_total_where_records_are_incomplete():
    totals = column(filled("esf.annual", "2018"), "outputs", "Total")

    assert 0 < totals["esf.total"] < totals["esf.grand-total"]


def test_households_are_in_the_original_text_alone():
    ids = [
        {row.id for row in table(filled(form, "2018"), "outputs").rows}
        for form in ("esf.annual-original-text", "esf.annual")
    ]

    assert ids[0] - ids[1] == {"esf.2013.co12", "esf.2013.co13", "esf.2013.co14"}


def test_windows_that_are_still_open_are_told():
    still_open = column(filled("esf.plus.annual", "2023"), "results", "Window still open")

    assert still_open["esf.plus.eecr05"] > 0
    assert still_open["esf.plus.eecr01"] == 0


def test_estimates_stand_beside_what_is_counted():
    report = filled("esf.plus.annual", "2023")

    estimated = column(report, "estimates", "Total")
    counted = column(report, "most-deprived", "Total")
    assert estimated["esf.estimated.most-deprived.homeless"] == 35
    assert 0 < counted["esf.most-deprived.homeless"] < 35


def test_projects_and_entities_are_counted_in_the_year_of_their_support():
    assert column(filled("esf.plus.annual", "2023"), "entities", "Number") == {
        "esf.plus.eeco18": 1,
        "esf.plus.eeco19": 2,
    }


def test_rates_of_nobody_have_no_value():
    rates = column(filled("esf.plus.annual", "2018"), "rates", "Share, %")

    assert set(rates.values()) & {Mark.NOT_APPLICABLE} or all(rates.values())


def test_both_funds_differ_where_the_ages_do():
    pairs = {
        row.id: [cell.value for cell in row.cells[:2]]
        for row in table(filled("esf.both-funds", "2023"), "pairs").rows
    }

    differing = [key for key, (one, other) in pairs.items() if one != other]
    assert len(pairs) >= 10
    assert differing


def test_who_lacks_an_answer_is_named_by_an_opaque_id():
    report = filled("esf.completeness", "2018")
    named = [
        row.id
        for section in report.sections
        for each in section.tables
        if each.id.endswith(".subjects")
        for row in each.rows
    ]

    assert named
    assert all(key.startswith("c-") for key in named)
