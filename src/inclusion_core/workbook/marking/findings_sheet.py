"""The sheet of a marked copy that lists what is wrong, each line leading to its cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any

import attrs

from inclusion_core.findings import Finding, Place, Severity
from inclusion_core.pages.lines import harmless
from inclusion_core.texts import Language, LanguageCode, lv
from inclusion_core.workbook.tabs import FINDINGS_SHEET

__all__ = ["COLOURS", "MOST_LISTED", "SEVERITIES", "add_findings", "findings_in"]

SEVERITIES = {
    Severity.ERROR: lv("Kļūda").en("Error"),
    Severity.WARNING: lv("Brīdinājums").en("Warning"),
}
COLOURS: Mapping[Severity, str] = {Severity.ERROR: "FFFFC9D1", Severity.WARNING: "FFFFE9A8"}
"""Light enough for dark letters; the word stands beside them too."""

HEADINGS = (
    lv("Smagums").en("Severity"),
    lv("Vieta").en("Place"),
    lv("Kas nav kārtībā").en("What is wrong"),
    lv("Ko darīt").en("What to do"),
    lv("Avots").en("Source"),
    lv("Atraduma veids").en("Kind of finding"),
)
NOTHING = lv("Nekas nav atrasts.").en("Nothing was found.")
MORE = lv("Vēl atradumi, kas šeit nav rādīti: {number}").en(
    "Further findings that are not shown here: {number}"
)
MOST_LISTED = 10_000
_WIDTHS = (14, 44, 60, 60, 30, 30)
_LINK = "FF0563C1"


def findings_in(book: Any) -> Sequence[Any]:
    """The sheets that earlier markings put into a workbook of openpyxl."""
    titles = {FINDINGS_SHEET.in_(language) for language in Language}
    first = {HEADINGS[0].in_(language) for language in Language}
    last = {HEADINGS[-1].in_(language) for language in Language}
    return [
        page
        for page in book.worksheets
        if page.title in titles
        and page.cell(1, 1).value in first
        and page.cell(1, len(HEADINGS)).value in last
    ]


def add_findings(book: Any, listed: Sequence[tuple[Finding, str]], language: LanguageCode) -> None:
    """Puts the list in front of all sheets.

    Args:
        book: A workbook of openpyxl.
        listed: Findings, each with the place to which its line leads; empty for none.
        language: The language of its words.
    """
    page = book.create_sheet(FINDINGS_SHEET.in_(language), 0)
    lines = _Lines(page=page, styles=import_module("openpyxl.styles"))
    lines.put(1, (heading.in_(language) for heading in HEADINGS), bold=True)
    for row, (finding, leads_to) in enumerate(listed[:MOST_LISTED], 2):
        lines.put(row, _cells(finding, language))
        page.cell(row, 1).fill = lines.fill(COLOURS[finding.severity])
        if leads_to:
            lines.link(row, leads_to)
    rest = len(listed) - MOST_LISTED
    if rest > 0:
        lines.put(MOST_LISTED + 2, (MORE.filled(number=rest).in_(language),))
    if not listed:
        lines.put(2, (NOTHING.in_(language),))
    for index, width in enumerate(_WIDTHS):
        page.column_dimensions["ABCDEF"[index]].width = width
    page.print_title_rows = "1:1"
    page.page_setup.orientation = "landscape"
    _show_first(book)


def _where(place: Place) -> Place:
    """A place as one names it inside the workbook."""
    return attrs.evolve(place, file="") if place.sheet else place


def _cells(finding: Finding, language: LanguageCode) -> tuple[str, ...]:
    return (
        SEVERITIES[finding.severity].in_(language),
        _where(finding.place).in_(language),
        finding.says.in_(language),
        finding.remedy.in_(language),
        "" if finding.source is None else finding.source.citation(language),
        finding.kind,
    )


@attrs.frozen(kw_only=True)
class _Lines:
    """Puts texts into a page, never anything else."""

    page: Any
    styles: Any

    def put(self, row: int, texts: Iterable[str], *, bold: bool = False) -> None:
        for index, text in enumerate(texts, 1):
            cell = self.page.cell(row, index, harmless(text))
            cell.data_type = "s"
            cell.font = self.styles.Font(bold=bold)
            cell.alignment = self.styles.Alignment(wrap_text=True, vertical="top")

    def fill(self, colour: str) -> Any:
        return self.styles.PatternFill("solid", fgColor=colour)

    def link(self, row: int, leads_to: str) -> None:
        cell = self.page.cell(row, 2)
        links = import_module("openpyxl.worksheet.hyperlink")
        cell.hyperlink = links.Hyperlink(ref=cell.coordinate, location=leads_to)
        cell.font = self.styles.Font(underline="single", color=_LINK)


def _show_first(book: Any) -> None:
    """Opens the book at its first sheet; what would be typed must not go into several."""
    book.active = 0
    for view in book.views:
        view.firstSheet = 0
    for index, page in enumerate(book.worksheets):
        page.sheet_view.tabSelected = index == 0
