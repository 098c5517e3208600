"""The law that dataframe engines answer as the reader of records does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from inclusion_core.expr import nodes
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.records import Records
from inclusion_core.fields import Record
from inclusion_core.metrics.counting import count_records, count_tables
from inclusion_core.rules.conditions import within
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.laws.asked import Asked
from inclusion_core.testing.conformance.laws.gathering import put_together
from inclusion_core.testing.conformance.laws.searching import Problem, broken
from inclusion_core.testing.conformance.laws.settings import Setting, drawn
from inclusion_core.truth import Truth

if TYPE_CHECKING:
    from inclusion_core.expr.frames.tables import Engine, Tables

__all__ = ["ENGINES_AGREE", "engines_agree"]

STAY = "participation"
AT_ONCE = 15
"""So many caseloads are read as one: engines are slow to begin."""
SMALLER = 40


def engines_agree(engines: Sequence[str], asked: Asked, setting: Setting) -> Iterator[Problem]:
    """What an engine answers otherwise than the reader of records.

    Args:
        engines: The engines, ``polars``.
        asked: The declarations.
        setting: The caseload.
    """
    from inclusion_core.expr.frames import Tables  # noqa: PLC0415  an extra

    records = setting.records(asked.schema)
    for engine in engines:
        held = cast("Engine", engine)
        tables = Tables.of_records(asked.schema, setting.caseload.records, engine=held)
        yield from _figures(engine, asked, setting, records, tables)
        yield from _answers(engine, asked, setting, records, tables)


def _figures(
    engine: str, asked: Asked, setting: Setting, records: Records, tables: Tables
) -> Iterator[Problem]:
    days, known_on = setting.parameters, setting.known_on
    ours = count_records(asked.metrics, records, days, known_on=known_on)
    theirs = count_tables(asked.metrics, tables, days, known_on=known_on)
    for one in ours:
        other = theirs[one.metric.id]
        if one.total != other.total:
            yield one.metric.id, f"on {engine} it is {other.total}, from records {one.total}"
        elif one.groups != other.groups:
            yield one.metric.id, f"on {engine} its groups are others than from records"


def _answers(
    engine: str, asked: Asked, setting: Setting, records: Records, tables: Tables
) -> Iterator[Problem]:
    from inclusion_core.expr.frames import FrameReader  # noqa: PLC0415  an extra

    for known_on, questions in ((setting.known_on, _truths(asked)), (None, _days(asked))):
        about = {f"x{place}": key for place, (key, _) in enumerate(questions)}
        named = {f"x{place}": node for place, (_, node) in enumerate(questions)}
        if not questions:
            continue
        given: dict[str, Any] = {"parameters": setting.parameters, "known_on": known_on}
        read = FrameReader(tables, **given).read(STAY, named).collect().to_dict(as_series=False)
        reader = ObjectReader(records, **given)
        for place, stay_id in enumerate(read["id"]):
            stay = records.find(STAY, stay_id)
            for name, node in named.items():
                found = {column: values[place] for column, values in read.items()}
                if stay is not None and _row(reader, name, node, stay) != _own(found, name):
                    yield about[name], f"on {engine} it is something else for {stay_id}"


def _truths(asked: Asked) -> list[tuple[str, nodes.Node]]:
    """Rules and limits, as they are asked."""
    limits = [(each.id, within([each]).node) for each in asked.limits]
    return [*((rule.id, rule.condition.node) for rule in asked.rules), *limits]


def _days(asked: Asked) -> list[tuple[str, nodes.Node]]:
    """The two days of each limit, as things stand."""
    days = ((each, (each.opens_on.node, each.closes_on.node)) for each in asked.limits)
    return [(limit.id, node) for limit, both in days for node in both]


def _row(reader: ObjectReader, name: str, node: nodes.Node, stay: Record) -> dict[str, Any]:
    """What the reader of records says, in the columns of a frame."""
    if isinstance(node, nodes.TruthNode):
        truth = reader.truth(node, stay)
        return {name: truth is Truth.YES if truth.decided else None}
    assert isinstance(node, nodes.DayNode)  # noqa: S101  nothing else is asked
    span = reader.day(node, stay)
    return {f"{name}_earliest": span.earliest, f"{name}_latest": span.latest}


def _own(found: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The columns of one question."""
    return {
        column: value
        for column, value in found.items()
        if column == name or column.startswith(f"{name}_")
    }


def _look(given: Given) -> Iterator[Broken]:
    law = partial(engines_agree, given.engines)
    first = put_together(given, AT_ONCE)
    yield from broken(given, drawn(given), law, first=first, smaller=SMALLER)


ENGINES_AGREE = Conformance(
    "engines-agree",
    "Every figure, rule and limit is the same read from records and on every dataframe engine.",
    _look,
    concerns=lambda given: any((given.brought.metrics, given.brought.rules, given.brought.limits)),
)
