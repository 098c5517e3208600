"""What in a caseload matters to some declarations: read off their expressions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypeVar

import attrs

from inclusion_core.catalogue import Catalogue, Shelf, same_distribution
from inclusion_core.expr import nodes
from inclusion_core.expr.rows import CASE
from inclusion_core.expr.schema import Schema
from inclusion_core.facts.fact import Fact
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.facts.table import FactsTable
from inclusion_core.limits.limit import Limit
from inclusion_core.metrics.metric import Metric
from inclusion_core.periods import Period
from inclusion_core.rules.rule import Rule
from inclusion_core.testing.strategies.noticing import FieldName, Move, Noticed
from inclusion_core.testing.strategies.table_columns import table_nodes, through_columns

__all__ = ["Interests", "Move"]

ValueT = TypeVar("ValueT")


@attrs.frozen(kw_only=True)
class Interests:
    """What matters: a drawn caseload has these records, and days where these rules turn.

    Attributes:
        record_types: Types of record that are asked about, or reached by a link or a list.
        fields: The fields that are read, by record type and name; others stay plain.
        codes: The codes that are named, by the field that may hold them.
        numbers: The numbers with which a field is compared.
        counts: How many records of a type are asked for at most.
        days: The days that are named, in order.
        moves: By how much days are shifted: 12 months after an event, or an age of 25 years.
    """

    record_types: frozenset[str] = frozenset()
    fields: frozenset[FieldName] = frozenset()
    codes: Mapping[FieldName, tuple[str, ...]] = attrs.field(factory=dict)
    numbers: Mapping[FieldName, tuple[int, ...]] = attrs.field(factory=dict)
    counts: Mapping[str, int] = attrs.field(factory=dict)
    days: tuple[date, ...] = ()
    moves: tuple[Move, ...] = ()

    @classmethod
    def of(
        cls, asked: Iterable[nodes.Node], schema: Schema, *, numbers: Mapping[str, int] = {}
    ) -> Interests:
        """What matters to expressions over records.

        Args:
            asked: The expressions.
            schema: The record types that they are about.
            numbers: The values of number parameters, by name.

        Example:
            >>> from inclusion_core.expr import months_after
            >>> from inclusion_core.facts.subjects import PARTICIPATION
            >>> entered, born = PARTICIPATION.entered_on, PARTICIPATION.client.born_on
            >>> matters = Interests.of([(months_after(born, 300) <= entered).node], SCHEMA)
            >>> sorted(matters.record_types), matters.moves
            (['client', 'participation'], (Move(months=300, days=0),))
        """
        noticed = Noticed(schema, numbers)
        for node in asked:
            noticed.look_at(node)
        return cls._of(noticed)

    @classmethod
    def of_declarations(  # noqa: PLR0913  a word for each kind of declaration
        cls,
        rules: Iterable[Rule] = (),
        limits: Iterable[Limit] = (),
        metrics: Iterable[Metric] = (),
        facts_tables: Iterable[FactsTable] = (),
        *,
        facts: Iterable[Fact[Any]] = (),
        schema: Schema = SCHEMA,
    ) -> Interests:
        """What matters to declared values.

        A metric over a facts table is read through its columns, to the records behind them. What is
        assumed has its default value.
        """
        noticed = Noticed(schema, {})
        for rule in rules:
            noticed.days.update(_ends(rule.in_force))
            noticed.look_at(rule.condition.node)
            noticed.look_at(rule.applies.node)
        for limit in limits:
            noticed.days.update(_ends(limit.in_force))
            for day in (limit.opens_on, limit.closes_on):
                noticed.look_at(day.node)
            noticed.look_at(limit.support.given.node)
        for table in facts_tables:
            noticed.numbers.update({each.id: each.default for each in table.assumes})
            for node in table_nodes(table):
                noticed.look_at(node)
        for metric in metrics:
            noticed.numbers.update({each.id: each.default for each in metric.all_assumptions})
            noticed.look_at(nodes.Variable(metric.subject.record_type, CASE))
            for asked in metric.expressions.values():
                for node in through_columns(asked.node, metric.table):
                    noticed.look_at(node)
        for fact in facts:
            noticed.look_at(fact.value.node)
        return cls._of(noticed)

    @classmethod
    def of_plugin(cls, catalogue: Catalogue, distribution: str) -> Interests:
        """What matters to all that one distribution declares, its report forms included.

        Args:
            catalogue: Where it stands with all that it needs.
            distribution: Its name, ``inclusion-sif``.
        """
        forms = tuple(_own(catalogue.reports, distribution))
        in_forms = (metric for form in forms for metric in form.metrics)
        metrics = {each.id: each for each in (*in_forms, *_own(catalogue.metrics, distribution))}
        of_forms = (table for form in forms for table in form.facts_tables)
        own_tables = _own(catalogue.facts_tables, distribution)
        return cls.of_declarations(
            _own(catalogue.rules, distribution),
            _own(catalogue.limits, distribution),
            metrics.values(),
            {each.id: each for each in (*of_forms, *own_tables)}.values(),
            facts=_own(catalogue.facts, distribution),
            schema=catalogue.schema,
        )

    @classmethod
    def _of(cls, noticed: Noticed) -> Interests:
        return cls(
            record_types=frozenset(noticed.record_types),
            fields=frozenset(noticed.fields),
            codes={key: tuple(sorted(codes)) for key, codes in sorted(noticed.codes.items())},
            numbers={key: tuple(sorted(each)) for key, each in sorted(noticed.compared.items())},
            counts=dict(sorted(noticed.counts.items())),
            days=tuple(sorted(noticed.days)),
            moves=tuple(sorted(noticed.moves)),
        )

    def near(self, *days: date) -> Interests:
        """The same, and these days matter too: those for which a report is asked.

        Example:
            >>> Interests().near(date(2019, 12, 31)).days
            (datetime.date(2019, 12, 31),)
        """
        return attrs.evolve(self, days=tuple(sorted({*self.days, *days})))


def _ends(period: Period | None) -> tuple[date, ...]:
    if period is None:
        return ()
    return (period.first_day,) if period.last_day is None else (period.first_day, period.last_day)


def _own(shelf: Shelf[ValueT], distribution: str) -> Iterator[ValueT]:
    """What one distribution brought."""
    for each in shelf.declared.values():
        if same_distribution(each.distribution) == same_distribution(distribution):
            yield each.value
