"""What a reader of a published report knows besides its numbers: which of them add up.

Totals are made of their codes, and that stands in the report. That one figure is made of two others
stands in their definitions: it is found in the people whom they count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

import attrs

from inclusion_core.disclosure.audit import audited
from inclusion_core.disclosure.counts import CountTable
from inclusion_core.metrics.metric import Measure, Metric
from inclusion_core.metrics.tally import Group
from inclusion_core.publishing.releases.release import HIDDEN, OTHERS, Shown
from inclusion_core.publishing.standing import Few
from inclusion_core.reports.behind import Count
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.laws.figures import by_subject, counted
from inclusion_core.testing.conformance.laws.gathering import different

__all__ = ["Sum", "Sums", "learnt", "sums_of"]

Sum: TypeAlias = tuple[str, str, str]
"""Ids of three metrics: whoever the first counts is counted by one of the others, and by one."""
Sums: TypeAlias = Sequence[Sum]
Told: TypeAlias = Mapping[Count, Shown]

MANY = 15
"""In so many caseloads at least it is looked whom metrics count."""
OFTEN = 3
"""In so many caseloads each part counts somebody: else they may add up by chance."""


@lru_cache(maxsize=64)
def sums_of(given: Given) -> Sums:
    """The metrics of the reports that add up in all drawn caseloads of which all is known."""
    metrics = {metric.id: metric for form in given.brought.reports for metric in form.metrics}
    alike: dict[str, list[Metric]] = defaultdict(list)
    for metric in metrics.values():
        if metric.measure is Measure.SUBJECTS:
            alike[metric.subject.record_type].append(metric)
    return tuple(each for its in alike.values() for each in _adding_up(_counted(its, given)))


_Members: TypeAlias = tuple[frozenset[str], ...]
"""Whom a metric counts in each caseload."""


def _counted(metrics: Sequence[Metric], given: Given) -> Mapping[str, _Members]:
    found: dict[str, list[frozenset[str]]] = defaultdict(list)
    for setting in different(given, tidy=True)[: max(MANY, given.examples // 2)]:
        figures = counted(metrics, setting.records(given.schema), setting, setting.known_on)
        for key, figure in figures.items():
            each = by_subject(figure).items()
            found[key].append(frozenset(name for name, tally in each if tally.counted))
    return {key: tuple(sets) for key, sets in found.items()}


def _adding_up(members: Mapping[str, _Members]) -> Iterator[Sum]:
    named = {sets: key for key, sets in sorted(members.items(), reverse=True)}
    for whole, all_of_them in members.items():
        for part, some in members.items():
            if part == whole or not all(map(frozenset.issubset, some, all_of_them)):
                continue
            rest = tuple(one - other for one, other in zip(all_of_them, some, strict=True))
            other = named.get(rest, "")
            if part < other and min(sum(map(bool, some)), sum(map(bool, rest))) >= OFTEN:
                yield whole, part, other


def learnt(told: Told, few: Few, sums: Sums) -> Iterator[Count]:
    """The hidden numbers of few that follow from the shown ones.

    Args:
        told: By count, the number that is shown, or that it is hidden.
        few: Who is behind them.
        sums: Metrics that add up.
    """
    for total, parts in (*_by_code(told, few), *_by_metric(told, sums)):
        numbers = [few.number(each) for each in parts]
        rest = few.number(total) - sum(numbers)
        if min(rest, *numbers) < 0:
            continue
        hidden = {(0, place) for place, each in enumerate(parts) if told[each] is HIDDEN}
        hidden |= {(0, len(parts))} if rest and not _others_shown(total, parts, told) else set()
        hidden |= {(0, len(parts) + 1)} if told[total] is HIDDEN else set()
        found = audited(CountTable(values=((*numbers, rest),)), hidden)
        for place, each in enumerate(parts):
            narrow = (0, place) in found and not found[0, place].is_as_wide_as(1)
            if narrow and few.is_small(each):
                yield each


_Totals: TypeAlias = Iterator[tuple[Count, tuple[Count, ...]]]


def _by_code(told: Told, few: Few) -> _Totals:
    """Each total with the codes of an axis that are told of it, where those add up."""
    columns: dict[tuple[Count, str], list[Count]] = defaultdict(list)
    for count in told:
        if len(count.groups) == 1 and OTHERS not in count.groups[0][1]:
            total = Count(metric=count.metric, shows=count.shows)
            columns[total, count.groups[0][0]].append(count)
    for (total, _), counts in columns.items():
        if total in told and few.adds_up(total) and _once(counts):
            yield total, tuple(counts)


def _once(counts: Iterable[Count]) -> bool:
    """Whether no code is told of twice."""
    codes: list[Group] = [code for each in counts for code in each.groups[0][1]]
    return len(codes) == len(set(codes))


def _others_shown(total: Count, parts: Sequence[Count], told: Told) -> bool:
    """Whether it is shown how many have codes that are not named."""
    groups = tuple({axis: (OTHERS,) for each in parts for axis, _ in each.groups}.items())
    return bool(groups) and told.get(attrs.evolve(total, groups=groups), HIDDEN) is not HIDDEN


def _by_metric(told: Told, sums: Sums) -> _Totals:
    """The sums of which all three numbers are told."""
    for each in sums:
        whole, *parts = (Count(metric=key) for key in each)
        if {whole, *parts} <= told.keys():
            yield whole, tuple(parts)
