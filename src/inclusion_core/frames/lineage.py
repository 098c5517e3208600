"""From a figure back to the register: the facts that were counted, and who is behind a figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import narwhals as nw

from inclusion_core.expr.frames import FrameReader
from inclusion_core.expr.handles import CodeExpression, Condition, day
from inclusion_core.facts.building import counted_tables
from inclusion_core.facts.table import FactsTable
from inclusion_core.frames.asking import Asked
from inclusion_core.frames.breaking_down import axes_of
from inclusion_core.frames.registers import Register
from inclusion_core.metrics.metric import Axis, Metric
from inclusion_core.periods import Period

__all__ = ["facts", "members"]


def facts(  # noqa: PLR0913  all that facts depend on
    register: Register,
    table: FactsTable,
    *,
    period: Period | None = None,
    status_day: date | None = None,
    known_on: date | None = None,
    assumptions: Mapping[str, int] | None = None,
) -> Any:
    """The rows of a facts table, as a lazy frame of the register's engine.

    A register that holds the table already gives it as it is; of normalised tables it is worked
    out. Beside a column ``x`` can stand ``x_unknown``, with the reason; both null is absent.

    Args:
        register: Of whom.
        table: Which facts.
        period: For a table whose columns ask for the days of a period.
        status_day: For a table that asks what holds "now".
        known_on: The day on which two clients must be known to be one person; ``None`` takes every
            link. The facts themselves are read as things stand.
        assumptions: What to assume other than by default, by the id of the assumption.

    Returns:
        A Polars LazyFrame, a DuckDB relation, a PySpark DataFrame or a pyarrow Table.

    Raises:
        AssumptionError: A value is none of those that may be assumed, or of no assumption here.
        SchemaError: The register lacks a table or column that is asked for.
    """
    asked = Asked.of(table.assumes, period=period, status_day=status_day, values=assumptions)
    found = counted_tables(table, register.known(known_on), asked.parameters)
    return found.frame(table.record_type.name).to_native()


def members(  # noqa: PLR0913  all that a figure depends on
    register: Register,
    metric: Metric,
    *,
    period: Period,
    status_day: date | None = None,
    known_on: date | None = None,
    by: Iterable[Axis | str] = (),
    assumptions: Mapping[str, int] | None = None,
) -> Any:
    """Who is behind a figure: the ids of those counted, not known and open, as a lazy frame.

    Asked with what the figure was computed with, it has as many rows of each kind as the figure
    says. The ids are those of the register: it is for those who may see them.

    Args:
        register: Of whom.
        metric: Of which figure.
        period: The period reported on.
        status_day: The day that "now" stands for; by default the last day of the period.
        known_on: The day up to which the register is known; ``None`` reads it as things stand.
        by: The codes to stand beside each id: axes, or names of columns that hold codes.
        assumptions: What to assume other than by default, by the id of the assumption.

    Returns:
        A frame of the register's engine: ``id``; ``state``, which is ``counted``, ``unknown`` or
        ``open``; and for an axis ``x`` the columns ``x`` and ``x_unknown``, as figures have them.

    Raises:
        UnknownNameError: A column is not there; near names are listed.
        AssumptionError: A value is none of those that may be assumed, or of no assumption here.
        SchemaError: The register lacks a table or column that is asked for.
    """
    axes = axes_of(by, (metric,), register.recorded.schema)
    asked = Asked.of(
        metric.all_assumptions,
        period=period,
        status_day=status_day,
        known_on=known_on,
        values=assumptions,
    )
    tables = counted_tables(metric.table, register.known(known_on), asked.parameters)
    reader = FrameReader(tables, parameters=asked.parameters, known_on=known_on)
    codes = {f"axis_{place}": axis.code for place, axis in enumerate(axes)}
    wanted: dict[str, Condition | CodeExpression[Any]] = {**_conditions(metric, known_on), **codes}
    read = reader.read(metric.subject.record_type, wanted)
    columns = [_state(read).alias("state")]
    for name, axis in zip(codes, axes, strict=True):
        code = nw.col(name)
        columns.append(nw.when(code != "").then(code).alias(axis.id))
        columns.append(code.is_null().alias(f"{axis.id}_unknown"))
    found = read.select("id", *columns).filter(~nw.col("state").is_null())
    return found.to_native()


def _conditions(metric: Metric, known_on: date | None) -> dict[str, Condition]:
    asked = {
        "asked": metric.universe,
        "counted": metric.universe & metric.where,
    }
    if metric.settled_on is not None and known_on is not None:
        asked["settled"] = metric.settled_on <= day(known_on)
    return asked


def _state(read: nw.LazyFrame[Any]) -> nw.Expr:
    """What a subject is for a figure; null for one that it leaves out."""
    counted = nw.col("counted")
    state = nw.when(counted.fill_null(value=True)).then(
        nw.when(counted.is_null()).then(nw.lit("unknown")).otherwise(nw.lit("counted"))
    )
    if "settled" not in read.collect_schema().names():
        return state
    stands = nw.col("settled").fill_null(value=False)
    is_open = nw.col("asked").fill_null(value=True) & ~stands
    return nw.when(is_open).then(nw.lit("open")).otherwise(state)
