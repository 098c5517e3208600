"""Reads expressions on the tables of a whole register, in one pass, on a dataframe engine.

Expressions compile to Narwhals, which hands them to Polars, DuckDB, pyarrow or Spark; nothing is
evaluated here. What an expression means is defined by :mod:`inclusion_core.expr.objects`; this
reader gives the same answers.

Needs one of the extras ``polars``, ``duckdb``, ``pyarrow``, ``spark``.
"""

from __future__ import annotations

from inclusion_core.expr.frames.reader import CellTally, Count, FrameReader, TalliedCell
from inclusion_core.expr.frames.tables import Tables

__all__ = ["CellTally", "Count", "FrameReader", "Tables", "TalliedCell"]
