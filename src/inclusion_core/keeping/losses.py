"""What an erasure takes: which records lose which versions, told without any value."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum

import attrs

from inclusion_core.expr.schema import Schema
from inclusion_core.keeping.last_words import LastWords
from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Version

__all__ = ["Loss", "LossKind", "can_be_made_again", "losses"]


class LossKind(Enum):
    """What becomes of a record."""

    ERASED = "erased"
    """A tombstone takes its place."""
    PART = "part"
    """Some of its versions, or of its fields, go; the rest stays."""


@attrs.frozen(kw_only=True)
class Loss:
    """What one record loses.

    Attributes:
        record_type: Its type.
        record_id: Its id.
        kind: What becomes of it.
        versions: How many versions with values go, or lose some.
    """

    record_type: str
    record_id: str
    kind: LossKind
    versions: int


def losses(before: Journal, after: Journal, schema: Schema) -> tuple[Loss, ...]:
    """What each record loses from one journal to the next, ordered by type and id."""
    return tuple(_losses(LastWords(before, schema), LastWords(after, schema)))


def _losses(before: LastWords, after: LastWords) -> Iterator[Loss]:
    for key in sorted(before.histories):
        old, new = before.histories[key], after.histories[key]
        if old != new:
            kind = LossKind.ERASED if key in after.tombstones else LossKind.PART
            lost = sum(each.record is not None and not _stays(each, new) for each in old)
            yield Loss(record_type=key[0], record_id=key[1], kind=kind, versions=lost)


def _stays(version: Version, others: tuple[Version, ...]) -> bool:
    """Whether a version says the same as before, whatever its number is by now."""
    return any(
        (each.recorded_on, each.sequence, each.record)
        == (version.recorded_on, version.sequence, version.record)
        for each in others
    )


def can_be_made_again(before: Journal, after: Journal, known_on: date) -> bool:
    """Whether what was known on a day is still known, so that figures of then can be made again."""
    old, new = before.as_known_on(known_on), after.as_known_on(known_on)
    return old.records == new.records and old.tombstones == new.tombstones
