"""A table as plain text: columns under their headings, or one row after the other if too wide.

How many more there may be stands beside a figure; under it where room is scarce.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from inclusion_core.pages.lines import hanging, padded, width, wrapped
from inclusion_core.reports.formats.layout import depths, figure_columns
from inclusion_core.reports.formats.wording import cell_text, says, unknown_text, value_text
from inclusion_core.reports.report import Table
from inclusion_core.texts import Language

__all__ = ["STEP", "table_lines"]

STEP = "  "
"""A row that is a part of another is set in by so much."""

_GAP = "  "
_HEADING = 16  # a heading over figures is wrapped here, unless a word of it is longer
_WORDS = 20  # a column of words is not made narrower, unless it holds less
_LONGEST_WORD = 24  # a longer one is cut where room is scarce


def table_lines(table: Table, language: Language, columns: int) -> tuple[str, ...]:
    """The table in at most so many columns of text."""
    for beside in (True, False):
        laid_out = (
            _row_headings(table, language),
            *_columns(table, language, beside=beside),
        )
        widths = _widths(laid_out, columns)
        if widths is not None:
            return tuple(_in_columns(laid_out, widths, len(table.rows)))
    return tuple(_row_by_row(table, language, columns))


@attrs.frozen(kw_only=True)
class _Column:
    """A column: its heading, and what stands in each row.

    Attributes:
        heading: Over the column.
        entries: A figure, never broken, or words.
        set_in: By how much words are set in.
        unknowns: What goes with a figure: how many more there may be.
        figures: Whether it holds figures, and stands to the right.
        beside: Whether what goes with a figure stands beside it, or under it.
    """

    heading: str
    entries: tuple[str, ...]
    set_in: tuple[int, ...]
    unknowns: tuple[str, ...]
    figures: bool
    beside: bool

    @property
    def tail(self) -> int:
        """The width of what stands beside the figures, with the space before it."""
        widest = _widest(self.unknowns)
        return widest + 1 if widest and self.beside else 0

    @property
    def most(self) -> int:
        """The width beyond which nothing is gained."""
        if self.figures:
            return max(self.least, min(width(self.heading), _HEADING))
        set_in = max(self.set_in, default=0)
        return max(width(self.heading), _widest(self.entries) + set_in)

    @property
    def least(self) -> int:
        """The width below which it cannot be read."""
        if self.figures:
            under = 0 if self.beside else _widest(self.unknowns)
            return max(_widest(self.entries), under, _longest_word(self.heading))
        longest = max(_longest_word(words) for words in (self.heading, *self.entries))
        return min(max(longest + max(self.set_in, default=0), _WORDS), self.most)

    def head(self, room: int) -> tuple[str, ...]:
        """The heading, line by line, as wide as the column."""
        lines = wrapped(self.heading, room)
        return tuple(padded(line, room, right=self.figures) + " " * self.tail for line in lines)

    def cell(self, place: int, room: int) -> tuple[str, ...]:
        """One cell, line by line, as wide as the column."""
        if self.figures:
            figure = padded(self.entries[place], room, right=True)
            unknown = self.unknowns[place]
            if self.beside:
                return (padded(f"{figure} {unknown}" if unknown else figure, room + self.tail),)
            return (figure, padded(unknown, room, right=True)) if unknown else (figure,)
        before = " " * self.set_in[place]
        lines = wrapped(self.entries[place], room - len(before))
        return tuple(padded(before + line, room) for line in lines)


def _widest(entries: Sequence[str]) -> int:
    return max(map(width, entries), default=0)


def _longest_word(words: str) -> int:
    return min(_widest(words.split(" ")), _LONGEST_WORD)


def _row_headings(table: Table, language: Language) -> _Column:
    return _Column(
        heading=says(table.row_heading, language),
        entries=tuple(says(row.heading, language) for row in table.rows),
        set_in=tuple(len(STEP) * depth for depth in depths(table)),
        unknowns=("",) * len(table.rows),
        figures=False,
        beside=True,
    )


def _columns(table: Table, language: Language, *, beside: bool) -> Iterator[_Column]:
    for place, figures in enumerate(figure_columns(table)):
        cells = [row.cells[place] for row in table.rows]
        yield _Column(
            heading=says(table.columns[place], language),
            entries=tuple(
                value_text(cell.value, language) if figures else cell_text(cell, language)
                for cell in cells
            ),
            set_in=(0,) * len(cells),
            unknowns=tuple(
                unknown_text(cell.unknown if figures else 0, language) for cell in cells
            ),
            figures=figures,
            beside=beside,
        )


def _widths(laid_out: Sequence[_Column], columns: int) -> list[int] | None:
    """For each column its width without the tail; None where there is no room for all.

    What is left over goes to the narrowest column that gains by it.
    """
    widths = [column.least for column in laid_out]
    taken = sum(column.tail for column in laid_out) + len(_GAP) * (len(laid_out) - 1)
    spare = columns - taken - sum(widths)
    if spare < 0:
        return None
    wants = [column.most for column in laid_out]
    for _ in range(spare):
        wanting = [place for place, most in enumerate(wants) if widths[place] < most]
        if not wanting:
            break
        widths[min(wanting, key=widths.__getitem__)] += 1
    return widths


def _in_columns(laid_out: Sequence[_Column], widths: Sequence[int], rows: int) -> Iterator[str]:
    with_room = tuple(zip(laid_out, widths, strict=True))
    yield from _side_by_side([column.head(room) for column, room in with_room], bottom=True)
    yield _GAP.join("-" * (room + column.tail) for column, room in with_room)
    for place in range(rows):
        yield from _side_by_side([column.cell(place, room) for column, room in with_room])


def _side_by_side(cells: Sequence[tuple[str, ...]], *, bottom: bool = False) -> Iterator[str]:
    height = max(map(len, cells))
    filled: list[tuple[str, ...]] = []
    for lines in cells:
        blank = (" " * width(lines[0]),) * (height - len(lines))
        filled.append((*blank, *lines) if bottom else (*lines, *blank))
    for line in zip(*filled, strict=True):
        yield _GAP.join(line)


def _row_by_row(table: Table, language: Language, columns: int) -> Iterator[str]:
    headings = [says(heading, language) for heading in table.columns]
    for place, (row, depth) in enumerate(zip(table.rows, depths(table), strict=True)):
        if place:
            yield ""
        yield from hanging(STEP * depth, says(row.heading, language), columns)
        for heading, cell in zip(headings, row.cells, strict=True):
            told = f"{heading}: {cell_text(cell, language)}"
            yield from hanging(STEP * (depth + 1), told, columns)
