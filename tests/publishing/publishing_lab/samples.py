"""Every report form of every plugin, filled in from its sample and made public."""

from datetime import date
from functools import cache

from inclusion_core import Period, ReportData
from inclusion_core.publishing.audience import Audience
from inclusion_core.publishing.published import published
from inclusion_core.testing import installed_catalogue

SAMPLES = {
    "amif.": ("amif.participants", Period(date(2022, 1, 1), date(2024, 12, 31))),
    "eea.": ("eea.families", Period(date(2013, 11, 1), date(2015, 7, 31))),
    "esf.plus.": ("esf.participants", Period(date(2023, 1, 1), date(2023, 12, 31))),
    "esf.": ("esf.participants", Period(date(2019, 1, 1), date(2019, 12, 31))),
    "sif.mentoring.": ("sif.mentoring", Period(date(2018, 6, 1), date(2018, 11, 30))),
    "sif.motivation.results-2021": ("sif.motivation", Period(date(2020, 9, 1), date(2021, 5, 1))),
    "sif.motivation.": ("sif.motivation", Period(date(2018, 1, 1), date(2018, 12, 31))),
}
CATALOGUE = installed_catalogue()
KEYS = [form.id for form in CATALOGUE.reports]


@cache
def data_of(sample):
    declared = CATALOGUE.samples[sample]
    journal = declared.build(declared.default_seed)
    caseload = journal.as_known_on(journal.last_recorded_on)
    return ReportData.of_caseload(caseload, CATALOGUE.schema)


@cache
def made(key):
    """The report as staff see it, its lineage, and the report as the public sees it."""
    sample, period = next(each for start, each in SAMPLES.items() if key.startswith(start))
    form, data = CATALOGUE.report(key), data_of(sample)
    days = {"period": period, "status_day": period.last_day}
    report, lineage = form.filled_in(data, **days), form.lineage(data, **days)
    return report, lineage, published(report, lineage, Audience.PUBLIC, threshold=form.threshold)


def cells_of(report):
    return [
        cell
        for section in report.sections
        for table in section.tables
        for row in table.rows
        for cell in row.cells
    ]
