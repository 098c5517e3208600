"""Opening a workbook: guarded, and as a grid of cells before anything is understood."""

from __future__ import annotations

from inclusion_core.workbook.opening.grids import MAX_BYTES, MAX_CELLS, open_grid

__all__ = ["MAX_BYTES", "MAX_CELLS", "open_grid"]
