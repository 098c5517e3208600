"""Where a caseload is written: in the form in which it lies there already, or that is asked for."""

from __future__ import annotations

from pathlib import Path

from inclusion_core import tables
from inclusion_core.expr.schema import Schema
from inclusion_core.model.caseload import Journal
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire import write_journal

__all__ = ["holds_parquet", "write_caseload"]


def holds_parquet(folder: Path) -> bool:
    """Whether a folder holds its records as Parquet, and none as CSV."""
    return folder.is_dir() and any(folder.glob("*.parquet")) and not any(folder.glob("*.csv"))


def write_caseload(
    journal: Journal,
    path: Path,
    schema: Schema,
    *,
    parquet: bool,
    vocabulary: Vocabulary | None = None,
) -> None:
    """Write a caseload: Parquet where that is asked for, else as ``write_journal`` does.

    Raises:
        NotWritableError: What would be written could not be read back as it is.
        MissingExtraError: Parquet is asked for, and pyarrow is not installed.
    """
    if parquet:
        tables.write(journal, path, schema, vocabulary=vocabulary)
    else:
        write_journal(journal, path, schema)
