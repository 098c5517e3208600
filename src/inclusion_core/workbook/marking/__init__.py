"""A copy of a workbook in which every fault is marked where it is."""

from __future__ import annotations

from inclusion_core.workbook.marking.marked import (
    MarkedOverSourceError,
    is_marked_copy,
    marked_copy,
)

__all__ = ["MarkedOverSourceError", "is_marked_copy", "marked_copy"]
