"""Grids of cells without a file."""

from __future__ import annotations

from collections.abc import Sequence

from inclusion_core.findings import Finding
from inclusion_core.wire.problems import Refused
from inclusion_core.workbook.opening.file_problems import ERROR_VALUE, FORMULA_WITHOUT_VALUE
from inclusion_core.workbook.sheets import Grid, RawSheet

ERROR = Refused(ERROR_VALUE)
"""What stands for a cell with an error."""

UNCOUNTED = Refused(FORMULA_WITHOUT_VALUE)
"""What stands for a formula that was never worked out."""


def sheet(title: str, *rows: Sequence[object], first: int = 1) -> RawSheet:
    """A sheet with these rows; ``None`` is an empty cell."""
    numbered = {
        number: {index: cell for index, cell in enumerate(cells) if cell is not None}
        for number, cells in enumerate(rows, start=first)
    }
    return RawSheet(title=title, rows={row: cells for row, cells in numbered.items() if cells})


def grid(*sheets: RawSheet, findings: Sequence[Finding] = ()) -> Grid:
    """A workbook of these sheets."""
    return Grid(file="garden.xlsx", sheets=sheets, findings=tuple(findings))
