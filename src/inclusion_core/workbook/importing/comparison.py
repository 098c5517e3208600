"""What a workbook says beside the records that are there: new, changed, the same, not said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum

import attrs

from inclusion_core.expr.schema import Field, RecordType
from inclusion_core.fields import Record
from inclusion_core.findings import Finding
from inclusion_core.model.versions import Version
from inclusion_core.texts import Text, lv
from inclusion_core.workbook.filled import FilledRow
from inclusion_core.workbook.importing.keys import Key, KeyFile

__all__ = ["Compared", "Outcome", "differing", "located", "not_on_a_row"]

BESIDE = lv("{record} (lapa {sheet}, rinda {row})").en("{record} (sheet {sheet}, row {row})")

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/-]*-[A-Za-z0-9]+", re.ASCII)
"""An id as it may stand in a sentence."""


class Outcome(Enum):
    """What became of a record."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    LEFT_OUT = "left_out"
    """Its row is faulty; what was recorded before stays."""
    NOT_IN_WORKBOOK = "not_in_workbook"
    """It is on no row; it stays as it is, for nothing is removed by leaving it out."""


@attrs.frozen(kw_only=True, repr=False)
class Compared:
    """One record, as it was and as the workbook has it.

    Attributes:
        record_type: Its type.
        record_id: Its key.
        outcome: What became of it.
        row: Where it stands; ``None`` where it is on no row, or on one that was not understood.
        fields: The fields that changed.
        before: As it was; ``None`` for what was not there.
        after: As it is now; ``None`` where nothing is recorded.
    """

    record_type: str
    record_id: str
    outcome: Outcome
    row: FilledRow | None = None
    fields: tuple[Field, ...] = ()
    before: Record | None = None
    after: Record | None = None

    def __repr__(self) -> str:
        key = f"{self.record_type!r}, {self.record_id!r}"
        return f"Compared({key}, outcome={self.outcome.value!r})"


def differing(before: Record, after: Record, record_type: RecordType) -> tuple[Field, ...]:
    """The recorded fields in which two records of a type are not the same."""
    return tuple(
        field
        for field in record_type.recorded_fields
        if getattr(before, field.name) != getattr(after, field.name)
    )


def not_on_a_row(
    rows: Iterable[Key], keys: KeyFile, last: Mapping[Key, Version]
) -> Iterator[Compared]:
    """The records that the workbook could hold and does not.

    Of a type of which the key file names records, these are looked for: others may be another
    provider's. Of any other type on the rows, all.

    Args:
        rows: Types and ids of what is on the rows.
        keys: What the key file held before.
        last: The last version of each record.
    """
    on_rows = set(rows)
    named = set(keys.numbers)
    types_named = {name for name, _ in named}
    types = types_named | {name for name, _ in on_rows}
    for key in sorted(last.keys() - on_rows):
        looked_for = key in named if key[0] in types_named else key[0] in types
        if looked_for and last[key].record is not None:
            yield Compared(
                record_type=key[0],
                record_id=key[1],
                outcome=Outcome.NOT_IN_WORKBOOK,
                before=last[key].record,
            )


def located(
    findings: Iterable[Finding], compared: Iterable[Compared], file: str
) -> tuple[Finding, ...]:
    """Findings about records as findings about the cells from which these came.

    Another record that a finding names has its row beside its id, which may be new.
    """
    rows = {
        (each.record_type, each.record_id): each.row for each in compared if each.row is not None
    }
    by_id = {record_id: row for (_, record_id), row in rows.items()}
    return tuple(_at_its_cell(_with_rows(finding, by_id), rows, file) for finding in findings)


def _at_its_cell(finding: Finding, rows: Mapping[Key, FilledRow], file: str) -> Finding:
    place = finding.place
    row = rows.get((place.record_type, place.record_id))
    if row is None:
        return finding
    cell = row.place(file, place.field)
    return attrs.evolve(finding, place=attrs.evolve(cell, record_id=place.record_id))


def _with_rows(finding: Finding, rows: Mapping[str, FilledRow]) -> Finding:
    says, remedy = (_naming_rows(text, rows) for text in (finding.says, finding.remedy))
    return attrs.evolve(finding, says=says, remedy=remedy)


def _naming_rows(text: Text, rows: Mapping[str, FilledRow]) -> Text:
    """A text with the row of each record beside its id."""
    ids = rows.keys() & set(_ID.findall(text.lv)) & set(_ID.findall(text.en))
    for record_id in sorted(ids):
        row = rows[record_id]
        beside = BESIDE.filled(record=record_id, sheet=row.sheet, row=str(row.row))
        lv_words, en_words = (_with_slot(words, record_id) for words in (text.lv, text.en))
        text = Text(lv=lv_words, en=en_words, filled_in=True).filled(record=beside)
    return text


def _with_slot(words: str, record_id: str) -> str:
    return _ID.sub(lambda found: "{record}" if found[0] == record_id else found[0], words)
