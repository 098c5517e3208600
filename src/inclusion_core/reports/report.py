"""A report as a value: what it says, in both languages, and where it comes from."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

import attrs

from inclusion_core.errors import DeclarationError
from inclusion_core.periods import Period
from inclusion_core.reports.behind import Behind
from inclusion_core.sources import Source
from inclusion_core.texts import Language, LanguageCode, Text

if TYPE_CHECKING:
    from inclusion_core.pages.fragment import Fragment

__all__ = [
    "BROKEN",
    "Cell",
    "CellValue",
    "Drawing",
    "Mark",
    "Provenance",
    "Report",
    "Section",
    "Table",
    "TableRow",
]

BROKEN = "broken-inequalities"
"""The id of the section that says which official inequalities the figures break."""


class Mark(Enum):
    """Why a cell shows no figure; zero is a figure, and none of these."""

    SUPPRESSED = "suppressed"
    NOT_COLLECTED = "not_collected"
    NOT_APPLICABLE = "not_applicable"


CellValue: TypeAlias = int | Decimal | date | Text | Mark
"""What a cell shows: a number, a day, words, or why there is nothing."""


@attrs.frozen(kw_only=True)
class Cell:
    """One cell of a table.

    Attributes:
        value: A count, an amount, a day, words, or why there is nothing.
        unknown: How many more there may be: for them the answer is not known. Where that number
            is hidden, :attr:`Mark.SUPPRESSED`, and no other mark.
        behind: Where it comes from; ``None`` for words, and where nobody says. A number of which
            nobody says it is not for the public. Two cells that show the same are equal.
    """

    value: CellValue
    unknown: int | Mark = 0
    behind: Behind | None = attrs.field(default=None, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if isinstance(self.unknown, Mark):
            if self.unknown is not Mark.SUPPRESSED:
                raise DeclarationError("cell", "unknown", "it is a number, or hidden")
        elif self.unknown < 0:
            raise DeclarationError("cell", "unknown", "a number of subjects is never below zero")
        if isinstance(self.value, Decimal) and not self.value.is_finite():
            raise DeclarationError("cell", "value", "an amount is a number, and has an end")


@attrs.frozen(kw_only=True)
class TableRow:
    """A row: its id, its heading, and a cell for each column of the table.

    Attributes:
        id: Names the row inside its table: a metric's id, or a code.
        heading: What the row is about.
        cells: In the order of the columns.
        part_of: Id of the row of which this one is a part; empty for none.
    """

    id: str
    heading: Text
    cells: tuple[Cell, ...]
    part_of: str = ""


@attrs.frozen(kw_only=True)
class Drawing:
    """What a format that draws may show beside a table: a bar for each row.

    Attributes:
        column: Place of the column whose figures are drawn; the first column of cells is 0.
        against: Place of the column of what was promised; ``None`` where nothing was.
    """

    column: int = 0
    against: int | None = None


@attrs.frozen(kw_only=True)
class Table:
    """A table with a heading for the row names, a heading for each column, and rows.

    Attributes:
        id: Names the table inside its report.
        title: What it shows.
        row_heading: Heading over the row headings.
        columns: Heading of each column of cells.
        rows: In the order in which they are read.
        notes: What a reader must know to read it rightly.
        drawing: What may be drawn beside it; ``None`` for nothing.
        lists_persons: A row is about one person or household, and not for everybody to see.
        compares_figures: A row holds figures against each other, for those who make the report.
    """

    id: str
    title: Text
    row_heading: Text
    columns: tuple[Text, ...]
    rows: tuple[TableRow, ...] = attrs.field(repr=False)
    notes: tuple[Text, ...] = ()
    drawing: Drawing | None = None
    lists_persons: bool = False
    compares_figures: bool = False

    def __attrs_post_init__(self) -> None:
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                raise DeclarationError(
                    "table", self.id, f"row {row.id!r} needs a cell for each column"
                )
        drawn = self.drawing
        if drawn is not None and not {drawn.column, drawn.against or 0} <= {
            *range(len(self.columns))
        }:
            raise DeclarationError("table", self.id, "draw columns that it has, from 0")

    def shown(self, language: LanguageCode) -> Fragment:
        """The table in one language, for a notebook; by itself it is shown in English."""
        # Who shows a table needs the formats, which are made of reports.
        from inclusion_core.reports.formats.fragment import table_fragment  # noqa: PLC0415

        return table_fragment(self, language)

    def _repr_html_(self) -> str:
        return self.shown(Language.EN).html


@attrs.frozen(kw_only=True)
class Section:
    """A part of a report: paragraphs, then tables."""

    id: str
    title: Text
    paragraphs: tuple[Text, ...] = ()
    tables: tuple[Table, ...] = ()


@attrs.frozen(kw_only=True)
class Provenance:
    """From what a report was made, so that it can be made again.

    Attributes:
        period: The period reported on.
        status_day: The day that "now" stands for in the report.
        known_on: The day as of whose knowledge the data were read.
        fingerprint: SHA-256 of the records, 64 hexadecimal digits; the same for the same records
            in whatever order, file format or engine.
        records: How many records there were; :attr:`Mark.SUPPRESSED`, and no other mark, where
            that could tell of how many persons.
        schema_version: Version of the record types.
        versions: Each distribution that took part, and its version, ordered by name.
    """

    period: Period
    status_day: date
    known_on: date
    fingerprint: str
    records: int | Mark
    schema_version: int
    versions: tuple[tuple[str, str], ...]

    def __attrs_post_init__(self) -> None:
        if isinstance(self.records, Mark) and self.records is not Mark.SUPPRESSED:
            raise DeclarationError("provenance", "records", "it is a number, or hidden")


@attrs.frozen(kw_only=True)
class Report:
    """A report that can be read, handed in and made again.

    Attributes:
        id: The form it was made from, ``sif.mentoring.interim``.
        title: Its title.
        subtitle: Of what and for when.
        sections: Its parts.
        notes: What holds for the whole report.
        sources: The acts, contracts and announcements behind it.
        provenance: From what it was made.
    """

    id: str
    title: Text
    subtitle: Text
    sections: tuple[Section, ...]
    notes: tuple[Text, ...] = ()
    sources: tuple[Source, ...] = ()
    provenance: Provenance

    def shown(self, language: LanguageCode) -> Fragment:
        """The report in one language, for a notebook; by itself it is shown in English."""
        # Who shows a report needs the formats, which are made of reports.
        from inclusion_core.reports.formats.fragment import report_fragment  # noqa: PLC0415

        return report_fragment(self, language)

    def _repr_html_(self) -> str:
        return self.shown(Language.EN).html

    @property
    def broken(self) -> bool:
        """Whether the figures break an official inequality; the first section says which."""
        return any(section.id == BROKEN for section in self.sections)

    @property
    def lists_persons(self) -> bool:
        """Whether a table of it has rows about single persons: it is then not for the public."""
        return any(table.lists_persons for each in self.sections for table in each.tables)

    @property
    def without_persons(self) -> Report:
        """The report without the tables whose rows are about single persons."""
        sections = (
            attrs.evolve(each, tables=tuple(t for t in each.tables if not t.lists_persons))
            for each in self.sections
        )
        return attrs.evolve(self, sections=tuple(sections))
