"""What decided an answer: of a conjunction that fails, the parts that failed, and so on down.

From the decisive parts of a trace its answer follows by itself, whatever the other parts are; of
the records of a list, those that do not belong to it are told only where none does.
"""

from __future__ import annotations

from collections.abc import Iterator

from inclusion_core.expr import nodes
from inclusion_core.expr.traces import ListRead, Read, Trace
from inclusion_core.truth import Truth

__all__ = ["decisive_parts", "decisive_reads", "each_suffices", "settled_by"]

_LOGIC = nodes.AllOf | nodes.AnyOf | nodes.AtLeast


def decisive_parts(trace: Trace, *, settled: bool = True) -> tuple[Trace, ...]:
    """The parts from which the answer of a trace follows; of an open one, the open parts.

    Of a list, those records count that belong to it or may belong to it; where none does, all that
    do not. A record that may still come counts only for what is open.

    Args:
        trace: What was read.
        settled: Of a value, whether the condition that it was read for is decided.
    """
    if isinstance(trace.node, _LOGIC):
        return tuple(part for part in trace.parts if part.truth is trace.truth)
    if isinstance(trace.node, nodes.Reduction):
        asked = [part for part in trace.parts if part.truth is not None]
        counted = _counted(trace.truth, asked, settled=settled_by(trace, settled=settled))
        return tuple(part for part in trace.parts if part.truth is None or part in counted)
    return trace.parts


def settled_by(trace: Trace, *, settled: bool) -> bool:
    """Whether what a part is read for is decided: the part itself, if it is a condition."""
    return settled if trace.truth is None else trace.truth.decided


def _counted(truth: Truth | None, asked: list[Trace], *, settled: bool) -> list[Trace]:
    there = [part for part in asked if not (settled and part.later)]
    if truth is Truth.YES:
        return [part for part in there if part.truth is Truth.YES]
    return [part for part in there if part.truth is not Truth.NO] or there


def decisive_reads(trace: Trace, *, settled: bool = True) -> Iterator[Read]:
    """What the answer of a clause rests on, without what the clauses inside it rest on.

    A list is told of where it is empty, where it is enough that there are records in it, and where
    a record that may still come leaves things open.
    """
    settled = settled_by(trace, settled=settled)
    parts = decisive_parts(trace, settled=settled)
    inside = tuple(
        read
        for part in parts
        if not isinstance(part.node, nodes.Named)
        for read in decisive_reads(part, settled=settled)
    )
    speaks = any(isinstance(part.node, nodes.Named) for part in parts) or bool(inside)
    grows = any(part.later for part in parts)
    for read in trace.reads:
        if not isinstance(read, ListRead) or not read.record_ids or grows or not speaks:
            yield read
    yield from inside


def each_suffices(trace: Trace) -> bool:
    """Whether each of the decisive clauses inside a clause decides it alone."""
    parts = decisive_parts(trace)
    alone = len(parts) < 2 or _one_is_enough(trace)
    inside = (part for part in parts if not isinstance(part.node, nodes.Named))
    return alone and all(each_suffices(part) for part in inside)


def _one_is_enough(trace: Trace) -> bool:
    match trace.node:
        case nodes.AllOf():
            return trace.truth is Truth.NO
        case nodes.AnyOf() | nodes.Exists():
            return trace.truth is Truth.YES
        case _:
            return False
