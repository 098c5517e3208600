"""A table that fits all that is shown of it: what is hidden is filled in somehow.

The bounds that anybody can work out of the hidden cells depend on what is shown alone, so that any
table which fits will do to work them out.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping

from inclusion_core.disclosure.counts import Place, Values

__all__ = ["completed"]

_SOURCE, _SINK = -1, -2


def completed(
    rows: int, columns: int, shown: Mapping[Place, int], least: Mapping[Place, int] = {}
) -> Values | None:
    """Whole numbers for all inner cells that fit the cells and totals that are shown.

    The cells and totals are the arcs of a network in which what flows into a row or column flows
    out of it; a flow between the bounds is looked for by filling up from the lower ones.

    Args:
        rows: How many rows of inner cells there are.
        columns: How many columns.
        shown: The numbers that are shown, totals included.
        least: What a number that is not shown is at least; 0 where not given.

    Returns:
        The inner cells; ``None`` where no table fits.

    Example:
        >>> completed(1, 2, {(0, 0): 4, (0, 2): 10})
        ((4, 6),)
        >>> completed(1, 2, {(0, 0): 14, (0, 2): 10}) is None
        True
    """
    endless = 1 + sum(map(abs, shown.values())) + sum(map(abs, least.values()))
    ends = _ends(rows, columns)
    lower = {place: shown.get(place, least.get(place, 0)) for place in ends}
    room: dict[int, dict[int, int]] = defaultdict(dict)
    over: dict[int, int] = defaultdict(int)
    for place, (start, end) in ends.items():
        room[start][end] = 0 if place in shown else endless
        room[end][start] = 0
        over[end] += lower[place]
        over[start] -= lower[place]
    for node, number in over.items():
        start, end = (_SOURCE, node) if number > 0 else (node, _SINK)
        room[start][end] = abs(number)
        room[end][start] = 0
    while path := _path(room):
        most = min(room[start][end] for start, end in path)
        for start, end in path:
            room[start][end] -= most
            room[end][start] += most
    if any(room[_SOURCE].values()):
        return None
    return tuple(
        tuple(
            lower[row, column] + room[ends[row, column][1]][ends[row, column][0]]
            for column in range(columns)
        )
        for row in range(rows)
    )


def _ends(rows: int, columns: int) -> dict[Place, tuple[int, int]]:
    """Where the arc of each place begins and ends: rows, then columns, then the two wholes."""
    by_rows, by_columns = rows + columns, rows + columns + 1
    inner = {
        (row, column): (row, rows + column) for row in range(rows) for column in range(columns)
    }
    of_rows = {(row, columns): (by_rows, row) for row in range(rows)}
    of_columns = {(rows, column): (rows + column, by_columns) for column in range(columns)}
    return {**inner, **of_rows, **of_columns, (rows, columns): (by_columns, by_rows)}


def _path(room: Mapping[int, Mapping[int, int]]) -> list[tuple[int, int]]:
    """The arcs of a shortest way with room on it; none where there is no way."""
    came: dict[int, int] = {_SOURCE: _SOURCE}
    queue = deque([_SOURCE])
    while queue and _SINK not in came:
        here = queue.popleft()
        for there, left in room[here].items():
            if left and there not in came:
                came[there] = here
                queue.append(there)
    return list(_back(came)) if _SINK in came else []


def _back(came: Mapping[int, int]) -> Iterable[tuple[int, int]]:
    node = _SINK
    while node != _SOURCE:
        yield came[node], node
        node = came[node]
