"""The law that figures of separate people add up to the figure of all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from inclusion_core.expr import nodes
from inclusion_core.expr.objects import record_type_of
from inclusion_core.expr.records import Records
from inclusion_core.expr.schema import Schema
from inclusion_core.fields import Record, type_name
from inclusion_core.metrics.figures import Figure
from inclusion_core.metrics.metric import Metric
from inclusion_core.metrics.tally import Group, Tally, added
from inclusion_core.model.caseload import Caseload
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.laws.asked import Asked
from inclusion_core.testing.conformance.laws.figures import counted
from inclusion_core.testing.conformance.laws.gathering import different
from inclusion_core.testing.conformance.laws.renaming import recorded, references
from inclusion_core.testing.conformance.laws.searching import Problem, broken
from inclusion_core.testing.conformance.laws.settings import Setting, drawn

__all__ = ["PEOPLE_ADD_UP", "groups_of", "halves", "not_added", "people_add_up"]

Key = tuple[str, str]
TOGETHER = frozenset({"household"})
"""Who lives together is looked at together."""


def halves(
    caseload: Caseload, schema: Schema, together: Collection[str]
) -> tuple[Caseload, Caseload] | None:
    """Some people with all that is about them, and the rest; ``None`` where there is one group.

    What is about nobody, such as programmes and services, is in both halves.

    Args:
        caseload: All of them.
        schema: What the records are.
        together: Types of records whose people are not parted, besides those of one person.
    """
    parted = _about_people(schema) | set(together)
    group: dict[Key, Key] = {}

    def of(key: Key) -> Key:
        while group.setdefault(key, key) != key:
            key = group[key]
        return key

    divided = [each for each in recorded(caseload, schema) if type_name(type(each)) in parted]
    for record in divided:
        for _, to, key in references(record, schema):
            if to in parted:
                group[of((type_name(type(record)), record.id))] = of((to, key))
    groups = sorted({of((type_name(type(each)), each.id)) for each in divided})
    if len(groups) < 2:
        return None
    first = set(groups[::2])
    shared = [each for each in recorded(caseload, schema) if type_name(type(each)) not in parted]
    one, other = (
        [each for each in divided if (of((type_name(type(each)), each.id)) in first) is own]
        for own in (True, False)
    )
    known_on = caseload.known_on
    return (
        Caseload.of_records([*shared, *one], known_on=known_on),
        Caseload.of_records([*shared, *other], known_on=known_on),
    )


def _about_people(schema: Schema) -> set[str]:
    """The types of records that are clients, or name one, or name a record that does."""
    found = {"client"}
    more = True
    while more:
        more = False
        for record_type in schema:
            named = {each.reference.to for each in record_type.recorded_fields if each.reference}
            if record_type.name not in found and not record_type.derived and named & found:
                found.add(record_type.name)
                more = True
    return found


def people_add_up(asked: Asked, setting: Setting) -> Iterator[Problem]:
    """What gives other figures for two groups of people than for all of them."""
    for together, its in _by_company(asked.metrics, asked.schema).items():
        parts = halves(setting.caseload, asked.schema, together)
        if parts is None:
            continue
        whole = setting.records(asked.schema)
        one, other = (Records(asked.schema, part.records) for part in parts)
        own = [each for each in its if _parted(each, whole, one, other)]
        figures = [counted(own, on, setting, setting.known_on) for on in (whole, one, other)]
        for metric in own:
            told = not_added(*(each[metric.id] for each in figures))
            if told:
                why = "it adds up, as it says" if metric.adds_up else "nobody is in both"
                yield metric.id, f"{told} in two groups of people, though {why}"


def _by_company(metrics: Sequence[Metric], schema: Schema) -> Mapping[frozenset[str], list[Metric]]:
    found: dict[frozenset[str], list[Metric]] = {}
    for metric in metrics:
        company = TOGETHER if metric.adds_up else TOGETHER | _company(metric, schema)
        found.setdefault(company, []).append(metric)
    return found


def _company(metric: Metric, schema: Schema) -> frozenset[str]:
    """Records that are about nobody, over which a metric looks at other people."""
    people = _about_people(schema)
    asked = [each.node for each in metric.expressions.values()]
    for column in () if metric.table is None else metric.table.columns.values():
        asked += [each.node for each in (column.value, column.known_where) if each is not None]
    return frozenset(
        owner
        for node in asked
        for part in nodes.walk(node)
        if isinstance(part, nodes.Related)
        for owner, to in _steps(part, schema, metric)
        if owner not in people and to in people and not schema[owner].derived
    )


def _steps(related: nodes.Related, schema: Schema, metric: Metric) -> Iterator[tuple[str, str]]:
    """From which type of record to which a list leads."""
    known = schema if metric.table is None else metric.table.schema
    own = nodes.base(related.owner).record_type
    here = record_type_of(related.owner, known if own in known.record_types else schema)
    for name in related.path:
        there = schema[here].link(name).to
        yield here, there
        here = there


def _parted(metric: Metric, whole: Records, one: Records, other: Records) -> bool:
    """Whether each counted record is in one of the halves."""
    subject = metric.subject if metric.table is None else metric.table.subject
    ids = [_ids(on.of_type(subject.record_type)) for on in (whole, one, other)]
    return sorted(ids[0]) == sorted([*ids[1], *ids[2]])


def _ids(records: Sequence[Record]) -> list[str]:
    return [each.id for each in records]


def not_added(whole: Figure, one: Figure, other: Figure) -> str:
    """How the figure of all differs from those of two groups together; empty where not."""
    together = added((one.total, other.total))
    if together != whole.total:
        parts = f"{_told(one.total)} and {_told(other.total)}"
        return f"it gives {_told(whole.total)} for all, but {parts}"
    if groups_of(whole) != groups_of(one, other):
        return "the groups of its figure are others for all than"
    return ""


def _told(tally: Tally) -> str:
    told = f"{tally.counted} counted ({tally.unknown} unknown, {tally.open} open)"
    return f"{told}, amount {tally.amount}" if tally.amount else told


def groups_of(*figures: Figure) -> dict[Group, Tally]:
    """The groups of several figures together."""
    found: dict[Group, list[Tally]] = {}
    for figure in figures:
        for group, tally in figure.groups.items():
            found.setdefault(group, []).append(tally)
    return {group: added(tallies) for group, tallies in found.items()}


def _look(given: Given) -> Iterator[Broken]:
    yield from broken(given, drawn(given), people_add_up, first=different(given))


PEOPLE_ADD_UP = Conformance(
    "people-add-up",
    "The figures of separate groups of people add up to the figure of all of them.",
    _look,
    concerns=lambda given: bool(given.brought.metrics),
)
