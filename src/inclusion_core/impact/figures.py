"""The figures of a standing, as a whole and in groups, and what moved between two of them.

A figure after less the figure before is who joined less who left: of those who are counted, of
those for whom the answer is not known, and of those for whom it is still open.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

import attrs

from inclusion_core.impact.counted import Counted
from inclusion_core.impact.standing import MetricStanding, Place
from inclusion_core.metrics.metric import Measure
from inclusion_core.metrics.tally import Group, NoCode, Tally, order_of
from inclusion_core.reports.lineage.subjects import State
from inclusion_core.texts import Text, lv
from inclusion_core.vocabulary import Vocabulary

__all__ = ["Apart", "Move", "changed", "figures_apart"]

Places: TypeAlias = Mapping[str, Place]
ALL = Text.same("")
GROUP = lv("{axis}: {code}").en("{axis}: {code}")
NO_CODES: Mapping[Group, Text] = {
    NoCode.ABSENT: lv("nav").en("none"),
    NoCode.UNKNOWN: lv("nav zināms").en("not known"),
}


@attrs.frozen(kw_only=True)
class Move:
    """What a subject was and is for one figure.

    Attributes:
        id: Of the subject.
        before: What it was; ``None`` where it had no part in the figure.
        after: What it is.
        amounts: Its amount before and after, as far as it went into the figure.
    """

    id: str
    before: State | None
    after: State | None
    amounts: tuple[int | None, int | None] = attrs.field(default=(None, None), repr=False)


@attrs.frozen(kw_only=True)
class Apart:
    """One figure under two states of affairs.

    Attributes:
        axis: Id of the axis on which a group is looked at; empty for all subjects.
        group: The code of the group; ``None`` for all subjects.
        says: The axis and the code in words; none for all subjects.
        before: The figure; ``None`` where the data tell nothing of it, or there is no such metric.
        after: The figure now.
        moves: Who is another thing for it than before, ordered by id.
    """

    axis: str = ""
    group: Group | None = None
    says: Text = ALL
    before: Counted | None
    after: Counted | None
    moves: tuple[Move, ...] = attrs.field(repr=False)

    def joined(self, state: State = State.COUNTED) -> tuple[str, ...]:
        """The ids of those who are counted, or in another state, and were not."""
        return tuple(each.id for each in self.moves if each.before is not state is each.after)

    def left(self, state: State = State.COUNTED) -> tuple[str, ...]:
        """The ids of those who were counted, or in another state, and are not any more."""
        return tuple(each.id for each in self.moves if each.before is state is not each.after)

    @property
    def moved(self) -> bool:
        """Whether the figure is another, or made by others."""
        return self.before != self.after or bool(self.moves)


def changed(before: Places, after: Places) -> tuple[str, ...]:
    """The ids of those whose state is another, or whose code or amount is, where they count."""
    every = sorted(before.keys() | after.keys())
    return tuple(key for key in every if _shown(before.get(key)) != _shown(after.get(key)))


def _shown(place: Place | None) -> object:
    """All of a place that a figure shows; who is not counted is as if not there."""
    if place is None or place.state is State.NOT_COUNTED:
        return None
    codes = tuple(sorted(place.codes.items()))
    return place.state, codes, place.amount if place.state is State.COUNTED else None


def figures_apart(
    before: MetricStanding | None, after: MetricStanding | None, words: Vocabulary
) -> Iterator[Apart]:
    """The figure of a metric, then those of the groups that moved, axis by axis.

    Args:
        before: Where everybody stood; ``None`` where there was no such metric.
        after: Where they stand now.
        words: What codes are called.
    """
    sides = (before, after)
    places = tuple({} if each is None else each.places or {} for each in sides)
    who = changed(*places)
    yield Apart(
        before=_figure(before, places[0].values()),
        after=_figure(after, places[1].values()),
        moves=_moves(who, *places),
    )
    axes = dict.fromkeys(axis for each in sides if each is not None for axis in each.axes)
    for axis in axes:
        groups = [_by_group(axis, each) for each in places]
        moved = [key for key in who if _codes(axis, key, places) != {None}]
        every = {code for key in moved for code in _codes(axis, key, places)}
        found: list[Group] = [code for code in every if code is not None]
        for group in sorted(found, key=lambda each: order_of((each,))):
            one, other = (each.get(group, {}) for each in groups)
            moves = _moves(moved, one, other)
            if moves:
                yield Apart(
                    axis=axis,
                    group=group,
                    says=_says(axis, group, after or before, words),
                    before=_figure(before, one.values(), group),
                    after=_figure(after, other.values(), group),
                    moves=moves,
                )


def _codes(axis: str, key: str, places: Iterable[Places]) -> set[Group | None]:
    """The codes that a subject has or had on an axis; none where it has or had no place."""
    return {each[key].codes.get(axis) if key in each else None for each in places}


def _by_group(axis: str, places: Places) -> Mapping[Group, dict[str, Place]]:
    found: dict[Group, dict[str, Place]] = defaultdict(dict)
    for key, place in places.items():
        if axis in place.codes:
            found[place.codes[axis]][key] = place
    return found


def _moves(who: Iterable[str], before: Places, after: Places) -> tuple[Move, ...]:
    """What changed for one figure of those who moved; nothing for who stays as they were in it."""
    found: list[Move] = []
    for key in who:
        was, is_ = _part(before.get(key)), _part(after.get(key))
        if was != is_:
            found.append(
                Move(id=key, before=was[0], after=is_[0], amounts=(was[1], is_[1])),
            )
    return tuple(found)


def _part(place: Place | None) -> tuple[State | None, int | None]:
    if place is None or place.state is State.NOT_COUNTED:
        return None, None
    return place.state, place.amount if place.state is State.COUNTED else None


def _figure(
    of: MetricStanding | None, places: Iterable[Place], group: Group | None = None
) -> Counted | None:
    """What a figure comes to; in a group different codes are not told apart, but counted."""
    if of is None or of.places is None:
        return None
    listed = tuple(places)
    states = Counter(each.state for each in listed)
    counted = [each for each in listed if each.state is State.COUNTED]
    unknown, still_open = states[State.UNKNOWN], states[State.OPEN]
    if of.measure is Measure.DIFFERENT_CODES and group is None:
        codes = Counter(each.codes[of.by] for each in counted)
        unknown += codes[NoCode.UNKNOWN]
        value = sum(isinstance(each, str) for each in codes)
        return Counted(value=value, unknown=unknown, open=still_open)
    if of.measure in (Measure.SUBJECTS, Measure.DIFFERENT_CODES):
        return Counted(value=len(counted), unknown=unknown, open=still_open)
    amounts = [each.amount for each in counted if each.amount is not None]
    tally = Tally(amount=sum(amounts), spread=tuple(sorted(Counter(amounts).items())))
    return Counted(
        value=tally.amount if of.measure is Measure.TOTAL else tally.median,
        unknown=unknown + len(counted) - len(amounts),
        open=still_open,
    )


def _says(axis: str, group: Group, of: MetricStanding | None, words: Vocabulary) -> Text:
    """An axis and a code in words, as far as there is a list that the code is of."""
    says = Text.same(axis) if of is None else of.axes.get(axis, Text.same(axis))
    listed = None if of is None else of.lists.get(axis)
    if isinstance(group, NoCode):
        return GROUP.filled(axis=says, code=NO_CODES[group])
    known = listed is not None and group in {each.value for each in listed}
    code = words.code_text(listed(group)) if listed is not None and known else Text.same(group)
    return GROUP.filled(axis=says, code=code)
