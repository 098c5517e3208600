"""Targets: how much of something an operation promised, and by when."""

from __future__ import annotations

from typing import Annotated

import attrs

from inclusion_core.fields import Bounds, CodeList, Record, Reference
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Unknown

__all__ = ["Target"]

METRICS = CodeList("metrics of the catalogue", r"[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+")
PLACES = CodeList("places of the programme", r"[A-Z][A-Z0-9-]*")


@attrs.frozen(kw_only=True, repr=False)
class Target(Record):
    """A promised number; an amendment is a new target agreed on a later day, no change.

    Attributes:
        operation_id: The operation that promised it.
        metric: Id of the metric in the catalogue by which it is measured.
        amount: How many.
        agreed_on: Day on which the parties agreed; the latest by a day is the one in force.
        due_on: Day by which it is to be reached.
        place: Code of the place that it is about, as figures are told apart by it; absent where it
            is about all places together.
    """

    id: str
    operation_id: Annotated[str, Reference("operation", inverse="targets")]
    metric: Annotated[str, METRICS]
    amount: Annotated[int, Bounds(0, 1_000_000_000)]
    agreed_on: Day = NOT_ASKED
    due_on: Day = NOT_ASKED
    place: Annotated[str | Absent | Unknown, PLACES] = ABSENT
