"""Import: rows of a workbook become versions of records, beside those that are there already.

A row goes through the converter that files go through: what is not understood is refused with the
same words. A field without a column keeps what was recorded; an empty cell means what the field
says of one. A faulty row is left out, and so is one that names a new record whose row is faulty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import attrs

from inclusion_core.expr.schema import Schema
from inclusion_core.findings import Finding
from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Act, Version
from inclusion_core.wire.converter import shared_converter
from inclusion_core.workbook.filled import FilledWorkbook, told_once
from inclusion_core.workbook.importing.acceptance import Reader, Recording, without_followers
from inclusion_core.workbook.importing.comparison import Compared, Outcome, not_on_a_row
from inclusion_core.workbook.importing.keys import Key, KeyFile
from inclusion_core.workbook.importing.matching import last_versions, matched

__all__ = ["Import", "imported"]


@attrs.frozen(kw_only=True, repr=False)
class Import:
    """What an import would do; nothing is written by it.

    Attributes:
        versions: The versions to add.
        compared: What became of each row, then the records that are on no row.
        keys: The key file as it is after the import.
        findings: What is wrong with the workbook, ordered by place.
    """

    versions: tuple[Version, ...]
    compared: tuple[Compared, ...]
    keys: KeyFile
    findings: tuple[Finding, ...]


def imported(
    filled: FilledWorkbook, keys: KeyFile, journal: Journal, schema: Schema, recording: Recording
) -> Import:
    """What a workbook adds to a journal.

    Args:
        filled: The rows.
        keys: The key file before the import; an empty one where there is none.
        journal: What is recorded already.
        schema: The record types that there are.
        recording: How it is recorded.
    """
    last = last_versions(journal)
    matching = matched(filled, keys, last, schema, recording.draw)
    reader = Reader(schema=schema, converter=shared_converter(schema), recording=recording)
    accepted = without_followers([reader.accepted(row) for row in matching.rows])
    compared = [
        *(each.compared for each in accepted),
        *(_left_out(key, last.get(key)) for key in matching.left_out),
    ]
    on_rows = [(each.record_type, each.record_id) for each in compared]
    findings = (finding for each in accepted for finding in each.findings(filled.file))
    sequence = 1 + _last_sequence(journal, recording.recorded_on)
    return Import(
        versions=tuple(_versions(compared, last, recording, sequence)),
        compared=(*compared, *not_on_a_row(on_rows, keys, last)),
        keys=keys.joined(dict(_new_keys(compared))),
        findings=told_once((*filled.findings, *findings)),
    )


def _left_out(key: Key, last: Version | None) -> Compared:
    """A record whose row could not be understood."""
    return Compared(
        record_type=key[0],
        record_id=key[1],
        outcome=Outcome.LEFT_OUT,
        before=None if last is None else last.record,
    )


def _last_sequence(journal: Journal, on: date) -> int:
    """How many acts of recording that day has seen; an import is one more."""
    return max((each.sequence for each in journal.versions if each.recorded_on == on), default=0)


def _versions(
    compared: Iterable[Compared], last: Mapping[Key, Version], recording: Recording, sequence: int
) -> Iterator[Version]:
    for each in compared:
        if each.outcome in (Outcome.NEW, Outcome.CHANGED):
            before = last.get((each.record_type, each.record_id))
            yield Version(
                record_type=each.record_type,
                record_id=each.record_id,
                version=1 if before is None else before.version + 1,
                recorded_on=recording.recorded_on,
                sequence=sequence,
                recorded_by=recording.recorded_by,
                act=Act.RECORDED if before is None else recording.act,
                why="" if before is None else recording.why,
                record=each.after,
            )


def _new_keys(compared: Iterable[Compared]) -> Iterator[tuple[Key, str]]:
    for each in compared:
        if each.row is not None and each.outcome is Outcome.NEW:
            yield (each.record_type, each.row.number), each.record_id
