"""The cells and headings that several kinds of tables share."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from math import floor

from inclusion_core.metrics.figures import Amount, Figure
from inclusion_core.metrics.metric import Measure, Metric
from inclusion_core.metrics.tally import Tally
from inclusion_core.reports.behind import Behind, Shows
from inclusion_core.reports.filling.counts import count_of
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
    "tally_amount",
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


def amount_cell(value: Amount, *, unknown: int = 0, behind: Behind | None = None) -> Cell:
    """A figure; the median of nobody is no figure."""
    shown = Mark.NOT_APPLICABLE if value is None else value
    return Cell(value=shown, unknown=unknown, behind=behind)


def tally_cell(metric: Metric, tally: Tally, behind: Behind, *, unknown: int = 0) -> Cell:
    """What one tally comes to by the measure of its metric."""
    return amount_cell(tally_amount(metric, tally), unknown=unknown, behind=behind)


def tally_amount(metric: Metric, tally: Tally) -> Amount:
    """The same as a number; ``None`` for the median of nobody."""
    match metric.measure:
        case Measure.TOTAL:
            return tally.amount
        case Measure.MEDIAN:
            return tally.median
        case _:
            return tally.counted


def not_collected(cells: int) -> tuple[Cell, ...]:
    """The cells of a row about what is not in the data at all."""
    return (Cell(value=Mark.NOT_COLLECTED),) * cells


def windowed(metrics: Iterable[Metric]) -> bool:
    """Whether any of them has a window that can be open."""
    return any(metric.settled_on is not None for metric in metrics)


def open_cell(figure: Figure) -> Cell:
    """For how many the window is open; of a metric that has none, that does not apply."""
    if figure.metric.settled_on is None:
        return amount_cell(None)
    return amount_cell(figure.open, behind=count_of(figure.metric, shows=Shows.OPEN))


def percent(share: Fraction | None, behind: Behind | None = None) -> Cell:
    """A share in percent, with one decimal place, half of one rounded up."""
    if share is None:
        return amount_cell(None, behind=behind)
    tenths = floor(share * 1000 + Fraction(1, 2))
    return amount_cell(Decimal(tenths).scaleb(-1), behind=behind)
