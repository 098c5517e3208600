"""The records that a reader of objects can reach, found by key and by reference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

import attrs

from inclusion_core.expr.schema import Schema
from inclusion_core.fields import Record

__all__ = ["Records"]


@attrs.frozen
class Records:
    """The records of a case or a caseload, found by key and by the key of what they name."""

    schema: Schema
    by_type: Mapping[str, Sequence[Record]] = attrs.field(repr=False)

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
