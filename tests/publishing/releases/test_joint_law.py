"""Where nothing is found, nobody works out of several releases what they hide.

The referee is a linear programme over all releases together, which knows nothing of the kernel.
"""

from datetime import date
from itertools import pairwise
from random import Random

import pytest
from release_lab import is_close, joint_bounds, metric, places, release, two_way

from inclusion_core.disclosure.changes import changes
from inclusion_core.disclosure.hiding import NotProtectableError, protected
from inclusion_core.metrics.metric import Membership
from inclusion_core.publishing.releases.checking import uncovered
from inclusion_core.publishing.releases.completing import completed
from inclusion_core.publishing.releases.ledger import Releases
from inclusion_core.publishing.releases.release import HIDDEN

LEAST = 4
METRIC = metric(membership=Membership.CUMULATIVE)


def table(random, rows=2, columns=2):
    return tuple(
        tuple(random.choice((0, 1, 3, 6, 9, 14)) for _ in range(columns)) for _ in range(rows)
    )


def grown(random, values, *, may_fall=False):
    steps = (0, 0, 1, 2, 5, 8) + ((-1, -6) if may_fall else ())
    return tuple(tuple(max(0, cell + random.choice(steps)) for cell in row) for row in values)


def published(tables, hidden):
    return [
        release(two_way(values, its), f"r{place}", day=date(2018, 1, 1 + place), least=LEAST)
        for place, (values, its) in enumerate(zip(tables, hidden, strict=True))
    ]


def findings(releases):
    """Of each release, held against those before it."""
    return [
        finding
        for place, each in enumerate(releases)
        for finding in uncovered(
            each, Releases(entries=tuple(releases[:place])).earlier([METRIC], each.period)
        )
    ]


def kept_safe(tables):
    """The hidden places of each release, protected against each of those before it."""
    hidden = []
    for values in tables:
        own = {
            place: LEAST - 1 if 0 < value < LEAST else 0 for place, value in places(values).items()
        }
        everything = frozenset(places(values))
        gone = frozenset(place for place, needed in own.items() if needed).union(*hidden)
        before = -1
        while before < len(gone):
            before = len(gone)
            for earlier, its in zip(tables, hidden, strict=False):
                change = changes(earlier, its, values, own, LEAST)
                gone = hide(change, gone, everything)
            first = changes(values, (), values, own, LEAST)
            needed = {place: number for place, number in own.items() if number}
            bare = first.__class__(values=values, needed=needed, hidden=gone)
            gone = hide(bare, gone, everything)
        hidden.append(gone)
    return hidden


def hide(table, gone, everything):
    import attrs

    try:
        return gone | protected(attrs.evolve(table, hidden=table.hidden | gone))
    except NotProtectableError:
        return everything


def is_growing(tables, hidden):
    """Whether no number that all show has fallen."""
    known = [
        places(now)[place] - places(before)[place]
        for before, now, one, other in zip(tables, tables[1:], hidden, hidden[1:], strict=False)
        for place in places(now)
        if place not in one and place not in other
    ]
    return min(known, default=0) >= 0 and all(
        now >= before
        for one, other in pairwise(tables)
        for before, now in zip(sum(one, ()), sum(other, ()), strict=True)
    )


def assert_nothing_is_known(tables, hidden):
    bounds = joint_bounds(tables, hidden, growing=is_growing(tables, hidden))
    close = {where: each for where, each in bounds.items() if is_close(each, LEAST)}
    assert not close, (tables, [sorted(its) for its in hidden], close)


@pytest.mark.parametrize("releases", [2, 3])
@pytest.mark.parametrize("may_fall", [False, True])
def test_what_is_hidden_at_random_is_safe_where_nothing_is_found(releases, may_fall):
    random = Random(f"{releases} {may_fall}")
    safe = 0
    for _ in range(100):
        tables = [table(random)]
        while len(tables) < releases:
            tables.append(grown(random, tables[-1], may_fall=may_fall))
        hidden = [frozenset(p for p in places(tables[0]) if random.random() < 0.75)]
        for _ in tables[1:]:
            hidden.append(hidden[-1] | {p for p in places(tables[0]) if random.random() < 0.2})
        if not findings(published(tables, hidden)) and safe < 4:
            safe += 1
            assert_nothing_is_known(tables, hidden)
    assert safe == 4


@pytest.mark.parametrize("releases", [2, 3])
def test_what_the_kernel_hides_is_safe_in_releases_one_after_another(releases):
    random = Random(releases)
    for _ in range(5):
        tables = [table(random)]
        while len(tables) < releases:
            tables.append(grown(random, tables[-1]))
        hidden = kept_safe(tables)
        assert_nothing_is_known(tables, hidden)
        assert not [
            finding.kind
            for finding in findings(published(tables, hidden))
            if finding.kind != "publishing.may-be-uncovered"
        ]


def test_a_table_that_fits_is_found_wherever_there_is_one():
    random = Random(5)
    for _ in range(100):
        rows, columns = random.randint(1, 3), random.randint(1, 3)
        below = random.choice((0, 5))
        values = tuple(
            tuple(random.randint(-below, 20) for _ in range(columns)) for _ in range(rows)
        )
        shown = {place: each for place, each in places(values).items() if random.random() < 0.6}
        least = dict.fromkeys(places(values), -below * rows * columns) if below else {}
        made = completed(rows, columns, shown, least)

        assert made is not None
        assert {place: places(made)[place] for place in shown} == shown
        assert all(
            each >= least.get(place, 0)
            for place, each in places(made).items()
            if place not in shown and (place[0] < rows and place[1] < columns)
        )


def test_a_table_that_contradicts_itself_fits_nothing():
    assert completed(1, 2, {(0, 0): 4, (0, 1): 4, (0, 2): 9}) is None
    assert two_way(((1,),), {(0, 0)})[0].value is HIDDEN
