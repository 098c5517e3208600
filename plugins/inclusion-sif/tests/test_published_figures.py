"""The reports give the published figures, all of them at once, however the data are counted."""

from datetime import date

import pytest

from inclusion_core import Period, ReportData
from inclusion_core.testing import installed_catalogue
from inclusion_sif.mentoring.reports import INTERIM_REPORT, MONTHLY_REPORT
from inclusion_sif.sample import build

HALF_YEAR = Period(date(2018, 6, 1), date(2018, 11, 30))
APRIL_2016 = Period.month(2016, 4)

PUBLISHED_2018 = {
    "sif.mentoring.clients": 146,
    "sif.mentoring.families-with-children": 19,
    "sif.mentoring.families-without-children": 5,
    "sif.mentoring.individuals": 65,
    "sif.mentoring.children": 39,
    "sif.mentoring.children-on-status-day": 19,
    "sif.mentoring.children-at-school": 12,
    "sif.mentoring.countries": 26,
    "sif.mentoring.social-workers": 2,
    "sif.mentoring.social-mentors": 11,
}
PUBLISHED_2016 = {
    "sif.mentoring.clients": 69,
    "sif.mentoring.relocated": 23,
    "sif.mentoring.social-workers": 1,
    "sif.mentoring.social-mentors": 4,
}
ONE_EACH = ["BY", "NG", "SD", "US", "AT", "IN", "CM", "KZ", "KG", "CD", "LY", "PK", "PS", "UA"]
ENGINES = pytest.mark.parametrize("engine", [None, "polars", "duckdb"], ids=str)


@pytest.fixture(scope="module")
def catalogue():
    return installed_catalogue()


@pytest.fixture(scope="module")
def journal():
    return build()


def filled_in(catalogue, journal, form, on, engine):
    period = {date(2018, 12, 3): HALF_YEAR, date(2016, 5, 24): APRIL_2016}[on]
    caseload = journal.as_known_on(on)
    data = ReportData.of_caseload(caseload, catalogue.schema, engine=engine)
    return form.filled_in(data, period=period, status_day=on)


def cells(report):
    return {
        row.id: (row.cells[0].value, row.cells[0].unknown)
        for section in report.sections
        for table in section.tables
        for row in table.rows
    }


@pytest.mark.at_length(few=1)
@ENGINES
def test_the_interim_report_gives_the_figures_published_for_june_to_november_2018(
    catalogue, journal, engine
):
    report = filled_in(catalogue, journal, INTERIM_REPORT, date(2018, 12, 3), engine)
    found = cells(report)

    assert {key: found[key] for key in PUBLISHED_2018} == {
        key: (value, 0) for key, value in PUBLISHED_2018.items()
    }


@ENGINES
def test_the_countries_are_those_published(catalogue, journal, engine):
    report = filled_in(catalogue, journal, INTERIM_REPORT, date(2018, 12, 3), engine)
    (table,) = (t for s in report.sections for t in s.tables if t.id == "countries")
    counts = {row.id: row.cells[0].value for row in table.rows}

    assert len(counts) == 26
    assert [(code, counts[code]) for code in list(counts)[:3]] == [
        ("RU", 25),
        ("IQ", 18),
        ("AZ", 14),
    ]
    assert sorted(code for code, count in counts.items() if count == 1) == sorted(ONE_EACH)
    others = counts.keys() - {"RU", "IQ", "AZ", *ONE_EACH}
    assert len(others) == 9
    assert all(2 <= counts[code] <= 13 for code in others)


@ENGINES
def test_the_monthly_overview_gives_the_figures_published_for_april_2016(
    catalogue, journal, engine
):
    report = filled_in(catalogue, journal, MONTHLY_REPORT, date(2016, 5, 24), engine)

    assert cells(report) == {key: (value, 0) for key, value in PUBLISHED_2016.items()}


def test_families_and_individuals_do_not_add_up_to_persons(catalogue, journal):
    report = filled_in(catalogue, journal, INTERIM_REPORT, date(2018, 12, 3), None)
    found = {key: value for key, (value, _) in cells(report).items()}

    cases = (
        found["sif.mentoring.families-with-children"]
        + found["sif.mentoring.families-without-children"]
        + found["sif.mentoring.individuals"]
    )
    assert cases == 89 != found["sif.mentoring.clients"]


def test_asylum_seekers_who_arrived_and_clients_are_two_populations(catalogue, journal):
    report = filled_in(catalogue, journal, INTERIM_REPORT, date(2018, 12, 3), None)
    found = {key: value for key, (value, _) in cells(report).items()}

    assert 89 <= found["sif.mentoring.arrived-asylum-seekers"] <= 188
    assert found["sif.mentoring.arrived-asylum-seekers"] != found["sif.mentoring.clients"]


def test_what_was_recorded_later_changes_the_report_only_as_known_later(catalogue, journal):
    then = filled_in(catalogue, journal, INTERIM_REPORT, date(2018, 12, 3), None)
    later = journal.as_known_on(date(2019, 2, 28))
    data = ReportData.of_caseload(later, catalogue.schema)
    now = INTERIM_REPORT.filled_in(data, period=HALF_YEAR, status_day=date(2018, 12, 3))

    assert cells(then)["sif.mentoring.clients"] == (146, 0)
    assert cells(now)["sif.mentoring.clients"][0] < 146
    assert cells(now)["sif.mentoring.children"][0] < 39
    assert then.provenance.fingerprint != now.provenance.fingerprint


def test_a_report_for_a_period_that_has_not_ended_says_what_may_still_come(catalogue, journal):
    data = ReportData.of_caseload(journal.as_known_on(date(2018, 8, 31)), catalogue.schema)
    report = INTERIM_REPORT.filled_in(data, period=HALF_YEAR, status_day=date(2018, 12, 3))
    value, unknown = cells(report)["sif.mentoring.children-on-status-day"]

    assert unknown > 0
    assert value + unknown >= 19
