"""Tables of figures: one for each metric, one for each code, and two side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inclusion_core.metrics.figures import Figure
from inclusion_core.metrics.metric import Axis, Metric
from inclusion_core.metrics.tally import Group, NoCode, Tally
from inclusion_core.reports.behind import Shows
from inclusion_core.reports.filling.cells import (
    NOT_IN_THE_DATA,
    NUMBER,
    OPEN,
    amount_cell,
    heading,
    not_collected,
    open_cell,
    tally_amount,
    tally_cell,
    windowed,
)
from inclusion_core.reports.filling.counts import count_of
from inclusion_core.reports.filling.found import Found
from inclusion_core.reports.report import Cell, Table, TableRow
from inclusion_core.reports.tables import BreakdownTable, FigureTable, Pair, PairTable
from inclusion_core.texts import Text, lv

__all__ = ["breakdown", "figure_table", "pair_table", "parts"]

NOT_RECORDED = lv("nav").en("none")
NOT_KNOWN = lv("nav zināms").en("not known")
WHY = lv("Kāpēc tie atšķiras").en("Why they differ")
BOTH = lv("{one} / {other}").en("{one} / {other}")


def figure_table(form: FigureTable, found: Found) -> Table:
    """A row for each metric; a column more where a window may be open."""
    with_open = windowed(form.metrics)
    return Table(
        id=form.id,
        title=found.filled(form.title),
        row_heading=found.filled(form.row_heading),
        columns=(NUMBER, OPEN) if with_open else (NUMBER,),
        rows=tuple(
            TableRow(
                id=metric.id,
                heading=found.filled(heading(metric)),
                cells=_cells(found.figure(metric), with_open=with_open),
                part_of=part_of,
            )
            for metric, part_of in zip(form.metrics, parts(form.metrics), strict=True)
        ),
        notes=found.each_filled([*form.notes, *(n for m in form.metrics for n in m.notes)]),
        drawing=form.drawing,
    )


def _cells(figure: Figure | None, *, with_open: bool) -> tuple[Cell, ...]:
    if figure is None:
        return not_collected(1 + with_open)
    return (_figure_cell(figure), *((open_cell(figure),) if with_open else ()))


def _figure_cell(figure: Figure) -> Cell:
    """The figure, and how many more there may be."""
    behind = count_of(figure.metric)
    return amount_cell(figure.value, unknown=figure.unknown, behind=behind)


def parts(metrics: Sequence[Metric]) -> Iterator[str]:
    """For each metric the id of its whole, where that stands above it with only parts between."""
    above: list[str] = []
    for metric in metrics:
        while above and above[-1] != metric.part_of:
            above.pop()
        yield metric.part_of if above else ""
        above.append(metric.id)


def breakdown(form: BreakdownTable, found: Found) -> Table:
    """A row for each code, the largest figure first, those without a code last."""
    figure, axis = found.figure(form.metric), form.metric.by
    groups = {} if figure is None else figure.groups
    coded = [(code, tally) for code, tally in groups.items() if isinstance(code, str)]
    coded.sort(key=lambda group: (-(tally_amount(form.metric, group[1]) or 0), group[0]))
    rest = [(code, tally) for code, tally in groups.items() if isinstance(code, NoCode)]
    with_open = windowed([form.metric])
    return Table(
        id=form.id,
        title=found.filled(form.title),
        row_heading=found.filled(form.title if axis is None else axis.says),
        columns=(NUMBER, OPEN) if with_open else (NUMBER,),
        rows=(
            *(_group_row(form.metric, *group, form.name(group[0])) for group in coded),
            *(_group_row(form.metric, *group, _NO_CODE[group[0]]) for group in rest),
        ),
        notes=found.each_filled(
            [*form.notes, *form.metric.notes, *((NOT_IN_THE_DATA,) if figure is None else ())]
        ),
        drawing=form.drawing,
    )


_NO_CODE = {NoCode.ABSENT: NOT_RECORDED, NoCode.UNKNOWN: NOT_KNOWN}


def _group_row(metric: Metric, group: Group, tally: Tally, name: Text) -> TableRow:
    groups = {axis.id: (group,) for axis in _own_axes(metric)}
    unknown = tally.unknown + tally.amount_unknown
    cell = tally_cell(metric, tally, count_of(metric, groups), unknown=unknown)
    opened = Cell(value=tally.open, behind=count_of(metric, groups, shows=Shows.OPEN))
    return TableRow(
        id=group if isinstance(group, str) else group.value,
        heading=name,
        cells=(cell, opened) if windowed([metric]) else (cell,),
    )


def _own_axes(metric: Metric) -> tuple[Axis, ...]:
    """By what a metric is broken down where it says so itself."""
    return () if metric.by is None else (metric.by,)


def pair_table(form: PairTable, found: Found) -> Table:
    """A row for each pair: both figures, and why they differ."""
    metrics = [metric for pair in form.pairs for metric in (pair.one, pair.other)]
    return Table(
        id=form.id,
        title=found.filled(form.title),
        row_heading=found.filled(form.row_heading),
        columns=(found.filled(form.one), found.filled(form.other), WHY),
        rows=tuple(_pair_row(pair, found) for pair in form.pairs),
        notes=found.each_filled([*form.notes, *(note for m in metrics for note in m.notes)]),
    )


def _pair_row(pair: Pair, found: Found) -> TableRow:
    one, other = (found.filled(heading(metric)) for metric in (pair.one, pair.other))
    figures = (_cells(found.figure(each), with_open=False) for each in (pair.one, pair.other))
    return TableRow(
        id=f"{pair.one.id}/{pair.other.id}",
        heading=BOTH.filled(one=one, other=other),
        cells=(*(cell for (cell,) in figures), Cell(value=found.filled(pair.why))),
    )
