"""A table of a report on a web page, with its bars, legend and notes, and the figures that lead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from inclusion_core.pages.elements import Html, element, on_lines, words
from inclusion_core.reports.formats.bars import bars
from inclusion_core.reports.formats.html_drawing import beside_bar, room_for, signs
from inclusion_core.reports.formats.html_elements import told
from inclusion_core.reports.formats.html_paper import FEW_ROWS
from inclusion_core.reports.formats.layout import depths, figure_columns
from inclusion_core.reports.formats.wording import (
    NO_ROWS,
    OF_WHICH,
    Explained,
    legend,
    mark_says,
    unknown_text,
    value_text,
)
from inclusion_core.reports.report import Cell, Mark, Table, TableRow
from inclusion_core.texts import Language

__all__ = ["key_figures", "named", "table_block"]

_FEWEST, _MOST = 2, 4
_SPACE = words(" ")


def table_block(table: Table, key: str, language: Language) -> Html:
    """The table in a group that can be scrolled from the keyboard, and what explains it below.

    It is no landmark: there may be many tables, and several of one name.

    Args:
        table: The table.
        key: Its id on the page.
        language: Of the words.
    """
    whole = element(
        "table",
        on_lines(
            element("caption", element("span", told(table.title, language), id=key)),
            _head(table, language),
            element("tbody", on_lines(*_rows(table, language))),
        ),
    )
    region = element("div", whole, class_="scroll", role="group", aria_labelledby=key, tabindex="0")
    kind = "table together" if len(table.rows) <= FEW_ROWS else "table"
    return element("div", on_lines(region, _below(table, language)), class_=kind)


def _head(table: Table, language: Language) -> Html:
    headings = [element("th", told(table.row_heading, language), scope="col")]
    for heading, figures in zip(table.columns, figure_columns(table), strict=True):
        kind = "figure" if figures else "words"
        headings.append(element("th", told(heading, language), scope="col", class_=kind))
    return element("thead", element("tr", *headings))


def _rows(table: Table, language: Language) -> Iterator[Html]:
    columns = figure_columns(table)
    drawn = None if table.drawing is None else table.drawing.column
    room = room_for(table, language)
    for row, depth, bar in zip(table.rows, depths(table), bars(table), strict=True):
        cells = []
        for place, (cell, figures) in enumerate(zip(row.cells, columns, strict=True)):
            kind, inside = "figure" if figures else "words", tuple(_cell(cell, language))
            if place == drawn:
                kind, inside = f"{kind} drawn", (beside_bar(bar, inside, room),)
            cells.append(element("td", *inside, class_=kind))
        yield element("tr", _row_heading(row, depth, language), *cells)


def _row_heading(row: TableRow, depth: int, language: Language) -> Html:
    heading = told(row.heading, language)
    if not depth:
        return element("th", heading, scope="row")
    part = element("span", told(OF_WHICH, language), words(": "), class_="hidden")
    return element("th", part, heading, scope="row", class_=f"part{depth}")


def _cell(cell: Cell, language: Language) -> Iterator[Html]:
    """What is seen; where that is a sign, a screen reader is told what it means instead."""
    shown = words(value_text(cell.value, language))
    if isinstance(cell.value, Mark):
        yield element("span", shown, aria_hidden="true")
        yield element("span", told(mark_says(cell.value), language), class_="hidden")
    elif isinstance(cell.value, date):
        yield element("time", shown, datetime=cell.value.isoformat())
    else:
        yield shown
    if cell.unknown:
        yield _SPACE
        yield element("small", words(unknown_text(cell.unknown, language)))


def _below(table: Table, language: Language) -> Html:
    drawn = signs(table, bars(table), language)
    explained = named(legend(table), language)
    lines = ([] if table.rows else [NO_ROWS]) + list(table.notes)
    notes = (element("p", told(line, language)) for line in lines)
    return element("div", on_lines(drawn, explained, *notes), class_="below")


def named(entries: tuple[Explained, ...], language: Language) -> Html:
    """Names and what stands beside them, as a list; nothing for none."""
    pairs = (
        on_lines(
            element("dt", told(entry.sign, language)), element("dd", told(entry.says, language))
        )
        for entry in entries
    )
    return element("dl", *pairs) if entries else words("")


def key_figures(table: Table, language: Language) -> Html:
    """The first figures of a table, to be seen at a glance; nothing where it has too few.

    They are those of the first column, or of the one that is drawn, in the rows that are no part of
    another.
    """
    column = 0 if table.drawing is None else table.drawing.column
    leading = [
        element("div", _named_figure(table, row, column, language))
        for row, depth in zip(table.rows, depths(table), strict=True)
        if depth == 0 and row.cells and isinstance(row.cells[column].value, int | Decimal)
    ]
    if len(leading) < _FEWEST:
        return words("")
    return element("dl", on_lines(*leading[:_MOST]), class_="figures")


def _named_figure(table: Table, row: TableRow, column: int, language: Language) -> Html:
    name = [told(row.heading, language)]
    if len(table.columns) > 1:  # the table may hold another figure of that name
        name += [_SPACE, element("small", told(table.columns[column], language))]
    return on_lines(element("dt", *name), element("dd", *_cell(row.cells[column], language)))
