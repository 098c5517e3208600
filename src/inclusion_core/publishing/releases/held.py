"""What the numbers of one release say of a count, be it among them or follow from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from typing import Literal, TypeAlias

from inclusion_core.metrics.tally import Group
from inclusion_core.publishing.releases.release import HIDDEN, OTHERS, Hidden, Number, Shown
from inclusion_core.reports.behind import Count, Shows

__all__ = ["Codes", "Held", "Kind", "Said", "summed"]

Codes: TypeAlias = frozenset[Group]
"""Codes of one axis that are taken together."""

Kind: TypeAlias = tuple[str, Shows, tuple[str, ...]]
"""A metric, which of its numbers, and the axes by which it is told apart."""

Said: TypeAlias = int | Literal[Hidden.HIDDEN] | None
"""A whole number, that it was hidden, or ``None``: nothing is said."""


def summed(parts: Iterable[Said]) -> Said:
    """The sum of numbers, as far as all of them are said and shown."""
    listed = list(parts)
    if None in listed:
        return None
    if HIDDEN in listed:
        return HIDDEN
    return sum(part for part in listed if isinstance(part, int))


class Held:
    """The numbers of a release, to be asked.

    A count that is not among them can follow from them: codes that were shown apart are added up;
    codes that were shown together are hidden when they are asked for apart; and a code that was
    not named had nobody, unless there was a rest that it can be in: then it is hidden in that.
    """

    def __init__(self, numbers: Iterable[Number], no_sums: Container[str] = ()) -> None:
        """Sort the numbers into tables.

        Args:
            numbers: Those of a release.
            no_sums: Metrics whose figure is not the sum of its groups: numbers of codes.
        """
        self._no_sums = no_sums
        self._tables: dict[Kind, dict[tuple[Codes, ...], Shown]] = defaultdict(dict)
        for number in numbers:
            kind, codes = _asked(number.count)
            self._tables[kind][codes] = number.value

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """What it has tables of, in the order of its numbers."""
        return tuple(self._tables)

    def said(self, count: Count) -> Said:
        """What it says of a count; amounts that are no whole numbers are not subtracted.

        A code :data:`~.release.OTHERS` stands for all codes that the release does not name.
        """
        return self.at(*_asked(count))

    def at(self, kind: Kind, codes: Sequence[Codes]) -> Said:
        """The same, by kind and the codes on each axis."""
        table = self._tables.get(kind)
        if table is None:
            return None
        asked = tuple(codes)
        if asked in table:
            value = table[asked]
            return value if isinstance(value, int | Hidden) else None
        for place, wanted in enumerate(asked):
            if wanted not in self.columns(kind, place):
                return self._apart(kind, asked, place)
        return None

    def columns(self, kind: Kind, place: int) -> tuple[Codes, ...]:
        """The codes that it takes together on an axis, the fewest first."""
        found = {codes[place] for codes in self._tables.get(kind, {})}
        return tuple(sorted(found, key=lambda codes: (len(codes), sorted(map(str, codes)))))

    def narrowest(self, kind: Kind, place: int) -> tuple[Codes, ...]:
        """The same without those that hold others."""
        columns = self.columns(kind, place)
        return tuple(each for each in columns if not any(other < each for other in columns))

    def _apart(self, kind: Kind, asked: tuple[Codes, ...], place: int) -> Said:
        """What follows where the codes asked for on an axis were not shown together."""
        wanted, columns = asked[place], self.columns(kind, place)
        wider = [self.at(kind, _with(asked, place, each)) for each in columns if wanted < each]
        if wider:
            return 0 if 0 in wider else HIDDEN
        parts, left = [], wanted
        for column in reversed(columns):
            if column <= left:
                parts.append(self.at(kind, _with(asked, place, column)))
                left -= column
        if any(left & column for column in columns):
            return HIDDEN  # some of a column, and not all of it
        if left and (OTHERS in left or OTHERS not in wanted):
            parts.append(self._unnamed(kind, asked, place, all_of_them=OTHERS in left))
        return summed(parts)

    def _unnamed(
        self, kind: Kind, asked: tuple[Codes, ...], place: int, *, all_of_them: bool
    ) -> Said:
        """What the codes that it does not name come to: all of them, or some."""
        columns = self.columns(kind, place)
        if frozenset([OTHERS]) in columns:
            rest = self.at(kind, _with(asked, place, frozenset([OTHERS])))
        else:
            rest = self._rest(kind, asked, place)
        return rest if all_of_them or rest == 0 else HIDDEN

    def _rest(self, kind: Kind, asked: tuple[Codes, ...], place: int) -> Said:
        """What is left of the whole when all that is named is taken away.

        A table that has no rest names all that there are, unless its own numbers say otherwise.
        """
        metric, shows, axes = kind
        if metric in self._no_sums:
            return 0
        whole = self.at(
            (metric, shows, axes[:place] + axes[place + 1 :]), asked[:place] + asked[place + 1 :]
        )
        named = summed(
            self.at(kind, _with(asked, place, column)) for column in self.narrowest(kind, place)
        )
        return whole - named if isinstance(whole, int) and isinstance(named, int) else 0


def _asked(count: Count) -> tuple[Kind, tuple[Codes, ...]]:
    groups = sorted(count.groups, key=lambda group: group[0])
    axes = tuple(axis for axis, _ in groups)
    return (count.metric, count.shows, axes), tuple(frozenset(codes) for _, codes in groups)


def _with(asked: tuple[Codes, ...], place: int, codes: Codes) -> tuple[Codes, ...]:
    return (*asked[:place], codes, *asked[place + 1 :])
