"""The question that all sides answer: days, axes, and the shape of an answer.

The indicators are all that the two periods of the fund ask about participants: Annex I of
2014-2020 in both its texts, Annexes I and II of 2021-2027. The library takes them as the plugin
declares them; what is written by hand shares nothing with it but their ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

import attrs

TABLE = "esf_participation"
FIRST, LAST = date(2014, 1, 1), date(2022, 12, 31)
"""The period reported on, both days inside."""
KNOWN_ON = date(2023, 6, 30)
"""The day up to which the register is known: of some who left, a window is still open."""

THREE, SOME, FINEST = "gender", "gender, region", "gender, region, operation"
"""By what figures are broken down."""

Counts: TypeAlias = tuple[int, int, int, int]
"""Counted, unknown, asked, open."""
Answer: TypeAlias = dict[str, dict[str, Counts]]
"""By indicator: the counts of each cell that is not empty, by its codes."""
NOT_KNOWN = "?"


@attrs.frozen
class Asked:
    """What one run is asked.

    Attributes:
        breakdown: By what figures are broken down.
        times: How many variants of each indicator.
        indicators: Of how many of them, the first ones; 0 for all.
    """

    breakdown: str = SOME
    times: int = 1
    indicators: int = 0

    @property
    def axes(self) -> list[str]:
        """The columns by which figures are broken down."""
        return self.breakdown.split(", ")


def cell_of(codes: Iterable[object]) -> str:
    """The name of a cell."""
    return ", ".join(NOT_KNOWN if code is None else str(code) for code in codes)


def answer_of(
    rows: Iterable[Mapping[str, object]], axes: Sequence[str], universes: Mapping[str, str]
) -> Answer:
    """The answer that rows make, one for each cell.

    Args:
        rows: The axes, ``counted_0``, ``unknown_0`` and so on for each indicator, and how many are
            asked and how many windows are open, by the name of the universe.
        axes: By what figures are broken down.
        universes: By indicator: of whom it is asked.
    """
    answer: Answer = {name: {} for name in universes}
    for row in rows:
        cell = cell_of(row[axis] for axis in axes)
        for place, (name, universe) in enumerate(universes.items()):
            found = (
                f"counted_{place}",
                f"unknown_{place}",
                f"asked_{universe}",
                f"open_{universe}",
            )
            counts = tuple(int(row.get(each) or 0) for each in found)  # type: ignore[call-overload]
            if any(counts):
                answer[name][cell] = counts  # type: ignore[assignment]
    return answer


def differences(one: Answer, other: Answer) -> list[str]:
    """Where two answers differ."""
    wrong: list[str] = []
    for name in sorted({*one, *other}):
        here, there = one.get(name, {}), other.get(name, {})
        wrong += [
            f"{name}, {cell}: {here.get(cell)} or {there.get(cell)}"
            for cell in sorted({*here, *there})
            if here.get(cell) != there.get(cell)
        ]
    return wrong
