"""The tables that a form may ask for, as values: what stands in the rows and in the columns."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from inclusion_core.metrics.metric import Axis, Metric
from inclusion_core.reports.tables.figures import BreakdownTable, CrossTable, FigureTable
from inclusion_core.reports.tables.gaps import GapsTable
from inclusion_core.reports.tables.inequalities import InequalityTable
from inclusion_core.reports.tables.lists import ListColumn, ListTable
from inclusion_core.reports.tables.money import MoneyTable
from inclusion_core.reports.tables.pairs import Pair, PairTable
from inclusion_core.reports.tables.rates import RateTable
from inclusion_core.reports.tables.targets import TargetTable

__all__ = [
    "BreakdownTable",
    "CrossTable",
    "FigureTable",
    "GapsTable",
    "InequalityTable",
    "ListColumn",
    "ListTable",
    "MoneyTable",
    "Pair",
    "PairTable",
    "RateTable",
    "TableForm",
    "TargetTable",
    "axes_of",
    "metrics_of",
]

TableForm: TypeAlias = (
    FigureTable
    | BreakdownTable
    | CrossTable
    | RateTable
    | InequalityTable
    | PairTable
    | GapsTable
    | ListTable
    | MoneyTable
    | TargetTable
)


def metrics_of(form: TableForm) -> tuple[Metric, ...]:
    """The metrics whose figures a table shows."""
    match form:
        case FigureTable() | CrossTable() | InequalityTable() | TargetTable():
            return form.metrics
        case BreakdownTable():
            return (form.metric,)
        case RateTable():
            return tuple(metric for rate in form.rates for metric in (rate.of, rate.among))
        case PairTable():
            return tuple(metric for pair in form.pairs for metric in (pair.one, pair.other))
        case GapsTable() | MoneyTable() | ListTable():
            return ()
        case _:
            assert_never(form)


def axes_of(form: TableForm) -> tuple[Axis, ...]:
    """By what the figures of a table are broken down, besides what their metrics say.

    Each axis is for the metrics that it is about.
    """
    match form:
        case CrossTable():
            return (form.by,)
        case RateTable():
            return () if form.by is None else (form.by,)
        case InequalityTable() | TargetTable():
            return form.by
        case _:
            return ()
