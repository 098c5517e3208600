"""Writing records down as what they tell becomes known."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import NamedTuple

from inclusion_core.fields import Record, type_name
from inclusion_core.model.versions import Act, Version

__all__ = ["Notebook"]


class _Entry(NamedTuple):
    day: date
    act: Act
    why: str
    record: Record


class Notebook:
    """Collects what is written down, in whatever order, and gives it as versions."""

    def __init__(self) -> None:
        self._entries: list[_Entry] = []

    def record(self, record: Record, on: date) -> None:
        """Writes a record down for the first time."""
        self._entries.append(_Entry(on, Act.RECORDED, "", record))

    def change(self, record: Record, on: date) -> None:
        """Writes a record as it stands after something has happened."""
        self._entries.append(_Entry(on, Act.CHANGED, "", record))

    def correct(self, record: Record, on: date, why: str) -> None:
        """Writes a record again, because it was written wrongly."""
        self._entries.append(_Entry(on, Act.CORRECTED, why, record))

    def versions(self) -> tuple[Version, ...]:
        """All that was written, in the order of the days."""
        numbers: Counter[tuple[str, str]] = Counter()
        sequences: Counter[date] = Counter()
        found: list[Version] = []
        for entry in sorted(self._entries, key=lambda each: each.day):
            key = type_name(type(entry.record)), entry.record.id
            numbers[key] += 1
            sequences[entry.day] += 1
            version = Version(
                record_type=key[0],
                record_id=key[1],
                version=numbers[key],
                recorded_on=entry.day,
                sequence=sequences[entry.day],
                act=entry.act,
                why=entry.why,
                record=entry.record,
            )
            found.append(version)
        return tuple(found)
