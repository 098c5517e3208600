"""Somebody who has the published JSON, knows what the indicators mean, and has a linear program.

Knows: a total is the sum of its codes, if every code that is there has a row or column; a part
is at most its whole, in every column; the official inequalities; and that nobody is counted below
zero. Does not know how this library hides.
"""

from collections import defaultdict

import attrs
import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_array

from inclusion_core.metrics.metric import Measure
from inclusion_core.reports.behind import Count, Shows
from inclusion_core.reports.formats.json_reader import report_from_json
from inclusion_core.reports.report import Mark

from .samples import cells_of


@attrs.frozen
class Outsider:
    """What somebody makes of a published report."""

    numbers: dict
    equal: list
    at_most: list

    @classmethod
    def reading(cls, document, lineage, inequalities=()):
        numbers, metrics = {}, lineage.metrics
        for cell in cells_of(report_from_json(document)):
            for count, value in told_by(cell):
                assert numbers.setdefault(count, value) == value, count
        equal, at_most = sums(numbers, lineage)
        return cls(
            numbers,
            equal,
            [*at_most, *parts(numbers, metrics), *rules(numbers, inequalities)],
        )

    def bounds(self, counts):
        """The least and the most that each of some hidden counts can be."""
        hidden = [count for count, value in self.numbers.items() if value is Mark.SUPPRESSED]
        places = {count: place for place, count in enumerate(hidden)}
        equal, at_most = (self._system(each, places) for each in (self.equal, self.at_most))
        found = {}
        for count in counts:
            ends = []
            for sign in (1, -1):
                objective = np.zeros(len(hidden))
                objective[places[count]] = sign
                solved = linprog(objective, *at_most, *equal, bounds=(0, 10**6), method="highs")
                assert solved.status == 0, solved.message
                ends.append(sign * solved.fun)
            found[count] = tuple(ends)
        return found

    def _system(self, relations, places):
        rows, columns, factors, right = [], [], [], []
        for relation in relations:
            constant, unknown = 0, defaultdict(int)
            for count, factor in relation:
                value = self.numbers[count]
                if value is Mark.SUPPRESSED:
                    unknown[places[count]] += factor
                else:
                    constant += factor * value
            if unknown:
                rows += [len(right)] * len(unknown)
                columns += unknown.keys()
                factors += unknown.values()
                right.append(-constant)
        if not right:
            return None, None
        return coo_array((factors, (rows, columns)), shape=(len(right), len(places))), right


def told_by(cell):
    """The counts that a cell tells, each with its number or that it is hidden."""
    behind = cell.behind
    if isinstance(behind, Count) and isinstance(cell.value, int | Mark):
        if cell.value in (Mark.NOT_APPLICABLE, Mark.NOT_COLLECTED):
            return
        yield behind, cell.value
        if behind.shows is Shows.FIGURE and cell.unknown:
            yield attrs.evolve(behind, shows=Shows.UNKNOWN), cell.unknown


def sums(numbers, lineage):
    """Totals, by each axis: equal to their codes, where every code that is there has a place.

    That they have is given to the outsider: it is more than a reader can be sure of.
    """
    by_axes = defaultdict(list)
    for count in numbers:
        for place in range(len(count.groups)):
            axis = count.groups[place][0]
            fewer = (*count.groups[:place], *count.groups[place + 1 :])
            by_axes[attrs.evolve(count, groups=fewer), axis].append(count)
    equal, at_most = [], []
    for (total, _), counts in by_axes.items():
        measure = lineage.metrics[total.metric].measure
        adds_up = measure in (Measure.SUBJECTS, Measure.TOTAL) or total.shows is not Shows.FIGURE
        if total in numbers and adds_up:
            relation = [(total, -1), *((count, 1) for count in counts)]
            others = any("*" in codes for count in counts for _, codes in count.groups)
            complete = others or lineage.number(total) == sum(map(lineage.number, counts))
            (equal if complete else at_most).append(relation)
    return equal, at_most


def parts(numbers, metrics):
    """A part is at most its whole; and whatever is above that."""
    for count in numbers:
        above = metrics[count.metric].part_of
        while above in metrics:
            whole = attrs.evolve(count, metric=above)
            if whole in numbers and count.shows is Shows.FIGURE:
                yield [(count, 1), (whole, -1)]
            above = metrics[above].part_of


def rules(numbers, inequalities):
    """The official inequalities, for all and for each code, where all of them are in the report."""
    places = {count.groups for count in numbers}
    for rule in inequalities:
        for groups in places:
            left = [Count(metric=each, groups=groups) for each in rule.left]
            right = [Count(metric=each, groups=groups) for each in rule.right]
            if {*left, *right} <= numbers.keys():
                yield [*((count, 1) for count in left), *((count, -1) for count in right)]
