"""Metrics crossed with codes: a row for each metric, a column for each code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import attrs

from inclusion_core.metrics.figures import Figure
from inclusion_core.metrics.tally import Cells, Group, NoCode, Tally, added
from inclusion_core.reports.behind import Shows
from inclusion_core.reports.filling.cells import (
    OPEN,
    UNKNOWN,
    amount_cell,
    heading,
    not_collected,
    open_cell,
    tally_cell,
    windowed,
)
from inclusion_core.reports.filling.counts import count_of
from inclusion_core.reports.filling.figures import parts
from inclusion_core.reports.filling.found import Found
from inclusion_core.reports.report import Cell, Table, TableRow
from inclusion_core.reports.tables import CrossTable
from inclusion_core.texts import Text, lv

__all__ = ["crossed"]

TOTAL = lv("Kopā").en("Total")
OTHER = lv("{says}: cits kods").en("{says}: other")
NONE = lv("{says}: nav").en("{says}: none")
NOT_KNOWN = lv("{says}: nav ziņu").en("{says}: not known")


class _Column(NamedTuple):
    """A heading, and the codes, or kinds of no code, that stand under it."""

    says: Text
    groups: frozenset[Group]
    unnamed: bool = False
    """Whether they are the codes that have no column of their own."""


def crossed(form: CrossTable, found: Found) -> Table:
    """A row for each metric; who is in no named column has one where there is anybody."""
    figures = [found.figure(metric) for metric in form.metrics]
    columns = _columns(form, [each for each in figures if each is not None])
    with_open = windowed(form.metrics)
    return Table(
        id=form.id,
        title=found.filled(form.title),
        row_heading=found.filled(form.row_heading),
        columns=(
            TOTAL,
            *(found.filled(column.says) for column in columns),
            UNKNOWN,
            *((OPEN,) if with_open else ()),
        ),
        rows=tuple(
            TableRow(
                id=metric.id,
                heading=found.filled(heading(metric)),
                cells=_cells(form, figure, columns, with_open=with_open),
                part_of=part_of,
            )
            for metric, figure, part_of in zip(
                form.metrics, figures, parts(form.metrics), strict=True
            )
        ),
        notes=found.each_filled([*form.notes, *(n for m in form.metrics for n in m.notes)]),
        drawing=form.drawing,
    )


def _columns(form: CrossTable, figures: Sequence[Figure]) -> list[_Column]:
    there = {
        group
        for figure in figures
        for (group,), tally in figure.by(form.by.id).items()
        if tally.counted
    }
    other = frozenset(each for each in there if isinstance(each, str)) - set(form.codes)
    named = [_Column(form.name(code), frozenset([code])) for code in form.codes]
    rest = (
        _Column(_of(OTHER, form.by.says), other, unnamed=True),
        _Column(_of(NONE, form.by.says), frozenset([NoCode.ABSENT])),
        _Column(_of(NOT_KNOWN, form.by.says), frozenset([NoCode.UNKNOWN])),
    )
    return [*named, *(column for column in rest if column.groups & there)]


def _of(says: Text, axis: Text) -> Text:
    return Text(
        lv=says.lv.replace("{says}", axis.lv),
        en=says.en.replace("{says}", axis.en),
        filled_in=axis.filled_in,
    )


def _cells(
    form: CrossTable, figure: Figure | None, columns: Sequence[_Column], *, with_open: bool
) -> tuple[Cell, ...]:
    if figure is None:
        return not_collected(2 + len(columns) + with_open)
    cells = figure.by(form.by.id)
    return (
        amount_cell(figure.value, behind=count_of(figure.metric)),
        *(_cell(form, figure, cells, column) for column in columns),
        Cell(value=figure.unknown, behind=count_of(figure.metric, shows=Shows.UNKNOWN)),
        *((open_cell(figure),) if with_open else ()),
    )


def _cell(form: CrossTable, figure: Figure, cells: Cells, column: _Column) -> Cell:
    tally = added(cells.get((group,), Tally()) for group in column.groups)
    count = count_of(figure.metric, {form.by.id: column.groups})
    return tally_cell(figure.metric, tally, attrs.evolve(count, unnamed=column.unnamed))
