"""A template that was filled in: sheets and headings found, rows as values."""

from __future__ import annotations

from inclusion_core.workbook.filling.rows import filled

__all__ = ["filled"]
