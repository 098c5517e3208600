"""The reports of both funds: annual tables, participants, who lacks which answers."""

from __future__ import annotations

from inclusion_core.reports.form import ReportForm
from inclusion_esf.reports.completeness import COMPLETENESS, COMPLETENESS_PLUS
from inclusion_esf.reports.participants import PARTICIPANT_REPORT
from inclusion_esf.reports.period_2014 import ANNUAL, ANNUAL_2013
from inclusion_esf.reports.period_2021 import ANNUAL_PLUS
from inclusion_esf.reports.side_by_side import BOTH_FUNDS

__all__ = ["REPORTS"]

REPORTS: tuple[ReportForm, ...] = (
    ANNUAL,
    ANNUAL_2013,
    ANNUAL_PLUS,
    COMPLETENESS,
    COMPLETENESS_PLUS,
    BOTH_FUNDS,
    PARTICIPANT_REPORT,
)
