"""Reads expressions for every record of a type, on tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeAlias

import attrs
import narwhals as nw

from inclusion_core.errors import ExpressionError
from inclusion_core.expr import nodes
from inclusion_core.expr.frames.columns import (
    CodeColumn,
    Flag,
    Numbers,
    TruthColumn,
    as_column,
    at_most,
    both,
    choose,
    not_flag,
)
from inclusion_core.expr.frames.engines import worked_out
from inclusion_core.expr.frames.plan import Plan
from inclusion_core.expr.frames.reductions import NONE_CODE
from inclusion_core.expr.frames.source import key_column
from inclusion_core.expr.frames.tables import Tables
from inclusion_core.expr.frames.work import Work
from inclusion_core.expr.handles import CodeExpression, Condition, Handle, NumberExpression
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.rows import CASE

__all__ = ["CellTally", "Count", "FrameReader", "TalliedCell"]


class Count(NamedTuple):
    """A count, in the names of conditions and of a number.

    Attributes:
        counted: The condition for being counted.
        asked: The condition for being asked about; what is counted must be asked about.
        settled: The condition under which the answer stands; empty where it always does.
        amount: The number that is added up over the counted; empty for none.
    """

    counted: str
    asked: str
    settled: str = ""
    amount: str = ""


class CellTally(NamedTuple):
    """What one count comes to in one cell.

    Attributes:
        counted: How many are counted.
        unknown: For how many it is not known whether they are asked about or counted.
        asked: How many are surely asked about.
        open: How many may be asked about, and the answer does not surely stand.
        amount: What the known amounts of the counted add up to.
        amount_unknown: How many of the counted have no known amount.
    """

    counted: int
    unknown: int
    asked: int
    open: int = 0
    amount: int = 0
    amount_unknown: int = 0


class TalliedCell(NamedTuple):
    """One cell: its place on each axis, and what each count comes to in it.

    Attributes:
        keys: A code (``None`` unknown, empty absent) or a number (``None`` unknown) for each axis.
        tallies: In the order of the counts.
    """

    keys: tuple[str | int | None, ...]
    tallies: tuple[CellTally, ...]


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
        axes: Mapping[str, CodeExpression[Any] | NumberExpression],
        counts: Sequence[Count],
        amounts: Mapping[str, NumberExpression] | None = None,
    ) -> list[TalliedCell]:
        """How many records of a type are counted, in the finest cells of all axes together.

        Records about which no count asks are left out as early as possible.

        Args:
            record_type: What is counted.
            conditions: Conditions by name.
            axes: Codes and numbers that make cells, by name.
            counts: What to count, in these names.
            amounts: Numbers to add up, by name.

        Returns:
            The cells with any record in them. Raises as :meth:`read` does.
        """
        if not counts:
            return []
        numbers = dict(amounts or {})
        handles: list[Handle] = [*conditions.values(), *axes.values(), *numbers.values()]
        work = Work.on([each.node for each in handles], self.tables, self.parameters, self.known_on)
        plan = Plan.about(work, nodes.Variable(record_type, CASE), CASE)
        plan.start_from(conditions[count.asked].node for count in counts)
        asked = list(dict.fromkeys(conditions[count.asked].node for count in counts))
        plan.stage(asked)
        first = dict.fromkeys(work.beginnings.shortest(node) for node in asked)
        plan.keep([plan.truth(node).possible for node in first])
        plan.stage(each.node for each in handles)
        truths = {name: plan.truth(of.node) for name, of in conditions.items()}
        for count in counts:
            universe, where = conditions[count.asked].node, conditions[count.counted].node
            truths[count.counted] = plan.truth_within(universe, where)
        keys = {f"by_{name}": _key_column(plan, of) for name, of in axes.items()}
        exact = {name: _exact(plan.number(of.node)) for name, of in numbers.items()}
        sums = Sums()
        parts = [
            {
                name: sums.of(column, known=name == "known")
                for name, column in _summed(count, truths, exact).items()
            }
            for count in counts
        ]
        frame = plan.frame.select(
            nw.col(key_column(CASE)),
            *(as_column(column).alias(name) for name, column in sums.columns.items()),
            *(as_column(column).alias(name) for name, column in keys.items()),
        )
        found = _cells(frame, list(keys), sums)
        tallies = zip(*(_tallied(found, its) for its in parts), strict=True)
        codes = zip(*(found[key] for key in keys), strict=True) if keys else [()]
        return [TalliedCell(*cell) for cell in zip(codes, tallies, strict=True)]


@attrs.define
class Sums:
    """The columns that are added up, each once, however many counts ask for it.

    Attributes:
        columns: The columns by the name of their sum; what is the same in every row is 1 or 0.
        names: Their names, by the identity of the column.
        known: The names of columns of which it is counted in how many rows they are not null.
    """

    columns: dict[str, Any] = attrs.field(factory=dict)
    names: dict[object, str] = attrs.field(factory=dict)
    known: list[str] = attrs.field(factory=list)

    def of(self, column: Any, *, known: bool = False) -> str:
        """The name under which the sum of a column is found, or in how many rows it is known."""
        key = id(column) if isinstance(column, nw.Expr) else int(column)
        if key not in self.names:
            self.names[key] = f"sum_{len(self.names)}"
            self.columns[self.names[key]] = column
        name = self.names[key]
        if known:
            self.known.append(name)
            return f"known_{name}"
        return name


Columns: TypeAlias = Mapping[str, list[Any]]


def _summed(
    count: Count, truths: Mapping[str, TruthColumn], exact: Mapping[str, tuple[Flag, Any]]
) -> dict[str, Any]:
    """The columns whose sums make one tally: 1 for each record that is to be counted there."""
    counted, asked = truths[count.counted], truths[count.asked]
    found: dict[str, Any] = {}
    stands: Flag = True
    if count.settled:
        stands = truths[count.settled].sure
        found["open"] = both(asked.possible, not_flag(stands))
    whole = both(stands, counted.as_whole())
    found["counted"] = sure = whole
    if not counted.exact:
        found["known"] = whole
    found["asked"] = both(asked.sure, stands)
    if count.amount:
        known, amount = exact[count.amount]
        found["amount"] = choose(both(sure, known), amount, 0)
        found["amount_unknown"] = both(sure, not_flag(known))
    return found


def _exact(number: Numbers) -> tuple[Flag, Any]:
    """Whether a number is known, and the number."""
    return (True if number.exact else at_most(number.hi, number.lo)), number.lo


def _key_column(plan: Plan, of: CodeExpression[Any] | NumberExpression) -> Any:
    if isinstance(of, CodeExpression):
        return _code_column(plan.code(of.node))
    known, number = _exact(plan.number(of.node))
    return choose(known, number, nw.lit(None, dtype=nw.Int64))


def _cells(frame: nw.LazyFrame[Any], axes: Sequence[str], asked: Sums) -> Columns:
    """The finest cells: for each combination of codes, the sum of each column."""
    sums, known = asked.columns, dict.fromkeys(asked.known)
    if frame.implementation.is_pyspark():  # it adds up no flags
        frame = frame.with_columns(nw.col(name).cast(nw.Int64) for name in sums)
    summed = [nw.len().alias("rows"), *(nw.col(name).sum() for name in sums)]
    summed += [nw.col(name).count().alias(f"known_{name}") for name in known]
    grouped = frame.group_by(*axes).agg(*summed) if axes else frame.select(*summed)
    # DuckDB sums to a wider type, and pyarrow casts nothing while it aggregates.
    grouped = grouped.with_columns(nw.col(name).cast(nw.Int64) for name in sums)
    return worked_out(grouped, streaming=True).to_dict(as_series=False)


def _tallied(found: Columns, names: Mapping[str, str]) -> list[CellTally]:
    """What one count comes to in each cell."""
    nothing = [0] * len(found["rows"])

    def of(name: str) -> list[int]:
        if name not in names:
            return nothing
        return [each or 0 for each in found[names[name]]]  # some engines add up no rows to null

    unknown = nothing
    if "known" in names:
        unknown = [rows - known for rows, known in zip(found["rows"], of("known"), strict=True)]
    rest = map(of, ("asked", "open", "amount", "amount_unknown"))
    return list(map(CellTally, of("counted"), unknown, *rest))


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
