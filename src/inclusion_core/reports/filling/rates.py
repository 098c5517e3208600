"""Tables of rates: part, whole, and what per cent the part is of the whole."""

from __future__ import annotations

from inclusion_core.metrics.rate import Rate
from inclusion_core.reports.filling.cells import OPEN, UNKNOWN, not_collected, percent
from inclusion_core.reports.filling.found import Found
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
        rows=tuple(_row(rate, found) for rate in form.rates),
        notes=found.each_filled([*form.notes, *(note for r in form.rates for note in r.notes)]),
    )


def _row(rate: Rate, found: Found) -> TableRow:
    return TableRow(id=rate.id, heading=found.filled(rate.says), cells=_cells(rate, found))


def _cells(rate: Rate, found: Found) -> tuple[Cell, ...]:
    part, whole = found.figure(rate.of), found.figure(rate.among)
    if part is None or whole is None:
        return not_collected(5)
    share = part.share_of(whole)
    return (
        Cell(value=share.counted),
        Cell(value=share.among, unknown=share.among_unknown),
        percent(share.value),
        Cell(value=share.unknown),
        Cell(value=share.open),
    )
