"""A workbook read back: cells as texts and values, and what else stands in it."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
from python_calamine import CalamineWorkbook


def cells(data: bytes) -> dict[str, list[list[Any]]]:
    """Rows of values by sheet, as the reader of filled workbooks sees them."""
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    return {
        name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for name in book.sheet_names
    }


def book_of(data: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(data))


def drop_downs(page: Any) -> dict[str, Any]:
    """Validations by the letter of their column."""
    return {
        str(each.sqref).split(":")[0].rstrip("0123456789"): each
        for each in page.data_validations.dataValidation
    }


def offered(book: Any, validation: Any) -> list[str]:
    """The words that a drop-down offers."""
    sheet, _, area = validation.formula1.rpartition("!")
    rows = book[sheet.strip("'").replace("''", "'")][area.replace("$", "")]
    return [cell.value for (cell,) in rows]
