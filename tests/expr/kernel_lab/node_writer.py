"""Writes random expressions node by node, well typed, with a new variable for each list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from typing import Any, TypeAlias, TypeVar

from hypothesis import strategies as st

from inclusion_core.expr import nodes
from inclusion_core.expr.clauses import Clause
from inclusion_core.expr.rows import EACH
from inclusion_core.fields import FieldKind
from inclusion_core.texts import Text
from kernel_lab.choices import (
    CODE_PARAMETERS,
    DAY_PARAMETERS,
    FIELDS,
    LEAP_DAYS,
    LISTS,
    LITERAL_DAYS,
    LITERAL_NUMBERS,
    NUMBER_PARAMETERS,
    REASONS,
    SHIFTS,
    likely_codes,
)

Scope: TypeAlias = tuple[nodes.Variable, ...]
"""The record asked about and the records of lists around, innermost last."""
PickT = TypeVar("PickT")


class NodeWriter:
    """Puts random nodes together.

    Attributes:
        about_knowing: Whether it may ask whether something is known: not where more knowledge
            must never change a settled answer.
    """

    def __init__(self, draw: st.DrawFn, *, about_knowing: bool = True) -> None:
        self.draw = draw
        self.about_knowing = about_knowing
        self.fresh = count(1)

    def write(
        self,
        leaves: Sequence[Callable[..., PickT]],
        deeper: Sequence[Callable[..., PickT]],
        scope: Any,
        size: int,
    ) -> PickT:
        """Write one of these; the more room there is, the less likely a leaf."""
        choices = [*leaves, *(each for _ in range(size) for each in deeper)]
        return choices[self.draw(st.integers(0, len(choices) - 1))](scope, size - 1)

    def several(
        self, write: Callable[..., PickT], scope: Scope, size: int, *, least: int = 0
    ) -> tuple[PickT, ...]:
        return tuple(write(scope, size) for _ in range(self.draw(st.integers(least, 3))))

    # Rows and lists.

    def variable(self, scope: Scope) -> nodes.Variable:
        return self.draw(st.sampled_from((scope[-1], scope[-1], *scope)))

    def field(self, scope: Scope, kind: FieldKind) -> nodes.FieldNode:
        start = self.variable(scope)
        row: nodes.RowNode = start
        way, name = self.draw(st.sampled_from(FIELDS[start.record_type][kind]))
        for link in way:
            row = nodes.Hop(row, link)
        written = {
            FieldKind.DAY: nodes.DayField,
            FieldKind.CODE: nodes.CodeField,
            FieldKind.NUMBER: nodes.NumberField,
        }
        return written[kind](row, name)

    def related(self, scope: Scope, size: int) -> tuple[nodes.Related, Scope]:
        start = self.variable(scope)
        owner: nodes.RowNode = start
        way, path, to = self.draw(st.sampled_from(LISTS[start.record_type]))
        for link in way:
            owner = nodes.Hop(owner, link)
        through = self.day(scope, size - 1) if self.draw(st.integers(0, 4)) == 4 else None
        variable = nodes.Variable(to, f"{EACH}{next(self.fresh)}")
        inner = (*scope, variable)
        where = self.truth(inner, size - 1) if self.draw(st.booleans()) else nodes.NO_CONDITION
        return nodes.Related(owner, path, variable, where, through), inner

    # Days.

    def day(self, scope: Scope, size: int) -> nodes.DayNode:
        leaves = [self.day_field, self.day_literal, self.day_parameter]
        deeper = [self.shifted, self.extreme, self.related_day, self.related_day]
        return self.write(leaves, deeper, scope, size)

    def day_field(self, scope: Scope, size: int) -> nodes.DayField:
        field = self.field(scope, FieldKind.DAY)
        assert isinstance(field, nodes.DayField)
        return field

    def day_literal(self, scope: Scope, size: int) -> nodes.DayLiteral:
        return nodes.DayLiteral(self.draw(LITERAL_DAYS))

    def day_parameter(self, scope: Scope, size: int) -> nodes.DayParameter:
        return nodes.DayParameter(self.draw(st.sampled_from(DAY_PARAMETERS)))

    def shifted(self, scope: Scope, size: int) -> nodes.Shifted:
        return nodes.Shifted(self.day(scope, size), *self.draw(SHIFTS))

    def extreme(self, scope: Scope, size: int) -> nodes.Extreme:
        return nodes.Extreme(self.several(self.day, scope, size, least=1), self.draw(st.booleans()))

    def related_day(self, scope: Scope, size: int) -> nodes.RelatedDay:
        related, inner = self.related(scope, size)
        return nodes.RelatedDay(related, self.day(inner, size - 1), self.draw(st.booleans()))

    # Codes.

    def code(self, scope: Scope, size: int) -> nodes.CodeNode:
        deeper = [self.only_code, self.latest_code]
        return self.write([self.code_field], deeper, scope, size)

    def code_field(self, scope: Scope, size: int) -> nodes.CodeField:
        field = self.field(scope, FieldKind.CODE)
        assert isinstance(field, nodes.CodeField)
        return field

    def only_code(self, scope: Scope, size: int) -> nodes.OnlyCode:
        related, inner = self.related(scope, size)
        return nodes.OnlyCode(related, self.code(inner, size - 1))

    def latest_code(self, scope: Scope, size: int) -> nodes.LatestCode:
        related, inner = self.related(scope, size)
        return nodes.LatestCode(related, self.code(inner, size - 1), self.day(inner, size - 1))

    # Numbers.

    def number(self, scope: Scope, size: int) -> nodes.NumberNode:
        leaves = [self.number_field, self.number_literal, self.number_parameter]
        deeper = [self.count, self.sum, self.completed_years]
        return self.write(leaves, deeper, scope, size)

    def number_field(self, scope: Scope, size: int) -> nodes.NumberField:
        field = self.field(scope, FieldKind.NUMBER)
        assert isinstance(field, nodes.NumberField)
        return field

    def number_literal(self, scope: Scope, size: int) -> nodes.NumberLiteral:
        return nodes.NumberLiteral(self.draw(LITERAL_NUMBERS))

    def number_parameter(self, scope: Scope, size: int) -> nodes.NumberParameter:
        return nodes.NumberParameter(self.draw(st.sampled_from(NUMBER_PARAMETERS)))

    def count(self, scope: Scope, size: int) -> nodes.Count:
        return nodes.Count(self.related(scope, size)[0])

    def sum(self, scope: Scope, size: int) -> nodes.Sum:
        related, inner = self.related(scope, size)
        return nodes.Sum(related, self.number(inner, size - 1))

    def completed_years(self, scope: Scope, size: int) -> nodes.CompletedYears:
        since, on = self.day(scope, size), self.day(scope, size)
        return nodes.CompletedYears(since, on, self.draw(LEAP_DAYS))

    # Truths.

    def truth(self, scope: Scope, size: int) -> nodes.TruthNode:
        leaves = [self.not_after, self.is_in, self.at_most]
        leaves += [self.is_known] if self.about_knowing else []
        deeper = [self.exists, self.exists, self.negated, self.joined, self.at_least, self.named]
        return self.write(leaves, deeper, scope, size)

    def not_after(self, scope: Scope, size: int) -> nodes.NotAfter:
        return nodes.NotAfter(self.day(scope, size), self.day(scope, size))

    def at_most(self, scope: Scope, size: int) -> nodes.AtMost:
        return nodes.AtMost(self.number(scope, size), self.number(scope, size))

    def is_in(self, scope: Scope, size: int) -> nodes.IsIn:
        code = self.code(scope, size)
        named = st.sampled_from(CODE_PARAMETERS)
        listed = st.frozensets(st.sampled_from(likely_codes(code)), max_size=3)
        return nodes.IsIn(code, self.draw(listed | named))

    def is_known(self, scope: Scope, size: int) -> nodes.IsKnown:
        kind = self.draw(st.sampled_from([FieldKind.DAY, FieldKind.CODE, FieldKind.NUMBER]))
        return nodes.IsKnown(self.field(scope, kind), self.draw(REASONS))

    def exists(self, scope: Scope, size: int) -> nodes.Exists:
        return nodes.Exists(self.related(scope, size)[0])

    def negated(self, scope: Scope, size: int) -> nodes.Not:
        return nodes.Not(self.truth(scope, size))

    def named(self, scope: Scope, size: int) -> nodes.Named:
        clause = Clause(id=f"clause-{next(self.fresh)}", says=Text.same("?"))
        return nodes.Named(clause, self.truth(scope, size))

    def joined(self, scope: Scope, size: int) -> nodes.AllOf | nodes.AnyOf:
        parts = self.several(self.truth, scope, size)
        return self.draw(st.sampled_from([nodes.AllOf, nodes.AnyOf]))(parts)

    def at_least(self, scope: Scope, size: int) -> nodes.AtLeast:
        parts = self.several(self.truth, scope, size)
        return nodes.AtLeast(self.draw(st.integers(0, len(parts) + 1)), parts)
