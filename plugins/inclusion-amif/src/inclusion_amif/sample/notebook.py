"""Writing records down as what they tell becomes known."""

from __future__ import annotations

from collections import Counter
from datetime import date

from inclusion_core.fields import Record, type_name
from inclusion_core.model.versions import Act, Version

__all__ = ["Notebook"]


class Notebook:
    """Collects what is written down, in whatever order, and gives it as versions."""

    def __init__(self) -> None:
        self._entries: list[tuple[date, Record]] = []

    def write(self, record: Record, on: date) -> None:
        """Writes a record down, or how it stands after something has happened."""
        self._entries.append((on, record))

    def versions(self) -> tuple[Version, ...]:
        """All that was written, in the order of the days."""
        numbers: Counter[tuple[str, str]] = Counter()
        sequences: Counter[date] = Counter()
        found: list[Version] = []
        for day, record in sorted(self._entries, key=lambda each: each[0]):
            key = type_name(type(record)), record.id
            numbers[key] += 1
            sequences[day] += 1
            version = Version(
                record_type=key[0],
                record_id=key[1],
                version=numbers[key],
                recorded_on=day,
                sequence=sequences[day],
                act=Act.RECORDED if numbers[key] == 1 else Act.CHANGED,
                record=record,
            )
            found.append(version)
        return tuple(found)
