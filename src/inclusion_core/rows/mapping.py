"""A mapping from tables that are not ours to records, and reading through it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import attrs

from inclusion_core.errors import UnknownNameError
from inclusion_core.expr.schema import Schema
from inclusion_core.findings import Finding, Place
from inclusion_core.model.versions import Version
from inclusion_core.rows.declared import Key, Progress, Row, RowsOf
from inclusion_core.rows.errors import RowMappingError
from inclusion_core.rows.faults import mapping_faults
from inclusion_core.rows.gathering import gathered, in_turn
from inclusion_core.rows.reading import RecordReader, columns_of, reader_of
from inclusion_core.rows.row_problems import MISSING_TABLE
from inclusion_core.rows.tables import Line, lines_of
from inclusion_core.values import day_text
from inclusion_core.wire.converter import shared_converter
from inclusion_core.wire.reading import Reading

__all__ = ["RowAbout", "RowMapping"]


@attrs.frozen(kw_only=True)
class RowAbout:
    """A row that a finding is about.

    Attributes:
        table: Its table.
        number: Its number, from 1.
        row: The row itself.
    """

    table: str
    number: int
    row: Row = attrs.field(repr=False)


def _settled(tables: Mapping[str, RowsOf | Iterable[RowsOf]]) -> dict[str, tuple[RowsOf, ...]]:
    return {
        table: (given,) if isinstance(given, RowsOf) else tuple(given)
        for table, given in tables.items()
    }


@attrs.frozen(kw_only=True)
class RowMapping:
    """How the rows of some tables give records; looked at as a whole when it is built.

    It can be shared between threads.

    Attributes:
        schema: The record types that there are.
        tables: By name of a table the records that its rows give, one kind or several.
        key: Makes an opaque id of each key that a column holds, and of each reference to one; not
            asked about constants and the meanings of words. Where there is none ids are taken as
            they are. One that looks like a personal code is refused in either case.

    Raises:
        RowMappingError: It does not fit the schema; every fault is named.
    """

    schema: Schema = attrs.field(repr=False)
    tables: Mapping[str, tuple[RowsOf, ...]] = attrs.field(converter=_settled)
    key: Key | None = attrs.field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        faults = tuple(mapping_faults(self.tables, self.schema))
        if faults:
            raise RowMappingError(faults)

    @property
    def columns(self) -> Mapping[str, tuple[str, ...]]:
        """The columns that are needed of each table: what to ask for, and nothing else.

        What an ``only_where`` looks at besides is not among them.
        """
        return {
            table: tuple(
                dict.fromkeys(
                    name
                    for each in several
                    for given in each.fields.values()
                    for name in columns_of(given)
                )
            )
            for table, several in self.tables.items()
        }

    def read(
        self,
        given: Mapping[str, Any],
        *,
        recorded_on: date | None = None,
        progress: Progress | None = None,
    ) -> Reading:
        """The journal that rows make, and what is wrong with them; good rows are kept.

        Args:
            given: The rows of each table, in any form that is known.
            recorded_on: The day as of which they are recorded, where no column says it.
            progress: Told a table and how many of its rows have been read.

        Raises:
            RowMappingError: No column says when records were recorded, and no day is given.
            NotRowsError: What is given for a table holds no rows.
            UnknownNameError: A table is given that the mapping does not know.
        """
        return gathered(self._lines(given, recorded_on, progress))

    def each(
        self,
        given: Mapping[str, Any],
        *,
        recorded_on: date | None = None,
        progress: Progress | None = None,
    ) -> Iterator[Version | Finding]:
        """Versions and findings as they come, in memory that does not grow with the rows.

        The rows of one record must stand together, as ``ORDER BY`` its key puts them: what comes
        of a record is given when the next one begins.

        Args:
            given: As for ``read``.
            recorded_on: As for ``read``.
            progress: As for ``read``.

        Raises:
            RowMappingError: As for ``read``.
            NotRowsError: As for ``read``.
            UnknownNameError: As for ``read``.
        """
        return in_turn(self._lines(given, recorded_on, progress))

    def rows_about(self, finding: Finding, given: Mapping[str, Any]) -> Iterator[RowAbout]:
        """The rows that a finding is about: those that give its record, or the one at its place.

        A finding of a check names a record and no row; the rows are gone through again for it.

        Args:
            finding: The finding, of this mapping or of a check.
            given: The rows of the tables, as they were; tables left out are not looked through.
        """
        place = finding.place
        for table, readers in self._readers().items():
            if table in given and (place.file in ("", table) or place.record_id):
                for line in lines_of(table, given[table], readers):
                    if line.row and _is_about(place, line):
                        yield RowAbout(table=table, number=line.row, row=line.raw)

    def _readers(self) -> dict[str, list[RecordReader]]:
        converter = shared_converter(self.schema)
        return {
            table: [reader_of(table, each, self.schema, converter, self.key) for each in several]
            for table, several in self.tables.items()
        }

    def _lines(
        self, given: Mapping[str, Any], recorded_on: date | None, progress: Progress | None
    ) -> Iterator[Line]:
        for table in given:
            if table not in self.tables:
                raise UnknownNameError("table of the mapping", table, self.tables)
        undated = tuple(
            (table, "give recorded_on, or the column that says when a record was recorded")
            for table, several in self.tables.items()
            if recorded_on is None and any("recorded_on" not in each.fields for each in several)
        )
        if undated:
            raise RowMappingError(undated)
        return self._through(given, recorded_on, progress)

    def _through(
        self, given: Mapping[str, Any], recorded_on: date | None, progress: Progress | None
    ) -> Iterator[Line]:
        day = {} if recorded_on is None else {"recorded_on": day_text(recorded_on)}
        for table, readers in self._readers().items():
            if table not in given:
                yield Line(table=table, row=0, findings=(MISSING_TABLE.at(Place(file=table)),))
                continue
            for line in lines_of(table, given[table], readers, progress):
                records = tuple((reader, {**day, **values}) for reader, values in line.records)
                yield attrs.evolve(line, records=records)


def _is_about(place: Place, line: Line) -> bool:
    if not place.record_id:
        return place.row == line.row
    return any(
        reader.sheet.record_type.name == place.record_type and values.get("id") == place.record_id
        for reader, values in line.records
    )
