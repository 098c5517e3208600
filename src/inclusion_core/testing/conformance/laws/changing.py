"""The law that answers change on the days that are told, found again by asking on each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial

from inclusion_core.errors import ExpressionError
from inclusion_core.expr import nodes
from inclusion_core.expr.change_days import Change, ChangeReader
from inclusion_core.expr.handles import JUDGED_ON
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.sweeping import Sweep
from inclusion_core.facts.subjects import PARTICIPATION
from inclusion_core.periods import (
    LengthError,
    days_after,
    months_after,
    months_before,
    term_from,
)
from inclusion_core.rules.conditions import within
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.laws.asked import Asked
from inclusion_core.testing.conformance.laws.gathering import different
from inclusion_core.testing.conformance.laws.searching import Problem, broken
from inclusion_core.testing.conformance.laws.settings import Setting, drawn, recorded_days
from inclusion_core.testing.strategies.interests import Move
from inclusion_core.truth import Truth

__all__ = ["ANSWERS_CHANGE", "answers_change", "borders"]

ONE_DAY = timedelta(days=1)
AROUND = 400
"""So many days before and after the period the day of the question moves."""
MOST_DAYS = 60
"""On so many days at most it is asked again."""


def answers_change(moves: Sequence[Move], asked: Asked, setting: Setting) -> Iterator[Problem]:
    """Rules and limits whose answer changes on another day than is told.

    Args:
        moves: By how much their days are moved.
        asked: The rules and limits.
        setting: The records.
    """
    records = setting.records(asked.schema)
    sweep = Sweep(setting.first_day - AROUND * ONE_DAY, setting.last_day + AROUND * ONE_DAY)
    every = [each for listed in setting.caseload.records.values() for each in listed]
    near = borders(recorded_days(every), moves)
    days = [day for day in near if sweep.first_day <= day <= sweep.last_day]
    some = days[:: len(days) // MOST_DAYS + 1]
    for about, node in _asked_each_day(asked):
        for stay in records.of_type("participation"):
            try:
                told = ChangeReader(records, sweep=sweep).changes(node, stay)
            except ExpressionError:
                break  # it refuses to tell
            turns = {day for each in told[1:] for day in (each.on - ONE_DAY, each.on)}
            for day in sorted({*some, *turns}):
                parameters = Parameters(days={"judged_on": day})
                found = ObjectReader(records, parameters=parameters).truth(node, stay)
                if found is not _told(told, day):
                    yield about, f"for {stay.id}, asked on {day}, it is {found.value}; told is not"


def _asked_each_day(asked: Asked) -> Iterator[tuple[str, nodes.TruthNode]]:
    """Limits for who is in a programme; rules for who would enter on the day of the question."""
    for limit in asked.limits:
        yield limit.id, within([limit]).node
    for rule in asked.rules:
        applies: dict[nodes.Node, nodes.Node] = {PARTICIPATION.entered_on.node: JUDGED_ON.node}
        yield rule.id, nodes.rebuilt(rule.condition.node, applies)


def _told(course: Iterable[Change], day: date) -> Truth:
    """What was told for a day."""
    return [each.truth for each in course if each.on <= day][-1]


def borders(recorded: Collection[date], moves: Iterable[Move]) -> list[date]:
    """The days on which answers may turn, and those before and after: worked out beforehand."""
    found: set[date] = set(recorded)
    for move in moves:
        for day in recorded:
            found.update(_moved(day, move))
    return sorted({day + near * ONE_DAY for day in found for near in (-1, 0, 1)})


def _moved(day: date, move: Move) -> Iterator[date]:
    """A day moved to either side, with its months as an event or as a term."""
    try:
        yield days_after(months_after(day, move.months), move.days)
        yield months_before(days_after(day, -move.days), move.months)
        if move.months > 0:
            yield days_after(term_from(day, move.months), move.days)
    except LengthError:
        return  # outside of the calendar


def _look(given: Given) -> Iterator[Broken]:
    law = partial(answers_change, given.interests.moves)
    first = different(given, tidy=True)
    yield from broken(given, drawn(given, tidy=True), law, first=first)


ANSWERS_CHANGE = Conformance(
    "answers-change-on-the-days-told",
    "An answer changes on the days on which it is told to change, and on no other.",
    _look,
    concerns=lambda given: any((given.brought.rules, given.brought.limits)),
)
