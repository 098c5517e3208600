"""The formats that are offered: those of the core, and what its extras and plugins bring."""

from __future__ import annotations

from inclusion_core.reports.formats import ReportFormat
from inclusion_core.reports.formats.optional import inclusion_formats
from inclusion_core.testing import installed_catalogue

__all__ = ["FORMATS"]

FORMATS: dict[str, ReportFormat] = {
    each.id: each for each in (*installed_catalogue().formats, *inclusion_formats())
}
"""By id; those of the extras also where an older installation does not announce them yet."""
