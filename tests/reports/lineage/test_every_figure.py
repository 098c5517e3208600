"""Every figure of every report form of every plugin: as many members as it says.

The lines that they reach are reached by small tests besides.
"""

from datetime import date
from functools import cache

import pytest
from agreeing import cells, counts, disagreements, without_behind

from inclusion_core import Language, Period, ReportData
from inclusion_core.reports.formats.json_reader import report_from_json
from inclusion_core.reports.formats.json_text import json_text
from inclusion_core.reports.lineage import State
from inclusion_core.reports.tables import GapsTable
from inclusion_core.testing import installed_catalogue

pytestmark = pytest.mark.no_cover

SAMPLES = {
    "amif.": ("amif.participants", Period(date(2022, 1, 1), date(2024, 12, 31))),
    "eea.": ("eea.families", Period(date(2013, 11, 1), date(2015, 7, 31))),
    "esf.plus.": ("esf.participants", Period(date(2023, 1, 1), date(2023, 12, 31))),
    "esf.": ("esf.participants", Period(date(2019, 1, 1), date(2019, 12, 31))),
    "sif.mentoring.": ("sif.mentoring", Period(date(2018, 6, 1), date(2018, 11, 30))),
    "sif.motivation.results-2021": ("sif.motivation", Period(date(2020, 9, 1), date(2021, 5, 1))),
    "sif.motivation.": ("sif.motivation", Period(date(2018, 1, 1), date(2018, 12, 31))),
}
"""By the beginning of the form's id: its sample, and what it reports on."""
CATALOGUE = installed_catalogue()
FORMS = [form.id for form in CATALOGUE.reports]
SOME = ("sif.mentoring.monthly", "esf.plus.annual")
"""Forms that are asked on engines too, and of single cases."""


@cache
def caseload_of(sample):
    declared = CATALOGUE.samples[sample]
    journal = declared.build(declared.default_seed)
    return journal.as_known_on(journal.last_recorded_on)


@cache
def lineage_of(key, engine=None):
    return CATALOGUE.report(key).lineage(data_of(key, engine), **days_of(key))


@cache
def report_of(key):
    return CATALOGUE.report(key).filled_in(data_of(key), **days_of(key))


def data_of(key, engine=None):
    sample, _ = sample_of(key)
    return data_in(sample, engine)


@cache
def data_in(sample, engine):
    return ReportData.of_caseload(caseload_of(sample), CATALOGUE.schema, engine=engine)


def days_of(key):
    _, period = sample_of(key)
    return {"period": period, "status_day": period.last_day}


def sample_of(key):
    return next(each for start, each in SAMPLES.items() if key.startswith(start))


@pytest.mark.at_length(few=4)
@pytest.mark.parametrize("key", FORMS)
def test_as_many_members_stand_behind_every_figure_as_it_says(key):
    assert disagreements(report_of(key), lineage_of(key)) == []


@pytest.mark.parametrize("key", FORMS)
def test_it_is_known_what_is_behind_every_number_but_how_often_answers_are_missing(key):
    report = report_of(key)
    gaps = {each.id for each in CATALOGUE.report(key).tables if isinstance(each, GapsTable)}

    assert {address.partition("/")[0] for address in without_behind(report)} <= gaps


@pytest.mark.parametrize("key", SOME)
def test_what_is_behind_a_cell_is_read_back_from_json(key):
    report = report_of(key)
    read = report_from_json(json_text(report, Language.LV))

    assert [cell.behind for _, cell in cells(read)] == [cell.behind for _, cell in cells(report)]


@pytest.mark.at_length(few=1)
@pytest.mark.parametrize("engine", ["polars", "duckdb"])
@pytest.mark.parametrize("key", SOME)
def test_the_members_are_the_same_on_an_engine(key, engine):
    lineage, on_tables = lineage_of(key), lineage_of(key, engine)
    some = [*lineage.metrics][1 :: 12 if engine == "polars" else 60]

    for metric in some:
        assert on_tables.listing(metric) == lineage.listing(metric)
    for count in dict.fromkeys(counts(report_of(key))):
        if count.metric in some:
            assert on_tables.backing(count) == lineage.backing(count)


@pytest.mark.at_length(few=1)
@pytest.mark.parametrize("engine", [None, "duckdb"])
@pytest.mark.parametrize("key", SOME)
def test_a_case_is_explained_as_it_is_listed(key, engine):
    lineage = lineage_of(key, engine)
    for metric in [*lineage.metrics][1:3]:
        subjects = lineage.listing(metric).subjects
        for state in State:
            first = next((each for each in subjects if each.state is state), None)
            if first is not None:
                explained = lineage.explained(metric, first.id)
                assert explained.state == state.value
                assert tuple(part.truth for part in explained.parts) == first.truths
