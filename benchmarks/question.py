"""The question that both sides answer: metrics, days, and the shape of the answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias

import attrs

PERSONS_AND_STAFF = "without households"
ALL = "all metrics"
LEVELS = (ALL, PERSONS_AND_STAFF)

HOUSEHOLD_STEMS = ("families-with-children", "families-without-children", "individuals")
"""What asks who lived with whom: the metrics that the smaller level leaves out."""

ALWAYS = date(1000, 1, 1)
NEVER = date(9000, 1, 1)
MENTORING = "sif.mentoring"
ADULT_AFTER_MONTHS = 18 * 12


@attrs.frozen(kw_only=True)
class Days:
    """The days of the question.

    Attributes:
        first: First day of the period.
        last: Last day of the period.
        status: The day that "now" stands for.
        known_on: The day up to which the register is known, as reports count.
    """

    first: date = date(2018, 6, 1)
    last: date = date(2018, 11, 30)
    status: date = date(2018, 12, 3)
    known_on: date = date(2018, 12, 3)


DAYS = Days()

Tally: TypeAlias = tuple[int, int, int]
"""Counted, unknown, asked."""
Row: TypeAlias = tuple[str, str, int, int, int]
"""Stem of the metric, group (empty: none; ``?``: unknown), counted, unknown, asked."""
Answer: TypeAlias = dict[str, dict[str, Tally]]
"""By stem of the metric: the total under ``""``, and the tally of each group."""

COUNTRY_STEMS = ("arrived-asylum-seekers", "countries")


def answer_of(rows: Sequence[Row]) -> Answer:
    """The answer that rows make: totals are added up, groups without anything left out."""
    answer: Answer = {}
    for stem, group, *tally in rows:
        groups = answer.setdefault(stem, {"": (0, 0, 0)})
        groups[""] = tuple(a + b for a, b in zip(groups[""], tally, strict=True))  # type: ignore[assignment]
        if group and (tally[0] or tally[1]):
            groups[group] = (tally[0], tally[1], tally[2])
    for stem in COUNTRY_STEMS[1:]:
        answer[stem] = answer[COUNTRY_STEMS[0]]
    return answer


def differences(one: Mapping[str, Mapping[str, Tally]], other: Answer) -> list[str]:
    """Where two answers differ."""
    wrong: list[str] = []
    for stem in sorted({*one, *other}):
        here, there = one.get(stem, {}), other.get(stem, {})
        wrong += [
            f"{stem}, {group or 'total'}: {here.get(group)} or {there.get(group)}"
            for group in sorted({*here, *there})
            if here.get(group) != there.get(group)
        ]
    return wrong
