"""The cheapest places that could be hidden, by whole-number programming (HiGHS), for few cells."""

from __future__ import annotations

from math import inf

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from inclusion_core.disclosure.counts import CountTable, Place


def cheapest_places(table: CountTable) -> frozenset[Place]:
    """Places of which nothing cheaper protects the table; no place may have a twin.

    For each place that needs it there is one table in which it is larger and one in which it is
    smaller; where they differ from the true one, a place must be hidden.
    """
    places = list(table.places())
    count = len(places)
    needing = [place for place in places if table.needed_of(place)]
    rows: list[dict[int, int]] = []
    bounds: list[tuple[float, float]] = []

    def holds(terms: dict[int, int], least: float, most: float) -> None:
        rows.append(terms)
        bounds.append((least, most))

    for number, needy in enumerate(needing):
        needed = table.needed_of(needy)
        smaller, larger = (count * (1 + 2 * number + way) for way in (0, 1))
        for start in (smaller, larger):
            for terms in _sums(table):
                holds({start + places.index(each): f for each, f in terms.items()}, 0, 0)
            for at, place in enumerate(places):
                most = table.most_of(place)
                up = needed if most is None else min(needed, most - table.value(place))
                down = min(needed, table.value(place) - table.least_of(place))
                holds({start + at: 1, at: -up}, -inf, 0)
                holds({start + at: 1, at: down}, 0, inf)
        holds({larger + places.index(needy): 1, smaller + places.index(needy): -1}, needed, inf)
    size = count * (1 + 2 * len(needing))
    ends = [(row, at, factor) for row, terms in enumerate(rows) for at, factor in terms.items()]
    line, column, factor = zip(*ends, strict=True)
    always = table.hidden.union(needing)
    done = milp(
        [table.cost_of(place) for place in places] + [0] * (size - count),
        constraints=LinearConstraint(
            coo_array((factor, (line, column)), shape=(len(rows), size)).tocsr(),
            *zip(*bounds, strict=True),
        ),
        bounds=Bounds(
            [place in always for place in places] + [-inf] * (size - count),
            [place not in table.known for place in places] + [inf] * (size - count),
        ),
        integrality=np.arange(size) < count,
    )
    assert done.success, done.message
    return frozenset(place for at, place in enumerate(places) if done.x[at] > 0.5)


def _sums(table: CountTable) -> list[dict[Place, int]]:
    rows, columns = table.rows, table.columns
    return [
        {(row, column): 1 if column < columns else -1 for column in range(columns + 1)}
        for row in range(rows + 1)
    ] + [
        {(row, column): 1 if row < rows else -1 for row in range(rows + 1)}
        for column in range(columns + 1)
    ]
