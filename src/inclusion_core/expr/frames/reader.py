"""Reads expressions for every record of a type, on tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeAlias

import narwhals as nw

from inclusion_core.errors import ExpressionError
from inclusion_core.expr import nodes
from inclusion_core.expr.frames.columns import CodeColumn, as_column, choose
from inclusion_core.expr.frames.plan import Plan
from inclusion_core.expr.frames.reductions import NONE_CODE
from inclusion_core.expr.frames.source import key_column
from inclusion_core.expr.frames.tables import Tables
from inclusion_core.expr.frames.work import Work
from inclusion_core.expr.handles import CodeExpression, Condition, Handle
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.rows import CASE

__all__ = ["Count", "FrameReader"]


class Count(NamedTuple):
    """A count, in the names of conditions and of an axis.

    Attributes:
        counted: The condition for being counted.
        asked: The condition for being asked about; what is counted must be asked about.
        by: The code that makes the groups; empty for one group.
    """

    counted: str
    asked: str
    by: str = ""


class FrameReader:
    """Reads expressions about all records of a type in one pass.

    Args:
        tables: The tables that the expressions may reach.
        parameters: What the asker gives by name.
        known_on: The day up to which the tables are known; ``None`` reads them as things stand.
    """

    def __init__(
        self,
        tables: Tables,
        *,
        parameters: Parameters | None = None,
        known_on: date | None = None,
    ) -> None:
        self.tables = tables
        self.parameters: Parameters = parameters or Parameters()
        self.known_on = known_on

    def read(
        self, record_type: str, expressions: Mapping[str, Handle | nodes.Node]
    ) -> nw.LazyFrame[Any]:
        """A lazy frame with a row for each record of a type, and what each expression is for it.

        Columns are ``id`` and, for an expression named ``x``:

        - a condition: ``x``, true, false or null for unknown,
        - a day: ``x_earliest`` and ``x_latest``; the years 1000 and 9000 are *any earlier day* and
          *never*,
        - a number: ``x_least`` and ``x_most``,
        - a code: ``x``, null for unknown, an empty text for absent.

        Raises:
            ExpressionError: An expression is nested too deep, or mentions a row it does not bind.
            UnknownNameError: It names a field, link or parameter that is not there.
            SchemaError: A table that it needs is not there.
        """
        wanted = {name: _node(of) for name, of in expressions.items()}
        work = Work.on(list(wanted.values()), self.tables, self.parameters, self.known_on)
        plan = Plan.about(work, nodes.Variable(record_type, CASE), CASE)
        columns = [nw.col(key_column(CASE)).alias("id")]
        for name, node in wanted.items():
            columns += [
                as_column(column).alias(f"{name}{suffix}")
                for suffix, column in _columns(plan, node)
            ]
        return plan.frame.select(*columns)

    def tally(
        self,
        record_type: str,
        conditions: Mapping[str, Condition],
        axes: Mapping[str, CodeExpression[Any]],
        counts: Sequence[Count],
    ) -> list[list[Group]]:
        """How many records of a type are counted, by group.

        Records about which no count asks are left out as early as possible.

        Args:
            record_type: What is counted.
            conditions: Conditions by name.
            axes: Codes that make groups, by name.
            counts: What to count, in these names.

        Returns:
            For each count a row for each group: code (``None`` unknown, empty absent), how many
            are counted, for how many that is unknown, how many are surely asked about. Raises as
            :meth:`read` does.
        """
        if not counts:
            return []
        work = Work.on(
            [*(of.node for of in conditions.values()), *(of.node for of in axes.values())],
            self.tables,
            self.parameters,
            self.known_on,
        )
        plan = Plan.about(work, nodes.Variable(record_type, CASE), CASE)
        plan.start_from(conditions[count.asked].node for count in counts)
        plan.keep([plan.truth(conditions[count.asked].node).possible for count in counts])
        truths = {name: plan.truth(of.node) for name, of in conditions.items()}
        codes = {name: _code_column(plan.code(of.node)) for name, of in axes.items()}
        flags = {
            f"{name}_{part}": flag
            for name, truth in truths.items()
            for part, flag in (("sure", truth.sure), ("possible", truth.possible))
        }
        frame = plan.frame.select(
            nw.col(key_column(CASE)),
            *(as_column(choose(flag, 1, 0)).alias(name) for name, flag in flags.items()),
            *(code.alias(f"by_{name}") for name, code in codes.items()),
        )
        cells = _cells(frame, [f"by_{name}" for name in codes], list(flags))
        return [_tallied(cells, count) for count in counts]


Cell: TypeAlias = Mapping[str, Any]
Group: TypeAlias = tuple[str | None, int, int, int]


def _cells(frame: nw.LazyFrame[Any], axes: Sequence[str], flags: Sequence[str]) -> Sequence[Cell]:
    """The finest cells: for each combination of codes, how often each flag holds."""
    sums = [nw.col(name).sum().cast(nw.Int64) for name in flags]
    summed = frame.group_by(*axes).agg(*sums) if axes else frame.select(*sums)
    streaming: dict[str, Any] = {"engine": "streaming"} if frame.implementation.is_polars() else {}
    return summed.collect(**streaming).rows(named=True)


def _tallied(cells: Sequence[Cell], count: Count) -> list[Group]:
    """One count, added up over the codes that it is not broken down by."""
    groups: dict[str | None, Group] = {}
    for cell in cells:
        code: str | None = cell[f"by_{count.by}"] if count.by else ""
        sure, possible, asked = (
            cell[flag] or 0
            for flag in (
                f"{count.counted}_sure",
                f"{count.counted}_possible",
                f"{count.asked}_sure",
            )
        )
        _, counted, unknown, asked_before = groups.get(code, (code, 0, 0, 0))
        groups[code] = (code, counted + sure, unknown + possible - sure, asked_before + asked)
    return list(groups.values())


def _code_column(code: CodeColumn) -> nw.Expr:
    return NONE_CODE if code is None else as_column(code)


def _node(of: Handle | nodes.Node) -> nodes.Node:
    return of if isinstance(of, nodes.Node) else of.node


def _columns(plan: Plan, node: nodes.Node) -> list[tuple[str, Any]]:
    if isinstance(node, nodes.TruthNode):
        return [("", plan.truth(node))]
    if isinstance(node, nodes.DayNode):
        day = plan.day(node)
        return [("_earliest", day.lo), ("_latest", day.hi)]
    if isinstance(node, nodes.CodeNode):
        return [("", _code_column(plan.code(node)))]
    if isinstance(node, nodes.NumberNode):
        number = plan.number(node)
        return [("_least", number.lo), ("_most", number.hi)]
    raise ExpressionError("a row or a list is no answer", "read a field of it, or reduce it")
