"""Puts sheets, notes and drop-downs into a workbook of XlsxWriter.

Cells of numbers, texts and codes have the text format, so that 007 keeps its zeros. So have days
that may be known in part: in a cell with a date format a spreadsheet would turn 1990 into a day
of 1905, and 2018-04 into the first of April.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from textwrap import wrap
from typing import Any
from xml.sax.saxutils import escape

import attrs

from inclusion_core.expr.schema import Field
from inclusion_core.fields import FieldKind
from inclusion_core.texts import LanguageCode, lv
from inclusion_core.workbook.letters import letters_of
from inclusion_core.workbook.signature import AUTHOR
from inclusion_core.workbook.tabs import Tabs, quoted, reference
from inclusion_core.workbook.template.guide import Guide, Section
from inclusion_core.workbook.template.lists import WordList
from inclusion_core.workbook.template.notes import ColumnNote
from inclusion_core.workbook.template.prepared import MOST_RECORDS, Cell, PreparedSheet

__all__ = ["FORMATS", "BookWriter"]

NOT_IN_LIST = lv("Sarakstā tā nav").en("Not in the list")
CHECK_WORD = lv(
    "Tādas vērtības sarakstā nav. To var atstāt, bet importējot tā var izrādīties nesaprotama."
).en("The list has no such entry. It may stay, but the import may not understand it.")
CHECK_NUMBER = lv("Lapā “{sheet}” tāda numura nav. To var atstāt un tur ierakstīt vēlāk.").en(
    "The sheet “{sheet}” has no such number. It may stay, and be entered there later."
)

_A4 = 9
_NARROWEST, _WIDEST, _LETTERS = 12, 40, 1.2
_NOTE_WIDTH, _NOTE_LETTERS, _NOTE_LINE = 360, 55, 18
_GUIDE_WIDTHS = (26, 26, 60, 16, 28, 60)
_GUIDE_LETTERS = 120
_DARK, _LIGHT = "#1F3864", "#DCE6F2"
_LEGIBLE = {"bold": True, "text_wrap": True, "valign": "top", "border": 1}

FORMATS: Mapping[str, Mapping[str, object]] = {
    "text": {"num_format": "@"},
    "day": {"num_format": "yyyy-mm-dd"},
    "number": {},
    "needed": {**_LEGIBLE, "font_color": "white", "bg_color": _DARK},
    "heading": {**_LEGIBLE, "font_color": _DARK, "bg_color": _LIGHT},
    "title": {"bold": True, "font_size": 16, "font_color": _DARK},
    "section": {"bold": True, "font_size": 13, "font_color": _DARK},
    "said": {"text_wrap": True, "valign": "top"},
    "link": {"underline": 1, "font_color": "#0563C1", "valign": "top"},
}
"""Headings of columns that must be filled in are dark, others light; the notes say it in words."""


@attrs.frozen(kw_only=True)
class BookWriter:
    """Writes one sheet after another.

    Attributes:
        book: The workbook of XlsxWriter, which has no types.
        formats: What ``FORMATS`` has become in it, by name.
        tabs: Titles of its sheets.
        lists: The columns of the sheet of lists.
        last_rows: The last prepared row of each sheet, by record type.
        language: The language of what is said when an entry is not in a list.
    """

    book: Any
    formats: Mapping[str, Any]
    tabs: Tabs
    lists: Sequence[WordList]
    last_rows: Mapping[str, int]
    language: LanguageCode

    def write_guide(self, guide: Guide) -> None:
        """The sheet that explains."""
        page = self._page(self.tabs.notes)
        for index, width in enumerate(_GUIDE_WIDTHS):
            page.set_column(index, index, width)
        self._text(page, 0, 0, guide.title, "title")
        row = 2
        for section in guide.sections:
            row = self._write_section(page, section, row) + 1

    def _write_section(self, page: Any, section: Section, row: int) -> int:
        """Writes from a row on, and gives the row after the last."""
        self._text(page, row, 0, section.heading, "section")
        row += 1
        for line in section.lines:
            for part in wrap(line, _GUIDE_LETTERS, break_long_words=False, break_on_hyphens=False):
                self._text(page, row, 0, part, "number")
                row += 1
        for index, heading in enumerate(section.columns):
            self._text(page, row, index, heading, "heading")
        row += bool(section.columns)
        for place, cells in enumerate(section.rows):
            for index, cell in enumerate(cells):
                self._text(page, row + place, index, cell, "said")
        for place, sheet in enumerate(section.links):
            link = f"internal:{quoted(sheet)}!A1"
            page.write_url(row + place, 0, link, self.formats["link"], sheet)
        return row + len(section.rows)

    def write_sheet(self, sheet: PreparedSheet, notes: Sequence[ColumnNote]) -> None:
        """A sheet to be filled in."""
        page = self._page(self.tabs.sheets[sheet.form.record_type.name])
        kinds = [_format(column.field) for column in sheet.form.columns]
        for index, (column, note) in enumerate(zip(sheet.form.columns, notes, strict=True)):
            page.set_column(index, index, _width(note), self.formats[kinds[index]])
            self._heading(page, index, note)
            self._drop_down(page, index, column.field, note)
        for row, cells in enumerate(sheet.rows, 1):
            for index, cell in enumerate(cells):
                self._cell(page, row, index, cell, kinds[index])
        for row, number in enumerate(filter(None, sheet.waiting), 1 + len(sheet.rows)):
            self._text(page, row, 0, number, "text")
        page.repeat_rows(0)
        page.ignore_errors({"number_stored_as_text": "A:XFD", "two_digit_text_year": "A:XFD"})

    def write_lists(self) -> None:
        """The sheet that drop-downs take their words from."""
        page = self._page(self.tabs.lists)
        for index, listed in enumerate(self.lists):
            longest = max(map(len, listed.words))
            page.set_column(index, index, min(_WIDEST, max(_NARROWEST, longest * _LETTERS)))
            self._text(page, 0, index, ", ".join(listed.headings), "heading")
            for row, word in enumerate(listed.words, 1):
                self._text(page, row, index, word, "text")

    def _page(self, title: str) -> Any:
        page = self.book.add_worksheet(title)
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        page.set_footer("&L&A&R&P / &N")
        return page

    def _heading(self, page: Any, index: int, note: ColumnNote) -> None:
        self._text(page, 0, index, note.heading, "needed" if note.needed else "heading")
        said = note.in_(self.language)
        lines = sum(1 + len(line) // _NOTE_LETTERS for line in said.splitlines())
        size = {"width": _NOTE_WIDTH, "height": _NOTE_LINE * (lines + 1)}
        page.write_comment(0, index, said, {"author": AUTHOR, **size})

    def _drop_down(self, page: Any, index: int, field: Field, note: ColumnNote) -> None:
        if note.choices:
            source, problem = self._list_of(note.choices), CHECK_WORD
        elif field.reference is not None and field.reference.to in self.tabs.sheets:
            there = self.tabs.sheets[field.reference.to]
            source = reference(there, "A", self.last_rows[field.reference.to])
            problem = CHECK_NUMBER.filled(sheet=there)
        else:
            return
        options = {
            "validate": "list",
            "source": source,
            "error_type": "warning",
            "error_title": NOT_IN_LIST.in_(self.language),
            "error_message": problem.in_(self.language),
            "show_error": field.enum is not None or field.reference is not None,
        }
        page.data_validation(1, index, MOST_RECORDS, index, options)

    def _list_of(self, words: Sequence[str]) -> str:
        places = (index for index, listed in enumerate(self.lists) if listed.words == words)
        return reference(self.tabs.lists, letters_of(next(places)), 1 + len(words))

    def _cell(self, page: Any, row: int, index: int, cell: Cell, kind: str) -> None:
        if isinstance(cell, str):
            self._text(page, row, index, cell, kind)
        elif isinstance(cell, date):
            page.write_datetime(row, index, cell, self.formats[kind])
        elif cell is not None:
            page.write_number(row, index, cell, self.formats[kind])

    def _text(self, page: Any, row: int, index: int, text: str, kind: str) -> None:
        if text.startswith("<r>") and text.endswith("</r>"):
            # XlsxWriter would take it for a text with markup; with the markup it is the text.
            text = f'<r><t xml:space="preserve">{escape(text)}</t></r>'
        page.write_string(row, index, text, self.formats[kind])


def _format(field: Field) -> str:
    if field.kind is FieldKind.NUMBER:
        return "number"
    return "day" if field.kind is FieldKind.DAY and not field.may_be_partial else "text"


def _width(note: ColumnNote) -> float:
    """Wide enough for what may be chosen, and for the longest word of the heading."""
    longest = max(map(len, (*note.heading.split(), *note.choices)))
    return min(_WIDEST, max(_NARROWEST, longest * _LETTERS))
