"""An open fact: one thing that is not known, or not yet, and that a reading came by."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

import attrs

from inclusion_core.values import Reason

__all__ = ["Kind", "OpenFact", "Place"]


class Kind(Enum):
    """What can be done about an open fact."""

    ASK = "ask"
    """It is not known, or in part only: somebody can be asked."""
    WAIT = "wait"
    """It may still come: only time tells."""
    CORRECT = "correct"
    """The records stand in the way: they contradict one another, or one of them is not there."""


class Place(NamedTuple):
    """Where something stands.

    Attributes:
        record_type: Of the record.
        record_id: Its key.
        field: The field; or the way to a list, ``support_plans.goals``.
        awaited: The record type of a list; empty for a field.
    """

    record_type: str
    record_id: str
    field: str
    awaited: str = ""


@attrs.frozen(kw_only=True, cache_hash=True)
class OpenFact:
    """One thing that is not known, or not yet.

    Attributes:
        place: A field of a record, a list of a record, or a record that is not there (no field).
        kind: What can be done about it.
        reason: Why it is not known; ``None`` where a part is known, or where it may still come.
    """

    place: Place
    kind: Kind
    reason: Reason | None = None
