"""Lineage: from each number of a report back to the subjects that make it, and who is behind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import attrs

from inclusion_core.errors import UnknownNameError
from inclusion_core.expr.parameters import Parameters
from inclusion_core.metrics.explaining import explained
from inclusion_core.metrics.explanations import Explained
from inclusion_core.metrics.figures import Amount
from inclusion_core.metrics.metric import Axis, Measure, Metric
from inclusion_core.metrics.tally import Group, NoCode, Tally
from inclusion_core.reports.behind import Count, Shows
from inclusion_core.reports.data import ReportData
from inclusion_core.reports.lineage.belonging import Belongings
from inclusion_core.reports.lineage.subjects import Listing, State, Subject, listing_of

__all__ = ["Backing", "Lineage"]


@attrs.frozen(kw_only=True)
class Backing:
    """How many people stand behind a number, at the least.

    Attributes:
        persons: How many different persons.
        households: The fewest different households they can come from.
    """

    persons: int
    households: int


_Cells = Mapping[tuple[Group, ...], tuple[Subject, ...]]


@attrs.frozen(kw_only=True)
class Lineage:
    """From the numbers of a report to the subjects of its metrics.

    It holds the ids of persons, and is for those who may see them. A report form gives it
    (:meth:`~inclusion_core.reports.form.ReportForm.lineage`); subjects are listed when they are
    asked for, and once.

    Attributes:
        metrics: The metrics of the report, by id.
        axes: By what each metric is broken down, besides what it says itself; by id of the metric.
        data: What is counted.
        parameters: What the metrics are given.
    """

    metrics: Mapping[str, Metric] = attrs.field(repr=lambda metrics: repr([*metrics]))
    axes: Mapping[str, tuple[Axis, ...]] = attrs.field(repr=False)
    data: ReportData
    parameters: Parameters = attrs.field(repr=False)

    @cached_property
    def _data(self) -> ReportData:
        """The data with all the facts that are counted beside them, worked out once."""
        tables = {each.table.id: each.table for each in self.metrics.values() if each.table}
        return self.data.with_facts(tables.values(), self.parameters)

    @cached_property
    def _belongings(self) -> Belongings:
        return Belongings(self._data)

    @cached_property
    def _listings(self) -> dict[str, Listing]:
        return {}

    @cached_property
    def _cells(self) -> dict[tuple[str, ...], _Cells]:
        return {}

    def metric(self, metric_id: str) -> Metric:
        """A metric of the report.

        Raises:
            UnknownNameError: The report has none of that id; near names are listed.
        """
        try:
            return self.metrics[metric_id]
        except KeyError:
            raise UnknownNameError("metric", metric_id, self.metrics) from None

    def listing(self, metric_id: str) -> Listing:
        """All subjects of a metric, with their codes on all axes by which the report has it.

        Raises:
            UnknownNameError: The report has no such metric.
        """
        metric = self.metric(metric_id)
        listings = self._listings
        if metric_id not in listings:
            listings[metric_id] = listing_of(
                metric,
                self._data,
                self.parameters,
                axes=self.axes.get(metric_id, ()),
                belongings=self._belongings,
            )
        return listings[metric_id]

    def members(self, count: Count) -> tuple[Subject, ...]:
        """The subjects that make a number, ordered by id: as many as it says, where it counts them.

        For a total or median they are those whose amounts went into it, for a number of different
        codes those who have one.

        Raises:
            UnknownNameError: The report has no such metric, or does not break it down by an axis.
        """
        metric = self.metric(count.metric)
        return tuple(each for each in self._in_groups(count) if _is_in(each, metric, count))

    def number(self, count: Count) -> Amount:
        """The number itself, worked out of its members; ``None`` for the median of nobody.

        Raises:
            UnknownNameError: As :meth:`members`.
        """
        metric, members = self.metric(count.metric), self.members(count)
        if count.shows is not Shows.FIGURE:
            return len(members)
        if _tells_codes(metric, count):
            return len({each.codes[_own_axis(metric)] for each in members})
        amounts = [each.amount for each in members if each.amount is not None]
        if metric.measure is Measure.TOTAL:
            return sum(amounts)
        if metric.measure is Measure.MEDIAN:
            return Tally(spread=tuple(sorted(Counter(amounts).items()))).median
        return len(members)

    def explained(self, metric_id: str, key: str) -> Explained | None:
        """What a metric makes of one case, and why; ``None`` where it is none of its subjects.

        On tables the case is fetched by its key, and read as an object as records are.

        Raises:
            UnknownNameError: The report has no such metric.
            SchemaError: Tables lack a table or column that is asked for.
        """
        metric, data = self.metric(metric_id), self._data
        if not data.holds(metric):
            return None
        return explained(metric, key, data.on, self.parameters, known_on=data.known_on)

    def backing(self, count: Count) -> Backing:
        """How many persons are behind a number, and the fewest households they can come from.

        Two persons who ever lived in one household, or in two that a third person joins, may be of
        one family; a person of no known household is one of their own. Whoever is not told may be
        one and the same person. Where the data know of no persons, each subject counts as one
        person and one household; nobody is behind what is not about clients.

        Raises:
            UnknownNameError: As :meth:`members`.
        """
        return self.backing_of(count.metric, self.members(count))

    def backing_of(self, metric_id: str, members: Sequence[Subject]) -> Backing:
        """The same for some subjects of a metric, whether a number of the report is of them or not.

        Raises:
            UnknownNameError: The report has no such metric.
        """
        listing = self.listing(metric_id)
        if not listing.about_clients:
            return Backing(persons=0, households=0)
        if not listing.persons_known:
            return Backing(persons=len(members), households=len(members))
        nobody_told = any(not (each.persons or each.households) for each in members)
        persons = {person for each in members for person in each.persons}
        empty = {home for each in members if not each.persons for home in each.households}
        return Backing(
            persons=max(len(persons) + len(empty), int(nobody_told)),
            households=max(self._households(persons, empty), int(nobody_told)),
        )

    def _households(self, persons: Iterable[str], others: Iterable[str]) -> int:
        """How many households these persons surely come from, and these others are."""
        joined, of = self._belongings.joined, self._belongings.households_of
        found = {(joined.get(home, home), "") for home in others}
        for person in persons:
            home = next(iter(of.get(person, ())), None)
            found.add(("", person) if home is None else (joined[home], ""))
        return len(found)

    def _in_groups(self, count: Count) -> Iterable[Subject]:
        """The subjects of a metric that are in some groups, whatever they are for its figure."""
        axes = tuple(axis for axis, _ in count.groups)
        listing = self.listing(count.metric)
        key, cells = (count.metric, *axes), self._cells
        if key not in cells:
            cells[key] = _told_apart(listing, axes, self._axes_of(listing.metric))
        wanted: list[tuple[Group, ...]] = [()]
        for _, groups in count.groups:
            wanted = [(*cell, group) for cell in wanted for group in dict.fromkeys(groups)]
        found = [each for cell in wanted for each in cells[key].get(cell, ())]
        return sorted(found, key=lambda each: each.id) if len(wanted) > 1 else found

    def _axes_of(self, metric: Metric) -> tuple[str, ...]:
        own = () if metric.by is None else (metric.by.id,)
        return (*(axis.id for axis in self.axes.get(metric.id, ())), *own)


def _told_apart(listing: Listing, axes: tuple[str, ...], known: tuple[str, ...]) -> _Cells:
    """The subjects by their codes on some axes."""
    for axis in axes:
        if axis not in known:
            raise UnknownNameError("axis", axis, known)
    found: dict[tuple[Group, ...], list[Subject]] = defaultdict(list)
    for each in listing.subjects:
        found[tuple(each.codes[axis] for axis in axes)].append(each)
    return {cell: tuple(subjects) for cell, subjects in found.items()}


def _tells_codes(metric: Metric, count: Count) -> bool:
    """Whether a number tells how many different codes there are, and not of how many subjects."""
    own = _own_axis(metric)
    different = metric.measure is Measure.DIFFERENT_CODES
    return different and all(axis != own for axis, _ in count.groups)


def _own_axis(metric: Metric) -> str:
    return "" if metric.by is None else metric.by.id


def _is_in(subject: Subject, metric: Metric, count: Count) -> bool:
    """Whether a subject of the groups is behind the number."""
    state, codes = subject.state, _tells_codes(metric, count)
    own = subject.codes.get(_own_axis(metric))
    if count.shows is Shows.OPEN:
        return state is State.OPEN
    lacks_amount = metric.amount is not None and subject.amount is None
    if count.shows is Shows.UNKNOWN:
        lacks = lacks_amount or (codes and own is NoCode.UNKNOWN)
        return state is State.UNKNOWN or (state is State.COUNTED and lacks)
    if codes and not isinstance(own, str):
        return False
    return state is State.COUNTED and not lacks_amount
