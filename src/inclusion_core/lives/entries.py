"""The entries of a life: what happened on a day, and what lasted from one day to another."""

from __future__ import annotations

from typing import TypeAlias

import attrs

from inclusion_core.expr.schema import Field
from inclusion_core.values import Day

__all__ = ["Detail", "Entry", "Event", "Stay", "Told"]


@attrs.frozen(kw_only=True, repr=False)
class Detail:
    """Something that is known of an entry, or that is not known for a reason worth saying.

    Attributes:
        record_type: Of the entry itself, or of a record that it names.
        field: The field that holds it.
        value: What it holds.
    """

    record_type: str
    field: Field
    value: object

    def __repr__(self) -> str:
        return f"Detail({self.record_type!r}, {self.field.name!r})"


@attrs.frozen(kw_only=True, repr=False)
class Told:
    """What a record tells of a life, whatever its days are.

    Attributes:
        record_type: Type of the record: the lane on which the entry stands.
        record_id: Its id.
        client_id: The client in whose life it is.
        details: What else is known.
        together_with: How many others share what the record names; ``None`` where nothing is
            shared. Who they are is not told.
    """

    record_type: str
    record_id: str
    client_id: str
    details: tuple[Detail, ...] = ()
    together_with: int | None = None

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.record_type!r}, {self.record_id!r})"


@attrs.frozen(kw_only=True, repr=False)
class Event(Told):
    """Something on a day.

    Attributes:
        day: The day; absent for a record that belongs to none.
        field: The field that holds it, of the record or of one that it names.
        named: The record has other days too, so that the field has to be told.
    """

    day: Day
    field: str
    named: bool = False

    @property
    def begins(self) -> Day:
        """The day."""
        return self.day

    @property
    def ends(self) -> Day:
        """The day."""
        return self.day

    @property
    def planned(self) -> bool:
        """Whether it is a day by which something is to happen."""
        return self.field == "due_on"


@attrs.frozen(kw_only=True, repr=False)
class Stay(Told):
    """Something from a first to a last day, both inside.

    Attributes:
        first_day: The first day.
        last_day: The last day; absent while it lasts.
    """

    first_day: Day
    last_day: Day

    @property
    def begins(self) -> Day:
        """The first day."""
        return self.first_day

    @property
    def ends(self) -> Day:
        """The last day; absent while it lasts."""
        return self.last_day


Entry: TypeAlias = Event | Stay
"""What stands in a life."""
