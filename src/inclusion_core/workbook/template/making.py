"""The workbook that a provider gets: sheets to fill in, drop-downs, notes.

Nothing in it is protected, frozen or worked out by a formula.
"""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from typing import Any

from inclusion_core.errors import MissingExtraError
from inclusion_core.model.caseload import Caseload
from inclusion_core.texts import LanguageCode
from inclusion_core.workbook.form import WorkbookForm
from inclusion_core.workbook.signature import AUTHOR, MADE_ON
from inclusion_core.workbook.tabs import tabs_of
from inclusion_core.workbook.template.book import FORMATS, BookWriter
from inclusion_core.workbook.template.guide import guide_of
from inclusion_core.workbook.template.lists import word_lists
from inclusion_core.workbook.template.notes import column_notes
from inclusion_core.workbook.template.prepared import Numbers, prepared

__all__ = ["template"]

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def template(
    form: WorkbookForm,
    language: LanguageCode,
    *,
    contents: Caseload | None = None,
    numbers: Numbers | None = None,
    empty_rows: int = 500,
) -> bytes:
    """The workbook as an .xlsx file; the same arguments give the same bytes.

    Args:
        form: Its sheets and columns.
        language: The language of its words.
        contents: Records to fill the sheets with.
        numbers: The provider's own number of a record, from its type and id; the id itself where
            nothing is said.
        empty_rows: How many rows wait in each sheet to be filled in.

    Raises:
        DeclarationError: The words of a record type cannot stand on a tab or above a column.
        MissingExtraError: XlsxWriter is not installed.
        NotWritableError: A text cannot stand in a cell, or a sheet has too few rows.
    """
    xlsxwriter = _xlsxwriter()
    tabs = tabs_of(form, language)
    sheets = prepared(form, language, contents, numbers, empty_rows)
    notes = {each.record_type.name: column_notes(each, form, tabs, language) for each in form}
    file = BytesIO()
    book = xlsxwriter.Workbook(file, _OPTIONS)
    title = form.programme.says.in_(language)
    book.set_properties({"title": title, "author": AUTHOR, "created": MADE_ON})
    writer = BookWriter(
        book=book,
        formats={name: book.add_format(dict(how)) for name, how in FORMATS.items()},
        tabs=tabs,
        lists=word_lists(form, language),
        last_rows={each.form.record_type.name: each.last_row for each in sheets},
        language=language,
    )
    writer.write_guide(guide_of(form, tabs, notes, language))
    for sheet in sheets:
        writer.write_sheet(sheet, notes[sheet.form.record_type.name])
    writer.write_lists()
    book.close()
    return file.getvalue()


def _xlsxwriter() -> Any:
    """The library, which declares no types."""
    try:
        return import_module("xlsxwriter")
    except ModuleNotFoundError:
        raise MissingExtraError("xlsx", "writing a workbook") from None
