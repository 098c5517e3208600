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

SHEET = lv("lapa").en("sheet")
ROW = lv("rinda").en("row")
COLUMN = lv("kolonna").en("column")
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
        file: Name of the file inside the folder, or of the workbook.
        sheet: Sheet of the workbook.
        row: Row of a table, the heading being row 1; or position in a list, from 1.
        record_type: Type of the record.
        record_id: Its key; empty where the key itself is faulty.
        column: Column of the sheet, ``C``.
        field: Field of the record, or heading of the column.
    """

    file: str = ""
    sheet: str = ""
    row: int | None = None
    record_type: str = ""
    record_id: str = ""
    column: str = ""
    field: str = ""

    @property
    def order(self) -> tuple[str | int, ...]:
        """Sorts findings as a reader goes through the files."""
        column = (len(self.column), self.column)
        return (
            *(self.file, self.sheet, self.row or 0),
            *(self.record_type, self.record_id, *column, self.field),
        )

    def in_(self, language: LanguageCode) -> str:
        """The place in words: ``client.csv, row 7, client c-12, field born_on``."""
        sheet, row, column, field = (word.in_(language) for word in (SHEET, ROW, COLUMN, FIELD))
        record = " ".join(part for part in (self.record_type, self.record_id) if part)
        parts = (
            self.file,
            f"{sheet} {self.sheet}" if self.sheet else "",
            f"{row} {self.row}" if self.row is not None else "",
            record,
            f"{column} {self.column}" if self.column else "",
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
    def order(self) -> tuple[tuple[str | int, ...], str]:
        """Sorts findings by place, then kind."""
        return self.place.order, self.kind

    def in_(self, language: LanguageCode) -> str:
        """One line for a reader: place, what is wrong, what to do."""
        place = self.place.in_(language)
        words = f"{self.says.in_(language)}; {self.remedy.in_(language)}"
        return f"{place}: {words}" if place else words

    def as_json(self, language: LanguageCode) -> dict[str, str | int | None]:
        """The same in fields of JSON, all on one step; what does not apply is empty.

        Example:
            >>> born = Place(file="client.csv", row=7, record_type="client", field="born_on")
            >>> told = Finding(
            ...     kind="wire.not-a-day",
            ...     says=lv("nav diena").en("not a day"),
            ...     remedy=lv("ierakstiet dienu").en("write a day"),
            ...     place=born,
            ... ).as_json("en")
            >>> told["kind"], told["severity"], told["row"], told["record_id"], told["remedy"]
            ('wire.not-a-day', 'error', 7, '', 'write a day')
        """
        return {
            "kind": self.kind,
            "severity": self.severity.value,
            **attrs.asdict(self.place),
            "says": self.says.in_(language),
            "remedy": self.remedy.in_(language),
            "source": "" if self.source is None else self.source.citation(language),
        }
