"""What each column of a sheet seems to be for: by its heading, its cells and its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeGuard

import attrs

from inclusion_core.wire.problems import Refused
from inclusion_core.workbook.cells.lexicon import folded
from inclusion_core.workbook.form import WorkbookForm
from inclusion_core.workbook.mapping.mapped_headings import Headings
from inclusion_core.workbook.sheets import CellValue, RawSheet
from inclusion_core.workbook.suggesting.aims import SURE, Aim, Apart, Likely, Meanings, subjects_of
from inclusion_core.workbook.suggesting.candidates import Candidate, Look
from inclusion_core.workbook.suggesting.likeness import share_of, words_in
from inclusion_core.workbook.suggesting.usual_headings import DASHES

__all__ = ["ColumnGuess", "SheetGuess", "guessed"]

LOOKED_AT = 30
"""Rows among which the headings are looked for."""

SAMPLE = 300
"""Cells of a column that are looked at."""

LEAST_RECOGNISED = 2
LONGEST = 80
NEAR = 0.03
"""Meanings closer to each other than this are not told apart by the heading."""


@attrs.frozen(kw_only=True)
class ColumnGuess:
    """What a column seems to be.

    Attributes:
        index: Its index from 0.
        heading: What stands above it, in one line.
        aim: What it seems to fill in; ``None`` where nothing was found.
        runner_up: What it might fill in instead.
        sure: Whether to go by it.
        apart: Why it is left out on purpose.
        free_text: Whether it holds texts that hardly ever come twice.
        cells: How many cells were looked at.
        not_understood: How many of them the field does not understand.
    """

    index: int
    heading: str
    aim: Aim | None = None
    runner_up: Aim | None = None
    sure: bool = False
    apart: Apart | None = None
    free_text: bool = False
    cells: int = 0
    not_understood: int = 0


@attrs.frozen(kw_only=True, repr=False)
class SheetGuess:
    """What a sheet seems to be.

    Attributes:
        sheet: The sheet.
        heading_row: The row of its headings.
        columns: Its columns, from left to right; only those with a heading.
    """

    sheet: RawSheet
    heading_row: int
    columns: tuple[ColumnGuess, ...]

    @property
    def without_heading(self) -> set[int]:
        """The columns in which something stands below no heading."""
        headed = {each.index for each in self.columns}
        below = (cells for row, cells in self.sheet.rows.items() if row > self.heading_row)
        return {index for cells in below for index in cells} - headed

    @property
    def dashes(self) -> tuple[str, ...]:
        """What stands in cells of it that are meant to be empty."""
        below = (cells for row, cells in self.sheet.rows.items() if row > self.heading_row)
        there = {folded(cell) for cells in below for cell in cells.values() if _is_dash(cell)}
        return tuple(dash for dash in DASHES if dash in there)

    def cells(self, index: int) -> Iterator[tuple[int, CellValue]]:
        """The cells of a column below the headings that say something, with their rows."""
        return _cells(self.sheet, self.heading_row, index)


def guessed(sheet: RawSheet, form: WorkbookForm, meanings: Meanings) -> SheetGuess | None:
    """What the columns of a sheet seem to be; nothing where no row looks like headings.

    A row counts as headings only where several of them are known: otherwise a row of data might be
    taken for headings, and its values shown.
    """
    row = _heading_row(sheet, meanings)
    if row is None:
        return None
    headings = Headings.of(sheet, row).texts
    likely = {index: meanings.of_heading(text) for index, text in headings.items()}
    apart = {index: _apart(likely[index]) for index in headings}
    look = Look.of(form)
    samples = {
        index: [cell for _, cell in islice(_cells(sheet, row, index), SAMPLE)] for index in headings
    }
    found = {
        index: look.candidates(likely[index], samples[index])
        for index in headings
        if apart[index] is None
    }
    settled = _settled(found, _type_titled(sheet.title, form))
    columns = []
    for index, text in headings.items():
        column = ColumnGuess(index=index, heading=text, apart=apart[index])
        if found.get(index):
            column = _guess(column, found[index], settled.get(index), samples[index], look)
        columns.append(column)
    return SheetGuess(sheet=sheet, heading_row=row, columns=tuple(columns))


def _guess(
    column: ColumnGuess,
    candidates: Sequence[Candidate],
    settled: Candidate | None,
    cells: Sequence[CellValue],
    look: Look,
) -> ColumnGuess:
    """What a column is, now that it is known what its neighbours are."""
    best = settled or candidates[0]
    if look.is_telling(best.aim, cells):
        return attrs.evolve(column, apart=Apart.PERSONAL)
    free_text = look.is_free_text(best.aim, cells)
    return attrs.evolve(
        column,
        aim=best.aim,
        runner_up=next((each.aim for each in candidates if each.aim != best.aim), None),
        sure=settled is not None and not free_text,
        free_text=free_text,
        cells=len(cells),
        not_understood=best.not_understood,
    )


def _cells(sheet: RawSheet, heading_row: int, index: int) -> Iterator[tuple[int, CellValue]]:
    for number in sorted(sheet.rows):
        cell = sheet.rows[number].get(index)
        if number > heading_row and _says_something(cell):
            yield number, cell


def _says_something(cell: CellValue | None) -> TypeGuard[CellValue]:
    return cell is not None and not isinstance(cell, Refused) and not _is_dash(cell)


def _is_dash(cell: CellValue) -> TypeGuard[str]:
    return isinstance(cell, str) and folded(cell) in ("", *DASHES)


def _heading_row(sheet: RawSheet, meanings: Meanings) -> int | None:
    rows = islice(sorted(sheet.rows.items()), LOOKED_AT)
    counted = [(_recognised(cells, meanings), -number) for number, cells in rows]
    most, number = max(counted, default=(0, 0))
    return -number if most >= LEAST_RECOGNISED else None


def _recognised(cells: Mapping[int, CellValue], meanings: Meanings) -> int:
    texts = [cell for cell in cells.values() if isinstance(cell, str) and len(cell) <= LONGEST]
    best = (next(iter(meanings.of_heading(text)), (None, 0.0)) for text in texts)
    return sum(1 for _, score in best if score >= SURE)


def _apart(likely: Sequence[Likely]) -> Apart | None:
    match likely:
        case [(Apart() as apart, score), *_] if score >= SURE:
            return apart
        case _:
            return None


def _type_titled(title: str, form: WorkbookForm) -> str:
    """The record type that the title of a sheet seems to speak of; empty where there is none."""
    words = words_in(title)
    _, record_type = max(
        (
            (share_of(phrase, words) * len(phrase), sheet.record_type.name)
            for sheet in form
            for phrase in map(words_in, subjects_of(sheet))
            if share_of(phrase, words) >= SURE
        ),
        default=(0.0, ""),
        key=lambda found: found[0],
    )
    return record_type


def _settled(ranked: Mapping[int, Sequence[Candidate]], titled: str) -> Mapping[int, Candidate]:
    """For each column of which one can be sure, what it is; each field once."""
    near = {index: _near(candidates) for index, candidates in ranked.items() if candidates}
    settled: dict[int, Candidate] = {}
    clear = [(-each[0].score, index) for index, each in near.items() if len(each) == 1]
    for _, index in sorted(clear):
        _settle(settled, index, near[index])
    for index, candidates in near.items():
        left = max((other for other in ranked if other < index), default=index)
        beside = settled[left].aim.record_type if left in settled else ""
        there = {each.aim.record_type for each in settled.values()}
        own = {each.aim.record_type for each in candidates} & there
        for record_type in (titled, beside, *(own if len(own) == 1 else ())):
            if index not in settled:
                fitting = [each for each in candidates if each.aim.record_type == record_type]
                _settle(settled, index, fitting)
    return settled


def _near(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that nothing tells apart from the best."""
    return [each for each in candidates if each.score > candidates[0].score - NEAR]


def _settle(settled: dict[int, Candidate], index: int, candidates: Sequence[Candidate]) -> None:
    taken = {candidate.aim for candidate in settled.values()}
    for candidate in candidates:
        if candidate.like >= SURE and candidate.aim not in taken:
            settled[index] = candidate
            return
