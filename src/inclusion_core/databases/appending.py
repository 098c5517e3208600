"""Appending versions: one transaction, whole or nothing, each version the next of its record.

What is there already, word for word, is passed over, so that a call whose end nobody saw can be
made again. What is there otherwise is a conflict: somebody else was faster.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeAlias

import attrs
from sqlalchemy import Connection, func, select
from sqlalchemy.exc import IntegrityError

from inclusion_core.databases.cells import Cells
from inclusion_core.databases.errors import BusyError, Conflict, ConflictError
from inclusion_core.databases.reading import in_parts, rows_of_table
from inclusion_core.databases.store import Store
from inclusion_core.errors import InclusionError
from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Act, Version
from inclusion_core.wire.writing import Row, rows_of

__all__ = ["Appender", "Told", "chunks"]

AT_ONCE = 1_000
"""So many versions are looked at and written at once."""

Told: TypeAlias = Callable[[int], object]
"""Called with the number of versions that are done."""


class _OvertakenError(InclusionError):
    """Somebody wrote one of these versions between looking and writing."""

    def __init__(self, chunk: tuple[Version, ...]) -> None:
        super().__init__()
        self.chunk = chunk


def chunks(versions: Iterable[Version]) -> Iterator[tuple[Version, ...]]:
    """Versions, so many at once as are written at once."""
    following = iter(versions)
    while chunk := tuple(islice(following, AT_ONCE)):
        yield chunk


@attrs.frozen(kw_only=True)
class Appender:
    """Appends versions to the tables of a schema."""

    store: Store

    def append(self, versions: Iterable[Version], progress: Told | None) -> int:
        """How many versions were written; those that were there already are not counted."""
        written = done = 0
        try:
            with self.store.writing() as connection:
                for chunk in chunks(versions):
                    written += self._write(connection, chunk)
                    done += len(chunk)
                    if progress is not None:
                        progress(done)
        except _OvertakenError as error:
            self._explain(error.chunk)
            raise BusyError from None
        return written

    def _write(self, connection: Connection, chunk: tuple[Version, ...]) -> int:
        written = 0
        for name, rows in rows_of(Journal(chunk), self.store.schema).items():
            form = self.store.forms[name]
            new = list(map(form.cells, self._new(connection, name, rows, follows=True)))
            if new:
                try:
                    connection.execute(self.store.tables[name].insert(), new)
                except IntegrityError:
                    raise _OvertakenError(chunk) from None
            written += len(new)
        return written

    def _explain(self, chunk: tuple[Version, ...]) -> None:
        """Raise a conflict where what others have written is not what was to be written."""
        with self.store.writing() as connection:
            for name, rows in rows_of(Journal(chunk), self.store.schema).items():
                self._new(connection, name, rows, follows=False)

    def _new(
        self, connection: Connection, name: str, rows: Sequence[Row], *, follows: bool
    ) -> list[Row]:
        """The rows that are not there yet.

        Raises:
            ConflictError: One is there otherwise or, if they have to follow, is not the next.
        """
        there = self._last(connection, name, rows)
        written: list[Row] = []
        new: list[Row] = []
        for row in rows:
            key = str(row["id"])
            last, erased = there.get(key, (0, False))
            if _number(row) <= last:
                written.append(row)
                continue
            kind = _conflict(row, last, erased=erased) if follows else None
            if kind is not None:
                raise ConflictError(name, key, _number(row), last, kind)
            new.append(row)
            there[key] = _number(row), row["act"] == Act.ERASED.value
        self._compare(connection, name, written, there)
        return new

    def _last(
        self, connection: Connection, name: str, rows: Sequence[Row]
    ) -> dict[str, tuple[int, bool]]:
        """The number of the last version of each record, and whether it is erased."""
        table = self.store.tables[name]
        erasures = func.count().filter(table.c.act == Act.ERASED.value)
        asked = (
            select(table.c.id, func.max(table.c.version), erasures)
            .where(table.c.id.in_(sorted({str(row["id"]) for row in rows})))
            .group_by(table.c.id)
        )
        return {key: (last, times > 0) for key, last, times in connection.execute(asked)}

    def _compare(
        self,
        connection: Connection,
        name: str,
        rows: Sequence[Row],
        there: Mapping[str, tuple[int, bool]],
    ) -> None:
        """Raise where a version that is there says something else."""
        if not rows:
            return
        table, form = self.store.tables[name], self.store.forms[name]
        ids = sorted({str(row["id"]) for row in rows})
        held: dict[tuple[str, int], Cells] = {
            (cells["id"], cells["version"]): cells
            for part in in_parts(connection, rows_of_table(table, table.c.id.in_(ids)))
            for cells in part
        }
        for row in rows:
            key, number = str(row["id"]), _number(row)
            cells = held.get((key, number))
            last, erased = there[key]
            if cells is None or form.values(cells) != form.values(form.cells(row)):
                kind = Conflict.TAKEN if cells else Conflict.MISSING
                raise ConflictError(name, key, number, last, Conflict.ERASED if erased else kind)


def _number(row: Row) -> int:
    number = row["version"]
    return number if isinstance(number, int) else 0


def _conflict(row: Row, last: int, *, erased: bool) -> Conflict | None:
    """Why a version that is not there does not follow from the last one."""
    erases = row["act"] == Act.ERASED.value
    if erased:
        return Conflict.ERASED
    if erases:
        return Conflict.STILL_THERE if last else None
    return None if _number(row) == last + 1 else Conflict.GAP
