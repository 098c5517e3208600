"""What others rely on: the reports and findings of the project's own plugins, to the byte."""

from __future__ import annotations

from datetime import date
from functools import cache

from inclusion_core.catalogue import Catalogue
from inclusion_core.checks import contradictions
from inclusion_core.manager import installed_plugins, load_catalogue
from inclusion_core.model.caseload import Caseload
from inclusion_core.periods import Period
from inclusion_core.reports.data import ReportData
from inclusion_core.texts import Language

OURS = ("inclusion-esf", "inclusion-sif")
FORMS = (
    ("sif.mentoring", "sif.mentoring.interim", Period(date(2018, 6, 1), date(2018, 11, 30))),
    ("esf.participants", "esf.annual", Period.year(2018)),
)
KNOWN_ON = date(2019, 12, 31)


@cache
def untouched() -> Catalogue:
    """The catalogue of the project's own plugins alone."""
    return load_catalogue([each for each in installed_plugins() if each.distribution in OURS])


@cache
def small(sample: str) -> Caseload:
    """The first six records of each type of a sample."""
    journal = untouched().samples[sample].build(1)
    known = journal.as_known_on(journal.last_recorded_on or KNOWN_ON)
    records = [each for listed in known.records.values() for each in listed[:6]]
    return Caseload.of_records(records, known_on=KNOWN_ON)


def figures(catalogue: Catalogue) -> tuple[bytes, ...]:
    """Each report in two formats, and all findings of the same data."""
    written: list[bytes] = []
    for sample, key, period in FORMS:
        form, caseload = catalogue.report(key), small(sample)
        report = form.filled_in(
            ReportData.of_caseload(caseload, catalogue.schema),
            period=period,
            status_day=KNOWN_ON,
            versions=catalogue.versions_behind(form),
        )
        written += [catalogue.formats[name].render(report, Language.LV) for name in FORMATS]
        found = contradictions(caseload, catalogue.schema, catalogue.checks_for([sample]))
        written.append("\n".join(each.in_("en") for each in found).encode())
    return tuple(written)


FORMATS = ("json", "csv")


@cache
def expected() -> tuple[bytes, ...]:
    """The figures where nobody is hostile."""
    return figures(untouched())
