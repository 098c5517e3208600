"""What stands in a cell of a workbook: a number, a day or words, and how it is shown.

A figure is a number, so that it can be added up and drawn; how many more there may be stands in
a column of its own. What a spreadsheet would change stands as words: it keeps fifteen digits of
a number, and its calendar is wrong before March 1900.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TypeAlias, assert_never

from inclusion_core.reports.formats.wording import value_text
from inclusion_core.reports.report import CellValue, Mark
from inclusion_core.texts import Language, Text

__all__ = ["DAY_FORMATS", "Content", "content_of", "number_format", "stands_as_words"]

Content: TypeAlias = str | int | Decimal | date

DAY_FORMATS: Mapping[Language, str] = {
    Language.LV: '[$-426]yyyy". gada "d. mmmm',
    Language.EN: "[$-809]d mmmm yyyy",
}
"""Days written out in the language of the report, whatever that of the machine is."""

_DIGITS = 15
_FIRST_DAY = date(1900, 3, 1)


def content_of(value: CellValue, language: Language) -> Content:
    """What a spreadsheet can hold of a value without changing it; a mark is its sign.

    Example:
        >>> content_of(39, Language.EN), content_of(10**15, Language.EN)
        (39, '1,000,000,000,000,000')
    """
    match value:
        case Mark() | Text():
            return value_text(value, language)
        case date():
            return value if value >= _FIRST_DAY else value_text(value, language)
        case int() | Decimal():
            return value_text(value, language) if stands_as_words(value) else value
        case _:
            assert_never(value)


def stands_as_words(value: CellValue) -> bool:
    """Whether it is a number of more digits than a spreadsheet keeps."""
    if not isinstance(value, int | Decimal):
        return False
    return len(_written(value).strip("-").replace(".", "")) > _DIGITS


def number_format(value: int | Decimal) -> str:
    """How a number is shown: with all its digits, and grouped from 10 000 on.

    The sign between groups, and the one before a fraction, are those that the reader's spreadsheet
    is set to; a workbook cannot name them.

    Example:
        >>> number_format(39), number_format(Decimal("45.50"))
        ('[<10000]0;#,##0', '[<10000]0.00;#,##0.00')
    """
    _, _, fraction = _written(value).partition(".")
    places = f".{'0' * len(fraction)}" if fraction else ""
    return f"[<10000]0{places};#,##0{places}"


def _written(value: int | Decimal) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
