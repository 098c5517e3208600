"""The formats that need an extra, declared through the hook by which others declare theirs.

Nothing of an extra is imported before a report is written: where it is not installed, the format
is listed all the same, and who asks for it is told what to install.
"""

from __future__ import annotations

from inclusion_core.markers import hookimpl
from inclusion_core.reports.formats.docx import DOCX
from inclusion_core.reports.formats.pdf import PDF
from inclusion_core.reports.formats.report_format import ReportFormat
from inclusion_core.reports.formats.xlsx import XLSX

__all__ = ["inclusion_formats"]


@hookimpl
def inclusion_formats() -> tuple[ReportFormat, ...]:
    """Files that people open, print and hand in."""
    return (XLSX, DOCX, PDF)
