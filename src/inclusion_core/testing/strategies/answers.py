"""What may turn out to be the answer where something is not known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

import attrs

from inclusion_core.expr.schema import Field, Schema
from inclusion_core.fields import FieldKind
from inclusion_core.model.caseload import Caseload
from inclusion_core.testing.strategies.borders import Borders
from inclusion_core.testing.strategies.contents import known_options
from inclusion_core.testing.strategies.interests import Interests
from inclusion_core.values import ABSENT, LAST_DAY, PartialDay, Unknown

__all__ = ["Answers"]

AFTERWARDS = (1, 2, 31, 366)
"""So many days after the known day, what has not come yet may come."""
MOST_DAYS = 12
"""From so many days of a caseload others are counted."""


@attrs.frozen(kw_only=True)
class Answers:
    """What may be answered in a caseload.

    Attributes:
        matters: What matters.
        days: Days that may be answered where a day is not known, the plainest first.
        later_days: Days on which something may come that has not come by the known day.
    """

    matters: Interests
    days: tuple[date, ...]
    later_days: tuple[date, ...]

    @classmethod
    def of(cls, caseload: Caseload, schema: Schema, matters: Interests) -> Answers:
        """The answers for a caseload: days near those that it holds, and near named ones."""
        borders = Borders.of(matters.days, matters.moves)
        held = list(dict.fromkeys(_days_of(caseload, schema)))[:MOST_DAYS]
        moved = (day for known in held for day in borders.moved(known, date.min, date.max))
        after = (caseload.known_on + timedelta(days=days) for days in AFTERWARDS)
        return cls(
            matters=matters,
            days=tuple(dict.fromkeys((*borders.plain, *moved))),
            later_days=tuple(day for day in after if day <= LAST_DAY),
        )

    def to(self, record_type: str, field: Field, value: object) -> Sequence[Any]:
        """All that may be answered in the place of a value; nothing where it is known.

        Args:
            record_type: The type of the record.
            field: The field that holds the value.
            value: What is known of it.
        """
        if isinstance(value, PartialDay):
            inside = (day for day in self.days if value.earliest <= day <= value.latest)
            return tuple(dict.fromkeys((value.earliest, value.latest, *inside)))
        if not isinstance(value, Unknown):
            return ()
        known = (
            self.days
            if field.kind is FieldKind.DAY
            else known_options(field, (record_type, field.name), self.matters)
        )
        return (*known, ABSENT) if field.may_be_absent else known


def _days_of(caseload: Caseload, schema: Schema) -> Iterator[date]:
    """The known days of all records."""
    for name, records in caseload.records.items():
        for field in schema[name].recorded_fields:
            if field.kind is FieldKind.DAY:
                for record in records:
                    value = getattr(record, field.name)
                    if isinstance(value, date):
                        yield value
