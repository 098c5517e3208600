"""The anatomy of the sheets of an ``.ods`` workbook."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from zipfile import ZipFile

from inclusion_core.wire.problems import RefusedError
from inclusion_core.workbook.opening.anatomy import (
    Anatomy,
    Streamed,
    check_room,
    chunks,
    plain,
    streamed,
)
from inclusion_core.workbook.opening.file_problems import DAMAGED

__all__ = ["CONTENT_PART", "ods_anatomies"]

CONTENT_PART = "content.xml"

_HIDDEN = {"collapse", "filter"}
_CELLS = {"table-cell", "covered-table-cell"}


def ods_anatomies(archive: ZipFile, *, most_cells: int) -> Mapping[str, Anatomy]:
    """The anatomy of each sheet, by its title.

    Raises:
        RefusedError: The workbook is damaged, or holds too much.
    """
    content = _Content(most_cells)
    with archive.open(CONTENT_PART) as part:
        streamed(chunks(part), content)
    check_room(content.sheets.values())
    return content.sheets


class _Content(Streamed):
    """Notes the cells of all sheets, which stand in one part."""

    def __init__(self, most_cells: int) -> None:
        self.most_cells = most_cells
        self.sheets: dict[str, Anatomy] = {}
        self.anatomy = Anatomy(most_cells=most_cells)
        self.row = self.rows = self.column = self.hidden_column = 0
        self.row_is_hidden = False
        self.cell: Mapping[str, str] = {}
        self.value_types: set[str] = set()
        self.remarks = 0
        self.has_text = False

    def begins(self, name: str, attributes: Mapping[str, str]) -> None:
        given = {plain(key): value for key, value in attributes.items()}
        match name:
            case "table":
                left = self.most_cells - sum(each.cells for each in self.sheets.values())
                self.anatomy = Anatomy(most_cells=left)
                title = given.get("name", "")
                if title in self.sheets:
                    raise RefusedError(DAMAGED)
                self.sheets[title] = self.anatomy
                self.row = self.rows = self.hidden_column = 0
            case "table-column":
                first = self.hidden_column
                self.hidden_column += _repeats(given, "number-columns-repeated")
                if given.get("visibility") in _HIDDEN:
                    self.anatomy.note_hidden(first, self.hidden_column - 1)
            case "table-row":
                self.row += self.rows
                self.rows = _repeats(given, "number-rows-repeated")
                self.column = 0
                self.row_is_hidden = given.get("visibility") in _HIDDEN
            case "table-cell" | "covered-table-cell":
                self.cell = given
                self.value_types = {
                    value for key, value in attributes.items() if plain(key) == "value-type"
                }
                self.has_text = False
            case "annotation":
                self.remarks += 1
            case _:
                pass

    def says(self, text: str) -> None:
        if not self.remarks and text.strip():
            self.has_text = True

    def ends(self, name: str) -> None:
        if name == "annotation":
            self.remarks -= 1
        elif name in _CELLS:
            self._note_cell()

    def _note_cell(self) -> None:
        columns = _repeats(self.cell, "number-columns-repeated")
        formula = "formula" in self.cell
        if formula or self.has_text or self.value_types:
            for row, column in product(range(self.rows), range(columns)):
                self.anatomy.note(
                    (self.row + row + 1, self.column + column),
                    formula=formula,
                    valued=bool(self.value_types),
                    error="error" in self.value_types,
                    hidden_row=self.row_is_hidden,
                )
        spans = (self.cell.get(f"number-{each}-spanned", "1") for each in ("rows", "columns"))
        if set(spans) != {"1"}:
            self.anatomy.note_merged((self.row + 1, self.column))
        self.column += columns


def _repeats(given: Mapping[str, str], name: str) -> int:
    return int(given.get(name, "1"))
