"""Every report form of every plugin, from its sample, in every format and both languages."""

from datetime import date
from functools import cache

import pytest
from output_lab.figures import figure_written
from output_lab.offered import FORMATS
from output_lab.readers import READERS
from output_lab.shown import shown

from inclusion_core import Language, Period, ReportData
from inclusion_core.reports.formats.json_reader import report_from_json
from inclusion_core.testing import installed_catalogue
from inclusion_core.texts import Text

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
FORMS = pytest.mark.parametrize("form", [form.id for form in CATALOGUE.reports])
LANGUAGES = pytest.mark.parametrize("language", list(Language))
IN_ROWS = ("html", "md", "docx")
"""The formats that keep a table as rows of cells, each of which says all that it holds."""


@cache
def data_of(sample):
    declared = CATALOGUE.samples[sample]
    journal = declared.build(declared.default_seed)
    caseload = journal.as_known_on(journal.last_recorded_on)
    return ReportData.of_caseload(caseload, CATALOGUE.schema)


@cache
def filled_in(key):
    sample, period = next(each for start, each in SAMPLES.items() if key.startswith(start))
    form = CATALOGUE.report(key)
    data = data_of(sample)
    versions = CATALOGUE.versions_behind(form)
    return form.filled_in(data, period=period, status_day=period.last_day, versions=versions)


@cache
def read(form, key, language):
    return READERS[key](FORMATS[key].render(filled_in(form), language))


def tables_of(report):
    return [table for section in report.sections for table in section.tables]


def figures_of(table, language):
    """The figures, days and marks of a table, row by row, as they are to look."""
    return [
        [
            figure_written(cell.value, cell.unknown, language)
            for cell in row.cells
            if not isinstance(cell.value, Text)
        ]
        for row in table.rows
    ]


@pytest.mark.at_length(few=5)
@FORMS
def test_every_form_is_filled_in_from_its_sample(form):
    report = filled_in(form)

    assert not report.broken
    assert any(table.rows for table in tables_of(report))


@pytest.mark.at_length(few=40)
@FORMS
@LANGUAGES
@pytest.mark.parametrize("key", [*IN_ROWS, "csv", "terminal", "xlsx"])
def test_every_report_says_its_title_and_nothing_in_it_acts(form, language, key):
    found = read(form, key, language)

    assert found.acting == ()
    assert any(shown(filled_in(form).title.in_(language)) in unit for unit in found.units)


@pytest.mark.at_length(few=25)
@FORMS
@LANGUAGES
@pytest.mark.parametrize("key", IN_ROWS)
def test_every_figure_of_every_report_is_read_back(form, language, key):
    report = filled_in(form)
    with_rows = [table for table in tables_of(report) if table.rows]

    rows = iter([row for grid in read(form, key, language).grids for row in grid])
    for table in with_rows:
        for figures in figures_of(table, language):
            assert any(holds(row, figures) for row in rows), (table.id, figures)


def holds(row, figures):
    """Whether a row has these cells, in this order, among others."""
    cells = iter(row)
    return all(any(squeezed(cell) == squeezed(figure) for cell in cells) for figure in figures)


def squeezed(words):
    return "".join(words.split())


@FORMS
def test_json_is_the_whole_report(form):
    report = filled_in(form)

    assert report_from_json(FORMATS["json"].render(report, Language.EN)) == report
