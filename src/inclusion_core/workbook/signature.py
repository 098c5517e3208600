"""What every workbook that this library writes has in common: who signs it, and when."""

from __future__ import annotations

from datetime import datetime

__all__ = ["AUTHOR", "MADE_ON"]

AUTHOR = "inclusion_core"
"""Who signs notes."""

MADE_ON = datetime(2018, 1, 1)  # noqa: DTZ001  spreadsheets know no time zones
"""Stands where the time of making is expected: no clock is read here."""
