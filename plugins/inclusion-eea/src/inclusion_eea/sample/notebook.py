"""A notebook in which a synthetic caseload is written down, day by day."""

from __future__ import annotations

from collections import Counter
from datetime import date

import attrs

from inclusion_core.fields import Record, type_name
from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Act, Version

__all__ = ["Notebook"]


@attrs.define
class Notebook:
    """What was written on which day, in whatever order it is told here."""

    _pages: list[tuple[date, Act, Record]] = attrs.field(factory=list, init=False)
    _numbers: Counter[str] = attrs.field(factory=Counter, init=False)

    def key(self, prefix: str) -> str:
        """An id that nothing has yet."""
        self._numbers[prefix] += 1
        return f"{prefix}-{self._numbers[prefix]:04}"

    def write(self, on: date, *records: Record) -> None:
        """Writes records down for the first time."""
        self._pages += [(on, Act.RECORDED, each) for each in records]

    def change(self, on: date, *records: Record) -> None:
        """Writes records as they stand after something has happened."""
        self._pages += [(on, Act.CHANGED, each) for each in records]

    def journal(self) -> Journal:
        """All of it, in the order of the days."""
        versions: list[Version] = []
        written: Counter[tuple[str, str]] = Counter()
        on_day: Counter[date] = Counter()
        for on, act, record in sorted(self._pages, key=lambda page: page[0]):
            key = type_name(type(record)), record.id
            written[key] += 1
            on_day[on] += 1
            version = Version(
                record_type=key[0],
                record_id=key[1],
                version=written[key],
                recorded_on=on,
                sequence=on_day[on],
                act=act,
                record=record,
            )
            versions.append(version)
        return Journal(tuple(versions))
