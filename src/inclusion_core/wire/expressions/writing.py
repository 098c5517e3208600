"""Writes values as objects of the JSON form; what is left out is at its default."""

from __future__ import annotations

from typing import Any, assert_never

from inclusion_core.errors import ExpressionError
from inclusion_core.expr import nodes
from inclusion_core.wire.expressions.forms import FORM_OF
from inclusion_core.wire.expressions.parts import (
    Holds,
    Inside,
    Leaf,
    Listed,
    ObjectForm,
    OneOf,
)
from inclusion_core.wire.expressions.reading import MOST_PARTS

__all__ = ["node_json"]


def node_json(node: nodes.Node) -> dict[str, object]:
    """A node as JSON values; what it holds twice is written twice.

    Raises:
        ExpressionError: It is nested too deep, or too large.
    """
    nodes.checked_depth(node)
    return _Writer().written(FORM_OF[type(node)], node)


class _Writer:
    """Writes one expression, and counts its nodes."""

    def __init__(self) -> None:
        self.parts = 0

    def written(self, form: ObjectForm, value: object) -> dict[str, object]:
        """A value as an object of a form."""
        self.parts += form.made in nodes.NODE_CLASSES
        if self.parts > MOST_PARTS:
            raise ExpressionError(
                f"an expression of more than {MOST_PARTS} parts is not written",
                "divide it into several",
            )
        head: dict[str, object] = {"kind": form.kind} if form.kind else {}
        inside = ((part, getattr(value, part.name)) for part in form.parts)
        return head | {
            part.name: self.value(part.holds, held)
            for part, held in inside
            if part.required or held != part.default
        }

    def value(self, holds: Holds, value: Any) -> object:
        """What stands behind a name."""
        match holds:
            case Leaf():
                return holds.written(value)
            case Listed(instead=Leaf()) if isinstance(value, str):
                return value
            case Listed(of=of):
                members = sorted(value) if isinstance(value, frozenset) else value
                return [self.value(of, each) for each in members]
            case Inside(form=form):
                return self.written(form, value)
            case OneOf():
                return self.written(FORM_OF[type(value)], value)
            case _:
                assert_never(holds)
