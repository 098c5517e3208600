"""The sample, and the same as known on the days that figures were published for."""

import sys
from datetime import date
from pathlib import Path

import pytest

from inclusion_core import SCHEMA, Period, ReportData
from inclusion_core.facts.moments import report_days
from inclusion_eea import metrics
from inclusion_eea.sample import build
from inclusion_eea.tables import FAMILY_TABLE, PERSON_TABLE

sys.path.insert(0, str(Path(__file__).parent))

BEGIN = date(2013, 11, 1)


class Counted:
    """Figures of one caseload on any day; the facts tables are worked out once."""

    def __init__(self, caseload):
        self.caseload = caseload
        days = report_days(Period(BEGIN, caseload.known_on), caseload.known_on)
        data = ReportData.of_caseload(caseload, SCHEMA)
        self.data = data.with_facts([FAMILY_TABLE, PERSON_TABLE], days)

    def by(self, day, *which):
        """The figure of each metric by its last name, up to a day."""
        asked = which or metrics.METRICS
        figures = self.data.count(asked, report_days(Period(BEGIN, day), day))
        assert all(each.unknown == each.open == 0 for each in figures)
        return {each.metric.id.rpartition(".")[2]: each.value for each in figures}

    def places(self, day, metric, axis):
        figures = self.data.count([metric], report_days(Period(BEGIN, day), day), by=[axis])
        return {code: tally.counted for (code,), tally in figures[metric.id].cells.items()}


@pytest.fixture(scope="session")
def sample():
    return build()


@pytest.fixture(scope="session")
def counted():
    return Counted
