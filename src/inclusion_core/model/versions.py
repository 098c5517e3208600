"""Records are versions: what was recorded, when, by whom, and why it was written again."""

from __future__ import annotations

from datetime import date
from enum import Enum

import attrs

from inclusion_core.fields import Record

__all__ = ["Act", "Version"]


class Act(Enum):
    """What a version does to its record.

    A *change* adds what has happened since and leaves the past alone: a participation has ended.
    A *correction* says that the past was written wrongly. A *retraction* takes the record back:
    it should not have been written. An *erasure* leaves a tombstone without any value.
    """

    RECORDED = "recorded"
    CHANGED = "changed"
    CORRECTED = "corrected"
    RETRACTED = "retracted"
    ERASED = "erased"

    @property
    def removes(self) -> bool:
        """Whether nothing of the record is left after it."""
        return self in (Act.RETRACTED, Act.ERASED)


@attrs.frozen(kw_only=True, repr=False)
class Version:
    """One version of one record.

    Attributes:
        record_type: Its type.
        record_id: Its key.
        version: 1 for the first; each later one counts one up.
        recorded_on: Day on which it became known.
        sequence: Orders what was recorded on one day.
        recorded_by: Who wrote it; an opaque id, empty where nobody says.
        act: What it does.
        why: Reason for writing again; no values of clients.
        record: The record as it now stands; ``None`` after a retraction or an erasure.
    """

    record_type: str
    record_id: str
    version: int = 1
    recorded_on: date
    sequence: int = 1
    recorded_by: str = ""
    act: Act = Act.RECORDED
    why: str = ""
    record: Record | None

    @property
    def order(self) -> tuple[str, str, int]:
        """Sorts the versions of a journal: by type, record, version."""
        return self.record_type, self.record_id, self.version

    def __repr__(self) -> str:
        key = f"{self.record_type!r}, {self.record_id!r}, version={self.version}"
        return f"Version({key}, act={self.act.value!r})"
