"""What is asked, of which record, and by which records it is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any, cast

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.missing.open_fact import Place
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.fields import Record, type_name

__all__ = ["Asked"]


@attrs.frozen(kw_only=True)
class Asked:
    """A condition, asked of one record.

    Attributes:
        condition: The condition.
        record: The record.
        records: All records that the condition may reach.
        parameters: What the asker gives by name.
        known_on: The day up to which the records are known; ``None``: as things stand.
    """

    condition: nodes.TruthNode = attrs.field(repr=False)
    record: Record = attrs.field(repr=False)
    records: Records = attrs.field(repr=False)
    parameters: Parameters = attrs.field(factory=Parameters, repr=False)
    known_on: date | None = None

    def answered(self, answers: Mapping[Place, object]) -> Asked:
        """The same, as if these answers were recorded; an answer for a list changes no record."""
        changed: dict[tuple[str, str], dict[str, object]] = defaultdict(dict)
        for place, value in answers.items():
            if not place.awaited:
                changed[place.record_type, place.record_id][place.field] = value
        if not changed:
            return self
        supposed = {key: evolved(self._there(*key), values) for key, values in changed.items()}
        own = (type_name(type(self.record)), self.record.id)
        return attrs.evolve(
            self,
            records=self.records.supposing(*supposed.values()),
            record=supposed.get(own, self.record),
        )

    def value(self, place: Place) -> object:
        """What a field holds."""
        return getattr(self._there(place.record_type, place.record_id), place.field)

    def _there(self, record_type: str, key: str) -> Record:
        own = (type_name(type(self.record)), self.record.id)
        if own == (record_type, key):
            return self.record
        return cast("Record", self.records.find(record_type, key))


def evolved(record: Record, values: Mapping[str, object]) -> Record:
    """The record with other values in some of its fields."""
    return cast("Record", attrs.evolve(cast("Any", record), **values))
