"""What nobody knows, so that nobody can say until when data may be kept."""

from __future__ import annotations

from enum import Enum

import attrs

__all__ = ["Lack", "Missing"]


class Lack(Enum):
    """What kind of fact is missing."""

    LAST_DAY = "last_day"
    """The last day of an operation: it is not known to the day, or none is set."""
    RECORD = "record"
    """The record that a reference names."""
    OPERATION = "operation"
    """Any way from what is held to an operation."""
    HOLDING = "holding"
    """The ground on which it is held, and for how long."""


@attrs.frozen(kw_only=True, order=True)
class Missing:
    """A fact that is missing, and where it would stand.

    Attributes:
        record_type: The type of the record that lacks it.
        record_id: Its id.
        field: The field; empty where it is none that lacks it.
        lack: What kind of fact it is.
    """

    record_type: str
    record_id: str
    field: str = ""
    lack: Lack = attrs.field(order=False)
