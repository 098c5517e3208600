"""The law that two periods meet: no day is left out between them, and none lies in both."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import attrs

from inclusion_core.expr import nodes
from inclusion_core.facts.moments import PERIOD_FIRST_DAY, PERIOD_LAST_DAY
from inclusion_core.metrics.figures import Figure
from inclusion_core.metrics.metric import Measure, Membership, Metric
from inclusion_core.metrics.tally import Tally
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.laws.asked import Asked
from inclusion_core.testing.conformance.laws.figures import by_subject, counted, nobody
from inclusion_core.testing.conformance.laws.gathering import different
from inclusion_core.testing.conformance.laws.searching import Problem, broken
from inclusion_core.testing.conformance.laws.settings import Setting, drawn, recorded_days

__all__ = ["PERIODS_MEET", "not_added", "periods_meet"]

NO_DAY, ONE_DAY = timedelta(days=0), timedelta(days=1)
MOST_TURNS = 2
"""Beside so many recorded days, and in the middle, a period is parted."""
BY_STAYS = (Membership.ENTERED, Membership.ACTIVE, Membership.LEFT)
DAYS = (PERIOD_FIRST_DAY.node, PERIOD_LAST_DAY.node)


def periods_meet(asked: Asked, setting: Setting) -> Iterator[Problem]:
    """What counts otherwise in two periods that follow each other than in both together."""
    its = [each for each in asked.metrics if _adds_up(each) or _belongs_by_one_stay(each)]
    records = setting.records(asked.schema)
    together = counted(its, records, setting, setting.known_on) if its else {}
    for last_day in _turns(setting) if its else ():
        first = attrs.evolve(setting, last_day=last_day)
        second = attrs.evolve(setting, first_day=last_day + ONE_DAY)
        parts = [counted(its, records, each, setting.known_on) for each in (first, second)]
        for metric in its:
            figures = (together[metric.id], *(each[metric.id] for each in parts))
            told = not_added(*figures) if _adds_up(metric) else _left_out(*figures)
            if told:
                yield metric.id, f"{told}: {first.period} and {second.period}"


def _adds_up(metric: Metric) -> bool:
    """Whether it says that figures of two periods add up, and is about a period."""
    return metric.adds_up and metric.measure in (Measure.SUBJECTS, Measure.TOTAL) and _asks(metric)


def _asks(metric: Metric) -> bool:
    return any(node in DAYS for node in _nodes(metric))


def _belongs_by_one_stay(metric: Metric) -> bool:
    """Whether each end of the period is compared once, so that one stay makes it belong."""
    compared = {
        node for node in nodes.walk(metric.universe.node) if isinstance(node, nodes.NotAfter)
    }
    times = [sum(day in nodes.walk(each) for each in compared) for day in DAYS]
    return metric.membership in BY_STAYS and times == [1, 1]


def _nodes(metric: Metric) -> Iterator[nodes.Node]:
    for expression in metric.expressions.values():
        yield from nodes.walk(expression.node)


def _turns(setting: Setting) -> Iterator[date]:
    """Last days of a first part of the period: those on which something is, and those before."""
    every = [each for records in setting.caseload.records.values() for each in records]
    inside = [day for day in recorded_days(every) if setting.period.covers(day)]
    half = setting.first_day + (setting.last_day - setting.first_day) / 2
    near = [
        day - back for day in (*sorted(inside)[:MOST_TURNS], half) for back in (ONE_DAY, NO_DAY)
    ]
    yield from sorted({day for day in near if setting.first_day <= day < setting.last_day})


def not_added(whole: Figure, one: Figure, other: Figure) -> str:
    """What is surely in both parts, or surely in neither, and should be there once."""
    total, parts = whole.total, (one.total, other.total)
    of_parts, may_be = sum(each.counted for each in parts), sum(map(_open, parts))
    if total.counted > of_parts + may_be or of_parts > total.counted + _open(total):
        return _ADDS_UP.format("counts", total.counted, of_parts)
    amount = sum(each.amount for each in parts)
    if total.amount != amount and not may_be + _open(total):
        return _ADDS_UP.format("gives", total.amount, amount)
    return ""


_ADDS_UP = "it says that it adds up, but {} {} in a period and {} in its two parts"


def _open(tally: Tally) -> int:
    """How many may change the figure."""
    return tally.unknown + tally.open + tally.amount_unknown


def _left_out(whole: Figure, one: Figure, other: Figure) -> str:
    """Who belongs to a period and to neither of its parts."""
    parts = [by_subject(each) for each in (one, other)]
    for key, tally in by_subject(whole).items():
        own = [each.get(key, nobody) for each in parts]
        if tally.asked and all(each.empty for each in own):
            return f"{key} belongs to a period and to neither of its two parts"
    return ""


def _look(given: Given) -> Iterator[Broken]:
    yield from broken(given, drawn(given), periods_meet, first=different(given))


def _concerns(given: Given) -> bool:
    return any(_adds_up(each) or _belongs_by_one_stay(each) for each in given.brought.metrics)


PERIODS_MEET = Conformance(
    "periods-meet",
    "Both ends of a period are inside: two that follow each other leave out no day, and share "
    "none.",
    _look,
    concerns=_concerns,
)
