"""The columns of a table in a workbook: each holds one thing, and none is called as another."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from inclusion_core.reports.formats.layout import depths, figure_columns
from inclusion_core.reports.formats.wording import Explained, legend, says
from inclusion_core.reports.formats.xlsx_values import Content, content_of
from inclusion_core.reports.report import Table
from inclusion_core.texts import Language, lv

__all__ = ["Column", "columns_of", "signs"]

NOT_KNOWN = lv("{heading}: nav zināms").en("{heading}: not known")
NOT_KNOWN_COLUMNS = lv("…: nav zināms").en("…: not known")
PART_OF = lv("Tai skaitā no").en("Part of")


@attrs.frozen(kw_only=True)
class Column:
    """One column.

    Attributes:
        heading: Over it.
        contents: What stands in its cells, row by row.
        figures: It holds figures or signs in place of them, and is read from the right.
    """

    heading: str
    contents: tuple[Content, ...]
    figures: bool


def columns_of(table: Table, language: Language) -> tuple[Column, ...]:
    """The columns of a table, without that of the row headings.

    Behind a column whose figures may be larger stands how many more there may be. The last says
    of which row a row is a part, where one is: in a sheet that is sorted, nothing else tells.
    """
    return (*_figures(table, language), *_part_of(table, language))


def _figures(table: Table, language: Language) -> Iterator[Column]:
    for place, (heading, figures) in enumerate(
        zip(table.columns, figure_columns(table), strict=True)
    ):
        cells = [row.cells[place] for row in table.rows]
        yield Column(
            heading=says(heading, language),
            contents=tuple(content_of(cell.value, language) for cell in cells),
            figures=figures,
        )
        if any(cell.unknown for cell in cells):
            yield Column(
                heading=says(NOT_KNOWN.filled(heading=heading), language),
                contents=tuple(content_of(cell.unknown, language) for cell in cells),
                figures=True,
            )


def _part_of(table: Table, language: Language) -> Iterator[Column]:
    deep = depths(table)
    if any(deep):
        headings = {row.id: says(row.heading, language) for row in table.rows}
        yield Column(
            heading=says(PART_OF, language),
            contents=tuple(
                headings[row.part_of] if depth else ""
                for row, depth in zip(table.rows, deep, strict=True)
            ),
            figures=False,
        )


def signs(table: Table) -> tuple[Explained, ...]:
    """What the signs of a table mean, and the headings behind which unknowns stand."""
    return tuple(
        attrs.evolve(entry, sign=NOT_KNOWN_COLUMNS) if entry.id == "unknown" else entry
        for entry in legend(table)
    )
