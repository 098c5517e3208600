"""The subjects of a metric one by one: what each is for the figure, whose it is, and where."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

import attrs

from inclusion_core.errors import DeclarationError
from inclusion_core.expr import nodes
from inclusion_core.expr.answers import Answers
from inclusion_core.expr.handles import Condition, all_of
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.expr.rows import Row
from inclusion_core.metrics.aspects import Aspect
from inclusion_core.metrics.metric import Measure, Metric
from inclusion_core.reports.asking import Asked
from inclusion_core.reports.data import ReportData
from inclusion_core.reports.reconciling.ways import way_to
from inclusion_core.truth import Truth
from inclusion_core.truth import all_of as all_true

__all__ = ["Clause", "Listing", "State", "Subject", "listing_of"]

PERSON = "person"
OPERATION = "operation"
SETTLED = "settled"


class State(Enum):
    """What a subject is for a figure."""

    COUNTED = "counted"
    UNKNOWN = "unknown"
    OPEN = "open"
    NOT_COUNTED = "not_counted"


@attrs.frozen(kw_only=True)
class Clause:
    """One of the conditions that must all hold for a subject to be counted.

    Attributes:
        aspect: Whether it says of whom the question is asked, or who of them is counted.
        node: The condition.
    """

    aspect: Aspect
    node: nodes.TruthNode = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class Subject:
    """A record of the kind that a metric counts.

    Attributes:
        id: Its key.
        state: What it is for the figure.
        person: Who it is about; empty where that is not told.
        operation: The operation to which it belongs; empty where that is not told.
        truths: Whether each clause of the metric holds for it.
    """

    id: str
    state: State
    person: str
    operation: str
    truths: tuple[Truth, ...]


@attrs.frozen(kw_only=True)
class Listing:
    """All subjects of one metric.

    Attributes:
        metric: The metric.
        clauses: The conditions that must all hold, those of the universe first.
        of_persons: Whether its subjects lead to a person each; a household does not.
        subjects: Ordered by id; also those that are not counted.
    """

    metric: Metric = attrs.field(repr=lambda metric: metric.id)
    clauses: tuple[Clause, ...]
    of_persons: bool
    subjects: tuple[Subject, ...] = attrs.field(repr=False)


def listing_of(metric: Metric, data: ReportData, parameters: Parameters) -> Listing:
    """The subjects of a metric in records or tables.

    Args:
        metric: It counts subjects, each for one.
        data: Where they are.
        parameters: What the metric asks for.

    Raises:
        DeclarationError: It counts something else, or adds up or orders an amount.
    """
    if metric.measure is not Measure.SUBJECTS:
        problem = "it does not count subjects one by one; reconcile a metric that does"
        raise DeclarationError("metric", metric.id, problem)
    clauses = tuple(_clauses(metric))
    ways = _ways(metric, data)
    asked = {str(place): Condition(each.node) for place, each in enumerate(clauses)}
    if metric.settled_on is not None:
        asked[SETTLED] = metric.settled_on <= data.known_on
    values = {name: way for name, way in ways.items() if way is not None}
    whose = {} if metric.table is None else _whose(metric, values, data, parameters)
    found = Asked(
        row=metric.subject,
        table=metric.table,
        among=all_of(),
        truths=asked,
        values=values if metric.table is None else {},
    ).found(data.on, parameters, known_on=data.known_on)
    is_person = _owner(metric).record_type == PERSON

    def subject(answers: Answers) -> Subject:
        told = whose.get(answers.id, answers)
        return Subject(
            id=answers.id,
            state=_state(clauses, answers),
            person=answers.id if is_person else _key(told, PERSON),
            operation=_key(told, OPERATION),
            truths=tuple(answers.truths[str(place)] for place in range(len(clauses))),
        )

    return Listing(
        metric=metric,
        clauses=clauses,
        of_persons=is_person or PERSON in values,
        subjects=tuple(map(subject, found)),
    )


def _clauses(metric: Metric) -> Iterator[Clause]:
    for aspect, condition in ((Aspect.UNIVERSE, metric.universe), (Aspect.WHERE, metric.where)):
        yield from (Clause(aspect=aspect, node=node) for node in _each(condition.node))


def _each(node: nodes.TruthNode) -> Iterator[nodes.TruthNode]:
    """The conditions that must all hold; a clause with a name is one, whatever is in it."""
    if isinstance(node, nodes.AllOf):
        for part in node.of:
            yield from _each(part)
    else:
        yield node


def _owner(metric: Metric) -> type[Row]:
    """The handle class of the records that are counted, or of which a row is worked out."""
    return metric.subject if metric.table is None else metric.table.subject


def _ways(metric: Metric, data: ReportData) -> dict[str, nodes.CodeNode | None]:
    """The ways to the person and the operation, where the data have them."""
    on = data.on
    there = on.schema.record_types if isinstance(on, Records) else on.frames
    owner = _owner(metric).record_type
    if owner not in there:
        return {PERSON: None, OPERATION: None}
    return {goal: way_to(goal, owner, on.schema, there) for goal in (PERSON, OPERATION)}


def _whose(
    metric: Metric, values: dict[str, nodes.CodeNode], data: ReportData, parameters: Parameters
) -> dict[str, Answers]:
    """Of the records of which the rows of a facts table are worked out: whose they are."""
    if not values:
        return {}
    found = Asked(row=_owner(metric), table=None, among=all_of(), truths={}, values=values).found(
        data.on, parameters, known_on=data.known_on
    )
    return {each.id: each for each in found}


def _key(answers: Answers, name: str) -> str:
    key = answers.values.get(name)
    return key if isinstance(key, str) else ""


def _state(clauses: tuple[Clause, ...], answers: Answers) -> State:
    """What a subject is, as counting has it."""

    def all_hold(*aspects: Aspect) -> Truth:
        return all_true(
            answers.truths[str(place)]
            for place, each in enumerate(clauses)
            if each.aspect in aspects
        )

    asked = all_hold(Aspect.UNIVERSE)
    if asked is not Truth.NO and answers.truths.get(SETTLED, Truth.YES) is not Truth.YES:
        return State.OPEN
    counted = all_hold(Aspect.UNIVERSE, Aspect.WHERE)
    if counted is Truth.NO:
        return State.NOT_COUNTED
    return State.COUNTED if counted is Truth.YES else State.UNKNOWN
