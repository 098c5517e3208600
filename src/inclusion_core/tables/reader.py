"""The reader of Parquet files, as commands know it; pyarrow is imported when something is read."""

from __future__ import annotations

from pathlib import Path

from inclusion_core.errors import MissingExtraError
from inclusion_core.expr.schema import Schema
from inclusion_core.findings import Place
from inclusion_core.tables.problems import NEEDS_PARQUET
from inclusion_core.texts import lv
from inclusion_core.wire.readers import DataReader
from inclusion_core.wire.reading import Part, Reading, together

__all__ = ["PARQUET_READER"]


def _read(path: Path, schema: Schema) -> Reading:
    try:
        from inclusion_core.tables import read  # noqa: PLC0415  an extra
    except MissingExtraError:
        place = Place(file=path.name)
        return together([Part(findings=(NEEDS_PARQUET.at(place),))])
    return read(path, schema)


PARQUET_READER = DataReader(
    id="parquet",
    says=lv("Parquet datņu mape").en("folder of Parquet files"),
    suffixes=(".parquet",),
    folders=True,
    read=_read,
)
"""Reads the versions of records from a folder of Parquet files, or from one such file."""
