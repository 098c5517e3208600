"""What was published before of the counts of a new report, and which are hidden because of it.

Of two reports each of which is safe, the difference can be of few: 146 clients, and a month later
147. What was hidden stays hidden, and what moved by fewer than may be shown is hidden now; what
could be worked out besides is for :class:`~inclusion_core.publishing.blocks.Block`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import attrs

from inclusion_core.metrics.tally import Group
from inclusion_core.publishing.merging import Merged
from inclusion_core.publishing.releases.earlier import Earlier
from inclusion_core.publishing.releases.held import Said
from inclusion_core.publishing.releases.release import HIDDEN
from inclusion_core.publishing.standing import Few
from inclusion_core.reports.behind import Count

__all__ = ["Before", "before_of", "moved"]


Groups: TypeAlias = tuple[tuple[str, tuple[Group, ...]], ...]
"""By which axes a count is told apart, and which codes of each are taken together."""


@attrs.frozen
class Before:
    """What one earlier release said of the counts of a new report.

    Attributes:
        earlier: Of that release alone.
        named: By the metric and codes of a row of others, the codes that the new report names
            beside it.
    """

    earlier: Earlier = attrs.field(repr=False)
    named: Mapping[tuple[str, Groups], frozenset[Group]] = attrs.field(repr=False)

    def said(self, count: Count) -> Said:
        """The number that was shown, that it was hidden, or ``None``: nothing was said."""
        named = self.named.get((count.metric, count.groups))
        if named is None:
            return self.earlier.number(count)
        ((axis, _),) = count.groups
        return self.earlier.others(attrs.evolve(count, groups=()), axis, named)


def before_of(earlier: Earlier | None, merging: Iterable[Merged]) -> tuple[Before, ...]:
    """What each earlier release said, of rows of others too."""
    named = {
        (each.others.metric, each.others.groups): each.named
        for each in merging
        if each.others is not None
    }
    return () if earlier is None else tuple(Before(each, named) for each in earlier.each)


def moved(told: Iterable[Count], few: Few, before: Sequence[Before]) -> dict[Count, int]:
    """The counts to hide, and how wide their intervals have to stay.

    Args:
        told: The counts of the new report.
        few: Who is behind them.
        before: What each earlier release said of them.
    """
    found: dict[Count, int] = {}
    for count in told:
        if not few.is_about_clients(count.metric):
            continue
        for said in (each.said(count) for each in before):
            number = few.number(count)
            if said is HIDDEN:
                found.setdefault(count, 0)
            elif isinstance(said, int) and 0 < abs(number - said) < few.threshold.persons:
                found[count] = few.width(number)
    return found
