"""One table of an earlier version, changed where it stands: what others may do with it stays.

It is renamed and gets the columns of today; each row is written as a file of that version would be
read; the columns that nothing reads any more are taken out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import attrs
from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    bindparam,
    column,
    inspect,
    select,
    table,
    tuple_,
)
from sqlalchemy.schema import CreateColumn
from sqlalchemy.types import TypeEngine

from inclusion_core.databases.cells import Beside, Cells, RowForm, values_in
from inclusion_core.databases.differences import Held, family
from inclusion_core.databases.errors import DamagedRowsError
from inclusion_core.expr.record_columns import ENDS, kinds_beside
from inclusion_core.expr.schema import Field, Schema
from inclusion_core.findings import Finding
from inclusion_core.wire.entries import entry_of
from inclusion_core.wire.envelope import ENVELOPE
from inclusion_core.wire.type_versions import WrittenType

__all__ = ["TableUpgrade"]

AT_ONCE = 1_000
"""So many rows are written anew at once."""

MOST_FINDINGS = 1_000

_ASIDE = "upgrading_"
"""So begin the names that tables and columns have for a while."""


@attrs.frozen(kw_only=True, eq=False)
class TableUpgrade:
    """The table of a record type on its way to today.

    Attributes:
        written: The type as its rows are.
        form: How its rows are today.
        table: The table of today.
        held: The columns that it has, and what they hold.
        beside: The columns of each field that there was.
    """

    connection: Connection = attrs.field(repr=False)
    written: WrittenType
    form: RowForm
    table: Table
    held: Mapping[str, TypeEngine[Any]]
    beside: Beside

    @classmethod
    def of(
        cls, connection: Connection, written: WrittenType, schema: Schema, today: Table
    ) -> TableUpgrade:
        """The table of a type in an earlier version."""
        held = Held.found(inspect(connection), [written.name]).columns[written.name]
        return cls(
            connection=connection,
            written=written,
            form=RowForm.of(written.record_type, schema),
            table=today,
            held=held,
            beside=tuple(_beside(written, held)),
        )

    @property
    def problems(self) -> Iterator[str]:
        """What the table has too much or too little for its version."""
        name = self.written.name
        read = {*ENVELOPE, *(each for _, _, columns in self.beside for each in columns)}
        for heading in sorted(read - self.held.keys()):
            yield f"table {name} has no column {heading}, which there was in its version; add it"
        for heading in sorted(self.held.keys() - read):
            yield f"table {name} has a column {heading} that was not in its version; take it out"

    def step_aside(self, number: int) -> None:
        """Give up the name, which another table may take."""
        if self._renamed:
            self._alter(self.written.name, f"RENAME TO {_ASIDE}{number}")

    def take_name(self, number: int) -> None:
        """Take the name of today."""
        if self._renamed:
            self._alter(f"{_ASIDE}{number}", f"RENAME TO {self._quoted(self.table.name)}")

    @property
    def _renamed(self) -> bool:
        return self.table.name != self.written.name

    @cached_property
    def _apart(self) -> dict[str, str]:
        """The columns that are read and are none of today's, and what they are called meanwhile.

        A name of today may have been that of a column that held something else.
        """
        today = {each.name: family(each.type) for each in self.table.columns}
        names = [name for name in self.held if family(self.held[name]) != today.get(name)]
        return {name: f"{_ASIDE}{place}" for place, name in enumerate(names)}

    def make_columns(self) -> None:
        """Set apart the columns that are not today's, and add those of today."""
        name = self.table.name
        for index in self._indexes_of_before():
            self.connection.exec_driver_sql(f"DROP INDEX {self._quoted(index)}")
        for was, meanwhile in self._apart.items():
            self._alter(name, f"RENAME COLUMN {self._quoted(was)} TO {meanwhile}")
        for each in self.table.columns:
            if each.name not in self.held or each.name in self._apart:
                made = CreateColumn(each).compile(dialect=self.connection.dialect)
                self._alter(name, f"ADD COLUMN {made}")
        there = {each["name"] for each in inspect(self.connection).get_indexes(name)}
        for own in self.table.indexes:
            if own.name not in there:
                own.create(self.connection)

    def _indexes_of_before(self) -> list[str]:
        """Indexes of the library that are not of today, and those of columns that are not."""
        today = {index.name for index in self.table.indexes}
        own = f"ix_{self.written.name}_"
        return [
            str(index["name"])
            for index in inspect(self.connection).get_indexes(self.table.name)
            if index["name"] not in today
            and (
                str(index["name"]).startswith(own)
                or not self._apart.keys().isdisjoint(index["column_names"])
            )
        ]

    def rows_written(self) -> Iterator[int]:
        """Write each row as it is today, so many at once; how many these were.

        Raises:
            DamagedRowsError: Some cannot be read; it names them.
        """
        today = self.table
        filled = [each.name for each in today.columns if each.name not in ENVELOPE]
        writing = (
            today.update()
            .where(today.c.id == bindparam("its_id"), today.c.version == bindparam("its_version"))
            .values({name: bindparam(f"to_{name}") for name in filled})
        )
        findings: list[Finding] = []
        for rows in self._rows():
            written = [self._today(row, findings) for row in rows]
            if findings:
                continue
            if filled:
                self.connection.execute(writing, [_parameters(cells, filled) for cells in written])
            yield len(rows)
        if findings:
            raise DamagedRowsError(tuple(findings[:MOST_FINDINGS]))

    def _rows(self) -> Iterator[Sequence[Cells]]:
        """The rows by id and version, each column under the name that it had."""
        here = table(self.table.name)
        key = tuple_(column("id"), column("version"))
        columns: list[ColumnElement[Any]] = [
            column(self._apart.get(name, name)).label(f"was_{name}") for name in self.held
        ]
        asked = select(*columns).select_from(here).order_by(*key.clauses).limit(AT_ONCE)
        following = asked
        while rows := self.connection.execute(following).all():
            named = [dict(zip(self.held, row, strict=True)) for row in rows]
            yield named
            last = named[-1]
            following = asked.where(key > tuple_(last["id"], last["version"]))

    def _today(self, row: Cells, findings: list[Finding]) -> dict[str, object]:
        values = self.written.row(values_in(row, self.beside))
        entry = entry_of(values, self.form.sheet)
        if entry.version is None:
            if len(findings) < MOST_FINDINGS:
                findings += entry.findings(self.form.sheet)
            return {}
        return self.form.cells_of(entry.version)

    def take_out_columns(self) -> None:
        """Take out the columns that nothing reads any more."""
        for meanwhile in self._apart.values():
            self._alter(self.table.name, f"DROP COLUMN {meanwhile}")

    def _alter(self, name: str, how: str) -> None:
        self.connection.exec_driver_sql(f"ALTER TABLE {self._quoted(name)} {how}")

    def _quoted(self, name: str) -> str:
        return self.connection.dialect.identifier_preparer.quote(name)


def _parameters(cells: Cells, filled: Iterable[str]) -> dict[str, object]:
    """What is written into a row, and into which."""
    key = {"its_id": cells["id"], "its_version": cells["version"]}
    return {**key, **{f"to_{name}": cells[name] for name in filled}}


def _beside(
    written: WrittenType, held: Mapping[str, object]
) -> Iterator[tuple[str, Field, tuple[str, ...]]]:
    """The columns of each field that there was.

    What was done since says of a field that is gone what it held in files. Whether it was a day
    that may be known in part, the table alone can tell.
    """
    names = {each.name for each in written.columns}
    for each in written.columns:
        if each.field is None:
            continue
        field = attrs.evolve(each.field, name=each.name)
        wanted = kinds_beside(field)
        there = (f"{each.name}_{end}" for end in ("unknown", *ENDS))
        yield (
            each.name,
            field,
            (
                each.name,
                *(name for name in there if name in wanted or (name in held and name not in names)),
            ),
        )
