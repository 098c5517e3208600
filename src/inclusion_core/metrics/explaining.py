"""Why a case is counted, or is not: one record, fetched where it lies, read as an object."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Literal

from inclusion_core.expr import nodes
from inclusion_core.expr.handles import Condition
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.expr.traces import Read, Trace
from inclusion_core.expr.tracing import TracingReader
from inclusion_core.facts.building import counted_records, facts_records
from inclusion_core.facts.table import FactsTable
from inclusion_core.fields import Record
from inclusion_core.metrics.explanations import Explained, Part, State
from inclusion_core.metrics.metric import Metric
from inclusion_core.truth import Truth

if TYPE_CHECKING:
    from inclusion_core.expr.frames.tables import Tables

__all__ = ["explained"]


def explained(
    metric: Metric,
    key: str,
    on: Records | Tables,
    parameters: Parameters,
    *,
    known_on: date | None,
) -> Explained | None:
    """Why one case is counted, or is not; ``None`` where there is no such case.

    In tables the case is fetched with all that the metric can reach from it, and read as an object,
    which gives the same answer as the engine and can say how it came about.

    Args:
        metric: What is counted.
        key: Id of the case.
        on: Records or tables.
        parameters: What the metric asks for.
        known_on: The day up to which they are known; ``None`` reads them as things stand.

    Raises:
        UnknownNameError: A parameter is asked for that is not given.
        SchemaError: Tables lack a table or column that is asked for.
    """
    if isinstance(on, Records):
        records = counted_records(metric.table, on, parameters)
    else:
        records = _fetched(on, metric, key, parameters)
    record = records.find(metric.subject.record_type, key)
    if record is None:
        return None
    reader = TracingReader(records, parameters=parameters, known_on=known_on)
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


def _fetched(tables: Tables, metric: Metric, key: str, parameters: Parameters) -> Records:
    """The case, and all that the metric can reach from it."""
    from inclusion_core.expr.frames.fetching import fetched  # noqa: PLC0415  an extra

    table = metric.table
    if table is None or table.record_type.name in tables.schema.record_types:
        asked_of_it = [each.node for each in metric.expressions.values()]
        return fetched(tables, metric.subject.record_type, [key], asked_of_it)
    found = fetched(tables, table.subject.record_type, [key], _nodes(table))
    return facts_records(table, found, parameters)


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
