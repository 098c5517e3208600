"""What is written: every version as JSON values, once it is certain that it can be read back.

Each version is turned into JSON values, read back as any file is and compared. What would not
come back the same is not written at all, and everything that stands in the way is said at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from operator import attrgetter

from inclusion_core.errors import InclusionError
from inclusion_core.expr.schema import RecordType, Schema
from inclusion_core.findings import Finding, Place
from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Version
from inclusion_core.wire.converter import shared_converter
from inclusion_core.wire.entries import Entry, Sheet, told_entry
from inclusion_core.wire.fast_lane import AT_ONCE
from inclusion_core.wire.history_problems import (
    DERIVED_TYPE,
    NO_RECORD,
    NOT_ITSELF,
    UNKNOWN_TYPE,
    WRONG_CLASS,
    WRONG_KEY,
)
from inclusion_core.wire.identifiers import shown
from inclusion_core.wire.layout import recorded_types
from inclusion_core.wire.names import unknown_name
from inclusion_core.wire.problems import Problem
from inclusion_core.wire.reading import histories_of
from inclusion_core.wire.value_problems import VALUE_AFTER_REMOVAL
from inclusion_core.wire.written_rows import Row, row_writer

__all__ = ["NotWritableError", "Row", "rows_of"]


class NotWritableError(InclusionError):
    """Versions that could not be read back as they are; ``findings`` says which and why."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings)
        self.findings = findings

    def __str__(self) -> str:
        first = self.findings[0].in_("en")
        return f"nothing was written, for {len(self.findings)} findings; the first is: {first}"


def rows_of(journal: Journal, schema: Schema) -> dict[str, list[Row]]:
    """The versions as JSON values, by type, in the order of ``Version.order``.

    Raises:
        NotWritableError: What would be written could not be read back as it is.
    """
    types = recorded_types(schema)
    listed: dict[str, list[Version]] = defaultdict(list)
    for version in journal.versions:
        listed[version.record_type].append(version)
    findings = [
        finding for name in listed if name not in types for finding in _no_type(name, schema)
    ]
    converter = shared_converter(schema)
    rows: dict[str, list[Row]] = {}
    for name in sorted(listed.keys() & types.keys()):
        sheet = Sheet(record_type=types[name], converter=converter)
        rows[name], faults = _written(sorted(listed[name], key=attrgetter("order")), sheet)
        findings += faults
    if findings:
        raise NotWritableError(tuple(sorted(findings, key=attrgetter("order"))))
    return rows


def _no_type(name: str, schema: Schema) -> Iterator[Finding]:
    if name in schema.record_types:
        yield DERIVED_TYPE.at(Place(record_type=name))
    else:
        yield unknown_name(UNKNOWN_TYPE, name, schema.record_types).at(Place())


def _written(versions: Iterable[Version], sheet: Sheet) -> tuple[list[Row], list[Finding]]:
    fitting: list[Version] = []
    findings: list[Finding] = []
    for version in versions:
        problem = _mismatch(version, sheet.record_type)
        if problem is None:
            fitting.append(version)
        else:
            findings.append(problem.at(sheet.place(None, shown(version.record_id))))
    writer = row_writer(sheet.record_type, sheet.converter)
    rows: list[Row] = []
    taken: list[Version | None] = []
    told: list[Entry] = []
    for first in range(0, len(fitting), AT_ONCE):
        some = fitting[first : first + AT_ONCE]
        written = writer.rows(some)
        rows += written
        for version, row, back in zip(some, written, sheet.lane.taken(written), strict=True):
            read = back
            if back is None:
                entry = told_entry(row, sheet)
                told.append(entry)
                findings += entry.findings(sheet)
                read = entry.version
            if read != version:
                findings += _changed(version, read, sheet)
            taken.append(back)
    return rows, [*findings, *histories_of(sheet, taken, told).left_out]


def _mismatch(version: Version, record_type: RecordType) -> Problem | None:
    """Why a version and its record do not go together."""
    if version.act.removes:
        return None if version.record is None else VALUE_AFTER_REMOVAL
    if version.record is None:
        return NO_RECORD
    if type(version.record) is not record_type.record_class:
        return WRONG_CLASS
    return None if version.record.id == version.record_id else WRONG_KEY


def _changed(version: Version, read: Version | None, sheet: Sheet) -> Iterator[Finding]:
    """The fields of a good version that would not come back the same."""
    back = read and read.record
    if back is None:
        return
    for field in sheet.record_type.recorded_fields:
        if getattr(back, field.name) != getattr(version.record, field.name):
            yield NOT_ITSELF.at(sheet.place(None, version.record_id, field.name))
