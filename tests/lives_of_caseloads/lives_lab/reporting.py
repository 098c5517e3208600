"""The interim report on the office's caseload, on objects and on tables; and what is handed in."""

from __future__ import annotations

from datetime import date

from inclusion_core.periods import Period
from inclusion_core.reports.data import ReportData
from inclusion_core.submissions.asked import Material
from inclusion_core.submissions.codec import written_json
from inclusion_core.submissions.form import SubmissionForm
from inclusion_core.submissions.making import asked_for, make
from inclusion_core.submissions.submission import Given
from inclusion_core.testing import installed_catalogue
from lives_lab.schema import SCHEMA

__all__ = ["ENGINES", "figures_of", "handed_in", "report", "report_on_a_database"]

FORM = installed_catalogue().report("sif.mentoring.interim")
HANDED_IN = SubmissionForm.standard(FORM)
ENGINES = ("polars", "duckdb")


def report(caseload, period, engine=None):
    """The report on a caseload, as of the day on which it is known."""
    return _filled(ReportData.of_caseload(caseload, SCHEMA, engine=engine), period)


def report_on_a_database(database, known_on, period, engine):
    """The same on the tables of a database."""
    return _filled(ReportData.of_tables(**database.for_report(known_on, engine=engine)), period)


def _filled(data, period):
    return FORM.filled_in(data, period=_period(period), status_day=data.known_on)


def _period(days):
    return Period(*map(date.fromisoformat, days))


def figures_of(filled):
    """Counted and not known, by the last part of the metric's id, as the report shows them."""
    return {
        row.id.rpartition(".")[2]: (row.cells[0].value, row.cells[0].unknown)
        for section in filled.sections
        for table in section.tables
        if table.id != "countries"
        for row in table.rows
    }


def handed_in(journal, known_on, period):
    """The bytes of a submission that is made as things were known on a day."""
    material = Material(journal, SCHEMA)
    asked = asked_for(material, period=_period(period), status_day=known_on, known_on=known_on)
    return written_json(make(HANDED_IN, material, asked, Given(draft=True)).submission)
