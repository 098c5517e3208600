"""The laws of moved days: the calendar is kept on both sides of every border."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.laws.asked import Asked
from inclusion_core.testing.conformance.laws.gathering import different
from inclusion_core.testing.conformance.laws.reading import Answers, expressed
from inclusion_core.testing.conformance.laws.searching import Problem, broken
from inclusion_core.testing.conformance.laws.settings import Setting, drawn
from inclusion_core.testing.conformance.laws.walking import DayWalker

__all__ = [
    "DAYS_ARE_MOVED",
    "YEARS_ARE_MONTHS",
    "days_are_moved",
    "whole_years",
    "years_are_months",
    "years_in_days",
]

# The calendar is kept.


def days_are_moved(asked: Asked, setting: Setting) -> Iterator[Problem]:
    """Expressions that come to something else when their days are counted one by one."""
    read, walked = (Answers(asked, setting, each) for each in (ObjectReader, DayWalker))
    for its in expressed(asked):
        if moves_days(its.node):
            for (key, said), (_, found) in zip(read.of(its), walked.of(its), strict=True):
                if said != found:
                    yield its.about, f"for {key} it gives another answer when days are counted"


def moves_days(node: nodes.Node) -> bool:
    """Whether an expression moves days by months, or asks for an age."""
    return any(
        isinstance(part, nodes.CompletedYears)
        or (isinstance(part, nodes.Shifted) and part.months != 0)
        for part in nodes.walk(node)
    )


def _look_moved(given: Given) -> Iterator[Broken]:
    yield from broken(given, drawn(given), days_are_moved, first=different(given))


DAYS_ARE_MOVED = Conformance(
    "days-are-moved-by-the-calendar",
    "Where days are moved by months or years, both sides of the border are as a walk from day to "
    "day finds them.",
    _look_moved,
    concerns=lambda given: any(moves_days(each.node) for each in expressed(Asked.of(given))),
)


# A year is twelve months.

DAYS_OF_A_YEAR = 365.2425
LEAP = (date(2016, 1, 15), date(2017, 1, 14), date(2017, 1, 15))
"""Days between which a leap day lies, so that a year of days and one of months differ."""


def years_in_days(node: nodes.Node) -> dict[nodes.Node, nodes.Node]:
    """What is moved by the days of whole years: what it should be, by what it is."""
    return {
        part: attrs.evolve(part, months=12 * years, days=0)
        for part in nodes.walk(node)
        if isinstance(part, nodes.Shifted) and not part.months and (years := whole_years(part.days))
    }


def whole_years(days: int) -> int:
    """How many whole years so many days are; 0 for any other number."""
    years = round(days / DAYS_OF_A_YEAR)
    leap_days = abs(days) - 365 * abs(years)
    return years if 0 <= leap_days <= (abs(years) + 3) // 4 else 0


def years_are_months(asked: Asked, setting: Setting) -> Iterator[Problem]:
    """What moves a day by 365 days or the like, and is another in twelve months."""
    read = Answers(asked, setting, ObjectReader)
    for its in expressed(asked):
        turned = years_in_days(its.node)
        if turned:
            months = attrs.evolve(its, node=nodes.rebuilt(its.node, turned))
            said, meant = dict(read.of(its)), dict(read.of(months))
            for key, answer in said.items():
                if answer != meant[key]:
                    yield its.about, f"{_in_words(turned)}: for {key} the answers differ"


def _in_words(turned: dict[nodes.Node, nodes.Node]) -> str:
    days = sorted({each.days for each in turned if isinstance(each, nodes.Shifted)})
    listed = ", ".join(f"{each} days" for each in days)
    return (
        f"it moves a day by {listed}, and leap days make years differ; write months_after(day, 12) "
        "or, where the text counts days, expect this failure with the text as its reason"
    )


def _look_years(given: Given) -> Iterator[Broken]:
    """All that moves years as days; those found in no drawn example too."""
    asked = Asked.of(given)
    told = {each.about: years_in_days(each.node) for each in expressed(asked)}
    near = drawn(given, tidy=True, near=LEAP)
    found = list(broken(given, near, years_are_months, first=different(given)))
    yield from found
    shown = {each.about for each in found}
    for about, turned in told.items():
        if turned and about not in shown:
            yield Broken(about, _in_words(turned))


YEARS_ARE_MONTHS = Conformance(
    "years-are-not-days",
    "A year is moved as twelve months, not as 365 days.",
    _look_years,
    concerns=lambda given: any(years_in_days(each.node) for each in expressed(Asked.of(given))),
)
