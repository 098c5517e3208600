"""Makes the laboratories of this folder importable, and real reports."""

import sys
from datetime import date
from pathlib import Path

import pytest

from inclusion_core.manager import installed_plugins, load_catalogue
from inclusion_core.model.caseload import Caseload
from inclusion_core.periods import Period
from inclusion_core.reports.data import ReportData

KNOWN_ON = date(2019, 12, 31)

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def real_reports():
    """Reports that plugins declare, filled in from a part of their samples."""
    named = ("inclusion-esf", "inclusion-sif")
    catalogue = load_catalogue(each for each in installed_plugins() if each.distribution in named)
    assert catalogue.faults == ()
    return tuple(
        catalogue.report(key).filled_in(
            ReportData.of_caseload(part_of(catalogue.samples[sample]), catalogue.schema),
            period=Period(date(2018, 6, 1), date(2018, 11, 30)),
            status_day=KNOWN_ON,
            versions=(("inclusion-core", "0.1.0"),),
        )
        for sample, key in (("sif.mentoring", "sif.mentoring.interim"),)
    )


def part_of(sample):
    journal = sample.build(1)
    known = journal.as_known_on(journal.last_recorded_on or KNOWN_ON)
    records = [each for listed in known.records.values() for each in listed[:40]]
    return Caseload.of_records(records, known_on=KNOWN_ON)
