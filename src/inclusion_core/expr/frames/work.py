"""What all plans of one reading share: the tables, what the asker gives, what is asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import count

import attrs
import narwhals as nw

from inclusion_core.errors import ExpressionError
from inclusion_core.expr import nodes
from inclusion_core.expr.frames.beginnings import REDUCTIONS, Beginnings
from inclusion_core.expr.frames.comparisons import moves_of
from inclusion_core.expr.frames.tables import Tables
from inclusion_core.expr.objects import record_type_of
from inclusion_core.expr.parameters import Parameters


@attrs.frozen
class Work:
    """What all plans of one reading share.

    Attributes:
        tables: The tables read.
        parameters: What the asker gives.
        known_on: The day up to which the records are known; ``None``: as things stand.
        used: The fields that the expressions use, by record type.
        repeated: Nodes that stand in them more than once.
        beginnings: What several conditions begin with alike.
        reasons: Whether it is asked why something is not known.
        told: The fields of which it is asked whether they are known: record type and name.
        reductions: Every reduction inside them.
        needed_where: For each of them the conditions without which nobody asks for it.
        moves: By how many different numbers of months a day is moved, by day.
        fresh: Numbers for the names of columns.
        plain: Expressions that are just a column, by identity: naming them again gains nothing.
    """

    tables: Tables
    parameters: Parameters
    known_on: date | None
    used: Mapping[str, set[str]]
    repeated: frozenset[nodes.Node]
    beginnings: Beginnings
    reasons: bool
    told: frozenset[tuple[str, str]]
    reductions: tuple[nodes.Reduction, ...]
    needed_where: Mapping[nodes.Reduction, frozenset[nodes.TruthNode]]
    moves: Mapping[nodes.DayNode, int]
    fresh: Iterator[int]
    plain: dict[int, nw.Expr] = attrs.field(factory=dict)

    @classmethod
    def on(
        cls,
        expressions: Sequence[nodes.Node],
        tables: Tables,
        parameters: Parameters,
        known_on: date | None,
        *,
        reasons: bool = False,
    ) -> Work:
        """The work that some expressions make; with all reasons for not knowing if told so."""
        for node in expressions:
            nodes.checked_depth(node)
        found = [part for node in expressions for part in nodes.walk(node)]
        used_in = Counter(expressions)
        used_in.update(child for part in found for child in nodes.children(part))
        beginnings = Beginnings.among(used_in)
        return cls(
            tables=tables,
            parameters=parameters,
            known_on=known_on,
            used=_used_fields(used_in, tables),
            repeated=_repeated(used_in).union(beginnings.of.values()),
            beginnings=beginnings,
            reasons=reasons or _asked_for_reasons(used_in),
            told=frozenset(
                (record_type_of(node.field.row, tables.schema), node.field.name)
                for node in used_in
                if isinstance(node, nodes.IsKnown)
            ),
            reductions=tuple(node for node in used_in if isinstance(node, REDUCTIONS)),
            needed_where=_needed_where(expressions),
            moves=Counter(of for node in used_in if (of := moves_of(node)) is not None),
            fresh=count(1),
        )

    def column(self, name: str) -> nw.Expr:
        """The column of that name, known to be no more than that."""
        column = nw.col(name)
        self.plain[id(column)] = column
        return column

    def name(self, stem: str) -> str:
        """A name that no column has."""
        return f"{stem}_{next(self.fresh)}"


def _repeated(used_in: Mapping[nodes.Node, int]) -> frozenset[nodes.Node]:
    """What is used more than once; of an opposite that, of which it is the opposite."""
    found: set[nodes.Node] = set()
    for node, times in used_in.items():
        if times > 1:
            bare = node
            while isinstance(bare, (nodes.Not, nodes.Named)):
                bare = bare.of
            found.add(bare)
    return frozenset(found)


def _asked_for_reasons(used_in: Iterable[nodes.Node]) -> bool:
    """Whether it is asked why something is not known, or about a row that may be missing."""
    return any(
        isinstance(node, nodes.IsKnown)
        and (node.reason is not None or isinstance(node.field.row, nodes.Hop))
        for node in used_in
    )


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


def _needed_where(
    expressions: Iterable[nodes.Node],
) -> dict[nodes.Reduction, frozenset[nodes.TruthNode]]:
    """The conditions without which nobody asks for a list.

    Of several conditions that must all hold, a later one does not matter where an earlier one
    fails. A list that is asked for in several places needs what all of them need.
    """
    found: dict[nodes.Reduction, frozenset[nodes.TruthNode]] = {}
    waiting: list[tuple[nodes.Node, frozenset[nodes.TruthNode]]] = [
        (node, frozenset()) for node in expressions
    ]
    while waiting:
        node, given = waiting.pop()
        if isinstance(node, REDUCTIONS):
            found[node] = found.get(node, given) & given
        for place, part in enumerate(nodes.children(node)):
            before = node.of[:place] if isinstance(node, nodes.AllOf) else ()
            waiting.append((part, given.union(before)))
    return found
