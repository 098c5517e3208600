"""A workbook opened as a grid of values, with a word for everything that is unusual about it.

Nothing in it is run, worked out or followed. Before its values are taken, its parts stream by once,
so that no file, however it was made, takes more room than there is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import attrs

from inclusion_core.errors import MissingExtraError
from inclusion_core.findings import Finding, Place
from inclusion_core.wire.files import content_of
from inclusion_core.wire.problems import Problem, Refused, RefusedError
from inclusion_core.workbook.letters import letters_of
from inclusion_core.workbook.opening.anatomy import Anatomy, Spot
from inclusion_core.workbook.opening.archive import copy_of
from inclusion_core.workbook.opening.file_problems import (
    DAMAGED,
    ERROR_VALUE,
    FORMULA_WITHOUT_VALUE,
    FORMULAS,
    HIDDEN_COLUMNS,
    HIDDEN_ROWS,
    HIDDEN_SHEET,
    MERGED_CELLS,
    NOT_A_WORKBOOK,
)
from inclusion_core.workbook.opening.ods_anatomy import CONTENT_PART, ods_anatomies
from inclusion_core.workbook.opening.xlsx_anatomy import WORKBOOK_PART, xlsx_anatomies
from inclusion_core.workbook.sheets import CellValue, Grid, RawSheet

__all__ = ["MAX_BYTES", "MAX_CELLS", "open_grid"]

MAX_BYTES = 1 << 26
"""The size above which a workbook is not opened, unless the caller says otherwise: 64 MiB."""

MAX_CELLS = 1_000_000
"""How many cells may hold something, unless the caller says otherwise."""


def open_grid(path: Path, *, max_bytes: int = MAX_BYTES, max_cells: int = MAX_CELLS) -> Grid:
    """The cells of a workbook (``.xlsx``, ``.xlsm``, ``.ods``).

    Findings name sheets as their tabs do; a tab may be called after a client, and only who knows
    what the sheets are can tell.

    Args:
        path: The file.
        max_bytes: How large it may be.
        max_cells: How many of its cells may hold something.

    Raises:
        MissingExtraError: python-calamine is not installed.
    """
    data = content_of(path, max_bytes=max_bytes)
    copy = data if isinstance(data, Problem) else copy_of(data)
    if isinstance(copy, Problem):
        return _not_opened(path, copy)
    try:
        anatomies = _anatomies(copy, max_cells)
        sheets = tuple(_sheets(copy, anatomies))
    except RefusedError as refused:
        return _not_opened(path, refused.problem)
    findings = (
        finding
        for sheet in sheets
        for finding in _findings(path.name, sheet, anatomies[sheet.title])
    )
    return Grid(
        file=path.name,
        sheets=sheets,
        findings=tuple(sorted(findings, key=lambda finding: finding.order)),
    )


def _not_opened(path: Path, problem: Problem) -> Grid:
    return Grid(file=path.name, sheets=(), findings=(problem.at(Place(file=path.name)),))


def _anatomies(copy: BytesIO, max_cells: int) -> Mapping[str, Anatomy]:
    with ZipFile(copy) as archive:
        names = archive.namelist()
        if WORKBOOK_PART in names:
            anatomies = xlsx_anatomies(archive, most_cells=max_cells)
        elif CONTENT_PART in names:
            anatomies = ods_anatomies(archive, most_cells=max_cells)
        else:
            raise RefusedError(NOT_A_WORKBOOK)
    return anatomies


def _sheets(copy: BytesIO, anatomies: Mapping[str, Anatomy]) -> Iterator[RawSheet]:
    calamine = _calamine()
    copy.seek(0)
    try:
        book = calamine.CalamineWorkbook.from_filelike(copy)
        for about in book.sheets_metadata:
            if about.typ == calamine.SheetTypeEnum.WorkSheet:
                anatomy = anatomies[about.name]
                yield RawSheet(
                    title=about.name,
                    rows=_rows(book.get_sheet_by_name(about.name), _refused(anatomy)),
                    hidden=about.visible != calamine.SheetVisibleEnum.Visible,
                    hidden_rows=frozenset(anatomy.hidden_rows),
                )
    except (calamine.CalamineError, KeyError):
        raise RefusedError(DAMAGED) from None


def _calamine() -> Any:
    try:
        return import_module("python_calamine")
    except ModuleNotFoundError:
        raise MissingExtraError("xlsx", "reading a workbook") from None


def _refused(anatomy: Anatomy) -> Mapping[Spot, Refused]:
    """The cells that have no value to be taken."""
    return {
        **dict.fromkeys(anatomy.without_value, Refused(FORMULA_WITHOUT_VALUE)),
        **dict.fromkeys(anatomy.errors, Refused(ERROR_VALUE)),
    }


def _rows(sheet: Any, refused: Mapping[Spot, Refused]) -> Mapping[int, Mapping[int, CellValue]]:
    """The cells that hold something; of a text, blanks alone are nothing."""
    first_column = sheet.start[1] if sheet.start else 0
    rows: dict[int, dict[int, CellValue]] = {}
    for number, row in enumerate(sheet.iter_rows(), start=1):
        if row.count("") < len(row):  # a million empty rows are passed over quickly
            cells = {
                index: cell
                for index, cell in enumerate(row, start=first_column)
                if _is_filled(cell)
            }
            rows |= {number: cells} if cells else {}
    for (number, index), cell in refused.items():
        rows.setdefault(number, {})[index] = cell
    return rows


def _is_filled(cell: CellValue) -> bool:
    return bool(cell.strip()) if isinstance(cell, str) else True


def _findings(file: str, sheet: RawSheet, anatomy: Anatomy) -> Iterator[Finding]:
    place = Place(file=file, sheet=sheet.title)
    if sheet.hidden:
        yield HIDDEN_SHEET.at(place)
    if anatomy.hidden_rows:
        count, first = len(anatomy.hidden_rows), min(anatomy.hidden_rows)
        yield HIDDEN_ROWS.filled(count=count).at(attrs.evolve(place, row=first))
    hidden = anatomy.hidden_columns
    if hidden:
        first_column = letters_of(hidden[0])
        yield HIDDEN_COLUMNS.filled(count=len(hidden)).at(attrs.evolve(place, column=first_column))
    if anatomy.first_merged is not None:
        yield MERGED_CELLS.filled(count=anatomy.merged).at(_at(place, anatomy.first_merged))
    yield from (FORMULAS.at(_at(place, (row, column))) for column, row in anatomy.formulas.items())


def _at(place: Place, spot: Spot) -> Place:
    return attrs.evolve(place, row=spot[0], column=letters_of(spot[1]))
