"""A plan: rows for which lists too become columns.

A list becomes a plan of its own, whose aggregates are joined back to the owners:

- where the condition of a list mentions only the list's own records, the list is reduced once by
  its reference and joined to its owners,
- where it mentions its owner, owners and records are joined first.

All reductions of one list are taken in one pass, and what was worked out once is not worked out
again.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, assert_never

import attrs
import narwhals as nw

from inclusion_core.expr import nodes
from inclusion_core.expr.frames import columns as c
from inclusion_core.expr.frames import reductions, source
from inclusion_core.expr.frames.beginnings import REDUCTIONS
from inclusion_core.expr.frames.calendar import next_day
from inclusion_core.expr.frames.columns import Days, Flag, Numbers
from inclusion_core.expr.frames.lists import (
    asks_own_parts_alone,
    one_inside_another,
    own_parts,
    parts_of,
    values_of,
)
from inclusion_core.expr.frames.reductions import Element, Value
from inclusion_core.expr.frames.rows import NOTHING_KNOWN, LateRow
from inclusion_core.expr.frames.stages import Staged
from inclusion_core.expr.frames.unread import Unread
from inclusion_core.expr.frames.work import Work
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


@attrs.frozen(eq=False)
class Grouped:
    """What lists come to for each of their owners, to be joined to them.

    Attributes:
        frame: A row for each owner of a record.
        keys: Its columns that name the owner.
        own: The columns of the owners' plan that hold the same.
        names: The aggregates of each reduction: name of the column by what it aggregates.
    """

    frame: nw.LazyFrame[Any]
    keys: tuple[str, ...]
    own: tuple[str, ...]
    names: Mapping[nodes.Reduction, Mapping[str, str]]


@attrs.define
class Plan(Staged):
    """Compiles whole expressions; see the module.

    Attributes:
        busy: The reductions that are being worked out.
    """

    busy: set[nodes.Reduction] = attrs.field(factory=set, kw_only=True)

    @classmethod
    def about(cls, work: Work, variable: nodes.Variable, prefix: str, keep: Flag = True) -> Plan:
        """A plan with a row for each record of a type, without those that are not worth keeping."""
        frame = source.source(work, variable.record_type, prefix, keep)
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
            and not one_inside_another(node, other)
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
        parts = [related.where, *values_of(node)]
        free = frozenset[nodes.Variable]().union(*(nodes.free_variables(p) for p in parts))
        outside = free - {related.variable}
        return any(
            variable not in self.late or isinstance(self.late[variable].days.lo, nw.Expr)
            for variable in outside
        )

    def _reduce(self, batch: list[nodes.Reduction]) -> None:
        """Reduce one list for each row of the plan, and join what comes of it."""
        grouped = self._grouped(batch)
        self.join(grouped.frame, grouped.own, grouped.keys)
        self._settle_all(grouped)

    def _settle_all(self, grouped: Grouped) -> None:
        """Hold what the joined aggregates say, all worked out in one step.

        What one of them needs of another, as for the day through which a list is complete, is
        smaller than itself: so the smaller ones are held first.
        """
        by_size = sorted(grouped.names, key=lambda node: sum(1 for _ in nodes.walk(node)))
        for node in by_size:
            self.held[node] = self._settle(node, reductions.filled(node, grouped.names[node]))
        flat = {node: _flat(self.held[node]) for node in by_size}
        kept = iter(self.kept_all(part for parts in flat.values() for part in parts))
        for node, parts in flat.items():
            named = [next(kept) for _ in parts]
            whole = self.held[node]
            self.held[node] = type(whole)(*named) if isinstance(whole, tuple) else named[0]

    def start_from(self, conditions: Iterable[nodes.TruthNode]) -> None:
        """Leave out the rows for which none of the conditions can hold, found by their lists.

        A row is left out where every condition asks for a list of which it has no record. Where a
        condition asks for none, all rows stay.
        """
        lists: list[nodes.Reduction] = []
        for condition in conditions:
            implied = self._implied(condition)
            if implied is None:
                return
            lists.append(implied)
        done: dict[nodes.Reduction, Grouped] = {}
        for node in lists:
            if node not in done:
                for batch in self._batches(node):
                    done.update(dict.fromkeys(batch, self._grouped(batch)))
        grouped = list(dict.fromkeys(done.values()))
        self._start_from_owners(grouped)
        for one in grouped:
            self._settle_all(one)

    def _start_from_owners(self, grouped: Sequence[Grouped]) -> None:
        """Keep the rows that own a record of one of the lists, beside what the lists come to."""
        owners, own = self._owners(grouped[0])
        for one in grouped[1:]:
            others, key = self._owners(one)
            either = self.work.name("key")
            owners = owners.join(others, left_on=own, right_on=key, how="full").with_columns(
                nw.coalesce(nw.col(own), nw.col(key)).alias(either)
            )
            own = either
        self.frame = self.frame.join(owners, left_on=self.keys[0], right_on=own, how="inner")

    def _owners(self, grouped: Grouped) -> tuple[nw.LazyFrame[Any], str]:
        """What lists come to, and the new name of the column that names their owners."""
        key = self.work.name("key")
        return grouped.frame.rename({grouped.keys[0]: key}), key

    def _implied(self, node: nodes.TruthNode) -> nodes.Exists | None:
        """A list of which there must be a record if a condition holds, reduced on its own."""
        for part in parts_of(node):
            if isinstance(part, nodes.Exists) and part.related.owner in self.prefixes:
                related = part.related
                if self._mentions_outside(part):
                    own = [
                        each
                        for each in parts_of(related.where)
                        if nodes.free_variables(each) <= {related.variable}
                    ]
                    related = attrs.evolve(related, where=nodes.AllOf(tuple(own)))
                if not self._one_may_come(part):
                    return nodes.Exists(related)
        return None

    def _one_may_come(self, node: nodes.Exists) -> bool:
        row = self._late_row(node.related)
        if row is None:
            return False
        with self._standing_for(node.related.variable, row):
            return self.truth(node.related.where).possible is not False

    def _grouped(self, batch: list[nodes.Reduction]) -> Grouped:
        """One list, reduced for each of its owners."""
        related = batch[0].related
        self.busy |= set(batch)
        outside = self._mentions_outside(batch[0])
        reached = self._beside(batch) if outside else self._apart(batch)
        inner = reached.plan
        elements = {node: inner.element(node) for node in batch}
        for node, each in elements.items():
            if isinstance(node, nodes.LatestCode):
                inner.owned(related)
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
        if not all(asks_own_parts_alone(node) for node in batch):
            inner.keep([c.perhaps(each.holds) for each in elements.values()])
        inner.owned(related)
        stems = {name: stem for its in names.values() for stem, name in its.items()}
        frame = inner.frame.with_columns(*made)
        grouped = reductions.aggregated(frame, reached.group, stems)
        self.busy -= set(batch)
        return Grouped(grouped, reached.group, reached.own, names)

    def _listed(self, batch: list[nodes.Reduction]) -> Plan:
        """The records of a list on their own, without those that their own fields rule out."""
        prefix = self.work.name("r")
        variable = batch[0].related.variable
        variables = {node.related.variable for node in batch}
        unread = Unread(self.work, self.frame, (), dict.fromkeys(variables, ""))
        asked = [own_parts(node) for node in batch]
        inner = Plan.about(self.work, variable, prefix, unread.one_possible(asked, frozenset()))
        inner.prefixes = dict.fromkeys(variables, prefix)
        inner.late = {v: row for v, row in self.late.items() if v not in variables}
        for hops in dict.fromkeys(h for parts in asked for h in parts.values() if h):
            inner.keep([inner.one_possible(asked, hops)])
        return inner

    def _apart(self, batch: list[nodes.Reduction]) -> Reached:
        """The records of a list on their own."""
        inner = self._listed(batch)
        related = batch[0].related
        return Reached(inner, (inner.reference(related),), (self.owner_key(related.owner),))

    def _beside(self, batch: list[nodes.Reduction]) -> Reached:
        """The records of a list beside their owners, which matter for it."""
        inner = self._listed(batch)
        related = batch[0].related
        variables = set(inner.prefixes)
        own = self.owner_key(related.owner)
        self._work_out_own(batch)
        self.frame: nw.LazyFrame[Any] = source.worked_out_once(self.frame)
        beside = inner.joined_to(self._needing(batch), own, related)
        held = {n: v for n, v in self.held.items() if not nodes.free_variables(n) & variables}
        plan = attrs.evolve(
            inner,
            frame=beside,
            keys=(*self.keys, *inner.keys),
            prefixes={**self.prefixes, **inner.prefixes},
            held={**held, **inner.held},
            hopped=inner.hopped | self.hopped,
        )
        return Reached(plan, group=self.keys, own=self.keys)

    def _needing(self, batch: list[nodes.Reduction]) -> nw.LazyFrame[Any]:
        """The owners for which the lists are asked for: not those already out of the question."""
        asked: list[Flag] = []
        for node in batch:
            parts = [p for p in self.work.needed_where.get(node, ()) if self._is_held(p)]
            flag: Flag = True
            for part in parts:
                flag = c.both(flag, c.perhaps(self.truth(part)))
            asked.append(flag)
        needed = reductions.joined_flags(asked)
        return self.frame.filter(needed) if isinstance(needed, nw.Expr) else self.frame

    def _is_held(self, node: nodes.Node) -> bool:
        """Whether asking a condition of these rows costs nothing more: its lists are worked out."""
        inside = [part for part in nodes.walk(node) if isinstance(part, REDUCTIONS)]
        here = nodes.free_variables(node) <= set(self.prefixes)
        outermost = [
            p for p in inside if not any(p is not o and p in nodes.walk(o) for o in inside)
        ]
        return here and all(part in self.held for part in outermost)

    def _work_out_own(self, batch: list[nodes.Reduction]) -> None:
        """Hold what the conditions of a list say of its owner alone, before the rows multiply."""
        here = frozenset(self.prefixes)
        for node in batch:
            for part in (node.related.where, *values_of(node)):
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
        latest = self.work.name("latest")
        sure_by = c.choose(c.surely(each.holds), each.by.lo, reductions.NONE_DAY)
        by = self.kept(c.as_column(sure_by))
        self.join(self.frame.group_by(*group).agg(by.max().alias(latest)), group, group)
        return reductions.contender(each, nw.col(latest))

    def _settle(self, node: nodes.Reduction, found: Mapping[str, Any]) -> Value:
        """The value of a reduction, with what may still come taken into account."""
        related = node.related
        value = self._settled(node, found, self._late_row(node.related))
        if isinstance(related.owner, nodes.Hop) and isinstance(related.owner.row, nodes.Hop):
            lost = nw.col(self.owner_key(related.owner)).is_null()
            value = _chosen(lost, self._settled(node, None, NOTHING_KNOWN), value)
        return value

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
            return LateRow(Days(next_day(through), NEVER))
        kept = self.kept(through)
        after = self.kept(c.as_column(next_day(kept)))
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
        self.held: dict[Any, Any] = {**held, **kept}


def _flat(value: Value) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def _chosen(condition: nw.Expr, then: Value, otherwise: Value) -> Value:
    if isinstance(then, Days | Numbers) and isinstance(otherwise, Days | Numbers):
        return type(then)(
            c.choose(condition, then.lo, otherwise.lo),
            c.choose(condition, then.hi, otherwise.hi),
        )
    if isinstance(then, str | None):
        return reductions.choose_code(condition, then, otherwise)  # type: ignore[arg-type]
    return c.choose(condition, then, otherwise)  # type: ignore[no-any-return]
