"""The workbook that is taken in: a template's, or another that a mapping file explains."""

from __future__ import annotations

from pathlib import Path

from inclusion_core.cli.caseload_given import nothing_from
from inclusion_core.cli.given import has_errors
from inclusion_core.texts import Language
from inclusion_core.workbook import filling, mapping
from inclusion_core.workbook.filled import FilledWorkbook
from inclusion_core.workbook.form import WorkbookForm
from inclusion_core.workbook.opening.grids import open_grid
from inclusion_core.workbook.sheets import Grid
from inclusion_core.workbook.suggesting.proposal import suggested

__all__ = ["rows_of", "suggestion_for"]


def rows_of(
    path: Path, mapped_by: Path | None, form: WorkbookForm, language: Language
) -> FilledWorkbook:
    """The rows of a workbook.

    Raises:
        NothingReadError: It cannot be opened, or its mapping file is faulty.
    """
    if mapped_by is None:
        filled = filling.filled(_grid(path, language), form)
    else:
        explained = mapping.read(mapped_by, form)
        if explained.mapping is None:
            raise nothing_from(mapped_by, explained.findings, language)
        filled = mapping.filled(_grid(path, language), explained.mapping, form)
    if not filled.rows_read and has_errors(filled.findings):
        raise nothing_from(path, filled.findings, language)
    return filled


def suggestion_for(path: Path, form: WorkbookForm, language: Language) -> str:
    """A mapping file for a workbook, to be corrected by a person.

    Raises:
        NothingReadError: The workbook cannot be opened.
    """
    return suggested(_grid(path, language), form, language)


def _grid(path: Path, language: Language) -> Grid:
    grid = open_grid(path)
    if not grid.sheets:
        raise nothing_from(path, grid.findings, language)
    return grid
