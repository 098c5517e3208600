"""The cells and headings that several kinds of tables share."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from math import floor

from inclusion_core.metrics.figures import Amount, Figure
from inclusion_core.metrics.metric import Measure, Metric
from inclusion_core.metrics.tally import Tally
from inclusion_core.reports.report import Cell, Mark
from inclusion_core.texts import Text, lv

__all__ = [
    "NO",
    "NOT_IN_THE_DATA",
    "NUMBER",
    "OPEN",
    "UNKNOWN",
    "YES",
    "amount_cell",
    "heading",
    "not_collected",
    "open_cell",
    "percent",
    "tally_cell",
    "windowed",
]

NUMBER = lv("Skaits").en("Number")
UNKNOWN = lv("Atbilde nav zināma").en("Answer not known")
OPEN = lv("Termiņš vēl nav beidzies").en("Window still open")
NOT_IN_THE_DATA = lv("Par to datos nav nekā.").en("The data tell nothing of it.")
YES = lv("jā").en("yes")
NO = lv("nē").en("no")


def heading(metric: Metric) -> Text:
    """What a metric counts; after it the unit of an amount."""
    if metric.unit is None:
        return metric.says
    says, unit = metric.says, metric.unit
    return Text(
        lv=f"{says.lv} ({unit.lv})",
        en=f"{says.en} ({unit.en})",
        filled_in=says.filled_in or unit.filled_in,
    )


def amount_cell(value: Amount, *, unknown: int = 0) -> Cell:
    """A figure; the median of nobody is no figure."""
    return Cell(value=Mark.NOT_APPLICABLE if value is None else value, unknown=unknown)


def tally_cell(metric: Metric, tally: Tally) -> Cell:
    """What one tally comes to by the measure of its metric."""
    match metric.measure:
        case Measure.TOTAL:
            return amount_cell(tally.amount)
        case Measure.MEDIAN:
            return amount_cell(tally.median)
        case _:
            return amount_cell(tally.counted)


def not_collected(cells: int) -> tuple[Cell, ...]:
    """The cells of a row about what is not in the data at all."""
    return (Cell(value=Mark.NOT_COLLECTED),) * cells


def windowed(metrics: Iterable[Metric]) -> bool:
    """Whether any of them has a window that can be open."""
    return any(metric.settled_on is not None for metric in metrics)


def open_cell(figure: Figure) -> Cell:
    """For how many the window is open; of a metric that has none, that does not apply."""
    return amount_cell(None if figure.metric.settled_on is None else figure.open)


def percent(share: Fraction | None) -> Cell:
    """A share in percent, with one decimal place, half of one rounded up."""
    if share is None:
        return amount_cell(None)
    return amount_cell(Decimal(floor(share * 1000 + Fraction(1, 2))).scaleb(-1))
