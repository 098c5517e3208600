"""What the days of a record type mean, told by their names.

A last day (``last_day``, ``left_on``, ``closed_on``) makes a stay together with the first day of
the record; every other day is one on which something happened, or is to happen. A day whose name
ends otherwise (``unemployed_since``) tells about the record and does not say when it belongs.
"""

from __future__ import annotations

import attrs

from inclusion_core.expr.schema import RecordType
from inclusion_core.fields import FieldKind, Record
from inclusion_core.values import ABSENT, Day

__all__ = ["DayFields", "day_fields", "day_in"]

LAST = ("last_day", "left_on", "closed_on")
LEADING = ("_on", "_day")
ON_ONE_DAY = "given_on"


@attrs.frozen(kw_only=True)
class DayFields:
    """The days of a record type.

    Attributes:
        names: All its day fields, in their declared order.
        leading: Those of them that can say when the record belongs.
        last: The one with which a stay ends; empty where nothing lasts.
    """

    names: tuple[str, ...]
    leading: tuple[str, ...]
    last: str

    @property
    def lasts(self) -> bool:
        """Whether it goes on as long as no last day is recorded."""
        return bool(self.last) and self.leading[0] != ON_ONE_DAY

    def lead(self, record: Record) -> str:
        """The field that says when a record belongs; empty where its type has none."""
        filled = (name for name in self.leading if day_in(record, name) is not ABSENT)
        first = next(iter(self.leading), "")
        return first if self.last else next(filled, first)

    def span(self, record: Record) -> tuple[Day, Day] | None:
        """First and last day of a stay; ``None`` for what happens on a day."""
        if not self.last or (not self.lasts and day_in(record, self.last) is ABSENT):
            return None
        return day_in(record, self.leading[0]), day_in(record, self.last)


def day_fields(record_type: RecordType) -> DayFields:
    """What the days of a record type mean."""
    fields = record_type.recorded_fields
    names = tuple(field.name for field in fields if field.kind is FieldKind.DAY)
    last = next((name for name in LAST if name in names), "")
    leading = tuple(name for name in names if name.endswith(LEADING) and name != last)
    if not leading:  # an end alone is a day like others
        return DayFields(names=names, leading=(last,) if last else (), last="")
    return DayFields(names=names, leading=leading, last=last)


def day_in(record: Record, field: str) -> Day:
    """The day that a field of a record holds."""
    day: Day = getattr(record, field)
    return day
