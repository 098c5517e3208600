"""From rows to versions: keys, comparison with what is recorded, possible duplicates."""

from __future__ import annotations

from inclusion_core.workbook.importing.imports import Import, imported

__all__ = ["Import", "imported"]
