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
from inclusion_core.expr.handles import CodeExpression, Condition, all_of
from inclusion_core.expr.rows import CASE, Row
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


def _condition_node(condition: Condition) -> object:
    return condition.node


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
        measure: Counts the subjects, or the different codes among them.
        adds_up: Whether figures of separate periods or places may be added. Unique counts may not:
            one person can be in both.
        part_of: Id of the metric of which this one counts a part; never more than it.
        source: Where the definition, or the wish for the figure, comes from.
        notes: What a reader must know to read the figure rightly.

    Raises:
        DeclarationError: A condition is none, or is about other records than those counted; or
            different codes are to be counted and no code is given.
    """

    id: str
    says: Text
    subject: type[Row]
    universe: Condition = attrs.field(eq=_condition_node)
    where: Condition = attrs.field(eq=_condition_node, factory=all_of)
    grain: Grain
    membership: Membership
    classified_on: ClassifiedOn = ClassifiedOn.NOT_NEEDED
    by: Axis | None = None
    measure: Measure = Measure.SUBJECTS
    adds_up: bool = False
    part_of: str = ""
    source: Source
    notes: tuple[Text, ...] = ()

    def __attrs_post_init__(self) -> None:
        for name in ("universe", "where"):
            if not isinstance(getattr(self, name), Condition):
                raise DeclarationError("metric", self.id, f"{name} must be a condition")
            self._check_subject(name, getattr(self, name).node)
        if self.by is not None:
            self._check_subject("by", self.by.code.node)
        elif self.measure is Measure.DIFFERENT_CODES:
            raise DeclarationError("metric", self.id, "different codes of what? give it `by`")

    def _check_subject(self, name: str, node: nodes.Node) -> None:
        counted = self.subject.record_type
        others = nodes.free_variables(node) - {nodes.Variable(counted, CASE)}
        if others:
            listed = ", ".join(sorted(other.record_type for other in others))
            problem = f"{name} must be about the {counted} that is counted, not about a {listed}"
            raise DeclarationError("metric", self.id, problem)


def each_once(metrics: Iterable[Metric]) -> tuple[Metric, ...]:
    """Each of the metrics once, in the order in which they first come.

    Raises:
        DeclarationError: Two that differ have the same id.
    """
    by_id: dict[str, Metric] = {}
    for metric in metrics:
        if by_id.setdefault(metric.id, metric) != metric:
            raise DeclarationError("metric", metric.id, "two metrics have this id; rename one")
    return tuple(by_id.values())
