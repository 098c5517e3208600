"""A metric as a value: who is counted, when, how often, and on whose authority.

Subject, grain, membership, moment and condition are separate words, so that the definitions of two
funders can be laid side by side and the difference named.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Any

import attrs

from inclusion_core.errors import DeclarationError
from inclusion_core.expr import nodes
from inclusion_core.expr.handles import (
    CodeExpression,
    Condition,
    DayExpression,
    Expression,
    NumberExpression,
    all_of,
)
from inclusion_core.expr.rows import CASE, Row
from inclusion_core.facts.assumption import Assumption, check_assumed
from inclusion_core.facts.table import FactsTable
from inclusion_core.sources import Source
from inclusion_core.texts import Text

__all__ = ["Axis", "ClassifiedOn", "Grain", "Measure", "Membership", "Metric", "each_once"]


class Grain(Enum):
    """Inside what a subject is counted once."""

    FUND = "fund"
    OPERATION = "operation"
    PROGRAMME = "programme"
    EVENT = "event"


class Membership(Enum):
    """Which stay of a subject makes it belong to a period."""

    ENTERED = "entered"
    ACTIVE = "active"
    LEFT = "left"
    CUMULATIVE = "cumulative"
    STOCK = "stock"


class ClassifiedOn(Enum):
    """The day on which traits that change, such as age, are looked at."""

    ENTRY = "entry"
    FIRST_ACTIVE_DAY = "first_active_day"
    LAST_ACTIVE_DAY = "last_active_day"
    STATUS_DAY = "status_day"
    EVENT_DAY = "event_day"
    NOT_NEEDED = "not_needed"


class Measure(Enum):
    """What of the counted subjects makes the figure."""

    SUBJECTS = "subjects"
    DIFFERENT_CODES = "different_codes"
    TOTAL = "total"
    MEDIAN = "median"


@attrs.frozen(kw_only=True)
class Axis:
    """A code by which the counted subjects are told apart.

    Attributes:
        id: Names it, ``country``.
        says: What it is.
        code: The code of a subject.
    """

    id: str
    says: Text
    code: CodeExpression[Any] = attrs.field(eq=lambda code: code.node)


def _node(expression: Expression[Any] | None) -> object:
    return None if expression is None else expression.node


@attrs.frozen(kw_only=True)
class Metric:
    """Something that is counted, by a stated rule.

    Attributes:
        id: In the namespace of the distribution that declares it, ``sif.mentoring.clients``.
        says: What it counts, as a report heading.
        subject: The handle class of the records that are counted: one count for each.
        universe: Of which of them the question is asked.
        where: Which of those are counted.
        grain: Inside what a subject counts once.
        membership: Which stay makes it belong to the period.
        classified_on: The day on which changing traits are looked at.
        by: The code by which the counted are told apart, where the figure is broken down.
        measure: Counts the subjects or the different codes among them, or adds up or takes the
            median of an amount of each.
        amount: The amount of a counted subject, for a total or median.
        unit: The unit of the amount, "minutes"; ``None`` for a count.
        settled_on: The day at whose end the answer stands, such as the last day of the window in
            which a result may come. A subject for whom it has not surely passed is counted apart,
            neither as yes nor as no. ``None``: the answer always stands.
        table: The facts table whose rows are counted; ``None`` where records are.
        assumes: The numbers that the definition takes for granted.
        adds_up: Whether figures of separate periods or places may be added. Unique counts may not:
            one person can be in both.
        part_of: Id of the metric of which this one counts a part; never more than it.
        source: Where the definition, or the wish for the figure, comes from.
        notes: What a reader must know to read the figure rightly.

    Raises:
        DeclarationError: A condition is none, or is about other records than those counted; it
            takes a number for granted that is not named; or codes or amounts are asked for and
            none is given.
    """

    id: str
    says: Text
    subject: type[Row]
    universe: Condition = attrs.field(eq=_node)
    where: Condition = attrs.field(eq=_node, factory=all_of)
    grain: Grain
    membership: Membership
    classified_on: ClassifiedOn = ClassifiedOn.NOT_NEEDED
    by: Axis | None = None
    measure: Measure = Measure.SUBJECTS
    amount: NumberExpression | None = attrs.field(default=None, eq=_node)
    unit: Text | None = None
    settled_on: DayExpression | None = attrs.field(default=None, eq=_node)
    table: FactsTable | None = None
    assumes: tuple[Assumption, ...] = ()
    adds_up: bool = False
    part_of: str = ""
    source: Source
    notes: tuple[Text, ...] = ()

    def __attrs_post_init__(self) -> None:
        for name in ("universe", "where"):
            if not isinstance(getattr(self, name), Condition):
                raise self._refused(f"{name} must be a condition")
        if self.measure is Measure.DIFFERENT_CODES and self.by is None:
            raise self._refused("different codes of what? give it `by`")
        if (self.amount is not None) != (self.measure in (Measure.TOTAL, Measure.MEDIAN)):
            raise self._refused("a total or median, and nothing else, needs an `amount`")
        if self.table is not None and self.table.row is not self.subject:
            raise self._refused(f"the rows of {self.table.id} are of {self.table.row.__name__}")
        for name, expression in self.expressions.items():
            self._check_subject(name, expression.node)
            check_assumed("metric", self.id, expression.node, self.assumes)

    @property
    def expressions(self) -> dict[str, Expression[Any]]:
        """All that is asked of a subject, by the attribute that asks it."""
        named = {
            "universe": self.universe,
            "where": self.where,
            "by": None if self.by is None else self.by.code,
            "amount": self.amount,
            "settled_on": self.settled_on,
        }
        return {name: asked for name, asked in named.items() if asked is not None}

    @property
    def all_assumptions(self) -> tuple[Assumption, ...]:
        """What the definition takes for granted, that of its facts table included."""
        of_table = () if self.table is None else self.table.assumes
        return tuple({each.id: each for each in (*self.assumes, *of_table)}.values())

    def _refused(self, problem: str) -> DeclarationError:
        return DeclarationError("metric", self.id, problem)

    def _check_subject(self, name: str, node: nodes.Node) -> None:
        counted = self.subject.record_type
        others = nodes.free_variables(node) - {nodes.Variable(counted, CASE)}
        if others:
            listed = ", ".join(sorted(other.record_type for other in others))
            raise self._refused(
                f"{name} must be about the {counted} that is counted, not about a {listed}"
            )


def each_once(metrics: Iterable[Metric]) -> tuple[Metric, ...]:
    """Each of the metrics once, in the order in which they first come.

    Raises:
        DeclarationError: Two that differ have the same id.
    """
    by_id: dict[str, Metric] = {}
    for metric in metrics:
        kept = by_id.setdefault(metric.id, metric)
        if kept is not metric and kept != metric:
            raise DeclarationError("metric", metric.id, "two metrics have this id; rename one")
    return tuple(by_id.values())
