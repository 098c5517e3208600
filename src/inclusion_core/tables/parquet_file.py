"""One Parquet file: whether it can be read, and its rows in batches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from inclusion_core.tables.cells import listed
from inclusion_core.tables.problems import DAMAGED, NOT_PARQUET
from inclusion_core.wire.file_problems import NOT_A_FILE, OUTSIDE, TOO_BIG, UNREADABLE
from inclusion_core.wire.problems import Problem

__all__ = ["Batch", "ParquetFile", "opened_file"]

_UNREADABLE = (pa.ArrowException, OSError, UnicodeDecodeError)
"""What pyarrow raises of a file: the last, of a heading that is no text."""


@attrs.frozen
class Batch:
    """Some rows of a file that follow on one another.

    Attributes:
        first_row: The number of the first, from 1.
        rows: How many there are.
        columns: Their values by column.
    """

    first_row: int
    rows: int
    columns: Mapping[str, list[Any]] = attrs.field(repr=False)


@attrs.frozen
class ParquetFile:
    """A file that can be opened; nothing of it is held but what its end says of it.

    Attributes:
        path: Where it is.
        schema: Its Arrow schema.
        rows: How many rows it has.
    """

    path: Path
    schema: Any = attrs.field(repr=False)
    rows: int

    @property
    def metadata(self) -> Mapping[bytes, bytes] | None:
        """What it says of itself."""
        found: Mapping[bytes, bytes] | None = self.schema.metadata
        return found

    @property
    def _texts(self) -> list[str]:
        """Columns of texts: a text that recurs is read, and held, once.

        A small file can say a long text a million times.
        """
        kinds = (pa.string(), pa.large_string())
        return [each.name for each in self.schema if each.type in kinds]

    def batches(self, most_rows: int) -> Iterator[Batch | tuple[int, Problem]]:
        """Its rows; last of all, where it is damaged, from which row on."""
        first = 1
        try:
            with pq.ParquetFile(self.path, read_dictionary=self._texts) as file:
                for each in file.iter_batches(most_rows):
                    columns = {name: listed(each[name]) for name in self.schema.names}
                    yield Batch(first, each.num_rows, columns)
                    first += each.num_rows
        except _UNREADABLE:
            yield first, DAMAGED


def opened_file(path: Path, *, max_bytes: int, inside: Path | None = None) -> ParquetFile | Problem:
    """A file, or why it cannot be read.

    Args:
        path: The file.
        max_bytes: How large it may be.
        inside: A folder out of which a symbolic link must not lead.
    """
    try:
        if not path.is_file():
            return NOT_A_FILE
        if inside is not None and not path.resolve().is_relative_to(inside.resolve()):
            return OUTSIDE
        if path.stat().st_size > max_bytes:
            return TOO_BIG.filled(most=max_bytes)
        with path.open("rb"):
            pass
    except OSError:
        return UNREADABLE
    try:
        with pq.ParquetFile(path) as file:
            return ParquetFile(path, file.schema_arrow, file.metadata.num_rows)
    except _UNREADABLE:
        return NOT_PARQUET
