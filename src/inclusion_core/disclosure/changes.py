"""What two releases of one table say together: the table of what has changed between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from inclusion_core.disclosure.audit import audited
from inclusion_core.disclosure.counts import CountTable, Place, Values
from inclusion_core.errors import DeclarationError

__all__ = ["changes"]


def changes(  # noqa: PLR0913  both releases, and what is asked of the second
    before: Values,
    hidden_before: Iterable[Place],
    now: Values,
    needed_now: Mapping[Place, int],
    threshold: int,
    *,
    least_now: Mapping[Place, int] | None = None,
    most_now: Mapping[Place, int] | None = None,
) -> CountTable:
    """The table of changes; hiding in the new release what protects it makes both releases safe.

    Why it is enough, with X the table before, D the change and X + D the table now:

    1. All that was hidden before stays hidden. So where X is hidden, D is not known either; where
       X was shown and X + D is hidden, X is fixed and D varies; where both are shown, D is fixed.
    2. Therefore any X that fits the first release, with any D that fits the shown changes, is a
       pair that fits both releases, as long as X + D is not below zero. If no number has gone
       down, an attacker may take it that none could: then D is not below zero, nor is X + D. If
       some have, D may be as low as -X.
    3. Take one pair that fits. With its X held fast, X + D varies as D does; with its D held fast,
       as X does. Each is a part of all that fits, so that what is wide enough in one of them is
       wide enough altogether. It does not matter which pair is taken: the numbers that were hidden
       before need not be the true ones, and :func:`~.fitting.fitting` gives some.
    4. So a place that needs something now has it by X, if what it was before is wide enough, or
       else needs it of D.
    5. A small change is about few persons, as a small number is: a change of 1 up to the threshold,
       up or down, needs a width of the threshold less one. Where X is hidden, that is needed if the
       change may be small, whatever it is; where it is surely none, it is about nobody.
    6. What was shown before and has not changed is public: it needs nothing.

    The first release is not protected better by the second; if it was safe, it stays so. A third
    release is held against each of the two by itself: what is hidden for both keeps both safe.

    Args:
        before: The inner cells before; where they were hidden, any that fit.
        hidden_before: The places that were hidden before.
        now: The inner cells now; none below zero, as before.
        needed_now: How wide the interval of each place must stay that is to be published now.
        threshold: From how many persons on a change may be told.
        least_now: What everybody knows a place to be at least now; 0 where not given.
        most_now: What everybody knows a place to be at most now; no end where not given.

    Returns:
        A table whose :func:`~.hiding.protected` places are to be hidden now. ``cost`` and ``known``
        may be set on it by :func:`attrs.evolve`.

    Raises:
        DeclarationError: A number is below zero, the tables differ in shape, or one has no such
            place.

    Example:
        The total of a row has grown by two persons, and so has one cell.

        >>> from inclusion_core.disclosure.hiding import protected
        >>> table = changes(((20, 30), (40, 50)), (), ((22, 30), (60, 70)), {}, 10)
        >>> sorted(protected(table))
        [(0, 0), (0, 2), (1, 0), (1, 2)]
    """
    pair = _Pair.of(before, now, hidden_before, least_now or {}, most_now or {})
    pair.earlier.require(needed_now)
    table, small = pair.changes(), pair.may_change_by_few(threshold)
    of_first = audited(pair.with_change_held(), pair.hidden)
    needed: dict[Place, int] = {}
    for place in table.places():
        now_needs, change_needs = needed_now.get(place, 0), 0
        if place in pair.hidden:
            change_needs = threshold - 1 if place in small else 0
            if of_first[place].is_as_wide_as(now_needs):
                now_needs = 0
            if not pair.grown and of_first[place].is_as_wide_as(change_needs):
                change_needs = 0  # with what is now held fast, X moves the change
        elif table.value(place) == 0:
            now_needs = 0
        elif abs(table.value(place)) < threshold:
            change_needs = threshold - 1
        needed[place] = max(now_needs, change_needs)
    return attrs.evolve(table, needed=needed)


@attrs.frozen(kw_only=True)
class _Pair:
    """Two releases that fit, and what everybody knows of the second."""

    earlier: CountTable
    today: CountTable
    hidden: frozenset[Place]
    most: Mapping[Place, int]
    grown: bool

    @classmethod
    def of(
        cls,
        before: Values,
        now: Values,
        hidden: Iterable[Place],
        least: Mapping[Place, int],
        most: Mapping[Place, int],
    ) -> _Pair:
        earlier, today = CountTable(values=before), CountTable(values=now, least=least, most=most)
        if (earlier.rows, earlier.columns) != (today.rows, today.columns):
            problem = "it has other rows or columns than the table now; give both the same"
            raise DeclarationError("table of counts", "before", problem)
        places = frozenset(hidden)
        earlier.require(places)
        grown = all(today.value(place) >= earlier.value(place) for place in today.places())
        return cls(
            earlier=earlier,
            today=today,
            hidden=earlier.with_twins(places),
            most=most,
            grown=grown,
        )

    @property
    def differences(self) -> Values:
        """The inner cells of the table of changes."""
        return tuple(
            tuple(number - other for number, other in zip(*rows, strict=True))
            for rows in zip(self.today.values, self.earlier.values, strict=True)
        )

    def may_change_by_few(self, threshold: int) -> frozenset[Place]:
        """Hidden places of which nobody can tell that their change is none, or not a small one."""
        if not self.grown:
            return self.hidden
        found = audited(CountTable(values=self.differences), self.hidden)
        return frozenset(
            place for place, each in found.items() if each.most != 0 and each.least < threshold
        )

    def changes(self) -> CountTable:
        """The changes, with X held fast."""
        old, new = self.earlier, self.today
        least = {place: new.least_of(place) - old.value(place) for place in new.places()}
        if self.grown:
            least = {place: max(0, number) for place, number in least.items()}
        return CountTable(
            values=self.differences,
            hidden=self.hidden,
            least=least,
            most={place: number - old.value(place) for place, number in self.most.items()},
        )

    def with_change_held(self) -> CountTable:
        """The table before, with D held fast."""
        old, new = self.earlier, self.today
        change = {place: new.value(place) - old.value(place) for place in new.places()}
        return CountTable(
            values=old.values,
            least={place: max(0, new.least_of(place) - change[place]) for place in change},
            most={place: number - change[place] for place, number in self.most.items()},
        )
