"""The formats that are offered: those of the core, and what its extras and plugins bring."""

from __future__ import annotations

from inclusion_core.manager import load_catalogue
from inclusion_core.reports.formats import ReportFormat
from inclusion_core.reports.formats.optional import inclusion_formats

__all__ = ["FORMATS"]

FORMATS: dict[str, ReportFormat] = {
    each.id: each for each in (*load_catalogue().formats, *inclusion_formats())
}
"""By id; those of the extras also where an older installation does not announce them yet."""
