"""A workbook as a grid of cells, before anything of it is understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

import attrs

from inclusion_core.findings import Finding
from inclusion_core.wire.problems import Refused

__all__ = ["CellValue", "Grid", "RawSheet"]

CellValue: TypeAlias = str | int | float | bool | date | datetime | time | timedelta | Refused
"""What a cell can hold; an empty one is not there.

One that holds an error, or a formula that was never worked out, is refused: whoever reads it says
so, and nobody takes it for empty.
"""


@attrs.frozen(kw_only=True, repr=False)
class RawSheet:
    """One sheet: the cells that hold something.

    Attributes:
        title: What stands on its tab.
        rows: By number of the row as the spreadsheet shows it, then by index of the column from 0;
            merged cells hold their value once, in the first.
        hidden: Whether the sheet is hidden.
        hidden_rows: Numbers of hidden rows.
    """

    title: str
    rows: Mapping[int, Mapping[int, CellValue]]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()


@attrs.frozen(kw_only=True, repr=False)
class Grid:
    """All sheets of a workbook.

    Attributes:
        file: Name of the file.
        sheets: Its sheets, in their order; none where it could not be opened.
        findings: What is wrong with the file as such, or unusual about its sheets: formulas, merged
            cells, hidden rows and sheets. What is wrong with a cell is told by who reads it.
    """

    file: str
    sheets: tuple[RawSheet, ...]
    findings: tuple[Finding, ...]

    def findings_about(self, titles: Iterable[str]) -> Iterator[Finding]:
        """The findings about the file, and about the sheets that are meant.

        Titles of other sheets stay unsaid, since they may be names of clients.

        Args:
            titles: Of the sheets that are meant.
        """
        meant = {"", *titles}
        return (finding for finding in self.findings if finding.place.sheet in meant)
