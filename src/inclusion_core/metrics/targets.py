"""Targets: what an operation promised, beside what came of it by a day.

An amendment is a new target agreed on a later day. It takes the place of the one agreed earlier
about the same due day; where both days of agreement named one due day only, also of one about
another: the due day was moved. Targets for several due days, such as yearly ones, stand beside
each other, and so do those about several places and the one about all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

import attrs

from inclusion_core.errors import DeclarationError
from inclusion_core.metrics.figures import Amount, Figure, Figures
from inclusion_core.metrics.metric import Measure
from inclusion_core.metrics.tally import Group, NoCode, Tally, added
from inclusion_core.model.target import Target
from inclusion_core.truth import Truth
from inclusion_core.values import Absent, Day, DaySpan, Unknown, day_span

__all__ = ["OPERATION", "PLACE", "TargetProgress", "against_targets", "figure_of"]

OPERATION = "operation"
"""Id of the axis by which figures of several operations are told apart."""

PLACE = "place"
"""Id of the axis by which figures of several places are told apart."""

_About: TypeAlias = tuple[str, str, int, str]
"""Operation, metric, and place: of all, of one, or of one that is not known."""


@attrs.frozen(kw_only=True)
class TargetProgress:
    """A target that is in force, or may be, and how far it is reached.

    Attributes:
        target: What was promised.
        in_force: Yes, or unknown: it is not known which of several was agreed last, or whether
            this one was agreed by the day.
        amends: The targets in whose place it surely is, the first agreed first.
        actual: What came of it, as far as it is known; ``None`` where the metric was not counted,
            where it is not known which place was meant, or where there is no median.
        unknown: Of how many subjects it is not known whether they change that; those whose
            operation or place is not known are among them.
        open: For how many the answer does not stand yet.
        reached: Whether so much was reached; unknown where those not known may make the difference.
        past_due: Whether its due day has passed; unknown where that day is.
    """

    target: Target
    in_force: Truth
    amends: tuple[Target, ...]
    actual: Amount
    unknown: int
    open: int
    reached: Truth
    past_due: Truth


def against_targets(
    figures: Figures, targets: Iterable[Target], *, on: date
) -> tuple[TargetProgress, ...]:
    """Each target in force on a day, beside its figure: by operation, metric, place and due day.

    Args:
        figures: As known on the day. With targets of several operations they are broken down by an
            axis with the id ``operation``, whose codes are ids of operations; with targets about a
            place by one with the id ``place``, whose codes are those of the targets.
        targets: Of one or more operations; those agreed after the day do not count yet.
        on: The day asked about.

    Raises:
        DeclarationError: There are targets of several operations or about a place, and a figure
            that is not told apart by them.

    Example:
        progress = against_targets(figures, caseload_targets, on=date(2018, 12, 31))
        [each.target.id for each in progress if each.reached is Truth.NO]
    """
    promised: dict[_About, list[Target]] = defaultdict(list)
    for target in targets:
        promised[_about(target)].append(target)
    several = len({operation for operation, *_ in promised}) > 1
    return tuple(
        _progress(target, in_force, among, figures, on, several=several)
        for _, among in sorted(promised.items())
        for target, in_force in _in_force(among, on)
    )


def _about(target: Target) -> _About:
    """What a target is about; one about all places comes first."""
    match target.place:
        case Absent():
            order, code = 0, ""
        case Unknown():
            order, code = 2, ""
        case place:
            order, code = 1, place
    return target.operation_id, target.metric, order, code


def _progress(  # noqa: PLR0913  one target and all that it is measured by
    target: Target,
    in_force: Truth,
    among: Sequence[Target],
    figures: Figures,
    on: date,
    *,
    several: bool,
) -> TargetProgress:
    figure = figures.by_id.get(target.metric)
    if figure is not None:
        figure = _asked_about(figure, target, several=several)
    replaced = [each for each in among if _replaces(target, each, among, surely=True)]
    due = day_span(target.due_on)
    return TargetProgress(
        target=target,
        in_force=in_force,
        amends=tuple(sorted(replaced, key=_order)),
        actual=None if figure is None else figure.value,
        unknown=0 if figure is None else figure.unknown,
        open=0 if figure is None else figure.open,
        reached=Truth.UNKNOWN if figure is None else _reached(figure, target.amount),
        past_due=Truth.of(True if due.latest < on else None if due.earliest < on else False),
    )


# Which target is in force.


def _in_force(among: Sequence[Target], on: date) -> Iterator[tuple[Target, Truth]]:
    """The targets that are, or may be, in force: ordered by due day."""
    agreed = [each for each in among if day_span(each.agreed_on).earliest <= on]
    surely = [each for each in agreed if day_span(each.agreed_on).latest <= on]
    for target in sorted(agreed, key=lambda each: (*day_span(each.due_on), *_order(each))):
        others = [each for each in agreed if each.id != target.id]
        if any(_replaces(each, target, among, surely=True) for each in others if each in surely):
            continue
        contested = any(_replaces(each, target, among, surely=False) for each in others)
        yield target, Truth.UNKNOWN if contested or target not in surely else Truth.YES


def _replaces(later: Target, earlier: Target, among: Sequence[Target], *, surely: bool) -> bool:
    """Whether one target surely takes, or may take, the place of another."""
    one, other = day_span(earlier.agreed_on), day_span(later.agreed_on)
    if surely:
        return one.latest < other.earliest and _same_promise(later, earlier, among)
    if one.exact and other == one:  # agreed on one day: they contradict each other, or are alike
        return later.amount != earlier.amount and _may_meet(later.due_on, earlier.due_on)
    about_one = _may_meet(later.due_on, earlier.due_on) or _same_promise(later, earlier, among)
    return about_one and one.earliest <= other.latest


def _same_promise(one: Target, other: Target, among: Sequence[Target]) -> bool:
    """Whether two targets are about one thing: the same due day, or the one due day there was."""
    if day_span(one.due_on).exact and one.due_on == other.due_on:
        return True
    return all(
        len({each.due_on for each in among if each.agreed_on == asked.agreed_on}) == 1
        for asked in (one, other)
    )


def _may_meet(one: Day, other: Day) -> bool:
    left, right = day_span(one), day_span(other)
    return left.earliest <= right.latest and right.earliest <= left.latest


def _order(target: Target) -> tuple[DaySpan, str]:
    return day_span(target.agreed_on), target.id


# How far it is reached.


def _asked_about(figure: Figure, target: Target, *, several: bool) -> Figure | None:
    """The figure of the operation and place of a target.

    Whose operation or place is not known may be of it, or not.
    """
    if isinstance(target.place, Unknown):
        return None
    wanted: dict[str, Group] = {}
    if not isinstance(target.place, Absent):
        wanted[PLACE] = target.place
    there = [axis.id for axis in figure.axes]
    if several or OPERATION in there:
        wanted[OPERATION] = target.operation_id
    for axis in sorted(wanted.keys() - there):
        problem = f"there are targets of {_OF[axis]}; count it by an axis {axis!r}"
        raise DeclarationError("metric", figure.metric.id, problem)
    if wanted and figure.metric.measure is Measure.DIFFERENT_CODES:
        apart = " and ".join(sorted(wanted))
        problem = f"different codes are not told apart by {apart}; count each {apart} alone"
        raise DeclarationError("metric", figure.metric.id, problem)
    return figure_of(figure, wanted)


_OF = {OPERATION: "several operations", PLACE: "places"}


def figure_of(figure: Figure, wanted: Mapping[str, Group]) -> Figure:
    """The figure of those who have these codes, by axis; of whom that is not known, they may.

    Raises:
        UnknownNameError: It was not broken down by one of the axes.
    """
    if not wanted:
        return figure
    cells = figure.by(*wanted)
    total = added(_as_asked(cell, tuple(wanted.values()), tally) for cell, tally in cells.items())
    return attrs.evolve(figure, total=total, groups={}, axes=(), cells={})


def _as_asked(cell: tuple[Group, ...], wanted: tuple[Group, ...], tally: Tally) -> Tally:
    """What a cell gives to the figure that is wanted: all, nothing, or what may be of it."""
    if cell == wanted:
        return tally
    if any(group not in (code, NoCode.UNKNOWN) for group, code in zip(cell, wanted, strict=True)):
        return Tally()
    return Tally(unknown=tally.counted + tally.unknown, open=tally.open)


def _reached(figure: Figure, amount: int) -> Truth:
    """Whether a figure comes to an amount, whatever those come to that are not known.

    What is added up is not below zero, so that a total only grows.
    """
    more = figure.unknown + figure.open
    if figure.metric.amount is None:
        value = figure.value or 0
        return Truth.of(True if value >= amount else None if value + more >= amount else False)
    reached = _decided(figure.value, amount)
    grows = figure.metric.measure is Measure.TOTAL
    return reached if not more or (grows and reached is Truth.YES) else Truth.UNKNOWN


def _decided(value: Amount, amount: int) -> Truth:
    return Truth.UNKNOWN if value is None else Truth.of(value >= amount)
