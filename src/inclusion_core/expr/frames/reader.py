"""Reads expressions for every record of a type, on tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import narwhals as nw

from inclusion_core.errors import ExpressionError
from inclusion_core.expr import nodes
from inclusion_core.expr.frames.columns import as_column, choose
from inclusion_core.expr.frames.plan import Plan
from inclusion_core.expr.frames.reductions import NONE_CODE
from inclusion_core.expr.frames.source import key_column
from inclusion_core.expr.frames.tables import Tables
from inclusion_core.expr.frames.work import Work
from inclusion_core.expr.handles import Handle
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.rows import CASE

__all__ = ["FrameReader"]


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
        self.parameters = parameters or Parameters()
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
        expressions: Mapping[str, Handle | nodes.Node],
        counts: Sequence[tuple[str, str, str]],
    ) -> list[list[tuple[str | None, int, int, int]]]:
        """How many records of a type are counted, by group.

        Args:
            record_type: What is counted.
            expressions: Conditions and codes by name, as for :meth:`read`.
            counts: For each count the names of three of them: the condition for being counted,
                the one for being asked about, the code that makes the groups (empty: one group).

        Returns:
            For each count a row for each group: code (``None`` unknown, empty absent), how many
            are counted, for how many that is unknown, how many are surely asked about.
        """
        frame = self.read(record_type, expressions)
        found: list[list[tuple[str | None, int, int, int]]] = [[] for _ in counts]
        for group in dict.fromkeys(group for *_, group in counts):
            places = [place for place, (*_, by) in enumerate(counts) if by == group]
            for row in self._summed(frame, group, [counts[place] for place in places]):
                for nth, place in enumerate(places):
                    found[place].append((row[0], *row[1 + 3 * nth : 4 + 3 * nth]))
        return found

    def _summed(
        self, frame: nw.LazyFrame[Any], group: str, counts: Sequence[tuple[str, str, str]]
    ) -> list[tuple[Any, ...]]:
        ones = [
            as_column(choose(flag, 1, 0)).alias(f"n_{nth}_{part}")
            for nth, (counted, asked, _) in enumerate(counts)
            for part, flag in (
                ("counted", nw.col(counted).fill_null(value=False)),
                ("unknown", nw.col(counted).is_null()),
                ("asked", nw.col(asked).fill_null(value=False)),
            )
        ]
        names = [
            f"n_{nth}_{part}"
            for nth in range(len(counts))
            for part in ("counted", "unknown", "asked")
        ]
        by = nw.col(group) if group else nw.lit("")
        summed = (
            frame.select(by.alias("by"), *ones)
            .group_by("by")
            .agg(*(nw.col(name).sum().cast(nw.Int64) for name in names))
        )
        rows: list[tuple[Any, ...]] = summed.select("by", *names).collect().rows()
        return rows


def _node(of: Handle | nodes.Node) -> nodes.Node:
    return of if isinstance(of, nodes.Node) else of.node


def _columns(plan: Plan, node: nodes.Node) -> list[tuple[str, Any]]:
    if isinstance(node, nodes.TruthNode):
        return [("", plan.truth(node))]
    if isinstance(node, nodes.DayNode):
        day = plan.day(node)
        return [("_earliest", day.lo), ("_latest", day.hi)]
    if isinstance(node, nodes.CodeNode):
        code = plan.code(node)
        return [("", NONE_CODE if code is None else code)]
    if isinstance(node, nodes.NumberNode):
        number = plan.number(node)
        return [("_least", number.lo), ("_most", number.hi)]
    raise ExpressionError("a row or a list is no answer", "read a field of it, or reduce it")
