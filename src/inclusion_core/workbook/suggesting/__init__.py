"""A mapping proposed from what the headings and cells of a sheet look like."""

from __future__ import annotations

from inclusion_core.workbook.suggesting.proposal import suggested

__all__ = ["suggested"]
