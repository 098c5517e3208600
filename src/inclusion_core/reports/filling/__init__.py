"""Filling in: from what was counted and found, the tables that a form asks for."""

from __future__ import annotations

from typing import assert_never

from inclusion_core.reports.filling.crossing import crossed
from inclusion_core.reports.filling.figures import breakdown, figure_table, pair_table
from inclusion_core.reports.filling.found import Found
from inclusion_core.reports.filling.gaps import gap_tables
from inclusion_core.reports.filling.inequalities import inequality_table
from inclusion_core.reports.filling.lists import list_table
from inclusion_core.reports.filling.money import money_tables
from inclusion_core.reports.filling.rates import rate_table
from inclusion_core.reports.filling.targets import target_table
from inclusion_core.reports.report import Table
from inclusion_core.reports.tables import (
    BreakdownTable,
    CrossTable,
    FigureTable,
    GapsTable,
    InequalityTable,
    ListTable,
    MoneyTable,
    PairTable,
    RateTable,
    TableForm,
    TargetTable,
)

__all__ = ["filled_in"]


def filled_in(form: TableForm, found: Found) -> tuple[Table, ...]:
    """The table, or the tables, that a form of one asks for."""
    match form:
        case FigureTable():
            return (figure_table(form, found),)
        case BreakdownTable():
            return (breakdown(form, found),)
        case CrossTable():
            return (crossed(form, found),)
        case RateTable():
            return (rate_table(form, found),)
        case InequalityTable():
            return (inequality_table(form, found),)
        case PairTable():
            return (pair_table(form, found),)
        case GapsTable():
            return gap_tables(form, found)
        case ListTable():
            return (list_table(form, found),)
        case TargetTable():
            return (target_table(form, found),)
        case MoneyTable():
            return money_tables(form, found)
        case _:
            assert_never(form)
