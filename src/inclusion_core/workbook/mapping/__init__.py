"""A provider's own sheet, read through a mapping file."""

from __future__ import annotations

from inclusion_core.workbook.mapping.reading import (
    MAX_MAPPING_BYTES,
    ReadMapping,
    RecordMapping,
    SheetMapping,
    WorkbookMapping,
    filled,
    read,
)

__all__ = [
    "MAX_MAPPING_BYTES",
    "ReadMapping",
    "RecordMapping",
    "SheetMapping",
    "WorkbookMapping",
    "filled",
    "read",
]
