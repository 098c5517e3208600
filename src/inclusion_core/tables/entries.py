"""The entries of a batch of rows: each a version, good or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import attrs

from inclusion_core.expr.schema import NUMBERS, Field
from inclusion_core.model.versions import Act, Version
from inclusion_core.tables.field_values import Columns
from inclusion_core.tables.layout import ENVELOPE_KINDS
from inclusion_core.tables.records import FieldsReader
from inclusion_core.values import FIRST_DAY, LAST_DAY
from inclusion_core.wire.entries import Entry, Sheet, entry_of
from inclusion_core.wire.identifiers import identifier_or_nobody
from inclusion_core.wire.problems import RefusedError
from inclusion_core.wire.type_versions import WrittenType
from inclusion_core.wire.value_forms import text_or_nothing

__all__ = ["BatchReader", "fields_then"]

_ACTS: Mapping[object, Act] = {
    None: Act.RECORDED,
    **{act.value: act for act in Act if not act.removes},
}
_MOST_VERSIONS = 1_000_000


def fields_then(written: WrittenType) -> tuple[Field, ...]:
    """The fields that a record type had in a version, without the key."""
    columns = ((column, column.field) for column in written.columns)
    return tuple(
        attrs.evolve(field, name=column.name) for column, field in columns if field is not None
    )


@attrs.frozen
class BatchReader:
    """Reads the batches of one file."""

    sheet: Sheet
    written: WrittenType
    fields: FieldsReader

    @classmethod
    def of(cls, sheet: Sheet, written: WrittenType) -> BatchReader:
        """The reader of a sheet that holds a record type in some version."""
        key = sheet.record_type.fields["id"]
        return cls(sheet, written, FieldsReader(sheet.record_type, (key, *fields_then(written))))

    def entries(self, columns: Columns, rows: int, first_row: int) -> Iterator[Entry]:
        """The entries of a batch, whose first row has this number in the file."""
        older = bool(self.written.changes)
        records = [None] * rows if older else self.fields.records(columns, rows)
        heads = _heads(columns, rows)
        name = self.sheet.record_type.name
        for row, (record, head) in enumerate(zip(records, heads, strict=True)):
            number = first_row + row
            if record is None or head is None:
                written = self.written.row(self._written(columns, row))
                yield entry_of(written, self.sheet, number)
                continue
            version = Version(record_type=name, record_id=record.id, record=record, **head)
            yield Entry(
                row=number,
                record_id=record.id,
                number=version.version,
                act=version.act,
                version=version,
            )

    def _written(self, columns: Columns, row: int) -> dict[str, object]:
        """One row as JSON values; after a removal an empty cell says nothing."""
        envelope: dict[str, object] = {}
        for name in ENVELOPE_KINDS:
            value = columns[name][row] if name in columns else None
            if value is not None:
                envelope[name] = value.isoformat() if isinstance(value, date) else value
        fields = self.fields.written(columns, row)
        if envelope.get("act") in (Act.RETRACTED.value, Act.ERASED.value):
            fields = {name: value for name, value in fields.items() if value is not None}
        return {**fields, **envelope}


def _heads(columns: Columns, rows: int) -> Iterator[dict[str, Any] | None]:
    """The envelope of each row, without the key; ``None`` where the converter is to be asked."""
    nothing = [None] * rows
    names = ("version", "recorded_on", "sequence", "recorded_by", "act", "why")
    cells = (columns.get(name, nothing) for name in names)
    texts: dict[Any, bool] = {}
    for version, recorded_on, sequence, by, act, why in zip(*cells, strict=True):
        number, place = 1 if version is None else version, 1 if sequence is None else sequence
        if (by, why) not in texts:
            texts[by, why] = _are_texts(by, why)
        good = (
            type(recorded_on) is date
            and FIRST_DAY <= recorded_on <= LAST_DAY
            and 1 <= number <= _MOST_VERSIONS
            and NUMBERS.least <= place <= NUMBERS.most
            and act in _ACTS
            and texts[by, why]
        )
        yield (
            None
            if not good
            else {
                "version": number,
                "recorded_on": recorded_on,
                "sequence": place,
                "recorded_by": by or "",
                "act": _ACTS[act],
                "why": why or "",
            }
        )


def _are_texts(by: Any, why: Any) -> bool:
    try:
        identifier_or_nobody("" if by is None else by)
        text_or_nothing("" if why is None else why)
    except RefusedError:
        return False
    return True
