"""An entry: one version as a file holds it, good or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import TypeVar

import attrs
from cattrs import ClassValidationError, Converter

from inclusion_core.expr.schema import RecordType
from inclusion_core.fields import Record
from inclusion_core.findings import Finding, Place
from inclusion_core.model.versions import Act, Version
from inclusion_core.wire.converter import Faults, extra_keys, faults_of
from inclusion_core.wire.envelope import ENVELOPE, Envelope
from inclusion_core.wire.fast_lane import AT_ONCE, FastLane, fast_lane
from inclusion_core.wire.value_problems import VALUE_AFTER_REMOVAL

__all__ = ["Entry", "Sheet", "entries_of", "entry_of", "good_entry", "told_entry"]

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Sheet:
    """Where entries of one type stand, and what turns them into records."""

    file: str = ""
    record_type: RecordType
    converter: Converter = attrs.field(repr=False)

    @cached_property
    def lane(self) -> FastLane:
        """Reads what is good, faster than the converter."""
        return fast_lane(self.record_type, self.converter)

    def place(self, row: int | None, record_id: str = "", field: str = "") -> Place:
        """A place on the sheet."""
        return Place(
            file=self.file,
            row=row,
            record_type=self.record_type.name,
            record_id=record_id,
            field=field,
        )


@attrs.frozen(kw_only=True, repr=False)
class Entry:
    """One version as a file holds it.

    What can be read of an entry is kept even where the entry as a whole is left out: an erasure
    with a slip of the pen in it is still an erasure.

    Attributes:
        row: Where it stands.
        record_id: Its key; empty where that is faulty.
        number: Its version number; 0 where that is faulty.
        act: What it does; ``None`` where that is faulty.
        version: The version; ``None`` where anything is wrong.
        faults: All that is wrong with it, field by field.
    """

    row: int | None
    record_id: str
    number: int
    act: Act | None
    version: Version | None
    faults: Faults = ()

    def findings(self, sheet: Sheet) -> Iterator[Finding]:
        """The faults, each at its place."""
        return (
            problem.at(sheet.place(self.row, self.record_id, field))
            for field, problem in self.faults
        )


_STAND_IN = {"id": "0", "recorded_on": "2000-01-01"}
"""Takes the place of faulty values of an envelope, so that the others can be read."""


def entry_of(written: Mapping[str, object], sheet: Sheet, row: int | None = None) -> Entry:
    """The entry that JSON values make; those of the envelope and the record stand side by side."""
    (version,) = sheet.lane.taken((written,))
    return told_entry(written, sheet, row) if version is None else good_entry(version, row)


def entries_of(
    rows: Iterable[tuple[int | None, Mapping[str, object]]], sheet: Sheet
) -> Iterator[Entry]:
    """The entries that numbered rows make; many rows together are read faster than one by one."""
    numbered = iter(rows)
    while some := list(islice(numbered, AT_ONCE)):
        versions = sheet.lane.taken([written for _, written in some])
        for (row, written), version in zip(some, versions, strict=True):
            yield told_entry(written, sheet, row) if version is None else good_entry(version, row)


def good_entry(version: Version, row: int | None = None) -> Entry:
    """The entry that is a good version."""
    return Entry(
        row=row,
        record_id=version.record_id,
        number=version.version,
        act=version.act,
        version=version,
    )


def told_entry(written: Mapping[str, object], sheet: Sheet, row: int | None = None) -> Entry:
    """The entry as the reference reads it, with all that is wrong."""
    envelope = {name: written[name] for name in ENVELOPE if name in written}
    fields = {name: value for name, value in written.items() if name not in _HEAD}
    head, faults = _taken(envelope, Envelope, sheet, written)
    faulty = {name for name, _ in faults}
    if head is None:
        good = {name: value for name, value in envelope.items() if name not in faulty}
        head = sheet.converter.structure({**_STAND_IN, **good}, Envelope)
    record: Record | None = None
    if head.act.removes:
        faults += _values_left(fields, sheet, written)
    elif "act" not in faulty or len(fields) > 1:
        record, more = _taken(fields, sheet.record_type.record_class, sheet, written)
        faults += tuple(fault for fault in more if fault[0] not in faulty)
    return Entry(
        row=row,
        record_id="" if "id" in faulty else head.id,
        number=0 if "version" in faulty else head.version,
        act=None if "act" in faulty else head.act,
        version=None if faults else head.around(record, sheet.record_type.name),
        faults=faults,
    )


_HEAD = frozenset(ENVELOPE) - {"id"}


def _taken(
    values: Mapping[str, object], cls: type[T], sheet: Sheet, written: Mapping[str, object]
) -> tuple[T | None, Faults]:
    try:
        return sheet.converter.structure(values, cls), ()
    except ClassValidationError as error:
        return None, tuple(faults_of(error, written, sheet.record_type))


def _values_left(
    fields: Mapping[str, object], sheet: Sheet, written: Mapping[str, object]
) -> Faults:
    recorded = {field.name for field in sheet.record_type.recorded_fields}
    left = tuple((name, VALUE_AFTER_REMOVAL) for name in fields if name in recorded - {"id"})
    return left + tuple(extra_keys(fields.keys() - recorded, written, sheet.record_type))
