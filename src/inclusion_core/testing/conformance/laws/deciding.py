"""The law that what is decided stays so, however what is not known turns out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from inclusion_core.expr import nodes
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.facts.building import facts_records
from inclusion_core.facts.table import FactsTable
from inclusion_core.fields import Record
from inclusion_core.limits.limit import Limit
from inclusion_core.model.participation import Participation
from inclusion_core.rules.conditions import within
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.laws.asked import Asked
from inclusion_core.testing.conformance.laws.searching import Problem, broken
from inclusion_core.testing.conformance.laws.settings import Setting
from inclusion_core.testing.conformance.laws.turning import TurnedOut, some_turned_out, turned_out
from inclusion_core.truth import Truth
from inclusion_core.values import DaySpan, PartialDay, Unknown, day_span

__all__ = ["DECIDED_STAYS_DECIDED", "decided_stays_decided", "may_become"]


def decided_stays_decided(asked: Asked, example: TurnedOut) -> Iterator[Problem]:
    """What is decided for somebody, and otherwise once more is known."""
    before, after = (each.records(asked.schema) for each in (example.before, example.after))
    known_on = example.before.known_on
    for on in dict.fromkeys((known_on, example.before.first_day, example.before.last_day)):
        parameters = Parameters(days={"judged_on": on})
        then = ObjectReader(before, parameters=parameters, known_on=known_on)
        now = ObjectReader(after, parameters=parameters)
        for key, node in _conditions(asked):
            for stay in before.of_type("participation"):
                told = _turned(then.truth(node, stay), now.truth(node, _same(stay, after)))
                if told:
                    yield key, f"asked on {on} about {stay.id}, it is {told}"
    if not example.later:
        yield from _windows_narrow(asked, example)
        yield from _facts_stay(asked, example)


def _conditions(asked: Asked) -> Iterator[tuple[str, nodes.TruthNode]]:
    yield from ((rule.id, rule.condition.node) for rule in asked.rules)
    yield from ((limit.id, within([limit]).node) for limit in asked.limits)


def _same(record: Record, records: Records) -> Record:
    """The record of the same key among others."""
    name = records.schema.type_of(record).name
    found = records.find(name, record.id)
    return record if found is None else found


def _turned(before: Truth, after: Truth) -> str:
    if not before.decided or after is before:
        return ""
    return f"{before.value} while something is not known, and {after.value} once all is"


def _windows_narrow(asked: Asked, example: TurnedOut) -> Iterator[Problem]:
    """The days of limits, as things stand."""
    on = example.before.status_day
    parameters = Parameters(days={"judged_on": on})
    readers = [
        ObjectReader(each.records(asked.schema), parameters=parameters)
        for each in (example.before, example.after)
    ]
    for limit in asked.limits:
        for stay in example.before.caseload.of(Participation):
            for said, node in _ends(limit):
                then, now = (each.day(node, _same(stay, each.records)) for each in readers)
                if not _inside(now, then):
                    yield limit.id, f"for {stay.id}, {said} was sure to lie elsewhere"


def _ends(limit: Limit) -> Iterator[tuple[str, nodes.DayNode]]:
    yield "the first day", limit.opens_on.node
    yield "the last day", limit.closes_on.node


def _inside(now: DaySpan, then: DaySpan) -> bool:
    return then.earliest <= now.earliest and now.latest <= then.latest


def _facts_stay(asked: Asked, example: TurnedOut) -> Iterator[Problem]:
    """The columns of facts tables, worked out as things stand."""
    for table in asked.facts_tables:
        before, after = (_rows(table, each, asked) for each in (example.before, example.after))
        for key, row in before.items():
            for name in table.columns:
                then, now = getattr(row, name), getattr(after[key], name)
                if not may_become(then, now):
                    yield (
                        f"{table.id}/{name}",
                        f"{_MORE.format(key)}; look whether known_where can turn from yes to no",
                    )


_MORE = "for {} it is known, and is another or not known any more once more is known"


def _rows(table: FactsTable, setting: Setting, asked: Asked) -> Mapping[str, Record]:
    found = facts_records(table, setting.records(asked.schema), setting.parameters)
    return {each.id: each for each in found.of_type(table.record_type.name)}


def may_become(then: object, now: object) -> bool:
    """Whether a field may hold this now, where it held that while less was known."""
    if isinstance(then, Unknown):
        return True
    if isinstance(then, PartialDay):
        return isinstance(now, (date, PartialDay)) and _inside(day_span(now), day_span(then))
    return now == then


def _look(given: Given) -> Iterator[Broken]:
    first = some_turned_out(given)
    yield from broken(given, turned_out(given), decided_stays_decided, first=first)


DECIDED_STAYS_DECIDED = Conformance(
    "decided-stays-decided",
    "What a rule, a limit or a fact says for sure stays so, however what is not known turns out.",
    _look,
    concerns=lambda given: any(
        (given.brought.rules, given.brought.limits, given.brought.facts_tables)
    ),
)
