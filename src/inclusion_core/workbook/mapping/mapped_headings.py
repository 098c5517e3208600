"""The columns of a provider's own sheet, found under their headings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time

import attrs

from inclusion_core.wire.problems import Problem, Refused
from inclusion_core.workbook.cells.lexicon import folded
from inclusion_core.workbook.cells.number_texts import digits_of
from inclusion_core.workbook.filled import Column
from inclusion_core.workbook.letters import index_of, letters_of
from inclusion_core.workbook.mapping.mapped import ColumnName, Letter
from inclusion_core.workbook.mapping.mapping_problems import COLUMN_NOT_FOUND, COLUMN_TWICE
from inclusion_core.workbook.sheets import CellValue, RawSheet

__all__ = ["Headings", "shown_in"]


def shown_in(cell: CellValue) -> str:
    r"""What a cell shows, in one line: to compare headings and words, not to read values.

    A refused one shows nothing.

    Example:
        >>> shown_in("Lietas\n nr."), shown_in(12.0)
        ('Lietas nr.', '12')
    """
    match cell:
        case Refused():
            text = ""
        case datetime() if cell.time() == time():
            text = cell.date().isoformat()
        case int() | float() if type(cell) is not bool:
            digits = digits_of(cell)
            text = digits if isinstance(digits, str) else str(cell)
        case _:
            text = str(cell)
    return " ".join(text.split())


@attrs.frozen
class Headings:
    """What stands above the columns of a sheet.

    Attributes:
        texts: Headings by index of the column.
        indexes: The columns under each heading, as it is compared.
    """

    texts: Mapping[int, str] = attrs.field(repr=False)
    indexes: Mapping[str, tuple[int, ...]] = attrs.field(repr=False)

    @classmethod
    def of(cls, sheet: RawSheet, heading_row: int) -> Headings:
        """The headings that a row holds."""
        cells = sheet.rows.get(heading_row, {})
        shown = ((index, shown_in(cell)) for index, cell in sorted(cells.items()))
        texts = {index: text for index, text in shown if text}
        indexes: dict[str, tuple[int, ...]] = {}
        for index, text in texts.items():
            indexes[folded(text)] = (*indexes.get(folded(text), ()), index)
        return cls(texts, indexes)

    def problem(self, name: ColumnName) -> Problem | None:
        """Why a column is not there as named."""
        if isinstance(name, Letter):
            return None
        match self.indexes.get(name.known_as, ()):
            case []:
                return COLUMN_NOT_FOUND
            case [_]:
                return None
            case several:
                return COLUMN_TWICE.filled(letters=", ".join(map(letters_of, several)))

    def index(self, name: ColumnName) -> int:
        """The index of a column with which there is no problem."""
        if isinstance(name, Letter):
            return index_of(name.letter)
        return self.indexes[name.known_as][0]

    def column(self, name: ColumnName, field: str) -> Column:
        """Where a column with which there is no problem stands, and what it is called.

        One that is named by its letter is called as the field that it fills in: what stands above
        it may be anything.
        """
        index = self.index(name)
        heading = field if isinstance(name, Letter) else self.texts[index]
        return Column(letter=letters_of(index), heading=heading)
