"""The history of one record: its versions, and what each of them changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import attrs

from inclusion_core.expr.schema import Field, RecordType, Schema
from inclusion_core.fields import FieldKind, Record
from inclusion_core.lives.errors import NoSuchRecordError
from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Act, Version

__all__ = ["FieldChange", "History", "VersionChange", "histories_of", "history_of"]


@attrs.frozen(kw_only=True, repr=False)
class FieldChange:
    """A field that one version says otherwise than the version before.

    Attributes:
        field: The field.
        before: What it held; ``None`` where there was no record before.
        after: What it holds.
    """

    field: Field
    before: object
    after: object

    def __repr__(self) -> str:
        return f"FieldChange({self.field.name!r})"


@attrs.frozen(kw_only=True)
class VersionChange:
    """One version of a record, and what it changed.

    Attributes:
        version: 1 for the first.
        act: What it did.
        recorded_on: Day on which it became known.
        sequence: Orders what was recorded on one day.
        recorded_by: Who wrote it; an opaque id, empty where nobody says.
        why: Reason for writing again.
        changes: The fields that differ, in their declared order; of a first version those that
            hold anything. None after an erasure, whichever version still holds values.
    """

    version: int
    act: Act
    recorded_on: date
    sequence: int
    recorded_by: str
    why: str
    changes: tuple[FieldChange, ...]


@attrs.frozen(kw_only=True)
class History:
    """All versions of one record, the first of them first."""

    record_type: str
    record_id: str
    versions: tuple[VersionChange, ...]


def history_of(
    journal: Journal, record_type: str, record_id: str, schema: Schema
) -> tuple[VersionChange, ...]:
    """What each version of a record changed.

    Args:
        journal: All versions of all records.
        record_type: Its type.
        record_id: Its id.
        schema: The record types that there are.

    Raises:
        UnknownNameError: There is no such record type.
        NoSuchRecordError: The journal holds no version of such a record.
    """
    told = schema[record_type]
    versions = sorted(
        (
            version
            for version in journal.versions
            if version.record_id == record_id and version.record_type == record_type
        ),
        key=lambda version: version.order,
    )
    if not versions:
        raise NoSuchRecordError(record_id, record_type)
    erased = any(version.act is Act.ERASED for version in versions)
    records = [None, *(None if erased else version.record for version in versions)]
    return tuple(
        _changed(version, before, after, told)
        for version, (before, after) in zip(versions, pairwise(records), strict=True)
    )


def histories_of(journal: Journal, record_id: str, schema: Schema) -> tuple[History, ...]:
    """The histories of all records that have an id, whatever their type.

    Raises:
        NoSuchRecordError: The journal holds no version of such a record.
    """
    types = {each.record_type for each in journal.versions if each.record_id == record_id}
    if not types:
        raise NoSuchRecordError(record_id)
    return tuple(
        History(
            record_type=name,
            record_id=record_id,
            versions=history_of(journal, name, record_id, schema),
        )
        for name in schema.record_types
        if name in types
    )


def _changed(
    version: Version, before: Record | None, after: Record | None, record_type: RecordType
) -> VersionChange:
    changes = () if after is None else tuple(_changes(before, after, record_type))
    return VersionChange(
        version=version.version,
        act=version.act,
        recorded_on=version.recorded_on,
        sequence=version.sequence,
        recorded_by=version.recorded_by,
        why=version.why,
        changes=changes,
    )


def _changes(
    before: Record | None, after: Record, record_type: RecordType
) -> Iterator[FieldChange]:
    for field in record_type.recorded_fields:
        holds = getattr(after, field.name)
        held = field.empty if before is None else getattr(before, field.name)
        if holds != held and field.kind is not FieldKind.KEY:
            told = None if before is None else held
            yield FieldChange(field=field, before=told, after=holds)
