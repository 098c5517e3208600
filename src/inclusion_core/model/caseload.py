"""Journal and caseload: all versions ever recorded, and the records as known on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import TypeVar, cast

import attrs

from inclusion_core.fields import DerivedRecord, Record, type_name
from inclusion_core.model.versions import Act, Version
from inclusion_core.model.worked_out import worked_out
from inclusion_core.pages.fragment import plain_table

__all__ = ["Caseload", "Journal"]

RecordT = TypeVar("RecordT", bound=Record)


@attrs.frozen
class Caseload:
    """The records as they were known on one day.

    Attributes:
        known_on: That day.
        records: Records by type, each list ordered by id; a type without records is left out.
        tombstones: Type and id of the records that were erased.
    """

    known_on: date
    records: Mapping[str, tuple[Record, ...]] = attrs.field(repr=False)
    tombstones: tuple[tuple[str, str], ...] = attrs.field(default=(), repr=False)

    def of(self, record_class: type[RecordT]) -> tuple[RecordT, ...]:
        """All records of one class, ordered by id."""
        return cast("tuple[RecordT, ...]", self.records.get(type_name(record_class), ()))

    def _repr_html_(self) -> str:
        """How many records there are of each type, for a notebook; nothing of any of them."""
        numbers = ((name, len(listed)) for name, listed in self.records.items())
        caption = f"As known on {self.known_on.isoformat()}"
        return plain_table(caption, ("type of record", "records"), numbers)

    def __len__(self) -> int:
        return sum(len(listed) for listed in self.records.values())

    @classmethod
    def of_records(cls, records: Iterable[Record], *, known_on: date) -> Caseload:
        """A caseload of records that have no history: all are known on that day.

        Persons and enrolments are worked out; what is derived in the given records is worked out
        anew.
        """
        by_type: dict[str, list[Record]] = defaultdict(list)
        for record in records:
            if not isinstance(record, DerivedRecord):
                by_type[type_name(type(record))].append(record)
        ordered = {
            name: tuple(sorted(by_type[name], key=lambda record: record.id))
            for name in sorted(by_type)
        }
        return cls(known_on, worked_out(ordered, known_on))


@attrs.frozen
class Journal:
    """Every version of every record, in no particular order."""

    versions: tuple[Version, ...] = attrs.field(repr=False)

    def as_known_on(self, on: date) -> Caseload:
        """The caseload as it was known at the end of a day.

        The latest version of each record that had been recorded by then counts; retracted and
        erased records are not there.
        """
        latest = list(self._latest(on))
        live = (version.record for version in latest if version.record is not None)
        tombstones = tuple(
            (version.record_type, version.record_id)
            for version in latest
            if version.act is Act.ERASED
        )
        return attrs.evolve(Caseload.of_records(live, known_on=on), tombstones=tombstones)

    def _latest(self, on: date) -> Iterator[Version]:
        known = (version for version in self.versions if version.recorded_on <= on)
        ordered = sorted(known, key=lambda version: version.order)
        for _, versions in groupby(ordered, key=lambda version: version.order[:2]):
            *_, last = versions
            yield last

    @property
    def last_recorded_on(self) -> date | None:
        """The day of the last entry; ``None`` for an empty journal."""
        return max((version.recorded_on for version in self.versions), default=None)
