"""The records that a reader of objects can reach, found by key and by reference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

import attrs

from inclusion_core.expr.schema import Schema
from inclusion_core.fields import Record, type_name

__all__ = ["Records", "Supposed"]


@attrs.frozen
class Records:
    """The records of a case or a caseload, found by key and by the key of what they name.

    Attributes:
        schema: Their types.
        by_type: The records of each type.
    """

    schema: Schema = attrs.field(repr=False)
    by_type: Mapping[str, Sequence[Record]] = attrs.field(repr=False)

    def supposing(self, *records: Record) -> Supposed:
        """The same records as if some were there: in the place of one with the same key, or new."""
        return Supposed.of(self, records)

    @cached_property
    def _by_key(self) -> dict[str, dict[str, Record]]:
        return {name: {r.id: r for r in records} for name, records in self.by_type.items()}

    @cached_property
    def _by_reference(self) -> dict[tuple[str, str], dict[str, list[Record]]]:
        return {}

    def of_type(self, record_type: str) -> Sequence[Record]:
        """All records of a type."""
        self.schema[record_type]
        return self.by_type.get(record_type, ())

    def find(self, record_type: str, key: str) -> Record | None:
        """The record of a type with that key; ``None`` where it is not among the records."""
        return self._by_key.get(record_type, {}).get(key)

    def naming(self, record_type: str, field: str, key: str) -> Sequence[Record]:
        """The records of a type whose reference ``field`` holds that key."""
        index = self._by_reference.get((record_type, field))
        if index is None:
            index = defaultdict(list)
            for record in self.by_type.get(record_type, ()):
                index[getattr(record, field)].append(record)
            self._by_reference[record_type, field] = index
        return index.get(key, ())


@attrs.frozen
class Supposed(Records):
    """Records of which some are only supposed; what lies below is not copied.

    Attributes:
        below: The records that are there.
        supposed: Those that stand in for others, or beside them, by type and key.
    """

    below: Records = attrs.field(kw_only=True, repr=False)
    supposed: Mapping[tuple[str, str], Record] = attrs.field(kw_only=True, repr=False)

    @classmethod
    def of(cls, below: Records, records: Iterable[Record]) -> Supposed:
        """The records below, as if these were there."""
        known = below.supposed if isinstance(below, Supposed) else {}
        ground = below.below if isinstance(below, Supposed) else below
        added = {(type_name(type(record)), record.id): record for record in records}
        return cls(below.schema, below.by_type, below=ground, supposed={**known, **added})

    def supposing(self, *records: Record) -> Supposed:
        """The same records as if still others were there."""
        return Supposed.of(self, records)

    def of_type(self, record_type: str) -> Sequence[Record]:
        """All records of a type."""
        return self._with_supposed(record_type, self.below.of_type(record_type), lambda _: True)

    def find(self, record_type: str, key: str) -> Record | None:
        """The record of a type with that key; ``None`` where it is not among the records."""
        return self.supposed.get((record_type, key)) or self.below.find(record_type, key)

    def naming(self, record_type: str, field: str, key: str) -> Sequence[Record]:
        """The records of a type whose reference ``field`` holds that key."""
        found = self.below.naming(record_type, field, key)
        return self._with_supposed(record_type, found, lambda each: getattr(each, field) == key)

    def _with_supposed(
        self, record_type: str, found: Sequence[Record], belongs: Callable[[Record], bool]
    ) -> Sequence[Record]:
        own = {key: record for (name, key), record in self.supposed.items() if name == record_type}
        if not own:
            return found
        kept = [record for record in found if record.id not in own]
        return [*kept, *(record for record in own.values() if belongs(record))]
