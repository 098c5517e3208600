"""The bridge from the sum of several figures to the number of different persons behind them.

Every step is counted for itself, from the persons; nothing is the rest of a subtraction. That the
bridge adds up is therefore a check, and it is made.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum

import attrs

from inclusion_core.reports.lineage.subjects import Listing, State, Subject

__all__ = ["Bridge", "Place", "Step", "bridge_of", "places_of"]


@attrs.frozen(order=True)
class Place:
    """Where somebody is counted: by which metric, and in which operation.

    Attributes:
        metric: Id of the metric.
        operation: Id of the operation; empty where the subjects of the metric lead to none.
    """

    metric: str
    operation: str = ""

    @property
    def key(self) -> str:
        """The two as one id."""
        return f"{self.metric}/{self.operation}" if self.operation else self.metric


class Step(Enum):
    """Why the sum of the figures is more than the number of different persons."""

    NO_PERSONS = "no-persons"
    NOBODY_NAMED = "nobody-named"
    SEVERAL_PARTICIPATIONS = "several-participations"
    SEVERAL_OPERATIONS = "several-operations"
    SEVERAL_METRICS = "several-metrics"


@attrs.frozen(kw_only=True)
class Bridge:
    """The figures, what is between them and the number of persons, and that number.

    Attributes:
        figures: How many subjects are counted in each place.
        steps: By how much each step brings the sum down.
        persons: How many different persons are counted, wherever.
        combinations: How many persons are counted in exactly these places.
        perhaps: How many persons are counted nowhere, and may yet be: for some metric it is not
            known, or its window is open.
    """

    figures: Mapping[Place, int]
    steps: Mapping[Step, int]
    persons: int
    combinations: Mapping[tuple[Place, ...], int]
    perhaps: int

    @property
    def total(self) -> int:
        """The sum of the figures, which is no number of persons."""
        return sum(self.figures.values())

    @property
    def adds_up(self) -> bool:
        """Whether the sum less all steps is the number of persons, and so are all combinations."""
        left = self.total - sum(self.steps.values())
        return left == self.persons == sum(self.combinations.values())


def places_of(listing: Listing, state: State = State.COUNTED) -> Mapping[Place, list[Subject]]:
    """The subjects of a metric that are in a state, by where they are; ordered by operation."""
    found: dict[Place, list[Subject]] = defaultdict(list)
    for subject in listing.subjects:
        if subject.state is state:
            found[Place(listing.metric.id, subject.operation)].append(subject)
    return {place: found[place] for place in sorted(found)}


def bridge_of(listings: Sequence[Listing]) -> Bridge:
    """The bridge between the figures of several metrics."""
    figures: dict[Place, int] = {}
    steps = dict.fromkeys(Step, 0)
    where: dict[str, list[Place]] = defaultdict(list)
    for listing in listings:
        places = places_of(listing) or {Place(listing.metric.id): []}
        figures.update({place: len(subjects) for place, subjects in places.items()})
        if not listing.of_persons:
            steps[Step.NO_PERSONS] += sum(map(len, places.values()))
            continue
        for place, subjects in places.items():
            times = Counter(each.person for each in subjects)
            steps[Step.NOBODY_NAMED] += times.pop("", 0)
            steps[Step.SEVERAL_PARTICIPATIONS] += sum(number - 1 for number in times.values())
            for person in times:
                where[person].append(place)
    for places_of_one in where.values():
        metrics = Counter(place.metric for place in places_of_one)
        steps[Step.SEVERAL_OPERATIONS] += sum(number - 1 for number in metrics.values())
        steps[Step.SEVERAL_METRICS] += len(metrics) - 1
    return Bridge(
        figures=figures,
        steps=steps,
        persons=len(_different(listings, State.COUNTED)),
        combinations=_ordered(Counter(map(tuple, where.values()))),
        perhaps=len(_different(listings, State.UNKNOWN, State.OPEN) - where.keys()),
    )


def _different(listings: Iterable[Listing], *states: State) -> set[str]:
    """The persons who are in one of these states for any metric, each once."""
    return {
        subject.person
        for listing in listings
        if listing.of_persons
        for subject in listing.subjects
        if subject.state in states and subject.person
    }


def _ordered(
    combinations: Mapping[tuple[Place, ...], int],
) -> dict[tuple[Place, ...], int]:
    """Fewer places first, then by their ids."""
    return dict(sorted(combinations.items(), key=lambda each: (len(each[0]), each[0])))
