"""A table of a report as Word keeps it, made element by element, so that long ones are quick."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from inclusion_core.reports.formats.docx_elements import made, paragraph
from inclusion_core.reports.formats.layout import depths, figure_columns
from inclusion_core.reports.formats.wording import cell_text, says
from inclusion_core.reports.report import Table
from inclusion_core.texts import Language

__all__ = ["MOST_COLUMNS", "Tables"]

MOST_COLUMNS = 60
"""Word holds no more than 63 columns: a wider table goes on in another, with its row headings."""

_PART = "\N{EN DASH} "
_SHADE, _RULE = "D9E2F3", "8EA9DB"
_BESIDE, _USUAL, _USUAL_FIRST, _WIDEST = 3, 18, 45, 45
_RULES = ("top", "bottom", "insideH")


@attrs.frozen(kw_only=True)
class Tables:
    """Makes tables that take all the room between the margins.

    Attributes:
        room: In twentieths of a point.
    """

    room: int

    def of(self, table: Table, language: Language) -> Iterator[Any]:
        """The elements of a table: one, or several where it has too many columns."""
        headings = [says(heading, language) for heading in table.columns]
        rows = [[cell_text(cell, language) for cell in row.cells] for row in table.rows]
        firsts = [
            _PART * depth + says(row.heading, language)
            for row, depth in zip(table.rows, depths(table), strict=True)
        ]
        figures = figure_columns(table)
        for first in range(0, max(1, len(headings)), MOST_COLUMNS):
            part = slice(first, first + MOST_COLUMNS)
            yield self._element(
                title=says(table.title, language),
                headings=[says(table.row_heading, language), *headings[part]],
                figures=[False, *figures[part]],
                rows=[[name, *row[part]] for name, row in zip(firsts, rows, strict=True)],
            )

    def _element(
        self,
        *,
        title: str,
        headings: Sequence[str],
        figures: Sequence[bool],
        rows: Sequence[Sequence[str]],
    ) -> Any:
        widths = self._widths(headings, rows)
        whole = made("w:tbl", [_properties(title)])
        whole.append(made("w:tblGrid", [made("w:gridCol", w=str(wide)) for wide in widths]))
        whole.append(_row(headings, figures, widths, head=True))
        for row in rows:
            whole.append(_row(row, figures, widths))
        return whole

    def _widths(self, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
        """The room shared out by what stands in the columns; a word is parted where it must be."""
        wanted: list[int] = []
        for column, heading in enumerate(headings):
            cells = [row[column] for row in rows]
            longest = max(map(len, cells), default=0)
            words = [word for cell in (heading, *cells) for word in cell.split()]
            word = max(map(len, words), default=0) + _BESIDE
            usual = _USUAL if column else _USUAL_FIRST
            wanted.append(min(_WIDEST, max(word, min(usual, longest))))
        return [self.room * each // sum(wanted) for each in wanted]


def _properties(title: str) -> Any:
    rules = [made(f"w:{side}", val="single", sz="4", space="0", color=_RULE) for side in _RULES]
    return made(
        "w:tblPr",
        [
            made("w:tblW", w="5000", type="pct"),
            made("w:tblBorders", rules),
            made("w:tblLayout", type="fixed"),
            made("w:tblLook", val="04A0", firstRow="1", firstColumn="1", noVBand="1"),
            made("w:tblCaption", val=title),
            made("w:tblDescription", val=title),
        ],
    )


def _row(
    cells: Sequence[str], figures: Sequence[bool], widths: Sequence[int], *, head: bool = False
) -> Any:
    """A row that is not parted between pages; the one of headings is repeated on each."""
    kept = [made("w:cantSplit"), *([made("w:tblHeader")] if head else [])]
    row = made("w:tr", [made("w:trPr", kept)])
    for words, right, wide in zip(cells, figures, widths, strict=True):
        about = [made("w:tcW", w=str(wide), type="dxa")]
        if head:
            about.append(made("w:shd", val="clear", color="auto", fill=_SHADE))
        inside = paragraph(words, "TableHeading" if head else "TableText", right=right)
        row.append(made("w:tc", [made("w:tcPr", about), inside]))
    return row
