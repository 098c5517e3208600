"""Tables of rates: part, whole, and what per cent the part is of the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from inclusion_core.metrics.metric import Axis
from inclusion_core.metrics.rate import Rate, Share, share
from inclusion_core.metrics.tally import Group, Tally, ordered_cells
from inclusion_core.reports.behind import Count, Derived, Shows
from inclusion_core.reports.filling.cells import OPEN, UNKNOWN, not_collected, percent
from inclusion_core.reports.filling.counts import count_in, counts_behind
from inclusion_core.reports.filling.found import Found
from inclusion_core.reports.filling.places import place_key, place_text
from inclusion_core.reports.report import Cell, Table, TableRow
from inclusion_core.reports.tables import RateTable
from inclusion_core.texts import lv

__all__ = ["rate_table"]

COUNTED = lv("Skaits").en("Number")
AMONG = lv("No cik").en("Out of")
PERCENT = lv("Īpatsvars, %").en("Share, %")


def rate_table(form: RateTable, found: Found) -> Table:
    """A row for each rate; where the whole is nobody, there is no share."""
    return Table(
        id=form.id,
        title=found.filled(form.title),
        row_heading=found.filled(form.row_heading),
        columns=(COUNTED, AMONG, PERCENT, UNKNOWN, OPEN),
        rows=tuple(row for rate in form.rates for row in _rows(form, rate, found)),
        notes=found.each_filled([*form.notes, *(note for r in form.rates for note in r.notes)]),
        drawing=form.drawing,
    )


def _rows(form: RateTable, rate: Rate, found: Found) -> Iterator[TableRow]:
    """The row of a rate, and below it those of its cells."""
    part, whole = found.figure(rate.of), found.figure(rate.among)
    heading = found.filled(rate.says)
    if part is None or whole is None:
        yield TableRow(id=rate.id, heading=heading, cells=not_collected(5))
        return
    yield TableRow(id=rate.id, heading=heading, cells=_cells(rate, part.share_of(whole)))
    if form.by is None:
        return
    parts, wholes = part.by(form.by.id), whole.by(form.by.id)
    cells = ordered_cells({**parts, **wholes})
    if not any(isinstance(group, str) for (group,) in cells):
        return  # of nobody is a code known: it would be the same row once more
    for cell in cells:
        tallies = (rate.of, parts.get(cell, Tally())), (rate.among, wholes.get(cell, Tally()))
        yield TableRow(
            id=place_key(rate.id, cell),
            heading=place_text((form.by,), cell, found),
            cells=_cells(rate, share(rate.id, *tallies), (form.by,), cell),
            part_of=rate.id,
        )


def _cells(
    rate: Rate, of: Share, by: Sequence[Axis] = (), cell: Sequence[Group] = ()
) -> tuple[Cell, ...]:
    part, whole = count_in(rate.of, by, cell), count_in(rate.among, by, cell)
    unknown, opened = (attrs.evolve(part, shows=shows) for shows in (Shows.UNKNOWN, Shows.OPEN))
    among: Count | Derived = whole
    if rate.among.settled_on is not None:
        opened = attrs.evolve(whole, shows=Shows.OPEN)
    elif rate.of.settled_on is not None:  # those in an open window are taken out of the whole
        among = Derived(of=(whole, attrs.evolve(whole, shows=Shows.UNKNOWN), part, unknown, opened))
    return (
        Cell(value=of.counted, behind=part),
        Cell(value=of.among, unknown=of.among_unknown, behind=among),
        percent(of.value, Derived(of=counts_behind(part, among))),
        Cell(value=of.unknown, behind=unknown),
        Cell(value=of.open, behind=opened),
    )
