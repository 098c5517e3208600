"""A fact: a value worked out of dated records, declared once and used by many rules."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

import attrs

from inclusion_core.expr.handles import (
    CodeExpression,
    Condition,
    DayExpression,
    NumberExpression,
)
from inclusion_core.expr.rows import Row
from inclusion_core.facts.declaration import Declaration, node_of
from inclusion_core.sources import Source
from inclusion_core.texts import Text

__all__ = ["Fact"]

ValueT = TypeVar("ValueT", bound=Condition | DayExpression | CodeExpression[Any] | NumberExpression)


@attrs.frozen(kw_only=True)
class Fact(Generic[ValueT]):
    """Something that can be said of a record, worked out of others.

    Attributes:
        id: In the namespace of the distribution that declares it, ``sif.mentoring.status-day``.
        says: What it is.
        subject: The handle class of the records of which it is said.
        value: A condition, day, code or number; rules, limits and metrics are built with it.
        source: Where it is defined; ``None`` where no text does.

    Raises:
        DeclarationError: The value is none of these, is about other records, or is nested too deep.
    """

    id: str
    says: Text
    subject: type[Row]
    value: ValueT = attrs.field(eq=node_of)
    source: Source | None = None

    def __attrs_post_init__(self) -> None:
        Declaration(kind="fact", id=self.id, subject=self.subject).check(
            "value",
            self.value,
            (Condition, DayExpression, CodeExpression, NumberExpression),
            "a condition, a day, a code or a number of the expression language",
            may_ask_what_is_known=True,
        )
