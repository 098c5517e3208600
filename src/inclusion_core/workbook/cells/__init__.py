"""Cells: what a cell says of a value, and which value a cell means; forgiving about form alone."""

from __future__ import annotations

from inclusion_core.workbook.cells.conversion import (
    LONGEST_NUMBER,
    cell_of,
    mark_of,
    provider_number,
    value_of,
)

__all__ = ["LONGEST_NUMBER", "cell_of", "mark_of", "provider_number", "value_of"]
