"""The law of published reports: no number of few is shown, and none can be worked out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice

from hypothesis import strategies as st

from inclusion_core.disclosure.threshold import Threshold
from inclusion_core.publishing.audience import Audience
from inclusion_core.publishing.published import published
from inclusion_core.publishing.releases.release import HIDDEN, Shown
from inclusion_core.publishing.releases.told import numbers_of
from inclusion_core.publishing.standing import Few
from inclusion_core.reports.behind import Count
from inclusion_core.reports.report import Report
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.laws.asked import Asked
from inclusion_core.testing.conformance.laws.everything import reported
from inclusion_core.testing.conformance.laws.gathering import as_one, different, put_together
from inclusion_core.testing.conformance.laws.outside import Sums, learnt, sums_of
from inclusion_core.testing.conformance.laws.searching import Problem, broken
from inclusion_core.testing.conformance.laws.settings import Setting, drawn

__all__ = ["PUBLIC_FORM_HIDES_FEW", "public_form_hides_few"]

LEAST = Threshold(persons=2, households=2, because="few people are drawn")
"""By which reports are published here: two of three drawn people are many."""
FOLLOWS = (
    "its public form hides a number of few that follows from the numbers shown; say in `part_of` "
    "of which metric it is a part, and so of what stands beside it"
)
AT_ONCE = 5
"""So many caseloads are published as one: of more people more is shown."""
FEWER = 15
"""Reports are published of so many times fewer such caseloads, of the first: those tell most."""
SMALLER = 60
MOST_AT_ONCE = 3
"""So many at most, where something smaller is looked for."""


def public_form_hides_few(sums: Sums, asked: Asked, setting: Setting) -> Iterator[Problem]:
    """The numbers of few that somebody learns who reads a published report.

    Args:
        sums: Metrics that add up.
        asked: The declarations.
        setting: The caseload.
    """
    for form in asked.reports:
        report, lineage = reported(form, asked, setting)
        few = Few(lineage, LEAST)
        told = _told(published(report, lineage, Audience.PUBLIC, threshold=LEAST), few)
        for count, number in told.items():
            if number is not HIDDEN and few.is_small(count):
                yield (
                    f"{form.id}/{count.metric}",
                    f"its public form shows a number of few: {number}",
                )
        for count in learnt(told, few, sums):
            yield f"{form.id}/{count.metric}", FOLLOWS


def _told(report: Report, few: Few) -> dict[Count, Shown]:
    """The counts of a published report, each in the one form, shown or hidden."""
    told = ((few.normal(each.count), each.value) for each in numbers_of(report))
    return {count: value for count, value in told if count is not None}


def _look(given: Given) -> Iterator[Broken]:
    sums = sums_of(given)
    some = st.lists(drawn(given, tidy=True), min_size=1, max_size=MOST_AT_ONCE)
    yield from broken(
        given,
        some.map(lambda settings: as_one(settings, given.schema)),
        partial(public_form_hides_few, sums),
        first=_first(given, sums),
        smaller=SMALLER,
    )


def _first(given: Given, sums: Sums) -> Iterator[Setting]:
    """Some caseloads put together; where figures add up, all small ones too."""
    number = max(2, given.examples // FEWER)
    if sums:
        yield from different(given, tidy=True)
        yield from put_together(given, MOST_AT_ONCE, tidy=True)
    yield from islice(put_together(given, AT_ONCE, tidy=True), number)
    yield from islice(put_together(given, AT_ONCE), number // 2)


PUBLIC_FORM_HIDES_FEW = Conformance(
    "public-form-hides-few",
    "The public form of a report shows no number of few people, and none follows from others.",
    _look,
    concerns=lambda given: bool(given.brought.reports),
)
