"""What all plans of one reading share: the tables, what the asker gives, what is asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import count

import attrs

from inclusion_core.errors import ExpressionError
from inclusion_core.expr import nodes
from inclusion_core.expr.frames.tables import Tables
from inclusion_core.expr.objects import record_type_of
from inclusion_core.expr.parameters import Parameters

REDUCTIONS = (
    nodes.Exists,
    nodes.RelatedDay,
    nodes.Count,
    nodes.Sum,
    nodes.OnlyCode,
    nodes.LatestCode,
)


@attrs.frozen
class Work:
    """What all plans of one reading share.

    Attributes:
        tables: The tables read.
        parameters: What the asker gives.
        known_on: The day up to which the records are known; ``None``: as things stand.
        used: The fields that the expressions use, by record type.
        repeated: Nodes that stand in them more than once.
        reductions: Every reduction inside them.
        fresh: Numbers for the names of columns.
    """

    tables: Tables
    parameters: Parameters
    known_on: date | None
    used: Mapping[str, set[str]]
    repeated: frozenset[nodes.Node]
    reductions: tuple[nodes.Reduction, ...]
    fresh: Iterator[int]

    @classmethod
    def on(
        cls,
        expressions: Sequence[nodes.Node],
        tables: Tables,
        parameters: Parameters,
        known_on: date | None,
    ) -> Work:
        """The work that some expressions make."""
        for node in expressions:
            nodes.checked_depth(node)
        found = [part for node in expressions for part in nodes.walk(node)]
        used_in = Counter(expressions)
        used_in.update(child for part in found for child in nodes.children(part))
        return cls(
            tables=tables,
            parameters=parameters,
            known_on=known_on,
            used=_used_fields(used_in, tables),
            repeated=frozenset(node for node, times in used_in.items() if times > 1),
            reductions=tuple(node for node in used_in if isinstance(node, REDUCTIONS)),
            fresh=count(1),
        )

    def name(self, stem: str) -> str:
        """A name that no column has."""
        return f"{stem}_{next(self.fresh)}"


def _used_fields(found: Iterable[nodes.Node], tables: Tables) -> dict[str, set[str]]:
    """The fields by which rows are read and joined, by record type."""
    schema = tables.schema
    used: dict[str, set[str]] = {record_type.name: set() for record_type in schema}
    for node in found:
        if isinstance(node, nodes.FieldNode):
            used[record_type_of(node.row, schema)].add(node.name)
        elif isinstance(node, nodes.Hop):
            owner = record_type_of(node.row, schema)
            used[owner].add(schema[owner].link(node.link).field)
        elif isinstance(node, nodes.Related):
            owner = record_type_of(node.owner, schema)
            for name in node.path:
                link = schema[owner].link(name)
                if not link.many:
                    raise ExpressionError(f"{name!r} is not a list", "read its fields directly")
                owner = link.to
                used[owner].add(link.field)
    return used
