"""What a workbook holds once its sheets and headings are understood: rows of values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from inclusion_core.findings import Finding, Place

__all__ = ["Column", "FilledRow", "FilledWorkbook", "ReadRow", "told_once"]


@attrs.frozen(kw_only=True)
class Column:
    """Where in a sheet a field stands.

    Attributes:
        letter: As the spreadsheet names the column, ``C``.
        heading: As the sheet names it.
    """

    letter: str
    heading: str


@attrs.frozen(kw_only=True, repr=False)
class FilledRow:
    """One record as a row gives it. Its numbers are the provider's own, not yet opaque ids.

    Attributes:
        record_type: Name of the record type.
        sheet: Title of the sheet.
        row: Number of the row as the spreadsheet shows it, from 1.
        number: The provider's own number of the record, unique in its type.
        values: JSON values, as the wire converter takes them, by field; the key is not among
            them, a reference holds the provider's number of the other record, and what has an
            empty cell is left out.
        columns: Where each field stands; a field without a column is not in the workbook.
    """

    record_type: str
    sheet: str
    row: int
    number: str
    values: Mapping[str, object]
    columns: Mapping[str, Column]

    def place(self, file: str, field: str = "") -> Place:
        """Where the row, or one field of it, stands; without the provider's number."""
        column = self.columns.get(field)
        return Place(
            file=file,
            sheet=self.sheet,
            row=self.row,
            record_type=self.record_type,
            column="" if column is None else column.letter,
            field=field if column is None else column.heading,
        )


@attrs.frozen(kw_only=True, repr=False)
class ReadRow:
    """A row that was read, with what is wrong with it where it can become no record.

    Attributes:
        row: The row; without a number where that is what is wrong.
        is_left_out: Whether it can become none.
        findings: Why, as far as it is not told elsewhere.
    """

    row: FilledRow
    is_left_out: bool = False
    findings: tuple[Finding, ...] = ()


@attrs.frozen(kw_only=True)
class FilledWorkbook:
    """The rows of a workbook, and what is wrong with it.

    Attributes:
        file: Name of the file.
        rows: The rows that could be understood, sheet by sheet.
        findings: What is wrong, ordered by place.
        rows_read: How many rows had something in them.
        left_out: Record type and number of what is on a row that could not be understood.
    """

    file: str
    rows: tuple[FilledRow, ...] = attrs.field(repr=False)
    findings: tuple[Finding, ...]
    rows_read: int
    left_out: tuple[tuple[str, str], ...] = attrs.field(default=(), repr=False)


def told_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings ordered by place, each once: a cell that several records are read from, too."""
    told: dict[Finding, Finding] = {}
    for finding in sorted(findings, key=lambda finding: finding.order):
        told.setdefault(_about_its_cell(finding), finding)
    return tuple(told.values())


def _about_its_cell(finding: Finding) -> Finding:
    """The same, without the record, where a cell is pointed out."""
    if not finding.place.column:
        return finding
    cell = attrs.evolve(finding.place, record_type="", record_id="", field="")
    return attrs.evolve(finding, place=cell)
