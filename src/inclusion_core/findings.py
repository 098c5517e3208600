"""What is wrong with data, as a value: where, what, what to do; never the value itself.

A finding is not raised. Faulty rows are named and left out, good ones go on, and everything that
is wrong is reported at once.
"""

from __future__ import annotations

from enum import Enum

import attrs

from inclusion_core.sources import Source
from inclusion_core.texts import LanguageCode, Text, lv

__all__ = ["Finding", "Place", "Severity"]

ROW = lv("rinda").en("row")
FIELD = lv("lauks").en("field")


class Severity(Enum):
    """How much a finding weighs."""

    ERROR = "error"
    """Something was left out, or cannot be right."""
    WARNING = "warning"
    """Something is unusual and should be looked at."""


@attrs.frozen(kw_only=True)
class Place:
    """Where a finding is; what does not apply is empty.

    Attributes:
        file: Name of the file inside the folder.
        row: Row of a table, the heading being row 1; or position in a list, from 1.
        record_type: Type of the record.
        record_id: Its key; empty where the key itself is faulty.
        field: Field of the record, or heading of the column.
    """

    file: str = ""
    row: int | None = None
    record_type: str = ""
    record_id: str = ""
    field: str = ""

    @property
    def order(self) -> tuple[str, int, str, str, str]:
        """Sorts findings as a reader goes through the files."""
        return self.file, self.row or 0, self.record_type, self.record_id, self.field

    def in_(self, language: LanguageCode) -> str:
        """The place in words: ``client.csv, row 7, client c-12, field born_on``."""
        row, field = ROW.in_(language), FIELD.in_(language)
        record = " ".join(part for part in (self.record_type, self.record_id) if part)
        parts = (
            self.file,
            f"{row} {self.row}" if self.row is not None else "",
            record,
            f"{field} {self.field}" if self.field else "",
        )
        return ", ".join(part for part in parts if part)


@attrs.frozen(kw_only=True)
class Finding:
    """Something wrong or unusual in the data.

    Attributes:
        kind: Id of what is wrong, ``wire.not-a-day``.
        says: What is wrong.
        remedy: What to do about it.
        place: Where.
        severity: How much it weighs.
        source: The rule that it offends, where there is one.
    """

    kind: str
    says: Text
    remedy: Text
    place: Place = Place()
    severity: Severity = Severity.ERROR
    source: Source | None = None

    @property
    def order(self) -> tuple[tuple[str, int, str, str, str], str]:
        """Sorts findings by place, then kind."""
        return self.place.order, self.kind

    def in_(self, language: LanguageCode) -> str:
        """One line for a reader: place, what is wrong, what to do."""
        place = self.place.in_(language)
        words = f"{self.says.in_(language)}; {self.remedy.in_(language)}"
        return f"{place}: {words}" if place else words
