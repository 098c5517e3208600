"""Other people's rows: records out of tables that are not ours, by a mapping declared in Python.

Nothing is copied and nothing is named twice: the tables stay where they are, and each field says
which column gives it.
"""

from __future__ import annotations

from inclusion_core.rows.columns import codes, column, constant, day_of, joined
from inclusion_core.rows.declared import RowsOf, rows_of
from inclusion_core.rows.errors import NotRowsError, RowMappingError
from inclusion_core.rows.mapping import RowAbout, RowMapping

__all__ = [
    "NotRowsError",
    "RowAbout",
    "RowMapping",
    "RowMappingError",
    "RowsOf",
    "codes",
    "column",
    "constant",
    "day_of",
    "joined",
    "rows_of",
]
