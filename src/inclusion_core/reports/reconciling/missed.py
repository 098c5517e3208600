"""Who is counted by one metric and not by another, and which clause of the other makes it so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from itertools import permutations
from typing import TypeAlias

import attrs

from inclusion_core.reports.lineage.subjects import Listing, State, Subject
from inclusion_core.truth import Truth

__all__ = ["Missed", "Why", "WithoutClause", "missed_between"]


class WithoutClause(Enum):
    """Why somebody is not counted, where no clause says so."""

    NO_RECORD = "no-record"
    NOT_KNOWN = "not-known"
    OPEN = "open"


Why: TypeAlias = int | WithoutClause
"""The place of the clause that does not hold; or what it is besides."""


@attrs.frozen(kw_only=True)
class Missed:
    """The persons whom one metric counts and another does not.

    Attributes:
        by: The metric that counts them.
        other: The metric that does not.
        why: Why not, by person.
    """

    by: Listing
    other: Listing
    why: Mapping[str, Why] = attrs.field(repr=False)

    @property
    def numbers(self) -> Mapping[Why, int]:
        """How many for which reason: clauses in their order, then the rest."""
        found = Counter(self.why.values())
        clauses = [place for place in range(len(self.other.clauses)) if place in found]
        return {why: found[why] for why in (*clauses, *WithoutClause) if why in found}


def missed_between(listings: Sequence[Listing]) -> tuple[Missed, ...]:
    """For each two metrics whose subjects lead to persons, whom one counts and the other not."""
    of_persons = [each for each in listings if each.of_persons]
    return tuple(_missed(by, other) for by, other in permutations(of_persons, 2))


def _missed(by: Listing, other: Listing) -> Missed:
    counted = _by_person(each for each in by.subjects if each.state is State.COUNTED)
    others = _by_person(other.subjects)
    same_kind = by.metric.subject is other.metric.subject
    return Missed(
        by=by,
        other=other,
        why={
            person: _why(_meant(counted[person], others[person], same_kind=same_kind))
            for person in sorted(counted.keys() - {""})
            if all(each.state is not State.COUNTED for each in others[person])
        },
    )


def _by_person(subjects: Iterable[Subject]) -> dict[str, list[Subject]]:
    found: dict[str, list[Subject]] = defaultdict(list)
    for subject in subjects:
        found[subject.person].append(subject)
    return found


def _meant(
    counted: Sequence[Subject], others: Sequence[Subject], *, same_kind: bool
) -> Sequence[Subject]:
    """Which records of a person to ask why: the same ones, or of the same operations, or all."""
    ids = {each.id for each in counted if same_kind}
    operations = {each.operation for each in counted}
    the_same = [each for each in others if each.id in ids]
    return the_same or [each for each in others if each.operation in operations] or others


def _why(subjects: Sequence[Subject]) -> Why:
    """Of several records the one that comes nearest to being counted says why it is not."""
    states = {each.state for each in subjects}
    if State.UNKNOWN in states:
        return WithoutClause.NOT_KNOWN
    if State.OPEN in states:
        return WithoutClause.OPEN
    if not subjects:
        return WithoutClause.NO_RECORD
    nearest = max(subjects, key=lambda each: (_holding(each.truths), each.id))
    return nearest.truths.index(Truth.NO)


def _holding(truths: Iterable[Truth]) -> int:
    return sum(each is Truth.YES for each in truths)
