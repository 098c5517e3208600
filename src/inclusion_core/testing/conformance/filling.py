"""Fills in the reports of a plugin from data: over all the time that the data tell of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import attrs

from inclusion_core.catalogue import Catalogue
from inclusion_core.expr.parameters import Parameters
from inclusion_core.facts.assumption import assumed
from inclusion_core.facts.moments import report_days
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.participation import Participation
from inclusion_core.periods import Period
from inclusion_core.reports.data import ReportData
from inclusion_core.reports.form import ReportForm
from inclusion_core.reports.report import Report

__all__ = ["Filling", "parameters_of", "span_of"]


def span_of(caseload: Caseload) -> Period:
    """From the first entry to the day up to which the records are known."""
    last = caseload.known_on
    entered = [each.entered_on for each in caseload.of(Participation)]
    known = [day for day in entered if isinstance(day, date) and day <= last]
    return Period(min(known, default=last), last)


def parameters_of(catalogue: Catalogue, caseload: Caseload, period: Period) -> Parameters:
    """The parameters of a report on a period, with everything assumed as by default."""
    days = report_days(period, caseload.known_on)
    return assumed(days, catalogue.assumptions)


@attrs.frozen(kw_only=True)
class Filling:
    """A caseload, made ready to fill in many forms from.

    Attributes:
        caseload: It.
        period: The time that its reports are about.
        data: The same with the rows of all facts tables, so that they are worked out once.
    """

    caseload: Caseload
    period: Period
    data: ReportData

    @classmethod
    def of(
        cls,
        caseload: Caseload,
        catalogue: Catalogue,
        forms: Iterable[ReportForm] = (),
        *,
        period: Period | None = None,
    ) -> Filling:
        """The caseload with what these forms look at.

        Args:
            caseload: The records.
            catalogue: Whose record types and assumptions there are.
            forms: The forms.
            period: The time that they are about; all that the records tell of, if not said.
        """
        period = period or span_of(caseload)
        tables = {table.id: table for form in forms for table in form.facts_tables}
        data = ReportData.of_caseload(caseload, catalogue.schema)
        parameters = parameters_of(catalogue, caseload, period)
        return cls(
            caseload=caseload, period=period, data=data.with_facts(tables.values(), parameters)
        )

    def report(self, form: ReportForm) -> Report | Exception:
        """The form filled in, or what it raised."""
        try:
            return form.filled_in(self.data, period=self.period, status_day=self.caseload.known_on)
        except Exception as fault:  # noqa: BLE001  told by the check that asked for it
            return fault
