"""Report formats: each is one function from a report to bytes, and knows nothing of metrics."""

from inclusion_core.reports.formats.csv_text import CSV
from inclusion_core.reports.formats.html import HTML
from inclusion_core.reports.formats.json_text import JSON
from inclusion_core.reports.formats.markdown import MARKDOWN
from inclusion_core.reports.formats.report_format import ReportFormat
from inclusion_core.reports.formats.terminal import TERMINAL

__all__ = ["FORMATS", "ReportFormat"]

FORMATS: tuple[ReportFormat, ...] = (TERMINAL, HTML, MARKDOWN, CSV, JSON)
"""The formats that the library brings, the ones for readers first."""
