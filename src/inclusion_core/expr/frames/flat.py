"""A flat table on the engine of normalised ones: a row for each record, a column for each fact.

What a reader works out as intervals and pairs of flags becomes what a table holds: ``x``, beside it
``x_unknown`` and, for a day that may be known in part, ``x_earliest`` and ``x_latest`` (see
:mod:`.tables`). The frame stays lazy, on the engine of the tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import attrs
import narwhals as nw

from inclusion_core.errors import ExpressionError
from inclusion_core.expr import nodes
from inclusion_core.expr.frames import columns as c
from inclusion_core.expr.frames.columns import ABSENT_CODE, CodeColumn, Days, Flag, Numbers
from inclusion_core.expr.frames.plan import Plan
from inclusion_core.expr.frames.reductions import NONE_CODE, NONE_DAY
from inclusion_core.expr.frames.source import field_column, key_column
from inclusion_core.expr.frames.tables import Tables
from inclusion_core.expr.frames.work import Work
from inclusion_core.expr.objects import record_type_of
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.record_columns import PARTIAL
from inclusion_core.expr.rows import CASE
from inclusion_core.expr.schema import Field
from inclusion_core.fields import FieldKind
from inclusion_core.values import ABSENT, ALWAYS, NEVER, Reason

__all__ = ["FlatColumn", "flat"]

NONE_NUMBER = nw.lit(None, dtype=nw.Int64)
NOT_ASKED = nw.lit(Reason.NOT_ASKED.value)
WITH_REASON = (FieldKind.DAY, FieldKind.CODE, FieldKind.NUMBER)


@attrs.frozen(kw_only=True)
class FlatColumn:
    """What a column of a flat table holds.

    Attributes:
        field: What it may hold, and its name.
        value: A day, a number or a code; a condition fills a field of ``yes`` and ``no``.
        known_where: Where this does not surely hold, the value is not known.
    """

    field: Field
    value: nodes.Node
    known_where: nodes.TruthNode | None = None

    @property
    def asked(self) -> tuple[nodes.Node, ...]:
        """What must be worked out for it."""
        return (self.value,) if self.known_where is None else (self.value, self.known_where)


def flat(
    tables: Tables, record_type: str, columns: Sequence[FlatColumn], parameters: Parameters
) -> nw.LazyFrame[Any]:
    """A row for each record of a type, as things stand: its id and the columns.

    Raises:
        ExpressionError: An expression is nested too deep, or mentions a row it does not bind.
        UnknownNameError: It names a field, link or parameter that is not there.
        SchemaError: A table or column that it needs is not there.
    """
    asked = [node for column in columns for node in column.asked]
    work = Work.on(asked, tables, parameters, None, reasons=True)
    plan = Plan.about(work, nodes.Variable(record_type, CASE), CASE)
    made = [part for column in columns for part in _parts(plan, column)]
    return plan.frame.select(nw.col(key_column(CASE)).alias("id"), *made)


def _parts(plan: Plan, column: FlatColumn) -> Iterator[nw.Expr]:
    """The columns of one field."""
    for suffix, part in _found(plan, column):
        yield c.as_column(part).alias(f"{column.field.name}{suffix}")


def _found(plan: Plan, column: FlatColumn) -> list[tuple[str, Any]]:
    field, node = column.field, column.value
    asked = True if column.known_where is None else plan.truth(column.known_where).sure
    why = _why(plan, node, asked)
    if isinstance(node, nodes.DayNode):
        return _day(field, plan.columns_of(plan.day(node)), asked, why)
    if isinstance(node, nodes.NumberNode):
        return _number(field, plan.columns_of(plan.number(node)), asked, why)
    code = plan.code(node) if isinstance(node, nodes.CodeNode) else _yes_no(plan, node)
    return _code(field, plan.kept(NONE_CODE if code is None else c.as_column(code)), asked, why)


def _yes_no(plan: Plan, node: nodes.Node) -> CodeColumn:
    if not isinstance(node, nodes.TruthNode):
        raise ExpressionError("a row or a list is no answer", "read a field of it, or reduce it")
    truth = plan.truth(node)
    code: CodeColumn = c.choose(truth.sure, "yes", c.choose(truth.possible, NONE_CODE, "no"))
    return code


def _why(plan: Plan, node: nodes.Node, asked: Flag) -> nw.Expr:
    """Why there is no answer, where there is none: a field of a record tells, all else does not."""
    if isinstance(node, nodes.FieldNode):
        schema = plan.work.tables.schema
        kind = schema[record_type_of(node.row, schema)].field(node.name).kind
        if kind in WITH_REASON:
            why = nw.col(field_column(str(plan.prefix(node.row)), node.name, "why"))
            told: nw.Expr = nw.when(why != "").then(why).otherwise(NOT_ASKED)
            return c.as_column(c.choose(asked, told, NOT_ASKED))
    return NOT_ASKED


def _day(field: Field, day: Days, asked: Flag, why: nw.Expr) -> list[tuple[str, Any]]:
    exact = True if day.exact else c.at_most(day.hi, day.lo)
    is_never = c.at_most(NEVER, day.lo)
    known = c.both(asked, c.both(exact, c.not_flag(is_never)))
    parts = [("", c.choose(known, day.lo, NONE_DAY))]
    if day.exact and asked is True and field.empty is ABSENT:
        return parts  # an empty cell alone says all
    settled = c.both(asked, exact) if field.may_be_absent else known
    if day.exact or not field.may_be_partial:
        return [*parts, ("_unknown", c.choose(settled, NONE_CODE, why))]
    narrower = c.either(c.not_flag(c.at_most(day.lo, ALWAYS)), c.not_flag(c.at_most(NEVER, day.hi)))
    partial = c.both(asked, c.both(c.not_flag(exact), narrower))
    return [
        *parts,
        ("_unknown", c.choose(settled, NONE_CODE, c.choose(partial, nw.lit(PARTIAL), why))),
        ("_earliest", c.choose(partial, day.lo, NONE_DAY)),
        ("_latest", c.choose(partial, day.hi, NONE_DAY)),
    ]


def _number(field: Field, number: Numbers, asked: Flag, why: nw.Expr) -> list[tuple[str, Any]]:
    fits = c.both(c.at_most(field.bounds.least, number.lo), c.at_most(number.hi, field.bounds.most))
    exact = True if number.exact else c.at_most(number.hi, number.lo)
    known = c.both(asked, c.both(exact, fits))
    return [
        ("", c.choose(known, number.lo, NONE_NUMBER)),
        ("_unknown", c.choose(known, NONE_CODE, why)),
    ]


def _code(field: Field, code: nw.Expr, asked: Flag, why: nw.Expr) -> list[tuple[str, Any]]:
    known = c.both(asked, (code != ABSENT_CODE).fill_null(value=False))
    settled = c.both(asked, ~code.is_null()) if field.may_be_absent else known
    return [
        ("", c.choose(known, code, NONE_CODE)),
        ("_unknown", c.choose(settled, NONE_CODE, why)),
    ]
