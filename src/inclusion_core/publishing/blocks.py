"""A table of counts out of a report, whose cells are hidden until none can be worked out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property

import attrs

from inclusion_core.disclosure.changes import changes
from inclusion_core.disclosure.counts import CountTable, Place
from inclusion_core.disclosure.fitting import fitting
from inclusion_core.disclosure.hiding import NotProtectableError, protected
from inclusion_core.publishing.releases.held import Said
from inclusion_core.reports.behind import Count

__all__ = ["Block"]


@attrs.frozen
class Block:
    """Numbers that add up, and which counts of the report they are.

    Attributes:
        values: The inner cells.
        counts: By place, what stands there in the report; a place that is not named is not shown.
        needed: How wide the interval of a place has to stay.
    """

    values: tuple[tuple[int, ...], ...] = attrs.field(repr=False)
    counts: Mapping[Place, Count]
    needed: Mapping[Place, int] = attrs.field(repr=False)

    def hidden(
        self, hidden: AbstractSet[Count], known: AbstractSet[Count] = frozenset()
    ) -> frozenset[Count]:
        """The counts to hide, those that are hidden already among them.

        Where so much is known that hiding some does not help, all of them are hidden that can be;
        so they are where a number lies below zero.

        Args:
            hidden: What is hidden already.
            known: What is shown, whatever comes.
        """
        if any(number < 0 for row in self.values for number in row):
            return frozenset(self.counts.values()) - known
        table = attrs.evolve(self._bare, needed=self.needed)
        return self._protected(table, self._gone(hidden), self._shown(hidden, known))

    def moved(
        self,
        said: Callable[[Count], Said],
        hidden: AbstractSet[Count],
        known: AbstractSet[Count],
        persons: int,
    ) -> frozenset[Count]:
        """The counts to hide so that nothing follows from the changes since an earlier release.

        A place of which the earlier one said nothing, and that is shown now, is taken for known
        before: that is less than may be, and so on the safe side.

        Args:
            said: What the earlier one said of a count.
            hidden: What is hidden already.
            known: What is shown, whatever comes.
            persons: From how many persons on a change may be told.
        """
        before = {place: said(count) for place, count in self.counts.items()}
        shown = {place: number for place, number in before.items() if isinstance(number, int)}
        if not shown or any(number < 0 for row in self.values for number in row):
            return frozenset()
        earlier = fitting(shown, self.values)
        if earlier is None:
            return frozenset(self.counts.values()) - known
        gone = self._gone(hidden)
        table = changes(
            earlier,
            gone - self._bare.with_twins(shown),
            self.values,
            self.needed,
            persons,
        )
        return self._protected(table, gone, self._shown(hidden, known))

    @cached_property
    def _bare(self) -> CountTable:
        return CountTable(values=self.values)

    @cached_property
    def _at(self) -> Mapping[Place, frozenset[Count]]:
        """The counts at each place, and at those that hold the same number."""
        return {
            place: frozenset(
                self.counts[twin] for twin in self._bare.twins(place) if twin in self.counts
            )
            for place in self._bare.places()
        }

    def _gone(self, hidden: AbstractSet[Count]) -> frozenset[Place]:
        """The places of which nothing is shown."""
        return frozenset(
            place for place, counts in self._at.items() if not counts or counts & hidden
        )

    def _shown(self, hidden: AbstractSet[Count], known: AbstractSet[Count]) -> frozenset[Place]:
        """The places that cannot be hidden any more."""
        return frozenset(
            place for place, counts in self._at.items() if counts & known and not counts & hidden
        )

    def _protected(
        self, table: CountTable, gone: frozenset[Place], shown: frozenset[Place]
    ) -> frozenset[Count]:
        table = attrs.evolve(table, hidden=gone, known=shown)
        try:
            places = protected(table)
        except NotProtectableError:
            places = frozenset(self._bare.places()) - shown
        return frozenset(count for place in places for count in self._at[place])
