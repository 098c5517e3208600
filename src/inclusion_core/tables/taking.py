"""Records of a table that have no history: taken where they are good, and told where not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs
from cattrs import ClassValidationError, Converter

from inclusion_core.expr.schema import RecordType, Schema
from inclusion_core.fields import Record
from inclusion_core.findings import Finding, Place
from inclusion_core.tables.cells import listed
from inclusion_core.tables.problems import RECORD_TWICE
from inclusion_core.tables.records import FieldsReader
from inclusion_core.wire.converter import converter_of, faults_of
from inclusion_core.wire.identifiers import shown

__all__ = ["RecordsReader", "RecordsTaken"]


@attrs.frozen(kw_only=True, repr=False)
class RecordsTaken:
    """The records of a table, and what is wrong with the rows of which there is none.

    Attributes:
        records: In the order of the rows.
        findings: Each with its row, from 1; never a value.
    """

    records: tuple[Record, ...] = ()
    findings: tuple[Finding, ...] = ()


@attrs.frozen
class RecordsReader:
    """Reads tables of records without an envelope."""

    reader: FieldsReader
    converter: Converter

    @classmethod
    def of(cls, record_type: RecordType) -> RecordsReader:
        """The reader of a record type, with a converter of its own."""
        schema = Schema({record_type.name: record_type})
        return cls(FieldsReader(record_type, record_type.recorded_fields), converter_of(schema))

    def place(self, row: int | None, record_id: str = "", field: str = "") -> Place:
        """A place in the table."""
        name = self.reader.record_type.name
        return Place(row=row, record_type=name, record_id=record_id, field=field)

    def taken(self, table: Any) -> RecordsTaken:
        """The records of an Arrow table in which every column is known.

        Of rows with one id none is taken, for nobody can say which holds.
        """
        columns = {name: listed(table[name]) for name in table.column_names}
        records = self.reader.records(columns, table.num_rows)
        found: list[Record] = []
        findings: list[Finding] = []
        ids = columns["id"]
        twice = _twice(ids)
        for row, record in enumerate(records):
            if ids[row] in twice:
                findings.append(RECORD_TWICE.at(self.place(row + 1, shown(ids[row]), "id")))
            if record is None:
                written = self.reader.written(columns, row)
                try:
                    record = self.converter.structure(  # noqa: PLW2901
                        written, self.reader.record_type.record_class
                    )
                except ClassValidationError as error:
                    findings += self._findings(error, written, row + 1)
                    continue
            if ids[row] not in twice:
                found.append(record)
        return RecordsTaken(records=tuple(found), findings=tuple(findings))

    def _findings(
        self, error: ClassValidationError, written: Mapping[str, object], row: int
    ) -> Iterator[Finding]:
        record_id = shown(written.get("id"))
        for field, problem in faults_of(error, written, self.reader.record_type):
            yield problem.at(self.place(row, record_id, field))


def _twice(ids: Sequence[Any]) -> frozenset[Any]:
    """The ids that several rows have."""
    if len(set(ids)) == len(ids):
        return frozenset()
    return frozenset(each for each, times in Counter(ids).items() if times > 1 and each is not None)
