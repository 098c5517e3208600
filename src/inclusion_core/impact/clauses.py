"""The clauses of a metric that hold for a subject otherwise than before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeAlias

import attrs

from inclusion_core.expr import nodes
from inclusion_core.impact.counted import filled_in
from inclusion_core.impact.standing import MetricStanding, Place
from inclusion_core.metrics.aspects import Aspect
from inclusion_core.metrics.wording import Wording
from inclusion_core.periods import Period
from inclusion_core.reports.lineage.subjects import Clause, clauses_of
from inclusion_core.reports.reconciling.clauses import clause_text
from inclusion_core.sources import Source
from inclusion_core.texts import Text
from inclusion_core.truth import Truth

__all__ = ["ClauseMoved", "Clauses"]


@attrs.frozen(kw_only=True)
class ClauseMoved:
    """A clause that holds for a subject otherwise, or that is in one of two definitions alone.

    Attributes:
        aspect: Whether it says of whom the question is asked, or who of them is counted.
        id: As its author calls it; empty for one that has no name.
        says: What it asks for.
        source: The point that says so, where the clause names one.
        before: Whether it held; ``None`` where it was not asked.
        after: Whether it holds.
    """

    aspect: Aspect
    id: str
    says: Text
    source: Source | None
    before: Truth | None
    after: Truth | None


_Key: TypeAlias = tuple[Aspect, object, int]
"""Which clause it is: by its id or, without one, by its condition; and the which of these."""


@attrs.frozen
class Clauses:
    """The clauses of a metric as it was and as it is, to be looked at for one subject.

    Attributes:
        before: Each clause, in the order in which its truths stand.
        after: The same as it is now.
        says: What each of them asks for.
    """

    before: tuple[_Key, ...]
    after: tuple[_Key, ...]
    says: Mapping[_Key, ClauseMoved]

    @classmethod
    def of(
        cls,
        before: MetricStanding,
        after: MetricStanding,
        wording: Wording,
        days: tuple[Period, date],
    ) -> Clauses:
        """The clauses of two definitions.

        Args:
            before: The metric as it was.
            after: The metric as it is.
            wording: The words for fields and codes.
            days: The period and the status day that authors have slots for.
        """
        sides = [_clauses(each) for each in (before, after)]
        one, other = (tuple(_keys(each)) for each in sides)
        says = {
            key: _said(clause, wording, days)
            for keys, clauses in ((one, sides[0]), (other, sides[1]))
            for key, clause in zip(keys, clauses, strict=True)
        }
        return cls(one, other, says)

    def apart(self, before: Place | None, after: Place | None) -> tuple[ClauseMoved, ...]:
        """The clauses that hold otherwise; of those of one definition alone, what does not hold."""
        was, is_ = (
            # Where nobody declares the metric any more, there are truths of clauses without words.
            dict(zip(keys, place.truths, strict=False)) if place is not None else {}
            for keys, place in ((self.before, before), (self.after, after))
        )
        if not (was and is_):
            return ()
        return tuple(
            attrs.evolve(self.says[key], before=was.get(key), after=is_.get(key))
            for key in dict.fromkeys((*is_, *was))
            if was.get(key, Truth.YES) is not is_.get(key, Truth.YES)
        )


def _clauses(standing: MetricStanding) -> tuple[Clause, ...]:
    return () if standing.metric is None else tuple(clauses_of(standing.metric))


def _keys(clauses: Iterable[Clause]) -> Iterator[_Key]:
    times: Counter[tuple[Aspect, object]] = Counter()
    for each in clauses:
        named = each.node.clause.id if isinstance(each.node, nodes.Named) else each.node
        yield each.aspect, named, times[each.aspect, named]
        times[each.aspect, named] += 1


def _said(clause: Clause, wording: Wording, days: tuple[Period, date]) -> ClauseMoved:
    named = clause.node.clause if isinstance(clause.node, nodes.Named) else None
    return ClauseMoved(
        aspect=clause.aspect,
        id="" if named is None else named.id,
        says=filled_in(clause_text(clause.node, wording), *days),
        source=None if named is None else named.source,
        before=None,
        after=None,
    )
