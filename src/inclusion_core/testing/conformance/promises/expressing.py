"""Whether what is declared can be written as JSON, handed on, and read back as it was."""

from __future__ import annotations

from collections.abc import Iterator

from inclusion_core.errors import InclusionError
from inclusion_core.expr.handles import CodeExpression, Condition, DayExpression, NumberExpression
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.parts import parts_in
from inclusion_core.wire.expressions import expression_json, read_expression

__all__ = ["EXPRESSIONS_COME_BACK"]

EXPRESSIONS = (Condition, DayExpression, CodeExpression, NumberExpression)


def _lost(given: Given) -> Iterator[Broken]:
    for part in parts_in(given):
        if isinstance(part.value, EXPRESSIONS):
            try:
                same = read_expression(expression_json(part.value)).node == part.value.node
            except InclusionError as fault:
                yield Broken(part.about, f"its {part.name} cannot be written as JSON: {fault}")
                continue
            if not same:
                yield Broken(
                    part.about,
                    f"its {part.name} is read back from JSON as something else; build it from "
                    "expressions, codes and days of the library alone",
                )


EXPRESSIONS_COME_BACK = Conformance(
    "expressions-come-back-from-json",
    "Every condition, day, code and number is read back from JSON as it was written.",
    _lost,
)
