"""A page of a workbook: words, links and one table, of which nothing turns into something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

import attrs

from inclusion_core.reports.formats.office_words import cut
from inclusion_core.reports.formats.wording import says
from inclusion_core.reports.formats.xlsx_long import LONGEST, LongTexts
from inclusion_core.reports.formats.xlsx_looks import FIRST_WIDTH, Looks, height, width
from inclusion_core.reports.formats.xlsx_values import Content
from inclusion_core.texts import Language, lv

__all__ = ["HEAD", "Page", "TableOnPage"]

HEAD = 3
"""The row, from 0, in which the headings of a table stand."""

NO_HEADING = lv("{number}. aile").en("Column {number}")

_LONGEST_HEADING = 255
_LONGEST_DESCRIPTION = 255
_FILTERED_FROM = 20
_ESCAPED = re.compile("(_x[0-9a-fA-F]{4}_)")


@attrs.frozen(kw_only=True)
class TableOnPage:
    """A table as it is put on a page.

    Attributes:
        name: What formulas call it.
        says: What is told of it to who does not see it.
        headings: Of its columns.
        figures: Whether a column holds figures, for each.
        rows: What stands in the cells.
        depths: How far each row is set in.
    """

    name: str
    says: str
    headings: Sequence[str]
    figures: Sequence[bool]
    rows: Sequence[Sequence[Content]]
    depths: Sequence[int]


@attrs.frozen(kw_only=True)
class Page:
    """One sheet of a workbook that is being written.

    Attributes:
        sheet: The sheet of XlsxWriter, which has no types.
        name: On its tab.
        looks: How cells look.
        long: Where words go on that a cell cannot hold.
        language: The language of the words.
    """

    sheet: Any
    name: str
    looks: Looks
    long: LongTexts
    language: Language

    def text(self, row: int, column: int, words: str, look: Any, most: int = LONGEST) -> None:
        """Words, and nothing else, whatever they look like."""
        fitted = self.long.fitted(words, self.name, f"{letters_of(column)}{row + 1}", most)
        self.sheet.write_string(row, column, _as_words(fitted), look)

    def link(self, row: int, words: str, to: str, look: str) -> None:
        """Words in the first column that lead to another sheet of the workbook."""
        place, how = to.replace("'", "''"), self.looks.of(look)
        self.sheet.write_url(row, 0, f"internal:'{place}'!A1", how, to)
        self.text(row, 0, words, how)

    def table(self, table: TableOnPage) -> float:
        """The table, which the spreadsheet knows as such; gives how wide its first column is."""
        last = HEAD + len(table.rows)
        headings = tuple(self._headings(table.headings))
        if table.rows:
            known_as = {
                "name": table.name,
                "title": cut(table.says, _LONGEST_DESCRIPTION),
                "columns": [{"header": _ESCAPED.sub(r"_x005F\1", each)} for each in headings],
                "style": "Table Style Light 1",
                "banded_rows": False,
                "autofilter": len(table.rows) > _FILTERED_FROM,
            }
            self.sheet.add_table(HEAD, 0, last, len(headings) - 1, known_as)
        widths = tuple(self._widths(headings, table.rows))
        for column, (heading, figures) in enumerate(zip(headings, table.figures, strict=True)):
            look = "figures_heading" if figures else "words_heading" if column else "first_heading"
            self.sheet.write_string(HEAD, column, _as_words(heading), self.looks.of(look))
            self.sheet.set_column(column, column, widths[column])
        self._height(HEAD, headings, widths)
        for place, (contents, depth) in enumerate(zip(table.rows, table.depths, strict=True)):
            row = HEAD + 1 + place
            self._row(row, contents, depth, table.figures)
            self._height(row, contents, widths)
        self.sheet.freeze_panes(HEAD + 1, 1)
        self.sheet.repeat_rows(HEAD)
        return widths[0]

    def lines(self, row: int, lines: Iterable[tuple[str, str]], wide: float) -> None:
        """Words below one another in the first column, each with the name of its look."""
        for place, (words, look) in enumerate(lines, row):
            self.text(place, 0, words, self.looks.of(look))
            self.sheet.set_row(place, height([(words, wide)], look))

    def _widths(
        self, headings: Sequence[str], rows: Iterable[Sequence[Content]]
    ) -> Iterator[float]:
        columns = tuple(zip(*rows, strict=True)) or ((),) * len(headings)
        for place, heading in enumerate(headings):
            own = width(heading, columns[place], self.language)
            yield own if place else max(own, FIRST_WIDTH)

    def _height(self, row: int, contents: Sequence[Content], widths: Sequence[float]) -> None:
        words = ((each, wide) for each, wide in zip(contents, widths, strict=True))
        texts = [(each, wide) for each, wide in words if isinstance(each, str)]
        self.sheet.set_row(row, height(texts))

    def _headings(self, headings: Iterable[str]) -> Iterator[str]:
        """The headings as a spreadsheet asks for them: none empty, too long, or as another."""
        taken: set[str] = set()
        for column, heading in enumerate(headings):
            place = f"{letters_of(column)}{HEAD + 1}"
            usual = heading or says(NO_HEADING.filled(number=column + 1), self.language)
            fitted = self.long.fitted(usual, self.name, place, _LONGEST_HEADING)
            unlike, number = fitted, 2
            while unlike.casefold() in taken:
                end = f" ({number})"
                unlike, number = f"{cut(fitted, _LONGEST_HEADING - len(end))}{end}", number + 1
            taken.add(unlike.casefold())
            yield unlike

    def _row(
        self, row: int, contents: Sequence[Content], depth: int, figures: Sequence[bool]
    ) -> None:
        for column, content in enumerate(contents):
            look = self.looks.content(content, figures=figures[column])
            if isinstance(content, str):
                own = look if column else self.looks.row_heading(depth)
                self.text(row, column, content, own)
            elif isinstance(content, date):
                self.sheet.write_datetime(row, column, content, look)
            else:
                self.sheet.write_number(row, column, content, look)


def _as_words(words: str) -> str:
    """What XlsxWriter is given, so that the cell holds these words."""
    if words.startswith("<r>") and words.endswith("</r>"):  # else it were taken for its markup
        return f'<r><t xml:space="preserve">{escape(words)}</t></r>'
    return words


def letters_of(column: int) -> str:
    """How a spreadsheet calls a column by its place, from 0.

    Example:
        >>> letters_of(2), letters_of(26), letters_of(16_383)
        ('C', 'AA', 'XFD')
    """
    before, place = divmod(column, 26)
    letter = chr(ord("A") + place)
    return f"{letters_of(before - 1)}{letter}" if before else letter
