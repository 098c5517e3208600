"""Reads expressions on the tables of a whole register, in one pass, on a dataframe engine.

Expressions compile to Narwhals, which hands them to Polars or DuckDB; nothing is evaluated here,
and nothing else of the library knows Narwhals. What an expression means is defined by
:mod:`inclusion_core.expr.objects`; this reader gives the same answers.

Needs the extra ``polars`` or ``duckdb``.
"""

from __future__ import annotations

from inclusion_core.expr.frames.reader import Count, FrameReader
from inclusion_core.expr.frames.tables import Tables

__all__ = ["Count", "FrameReader", "Tables"]
