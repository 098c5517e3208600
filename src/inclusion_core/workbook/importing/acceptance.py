"""Acceptance: which record a row makes beside what is recorded, or why it is left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Literal

import attrs
from cattrs import ClassValidationError, Converter

from inclusion_core.expr.schema import Field, RecordType, Schema
from inclusion_core.fields import Record
from inclusion_core.findings import Finding
from inclusion_core.model.versions import Act, Version
from inclusion_core.wire.converter import Faults, faults_of
from inclusion_core.wire.problems import Problem
from inclusion_core.workbook.importing.comparison import Compared, Outcome, differing
from inclusion_core.workbook.importing.import_problems import (
    ERASED_RECORD,
    FROZEN_FIELD,
    LEFT_OUT_RECORD,
    RECORDED_EARLIER,
    RETRACTED_RECORD,
)
from inclusion_core.workbook.importing.keys import Key
from inclusion_core.workbook.importing.matching import MatchedRow

__all__ = ["Acceptance", "Reader", "Recording", "without_followers"]


@attrs.frozen(kw_only=True)
class Recording:
    """How what a workbook says is recorded.

    Attributes:
        recorded_on: The day on which it becomes known.
        recorded_by: Who records it; an opaque id, empty where nobody says.
        act: What is done to a record whose row is not as it was.
        why: The reason for that; no values of clients.
        draw: Gives the random part of a new id, letters and digits.
    """

    recorded_on: date
    recorded_by: str = ""
    act: Literal[Act.CHANGED, Act.CORRECTED] = Act.CHANGED
    why: str = ""
    draw: Callable[[], str] = attrs.field(repr=False)


@attrs.frozen(kw_only=True, repr=False)
class Acceptance:
    """What became of a row.

    Attributes:
        matched: The row.
        record: The record that it makes; ``None`` where it is left out.
        fields: The fields in which that record is not as it was.
        faults: Why it is left out.
    """

    matched: MatchedRow
    record: Record | None = None
    fields: tuple[Field, ...] = ()
    faults: Faults = ()

    @property
    def compared(self) -> Compared:
        """The row beside what is recorded."""
        record_type, record_id = self.matched.key
        last = self.matched.last
        return Compared(
            record_type=record_type,
            record_id=record_id,
            outcome=self._outcome,
            row=self.matched.row,
            fields=self.fields,
            before=None if last is None else last.record,
            after=self.record,
        )

    @property
    def _outcome(self) -> Outcome:
        if self.faults:
            return Outcome.LEFT_OUT
        if self.matched.last is None:
            return Outcome.NEW
        return Outcome.CHANGED if self.fields else Outcome.SAME

    def findings(self, file: str) -> Iterator[Finding]:
        """The faults, each at its cell."""
        return (problem.at(self.matched.row.place(file, field)) for field, problem in self.faults)


@attrs.frozen(kw_only=True)
class Reader:
    """Turns rows into records.

    Attributes:
        schema: The record types that there are.
        converter: That of the schema.
        recording: How what changed would be recorded.
    """

    schema: Schema
    converter: Converter = attrs.field(repr=False)
    recording: Recording

    def accepted(self, matched: MatchedRow) -> Acceptance:
        """What becomes of a row, whatever becomes of others."""
        last = matched.last
        if last is not None and last.record is None:
            problem = ERASED_RECORD if last.act is Act.ERASED else RETRACTED_RECORD
            return Acceptance(matched=matched, faults=(*matched.faults, ("id", problem)))
        record_type = self.schema[matched.row.record_type]
        record, faults = self._record(matched, record_type)
        faults = (*matched.faults, *faults)
        if record is None or last is None or last.record is None:
            return Acceptance(matched=matched, record=None if faults else record, faults=faults)
        fields = differing(last.record, record, record_type)
        faults += tuple(self._refusals(fields, last))
        if faults:
            return Acceptance(matched=matched, faults=faults)
        return Acceptance(matched=matched, record=record, fields=fields)

    def _record(self, matched: MatchedRow, record_type: RecordType) -> tuple[Record | None, Faults]:
        kept: dict[str, object] = {}
        if matched.last is not None and matched.last.record is not None:
            before = self.converter.unstructure(matched.last.record)
            kept = {name: before[name] for name in before.keys() - matched.row.columns.keys()}
        values = {**kept, **matched.values}
        try:
            return self.converter.structure(values, record_type.record_class), ()
        except ClassValidationError as error:
            return None, tuple(faults_of(error, values, record_type))

    def _refusals(self, fields: Sequence[Field], last: Version) -> Iterator[tuple[str, Problem]]:
        """Why a record may not be changed in these fields."""
        if fields and self.recording.recorded_on < last.recorded_on:
            yield "", RECORDED_EARLIER.filled(recorded_on=last.recorded_on)
        if self.recording.act is Act.CHANGED:
            yield from ((field.name, FROZEN_FIELD) for field in fields if field.frozen)


def without_followers(accepted: Sequence[Acceptance]) -> Sequence[Acceptance]:
    """The same, but for rows that name a new record whose own row is left out."""
    rows = list(accepted)
    naming: dict[Key, list[tuple[int, str]]] = defaultdict(list)
    for at, each in enumerate(rows):
        for field, key in each.matched.names.items():
            if key != each.matched.key:
                naming[key].append((at, field))
    waiting = [each for each in rows if each.faults]
    while waiting:
        left_out = waiting.pop().matched
        for at, field in () if left_out.is_there else naming.pop(left_out.key, ()):
            follower = rows[at]
            faults = (*follower.faults, (field, LEFT_OUT_RECORD))
            rows[at] = Acceptance(matched=follower.matched, faults=faults)
            waiting.append(rows[at])
    return rows
