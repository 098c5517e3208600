"""Reads every expression of a plugin on a drawn caseload, with one reader or another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.records import Records
from inclusion_core.facts.assumption import Assumption, assumed
from inclusion_core.facts.building import counted_records
from inclusion_core.facts.table import FactsTable
from inclusion_core.testing.conformance.laws.asked import Asked
from inclusion_core.testing.conformance.laws.settings import Setting

__all__ = ["Answers", "Expressed", "expressed"]


@attrs.frozen(kw_only=True)
class Expressed:
    """An expression of a declaration.

    Attributes:
        about: The declaration; a part of it follows a slash.
        record_type: The records that it is asked of.
        node: The expression.
        table: The facts table in whose rows they are; ``None`` for records.
        assumes: The numbers that it takes for granted.
    """

    about: str
    record_type: str
    node: nodes.Node
    table: FactsTable | None = None
    assumes: tuple[Assumption, ...] = ()


@lru_cache(maxsize=32)
def expressed(asked: Asked) -> tuple[Expressed, ...]:
    """All expressions of the declarations."""
    return tuple(_expressed(asked))


def _expressed(asked: Asked) -> Iterator[Expressed]:
    for rule in asked.rules:
        yield Expressed(about=rule.id, record_type=STAY, node=rule.condition.node)
    for limit in asked.limits:
        yield Expressed(about=limit.id, record_type=STAY, node=limit.opens_on.node)
        for end in limit.ends:
            yield Expressed(about=f"{limit.id}/{end.id}", record_type=STAY, node=end.day.node)
    for metric in asked.metrics:
        for expression in metric.expressions.values():
            yield Expressed(
                about=metric.id,
                record_type=metric.subject.record_type,
                node=expression.node,
                table=metric.table,
                assumes=metric.all_assumptions,
            )
    for table in asked.facts_tables:
        for name, column in table.columns.items():
            for each in (column.value, column.known_where):
                if each is not None:
                    yield Expressed(
                        about=f"{table.id}/{name}",
                        record_type=table.subject.record_type,
                        node=each.node,
                        assumes=table.assumes,
                    )


STAY = "participation"


class Answers:
    """What expressions come to on one caseload, by one reader; facts are worked out once.

    Args:
        asked: The declarations.
        setting: The caseload.
        reader: The reader.
    """

    def __init__(self, asked: Asked, setting: Setting, reader: type[ObjectReader]) -> None:
        self.setting: Setting = setting
        self.reader: type[ObjectReader] = reader
        self.records: Records = setting.records(asked.schema)
        self._readers: dict[object, ObjectReader] = {}

    def of(self, its: Expressed) -> Iterator[tuple[str, object]]:
        """What an expression comes to for each record, by its id."""
        reader, node = self._reader(its), its.node
        for record in reader.records.of_type(its.record_type):
            if isinstance(node, nodes.TruthNode):
                yield record.id, reader.truth(node, record)
            elif isinstance(node, nodes.DayNode):
                yield record.id, reader.day(node, record)
            elif isinstance(node, nodes.CodeNode):
                yield record.id, reader.code(node, record)
            else:
                assert isinstance(node, nodes.NumberNode)  # noqa: S101  nothing else is declared
                yield record.id, reader.number(node, record)

    def _reader(self, its: Expressed) -> ObjectReader:
        table = "" if its.table is None else its.table.id
        key = (table, tuple(each.id for each in its.assumes))
        if key not in self._readers:
            given = assumed(self.setting.parameters, its.assumes)
            counted = counted_records(its.table, self.records, given)
            known_on = self.setting.known_on
            self._readers[key] = self.reader(counted, parameters=given, known_on=known_on)
        return self._readers[key]
