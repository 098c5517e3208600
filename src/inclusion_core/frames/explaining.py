"""Why a case is counted, or is not: one record fetched from a register, and read as an object."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from inclusion_core.expr import nodes
from inclusion_core.expr.frames.fetching import fetched
from inclusion_core.expr.handles import Condition
from inclusion_core.expr.records import Records
from inclusion_core.expr.traces import Read, Trace
from inclusion_core.expr.tracing import TracingReader
from inclusion_core.facts.building import facts_records
from inclusion_core.facts.table import FactsTable
from inclusion_core.fields import Record
from inclusion_core.frames.asking import Asked
from inclusion_core.frames.errors import NoSuchSubjectError
from inclusion_core.frames.explanations import Explained, Part, State
from inclusion_core.frames.registers import Register
from inclusion_core.metrics.metric import Metric
from inclusion_core.periods import Period
from inclusion_core.truth import Truth

__all__ = ["explain"]


def explain(  # noqa: PLR0913  all that a figure depends on
    register: Register,
    metric: Metric,
    key: str,
    *,
    period: Period,
    status_day: date | None = None,
    known_on: date | None = None,
    assumptions: Mapping[str, int] | None = None,
) -> Explained:
    """Why one case is counted, or is not.

    The case is fetched from the register with all that the metric can reach from it, and read as an
    object, which gives the same answer as the engine and can say how it came about.

    Args:
        register: Where the case is.
        metric: What is counted.
        key: Id of the case, as :func:`members` gives it.
        period: The period reported on.
        status_day: The day that "now" stands for; by default the last day of the period.
        known_on: The day up to which the register is known; ``None`` reads it as things stand.
        assumptions: What to assume other than by default, by the id of the assumption.

    Raises:
        NoSuchSubjectError: There is no such case.
        AssumptionError: A value is none of those that may be assumed, or of no assumption here.
        SchemaError: The register lacks a table or column that is asked for.
    """
    asked = Asked.of(
        metric.all_assumptions,
        period=period,
        status_day=status_day,
        known_on=known_on,
        values=assumptions,
    )
    records = _records(register, metric, key, asked)
    record = records.find(metric.subject.record_type, key)
    if record is None:
        raise NoSuchSubjectError(metric.subject.record_type, key)
    reader = TracingReader(records, parameters=asked.parameters, known_on=known_on)
    parts = (
        *_parts("universe", metric.universe, reader, record),
        *_parts("where", metric.where, reader, record),
    )
    in_universe = reader.truth(metric.universe, record)
    settled = Truth.YES
    if metric.settled_on is not None and known_on is not None:
        settled = reader.truth(metric.settled_on <= known_on, record)
    return Explained(
        metric=metric,
        record_id=key,
        state=_state(in_universe, in_universe & reader.truth(metric.where, record), settled),
        asked=in_universe,
        parts=parts,
    )


def _records(register: Register, metric: Metric, key: str, asked: Asked) -> Records:
    """The case, and all that the metric can reach from it."""
    table, tables = metric.table, register.known(asked.known_on)
    if table is None or table.record_type.name in tables.schema.record_types:
        asked_of_it = [each.node for each in metric.expressions.values()]
        return fetched(tables, metric.subject.record_type, [key], asked_of_it)
    found = fetched(tables, table.subject.record_type, [key], _nodes(table))
    return facts_records(table, found, asked.parameters)


def _nodes(table: FactsTable) -> list[nodes.Node]:
    both = ((column.value, column.known_where) for column in table.columns.values())
    return [each.node for pair in both for each in pair if each is not None]


def _state(asked: Truth, counted: Truth, settled: Truth) -> State:
    if asked is not Truth.NO and settled is not Truth.YES:
        return "open"
    if counted is Truth.YES:
        return "counted"
    return "unknown" if counted is Truth.UNKNOWN else "not_counted"


def _all(node: nodes.TruthNode) -> Iterator[nodes.TruthNode]:
    """The conditions that must all hold; a clause is one, whatever is in it."""
    if isinstance(node, nodes.AllOf):
        for part in node.of:
            yield from _all(part)
    else:
        yield node


def _parts(
    asks: Literal["universe", "where"], condition: Condition, reader: TracingReader, record: Record
) -> Iterator[Part]:
    for node in _all(condition.node):
        trace = reader.trace(node, record)
        yield Part(
            asks=asks,
            node=node,
            clause=node.clause if isinstance(node, nodes.Named) else None,
            truth=reader.truth(node, record),
            reads=tuple(dict.fromkeys(_reads(trace))),
        )


def _reads(trace: Trace) -> Iterator[Read]:
    yield from trace.reads
    for part in trace.parts:
        yield from _reads(part)
