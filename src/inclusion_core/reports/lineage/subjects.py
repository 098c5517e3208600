"""The subjects of a metric one by one: what each is for the figure, whose it is, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum

import attrs

from inclusion_core.errors import DeclarationError
from inclusion_core.expr import nodes
from inclusion_core.expr.handles import Condition
from inclusion_core.expr.parameters import Parameters
from inclusion_core.metrics.aspects import Aspect
from inclusion_core.metrics.metric import Axis, Metric
from inclusion_core.metrics.tally import Group
from inclusion_core.reports.data import ReportData
from inclusion_core.reports.lineage.belonging import NOBODYS, Belongings
from inclusion_core.reports.lineage.reading import Questions, Reading, readings
from inclusion_core.truth import Truth
from inclusion_core.truth import all_of as all_true

__all__ = ["Clause", "Listing", "State", "Subject", "clauses_of", "listing_of"]


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
        persons: Everybody behind it, ordered by id: who came to a service, the members of a
            household; empty where nobody is told.
        households: The households of those persons, and the one it is about, ordered by id.
        codes: Its code on each axis by which its metric is broken down, or why there is none.
        amount: Its amount; ``None`` where that is not known, and of a metric that has none.
    """

    id: str
    state: State
    person: str
    operation: str
    truths: tuple[Truth, ...]
    persons: tuple[str, ...] = ()
    households: tuple[str, ...] = ()
    codes: Mapping[str, Group] = attrs.field(factory=dict[str, Group], repr=False)
    amount: int | None = attrs.field(default=None, repr=False)


@attrs.frozen(kw_only=True)
class Listing:
    """All subjects of one metric.

    Attributes:
        metric: The metric.
        clauses: The conditions that must all hold, those of the universe first.
        of_persons: Whether its subjects lead to a person each; a household does not.
        about_clients: Whether a way leads from its subjects to a person or household at all; from
            a social worker none does.
        persons_known: Whether the data have what stands on that way; a register of one facts table
            has not.
        subjects: Ordered by id; also those that are not counted.
    """

    metric: Metric = attrs.field(repr=lambda metric: metric.id)
    clauses: tuple[Clause, ...]
    of_persons: bool
    about_clients: bool
    persons_known: bool
    subjects: tuple[Subject, ...] = attrs.field(repr=False)


def listing_of(
    metric: Metric,
    data: ReportData,
    parameters: Parameters,
    *,
    axes: Iterable[Axis] = (),
    belongings: Belongings | None = None,
) -> Listing:
    """The subjects of a metric in records or tables; none where the data tell of no such records.

    Args:
        metric: What is counted.
        data: Where they are.
        parameters: What the metric asks for.
        axes: By what it is broken down, besides what it says itself.
        belongings: Whose records are, in the same data, where that was asked before.

    Raises:
        DeclarationError: Two of its axes differ and have the same id.
    """
    clauses = tuple(clauses_of(metric))
    by = _axes_by_id(metric, axes)
    truths = [Condition(each.node) for each in clauses]
    if metric.settled_on is not None:
        truths.append(metric.settled_on <= data.known_on)
    owner = metric.subject if metric.table is None else metric.table.subject
    whose = (belongings or Belongings(data)).of(owner.record_type)
    asked = Questions(
        record_type=metric.subject.record_type,
        table=metric.table,
        truths=tuple(truths),
        codes=tuple(axis.code for axis in by.values()),
        amount=metric.amount,
    )

    def subject(read: Reading) -> Subject:
        its = whose.by_id.get(read.id, NOBODYS)
        holding, stands = read.truths[: len(clauses)], read.truths[len(clauses) :]
        return Subject(
            id=read.id,
            state=_state(clauses, holding, stands),
            person=its.person,
            operation=its.operation,
            truths=holding,
            persons=its.persons,
            households=its.households,
            codes=dict(zip(by, read.codes, strict=True)),
            amount=read.amount,
        )

    return Listing(
        metric=metric,
        clauses=clauses,
        of_persons=whose.of_persons,
        about_clients=whose.about_clients,
        persons_known=whose.persons_known,
        subjects=tuple(map(subject, readings(asked, data, parameters)))
        if data.holds(metric)
        else (),
    )


def clauses_of(metric: Metric) -> Iterator[Clause]:
    """The conditions that must all hold to be counted, those of the universe first."""
    for aspect, condition in ((Aspect.UNIVERSE, metric.universe), (Aspect.WHERE, metric.where)):
        yield from (Clause(aspect=aspect, node=node) for node in _each(condition.node))


def _each(node: nodes.TruthNode) -> Iterator[nodes.TruthNode]:
    """The conditions that must all hold; a clause with a name is one, whatever is in it."""
    if isinstance(node, nodes.AllOf):
        for part in node.of:
            yield from _each(part)
    else:
        yield node


def _axes_by_id(metric: Metric, axes: Iterable[Axis]) -> Mapping[str, Axis]:
    found: dict[str, Axis] = {}
    for axis in (*axes, *(() if metric.by is None else (metric.by,))):
        if found.setdefault(axis.id, axis) != axis:
            problem = f"two axes that differ have the id {axis.id}; rename one"
            raise DeclarationError("metric", metric.id, problem)
    return found


def _state(
    clauses: tuple[Clause, ...], truths: tuple[Truth, ...], stands: tuple[Truth, ...]
) -> State:
    """What a subject is, as counting has it."""

    def all_hold(*aspects: Aspect) -> Truth:
        held = zip(clauses, truths, strict=True)
        return all_true(truth for each, truth in held if each.aspect in aspects)

    if all_hold(Aspect.UNIVERSE) is not Truth.NO and any(each is not Truth.YES for each in stands):
        return State.OPEN
    counted = all_hold(Aspect.UNIVERSE, Aspect.WHERE)
    if counted is Truth.NO:
        return State.NOT_COUNTED
    return State.COUNTED if counted is Truth.YES else State.UNKNOWN
