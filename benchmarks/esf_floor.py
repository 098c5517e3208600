"""The floor: reading the columns that the question needs, and nothing else.

Polars decodes what is asked for, so its values are counted; DuckDB decodes what is looked at, so
the largest value of each column is found.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
from esf_by_hand_polars import indicators, shared
from esf_question import TABLE, Asked


def columns(folder: Path, asked: Asked) -> list[str]:
    """The columns of the files that the question needs."""
    asked_for = [*shared(), *(of for each in indicators().values() for of in each[2:])]
    used = {name for of in asked_for for name in of.meta.root_names()} | set(asked.axes)
    there = pl.read_parquet_schema(next((folder / TABLE).glob("*.parquet")))
    return [name for name in there if name in used]


def read(folder: Path, asked: Asked, engine: str, session: Any = None) -> None:
    """Read them on one engine."""
    names, files = columns(folder, asked), str(folder / TABLE / "*.parquet")
    if engine == "polars":
        pl.scan_parquet(files).select(pl.col(names).count()).collect(engine="streaming")
    elif engine == "duckdb":
        import duckdb  # noqa: PLC0415  a run loads no more than it measures

        largest = ", ".join(f"max({name})" for name in names)
        duckdb.connect().execute(f"SELECT {largest} FROM read_parquet('{files}')").fetchall()
    else:
        largest = dict.fromkeys(names, "max")
        session.read.parquet(str(folder / TABLE)).agg(largest).collect()
