"""An expression in one form: parts that are alike are one object, rows are named by their level.

The level of a part says what it depends on: nothing of a record (0), the record asked about (1),
one record of a list (2), of a list inside a list (3) and so on. Clauses are left out, because they
name a condition and change nothing.

What the generated code cannot read exactly as the interpreter does is refused here: names that are
not in the schema, rows that are not bound, days that are moved so far that they might leave the
calendar. So is what is nested very deep: few write it, and the interpreter reads it as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, cast, get_args

import attrs

from inclusion_core.errors import UnknownNameError
from inclusion_core.expr import nodes
from inclusion_core.expr.generated.readable import Readable
from inclusion_core.expr.generated.refusal import NotGeneratedError
from inclusion_core.expr.rows import CASE
from inclusion_core.expr.schema import RecordType, Schema

__all__ = ["BESIDE_RECORDS", "CASE_ROW", "RECORD", "REDUCTIONS", "Canonical"]

BESIDE_RECORDS = 0
"""The level of what depends on no record."""
RECORD = 1
"""The level of what depends on the record asked about alone."""
MOST_LISTS = 5
"""How deep lists may stand inside lists."""
MOST_DEPTH = 40
"""How deep nodes may be nested."""
MOST_YEARS = 500
"""How far days may be moved, one move after the other."""

CASE_ROW = "row1"
"""What the record asked about is called in generated code."""

REDUCTIONS = get_args(nodes.Reduction)


class _Sight(NamedTuple):
    """The rows in sight by their names, and what was found of the nodes seen from here."""

    rows: Mapping[str, nodes.Variable]
    done: dict[int, Any]


class _Measure(NamedTuple):
    """What is known of a part.

    Attributes:
        level: On what it depends.
        years: How far it moves days, at most.
        depth: How deep its nodes are nested.
    """

    level: int
    years: float = 0
    depth: int = 1


class Canonical:
    """Puts expressions about the records of a schema in that form.

    Attributes:
        readable: The record types.
        case: The type of the record asked about; ``None`` where nothing is asked of it.
    """

    def __init__(self, schema: Schema) -> None:
        self.readable: Readable = Readable(schema)
        self.case: RecordType | None = None
        self._same: dict[nodes.Node, nodes.Node] = {}
        self._measures: dict[int, _Measure] = {}
        self._free: dict[int, frozenset[str]] = {}

    def roots(self, *asked: nodes.Node) -> list[Any]:
        """Expressions in the one form.

        Raises:
            NotGeneratedError: Only the interpreter can read them.
        """
        inside = (part for node in asked for part in nodes.walk(node))
        cases = {each for each in inside if isinstance(each, nodes.Variable) and each.name == CASE}
        if len(cases) > 1:
            raise NotGeneratedError("it asks about records of two types")
        rows: dict[str, nodes.Variable] = {}
        try:
            for case in cases:
                self.case = self.readable.schema[case.record_type]
                rows[CASE] = self._kept(nodes.Variable(case.record_type, CASE_ROW), RECORD)
            return [self._of(node, _Sight(rows, {})) for node in asked]
        except UnknownNameError:
            raise NotGeneratedError("it names what is not in the schema") from None

    def level(self, node: nodes.Node) -> int:
        """On what a part depends."""
        return self._measures[id(node)].level

    def _of(self, node: Any, sight: _Sight) -> Any:
        """A part in the one form, seen from where certain rows are in sight."""
        found = sight.done.get(id(node))
        if found is None:
            if isinstance(node, nodes.Named):
                found = self._of(node.of, sight)
            elif isinstance(node, nodes.Variable):
                found = self._row(node, sight)
            elif isinstance(node, REDUCTIONS):
                found = self._reduction(node, sight)
            else:
                inside: dict[str, Any] = {}
                for attribute in attrs.fields(type(node)):
                    value = getattr(node, attribute.name)
                    if isinstance(value, tuple):
                        inside[attribute.name] = tuple([self._of(each, sight) for each in value])
                    elif type(value) in nodes.NODE_CLASSES:
                        inside[attribute.name] = self._of(value, sight)
                found = self._made(attrs.evolve(node, **inside))
            sight.done[id(node)] = found
        return found

    def _made(self, node: Any) -> Any:
        """A part whose own parts have the one form: the object that stands for all like it."""
        if isinstance(node, nodes.Not) and isinstance(node.of, nodes.Not):
            return node.of.of
        if isinstance(node, nodes.AllOf | nodes.AnyOf):
            different = tuple(dict.fromkeys(node.of))
            if len(different) == 1:
                return different[0]
            node = attrs.evolve(node, of=different)
        if node not in self._same:
            self.readable.check(node)
            parts = [*nodes.children(node)]
            level = max(map(self.level, parts), default=BESIDE_RECORDS)
            self._measure(node, level, parts, _years_moved(node))
        return self._same[node]

    def _measure(self, node: nodes.Node, level: int, parts: list[Any], years: float) -> None:
        """Keep a part that is like no other so far."""
        inside = [self._measures[id(part)] for part in parts]
        years += max((each.years for each in inside), default=0)
        depth = 1 + max((each.depth for each in inside), default=0)
        if years > MOST_YEARS:
            raise NotGeneratedError("days are moved very far")
        if depth > MOST_DEPTH:
            raise NotGeneratedError("it is nested very deep")
        self._same[node] = node
        self._measures[id(node)] = _Measure(level, years, depth)

    def _kept(self, row: nodes.Variable, level: int) -> nodes.Variable:
        """The one variable of a level and a record type."""
        same = cast("nodes.Variable", self._same.setdefault(row, row))
        self._measures[id(same)] = _Measure(level)
        return same

    # Rows and lists.

    def _row(self, node: nodes.Variable, sight: _Sight) -> nodes.Variable:
        row = sight.rows.get(node.name)
        if row is None or row.record_type != node.record_type:
            raise NotGeneratedError("a row is used outside of its list, or as one of another type")
        return row

    def _reduction(self, node: Any, sight: _Sight) -> Any:
        """A list and what it comes to: its records have the level after that of the whole."""
        related: nodes.Related = node.related
        free = self._free_rows(node)
        if not free or not free <= set(sight.rows):
            raise NotGeneratedError("a row is used outside of its list")
        level = max(self.level(sight.rows[name]) for name in free)
        if level > MOST_LISTS:
            raise NotGeneratedError("lists stand very deep inside lists")
        name, record_type = related.variable.name, related.variable.record_type
        row = self._kept(nodes.Variable(record_type, f"row{level + 1}"), level + 1)
        inner = _Sight({**sight.rows, name: row}, {})
        through = related.complete_through
        listed = nodes.Related(
            owner=self._of(related.owner, sight),
            path=related.path,
            variable=row,
            where=self._of(related.where, inner),
            complete_through=None if through is None else self._of(through, sight),
        )
        if self.readable.links(listed)[-1].to != record_type:
            raise NotGeneratedError("a list holds records of another type")
        values = {
            name: self._of(getattr(node, name), inner)
            for name in ("value", "by")
            if hasattr(node, name)
        }
        made = attrs.evolve(node, related=listed, **values)
        if made not in self._same:
            later = [] if through is None else [listed.complete_through]
            years = max((self._measures[id(each)].years for each in later), default=0)
            self._measure(
                made, level, [listed.owner, listed.where, *values.values(), *later], years
            )
        return self._same[made]

    def _free_rows(self, node: Any) -> frozenset[str]:
        """The names of the rows that a part needs; a list may hide a row by one of its own."""
        found = self._free.get(id(node))
        if found is None:
            found = frozenset([node.name] if isinstance(node, nodes.Variable) else [])
            for each in nodes.children(node):
                found |= self._free_rows(each)
            if isinstance(node, REDUCTIONS):
                found = self._outside(cast("Any", node).related, found)
            self._free[id(node)] = found
        return found

    def _outside(self, related: nodes.Related, needed: frozenset[str]) -> frozenset[str]:
        """The rows needed by a list and what it comes to, but for its own one."""
        through = related.complete_through
        outside = self._free_rows(related.owner)
        if through is not None:
            outside |= self._free_rows(through)
        return needed - {related.variable.name} | outside


def _years_moved(node: Any) -> float:
    """How many years a part moves a day."""
    if isinstance(node, nodes.Shifted):
        return abs(node.months) / 12 + abs(node.days) / 365 + 1 / 12
    return 0
