"""A plan: rows for which lists too become columns.

A list becomes a plan of its own, whose aggregates are joined back to the owners:

- where the condition of a list mentions only the list's own records, the list is reduced once by
  its reference and joined to its owners,
- where it mentions its owner, owners and records are joined first.

All reductions of one list are taken in one pass, and what was worked out once is not worked out
again.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, assert_never

import attrs
import narwhals as nw

from inclusion_core.expr import nodes
from inclusion_core.expr.frames import columns as c
from inclusion_core.expr.frames import reductions, source
from inclusion_core.expr.frames.columns import Days, Numbers
from inclusion_core.expr.frames.compiled import Compiled
from inclusion_core.expr.frames.reductions import Element, Value
from inclusion_core.expr.frames.rows import NOTHING_KNOWN, LateRow
from inclusion_core.expr.frames.work import REDUCTIONS, Work
from inclusion_core.values import NEVER


@attrs.frozen
class Reached:
    """The records of a list, as a plan.

    Attributes:
        plan: It has a row for each record of the list, or for each pair of owner and record.
        group: Its columns that tell owners apart.
        own: The columns of the owners' plan that hold the same.
    """

    plan: Plan
    group: tuple[str, ...]
    own: tuple[str, ...]


@attrs.define
class Plan(Compiled):
    """Compiles whole expressions; see the module.

    Attributes:
        busy: The reductions that are being worked out.
    """

    busy: set[nodes.Reduction] = attrs.field(factory=set, kw_only=True)

    @classmethod
    def about(cls, work: Work, variable: nodes.Variable, prefix: str) -> Plan:
        """A plan with a row for each record of a type."""
        frame = source.source(
            work.tables,
            variable.record_type,
            prefix,
            work.used[variable.record_type],
            work.known_on,
        )
        return cls(work, frame, (source.key_column(prefix),), {variable: prefix})

    def reduced(self, node: nodes.Reduction) -> Any:
        """What a list comes to, for each row; worked out with its likes when first asked for."""
        if node not in self.held:
            if nodes.base(node.related.owner) in self.late:
                self.held[node] = self._settled(node, None, NOTHING_KNOWN)
            else:
                for batch in self._batches(node):
                    self._reduce(batch)
        return self.held[node]

    def _batches(self, node: nodes.Reduction) -> Iterator[list[nodes.Reduction]]:
        """The reductions of the same list that can be taken together, the one asked for first."""
        here = set(self.prefixes) | set(self.late)
        alike = [
            other
            for other in self.work.reductions
            if other not in (*self.held, *self.busy, node)
            and not _one_inside_another(node, other)
            and (other.related.owner, other.related.path) == (node.related.owner, node.related.path)
            and nodes.free_variables(other) <= here
            and self._mentions_outside(other) == self._mentions_outside(node)
        ]
        latest = [one for one in (node, *alike) if isinstance(one, nodes.LatestCode)]
        together = [one for one in (node, *alike) if one not in latest]
        if together:
            yield together
        for one in latest:
            yield [one]

    def _mentions_outside(self, node: nodes.Reduction) -> bool:
        """Whether the condition or value of a list depends on more than the list's records."""
        related = node.related
        parts = [related.where, *_values(node)]
        free = frozenset[nodes.Variable]().union(*(nodes.free_variables(p) for p in parts))
        outside = free - {related.variable}
        return any(
            variable not in self.late or isinstance(self.late[variable].days.lo, nw.Expr)
            for variable in outside
        )

    def _reduce(self, batch: list[nodes.Reduction]) -> None:
        """Reduce one list for each row of the plan, and join what comes of it."""
        related = batch[0].related
        self.busy |= set(batch)
        reached = self._list(batch)
        inner = reached.plan
        elements = {node: inner.element(node) for node in batch}
        for node, each in elements.items():
            if isinstance(node, nodes.LatestCode):
                elements[node] = inner.latest(each, reached.group)
        columns = {node: reductions.row_columns(node, each) for node, each in elements.items()}
        names = {
            node: {stem: self.work.name(stem) for stem in stems} for node, stems in columns.items()
        }
        made = [
            c.as_column(column).alias(names[node][stem])
            for node, stems in columns.items()
            for stem, column in stems.items()
        ]
        aggregates = [
            reductions.aggregate(stem, name).alias(name)
            for stems in names.values()
            for stem, name in stems.items()
        ]
        frame = inner.frame
        possible = reductions.joined_flags([c.perhaps(each.holds) for each in elements.values()])
        if isinstance(possible, nw.Expr):
            frame = frame.filter(possible)
        grouped = frame.with_columns(*made).group_by(*reached.group).agg(*aggregates)
        self.join(grouped, reached.own, reached.group)
        self.busy -= set(batch)
        for node in batch:
            self._settle(node, related, reductions.filled(node, names[node]))

    def _list(self, batch: list[nodes.Reduction]) -> Reached:
        """The records of a list: on their own, or beside their owners where these matter."""
        related = batch[0].related
        prefix = self.work.name("r")
        variables = {node.related.variable for node in batch}
        inner = Plan.about(self.work, related.variable, prefix)
        inner.prefixes = dict.fromkeys(variables, prefix)
        inner.late = {v: row for v, row in self.late.items() if v not in variables}
        reference = inner.reference(related)
        own = self.owner_key(related.owner)
        if not self._mentions_outside(batch[0]):
            return Reached(inner, group=(reference,), own=(own,))
        self._work_out_own(batch)
        copied = self.work.name("ref")
        beside = self.frame.join(
            inner.frame.with_columns(nw.col(reference).alias(copied)),
            left_on=own,
            right_on=copied,
            how="inner",
        )
        held = {n: v for n, v in self.held.items() if not nodes.free_variables(n) & variables}
        plan = attrs.evolve(
            inner,
            frame=beside,
            keys=(*self.keys, *inner.keys),
            prefixes={**self.prefixes, **inner.prefixes},
            held=held,
            hopped=inner.hopped | self.hopped,
        )
        return Reached(plan, group=self.keys, own=self.keys)

    def _work_out_own(self, batch: list[nodes.Reduction]) -> None:
        """Hold what the conditions of a list say of its owner alone, before the rows multiply."""
        here = frozenset(self.prefixes)
        for node in batch:
            for part in (node.related.where, *_values(node)):
                for inner in nodes.walk(part):
                    if isinstance(inner, (nodes.Shifted, nodes.Extreme, *REDUCTIONS)):
                        free = nodes.free_variables(inner)
                        if free and free <= here and inner not in self.busy:
                            self._hold(inner)

    def _hold(self, node: nodes.Shifted | nodes.Extreme | nodes.Reduction) -> None:
        if isinstance(node, nodes.Shifted | nodes.Extreme):
            self.day(node)
        else:
            self.reduced(node)

    def element(self, node: nodes.Reduction) -> Element:
        """The columns of one record of a list."""
        holds = self.truth(node.related.where)
        match node:
            case nodes.RelatedDay(_, value):
                return Element(holds, self.day(value))
            case nodes.Sum(_, value):
                return Element(holds, self.number(value))
            case nodes.OnlyCode(_, value):
                return Element(holds, self.code(value))
            case nodes.LatestCode(_, value, by):
                return Element(holds, self.code(value), self.day(by))
            case nodes.Exists() | nodes.Count():
                return Element(holds)
            case _:
                assert_never(node)

    def latest(self, each: Element, group: Sequence[str]) -> Element:
        """The element, as far as no other record of the same owner surely comes after it."""
        each = reductions.candidate(each)
        by, latest = self.work.name("by"), self.work.name("latest")
        sure_by = c.choose(c.surely(each.holds), each.by.lo, reductions.NONE_DAY)
        self.frame = self.frame.with_columns(c.as_column(sure_by).alias(by))
        self.join(self.frame.group_by(*group).agg(nw.col(by).max().alias(latest)), group, group)
        return reductions.contender(each, nw.col(latest))

    def _settle(
        self, node: nodes.Reduction, related: nodes.Related, found: Mapping[str, Any]
    ) -> None:
        """Hold the value of a reduction, with what may still come taken into account."""
        value = self._settled(node, found, self._late_row(node.related))
        if isinstance(related.owner, nodes.Hop) and isinstance(related.owner.row, nodes.Hop):
            lost = nw.col(self.owner_key(related.owner)).is_null()
            value = _chosen(lost, self._settled(node, None, NOTHING_KNOWN), value)
        self.held[node] = self._named(value)

    def _settled(
        self, node: nodes.Reduction, found: Mapping[str, Any] | None, row: LateRow | None
    ) -> Value:
        """The value that follows from the aggregates, if any, and the late row, if any."""
        found = reductions.empty(node) if found is None else found
        if row is None:
            return reductions.result(node, found, None)
        with self._standing_for(node.related.variable, row):
            late = self.element(node)
        if isinstance(node, nodes.LatestCode):
            late = reductions.contender(reductions.candidate(late), found["most_sure_by"])
        holds = c.conjunction([late.holds, c.truth_of(row.there, c.not_flag(row.there))])
        return reductions.result(node, found, attrs.evolve(late, holds=holds))

    def _late_row(self, related: nodes.Related) -> LateRow | None:
        """The record that may still come after the day through which a list is complete."""
        through: c.DayColumn = NEVER if self.work.known_on is None else self.work.known_on
        if related.complete_through is not None:
            through = c.smaller(through, self.day(related.complete_through).lo)
        if isinstance(through, date):
            if through == NEVER:
                return None
            return LateRow(Days(c.moved(through, 0, 1), NEVER))
        kept = self.kept(through)
        after = self.kept(c.as_column(c.moved(kept, 0, 1)))
        return LateRow(Days(after, NEVER), there=kept < NEVER)

    @contextmanager
    def _standing_for(self, variable: nodes.Variable, row: LateRow) -> Generator[None]:
        """While it lasts, a variable stands for a late row."""
        before, held = dict(self.late), dict(self.held)
        self.late[variable] = row
        self.held = {n: v for n, v in held.items() if variable not in nodes.free_variables(n)}
        yield
        self.late = before
        kept = {n: v for n, v in self.held.items() if variable not in nodes.free_variables(n)}
        self.held = {**held, **kept}

    def _named(self, value: Value) -> Value:
        if isinstance(value, Days):
            return self.columns_of(value)
        if isinstance(value, Numbers):
            return self.columns_of(value)
        return self.kept(value) if isinstance(value, nw.Expr) else value


def _values(node: nodes.Reduction) -> list[nodes.Node]:
    match node:
        case nodes.Exists() | nodes.Count():
            return []
        case nodes.LatestCode(_, value, by):
            return [value, by]
        case _:
            return [node.value]


def _one_inside_another(one: nodes.Node, other: nodes.Node) -> bool:
    return any(part == other for part in nodes.walk(one)) or any(
        part == one for part in nodes.walk(other)
    )


def _chosen(condition: nw.Expr, then: Value, otherwise: Value) -> Value:
    if isinstance(then, Days | Numbers) and isinstance(otherwise, Days | Numbers):
        return type(then)(
            c.choose(condition, then.lo, otherwise.lo),
            c.choose(condition, then.hi, otherwise.hi),
        )
    if isinstance(then, str | None):
        return reductions.choose_code(condition, then, otherwise)  # type: ignore[arg-type]
    return c.choose(condition, then, otherwise)  # type: ignore[no-any-return]
