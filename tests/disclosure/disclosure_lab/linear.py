"""What an attacker can work out, by linear programming (HiGHS) from the sums as they are printed.

Many small questions are put into one system of equations, in blocks that share no unknown: the
largest sum of all is then the largest of each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import ceil, floor
from typing import NamedTuple

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array

AT_ONCE = 1500


class Unknown(NamedTuple):
    """A number that is not shown: what it is at least and at most, if anything."""

    least: float
    most: float | None


class Puzzle(NamedTuple):
    """What is to be worked out: numbers, those not shown among them, and sums that are nothing.

    Attributes:
        numbers: By name, a number that is shown or an unknown one.
        sums: Each the factor by which a number goes into a sum that is 0.
    """

    numbers: Mapping[object, int | Unknown]
    sums: Sequence[Mapping[object, int]]


def of_table(table, hidden, tag="") -> Puzzle:
    """Shown numbers and unknown ones of a table, and its sums."""
    numbers = {
        (tag, place): Unknown(table.least_of(place), table.most_of(place))
        if place in hidden
        else table.value(place)
        for place in table.places()
    }
    rows, columns = table.rows, table.columns
    sums = [
        {(tag, (row, column)): 1 if column < columns else -1 for column in range(columns + 1)}
        for row in range(rows + 1)
    ]
    sums += [
        {(tag, (row, column)): 1 if row < rows else -1 for row in range(rows + 1)}
        for column in range(columns + 1)
    ]
    return Puzzle(numbers, sums)


def of_pair(first, hidden_first, second, hidden_second, grown) -> Puzzle:
    """Two releases and the change of each place between them, known to be no loss if so said."""
    one, other = of_table(first, hidden_first, "X"), of_table(second, hidden_second, "Y")
    change = {("D", place): Unknown(0 if grown else -np.inf, None) for place in first.places()}
    sums = [{("Y", place): 1, ("X", place): -1, ("D", place): -1} for place in first.places()]
    return Puzzle({**one.numbers, **other.numbers, **change}, [*one.sums, *other.sums, *sums])


def ranges(asked: Iterable[tuple[Puzzle, object]], *, whole: bool = True):
    """For each puzzle, the least and the most that one of its numbers can be; ``None``: no end.

    Args:
        asked: Puzzles, and the name of a number in each.
        whole: The ends are whole numbers by themselves. Else they are made so, inwards: an
            attacker knows that persons are counted.
    """
    listed = list(asked)
    found: list[tuple[int | None, int | None]] = []
    for start in range(0, len(listed), AT_ONCE):
        found += _at_once(listed[start : start + AT_ONCE], whole=whole)
    return found


def _at_once(asked: Sequence[tuple[Puzzle, object]], *, whole: bool):
    aim, bounds, right, wanted = [], [], [], []
    at: tuple[list[int], list[int], list[int]] = ([], [], [])
    for puzzle, name in asked:
        end = 1000 + 20 * sum(_size(number) for number in puzzle.numbers.values())
        for sign in (1, -1):
            column = {
                each: len(aim) + place
                for place, each in enumerate(
                    each for each, number in puzzle.numbers.items() if isinstance(number, Unknown)
                )
            }
            wanted.append((column.get(name), puzzle.numbers[name], end))
            aim += [sign if each == name else 0 for each in column]
            bounds += [
                (
                    max(puzzle.numbers[each].least, -end),
                    end if puzzle.numbers[each].most is None else puzzle.numbers[each].most,
                )
                for each in column
            ]
            for terms in puzzle.sums:
                rest = defaultdict(int)
                constant = 0
                for each, factor in terms.items():
                    if each in column:
                        rest[column[each]] += factor
                    else:
                        constant += factor * puzzle.numbers[each]
                if not rest:
                    assert constant == 0, "what is shown does not add up"
                    continue
                at[0].extend([len(right)] * len(rest))
                at[1].extend(rest)
                at[2].extend(rest.values())
                right.append(-constant)
    matrix = csr_array((at[2], (at[0], at[1])), shape=(len(right), len(aim)))
    done = linprog(aim, A_eq=matrix, b_eq=right, bounds=bounds, method="highs")
    assert done.status == 0, done.message
    ends = [
        number if column is None else _whole(done.x[column], end, sign, whole)
        for (column, number, end), sign in zip(wanted, [1, -1] * len(asked), strict=True)
    ]
    return list(zip(ends[::2], ends[1::2], strict=True))


def _size(number) -> int:
    if isinstance(number, Unknown):
        return sum(abs(int(each)) for each in number if each is not None and np.isfinite(each))
    return abs(number)


def _whole(number: float, end: int, inwards: int, whole: bool) -> int | None:
    """The ends of what can be worked out; one far out is the end that was made, and is none."""
    if abs(number) > end / 4:
        return None
    near = round(number)
    if abs(number - near) > 1e-5:
        assert not whole, "a fraction"
        return floor(number) if inwards < 0 else ceil(number)
    return near
