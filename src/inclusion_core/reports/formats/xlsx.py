"""A report as a workbook of Excel: a sheet that explains, and a sheet for each table.

A figure is a number; how many more there may be stands in a column beside it; signs and words are
words, and never become formulas, links or numbers. The same report gives the same bytes.

It is made to meet what statistical offices ask of accessible spreadsheets: one table on a sheet,
known as such and by name, one row of headings, no merged cells, nothing said by colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from io import BytesIO
from typing import Any

import attrs

from inclusion_core.errors import MissingExtraError
from inclusion_core.pages.lines import one_line
from inclusion_core.reports.formats.office_package import AUTHOR, LONGEST_PROPERTY, made_on, packed
from inclusion_core.reports.formats.office_words import cut
from inclusion_core.reports.formats.report_format import ReportFormat
from inclusion_core.reports.formats.wording import says
from inclusion_core.reports.formats.xlsx_cover import cover
from inclusion_core.reports.formats.xlsx_long import HEADINGS, LONG_TEXTS, LongTexts
from inclusion_core.reports.formats.xlsx_looks import COVER_WIDTH, Looks
from inclusion_core.reports.formats.xlsx_page import HEAD, Page, TableOnPage
from inclusion_core.reports.formats.xlsx_sheets import Sheet, sheets_of
from inclusion_core.reports.report import Report
from inclusion_core.texts import Language, lv

__all__ = ["XLSX", "xlsx"]

COVER = lv("Pārskats").en("Report")
BACK = lv("Uz pirmo lapu").en("To the first sheet")

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_A4 = 9


def xlsx(report: Report, language: Language) -> bytes:
    """The report as a workbook.

    Raises:
        MissingExtraError: XlsxWriter is not installed.
    """
    file = BytesIO()
    book = _xlsxwriter().Workbook(file, _OPTIONS)
    book.set_properties(_properties(report, language))
    writer = _Writer(book=book, looks=Looks(book=book, language=language), language=language)
    writer.write(report)
    book.close()
    return packed(file.getvalue(), language)


def _xlsxwriter() -> Any:
    """The library, which declares no types."""
    try:
        return import_module("xlsxwriter")
    except ModuleNotFoundError:
        raise MissingExtraError("xlsx", "a report as a workbook") from None


def _properties(report: Report, language: Language) -> dict[str, object]:
    words = {
        "title": says(report.title, language),
        "subject": says(report.subtitle, language),
        "keywords": one_line(report.id),
    }
    cut_off = {name: cut(each, LONGEST_PROPERTY) for name, each in words.items()}
    return {**cut_off, "author": AUTHOR, "created": made_on(report.provenance.known_on)}


@attrs.frozen(kw_only=True)
class _Writer:
    """Writes one sheet after another.

    Attributes:
        book: The workbook of XlsxWriter, which has no types.
        looks: How its cells look.
        language: The language of its words.
        long: What does not fit into a cell.
    """

    book: Any
    looks: Looks
    language: Language
    long: LongTexts = attrs.field(
        default=attrs.Factory(lambda self: LongTexts(self.language), takes_self=True)
    )

    def write(self, report: Report) -> None:
        """All of the report."""
        sheets = sheets_of(report, self.language)
        self._write_cover(report, sheets)
        for sheet in sheets:
            self._write_sheet(sheet)
        if self.long.kept:
            self._write_long_texts()

    def _write_cover(self, report: Report, sheets: Sequence[Sheet]) -> None:
        page = self._page(says(COVER, self.language))
        page.sheet.set_column(0, 0, COVER_WIDTH)
        lines = tuple(cover(report, sheets, self.language))
        page.lines(0, ((line.words, line.kind) for line in lines), COVER_WIDTH)
        for row, line in enumerate(lines):
            if line.leads_to:
                page.link(row, line.words, line.leads_to, line.kind)

    def _write_sheet(self, sheet: Sheet) -> None:
        page = self._page(sheet.name)
        self._write_head(page, sheet.title, sheet.section)
        wide = page.table(
            TableOnPage(
                name=sheet.table_name,
                says=sheet.title,
                headings=(sheet.row_heading, *(each.heading for each in sheet.columns)),
                figures=(False, *(each.figures for each in sheet.columns)),
                rows=sheet.contents,
                depths=sheet.depths,
            )
        )
        below = HEAD + len(sheet.rows) + 2
        page.lines(below, ((line, "said") for line in sheet.below), wide)

    def _write_long_texts(self) -> None:
        name = says(LONG_TEXTS, self.language)
        page, rows = self._page(name), tuple(self.long.rows)
        self._write_head(page, name, "")
        page.table(
            TableOnPage(
                name="long_texts",
                says=name,
                headings=[says(heading, self.language) for heading in HEADINGS],
                figures=[False] * len(HEADINGS),
                rows=rows,
                depths=[0] * len(rows),
            )
        )

    def _write_head(self, page: Page, title: str, part: str) -> None:
        page.text(0, 0, title, self.looks.of("table_title"))
        page.text(1, 0, part, self.looks.of("table_part"))
        page.link(2, says(BACK, self.language), says(COVER, self.language), "table_link")

    def _page(self, name: str) -> Page:
        sheet = self.book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&A&R&P / &N")
        sheet.ignore_errors({"number_stored_as_text": "A:XFD"})
        return Page(
            sheet=sheet, name=name, looks=self.looks, long=self.long, language=self.language
        )


XLSX = ReportFormat(
    id="xlsx",
    says=lv("Excel darbgrāmata").en("Excel workbook"),
    suffix=".xlsx",
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    binary=True,
    render=xlsx,
)
