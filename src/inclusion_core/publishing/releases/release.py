"""A release: what one publication told the public, number by number."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Final, Literal, TypeAlias

import attrs

from inclusion_core.disclosure.threshold import THRESHOLD, Threshold
from inclusion_core.errors import DeclarationError
from inclusion_core.metrics.tally import order_of
from inclusion_core.periods import Period
from inclusion_core.publishing.audience import Audience
from inclusion_core.reports.behind import Count

__all__ = ["HIDDEN", "OTHERS", "Hidden", "Number", "Release", "Shown", "normal", "numbers_once"]

OTHERS: Final = "*"
"""In the place of a code: all that have one which the release does not name, taken together.

The codes themselves are written down nowhere: to name one says already that somebody has it.
"""


class Hidden(Enum):
    """That a number was there and was not shown."""

    HIDDEN = "hidden"


HIDDEN: Final = Hidden.HIDDEN
"""That a number was there and was not shown."""

Shown: TypeAlias = int | Decimal | Literal[Hidden.HIDDEN]
"""The number that the public saw, or that one was hidden."""


def normal(count: Count) -> Count:
    """The count with its axes and codes in the one order, so that equal counts are equal."""
    groups = tuple(
        (axis, tuple(code for (code,) in sorted({(code,) for code in codes}, key=order_of)))
        for axis, codes in sorted(count.groups, key=lambda group: group[0])
    )
    return attrs.evolve(count, groups=groups)


@attrs.frozen(kw_only=True)
class Number:
    """A number of a release.

    Attributes:
        count: What it counts.
        value: What was shown of it.
    """

    count: Count = attrs.field(converter=normal)
    value: Shown


def numbers_once(numbers: Iterable[Number]) -> tuple[Number, ...]:
    """Each count once, as it was first shown; what is shown anywhere is not hidden."""
    found: dict[Count, Number] = {}
    for number in numbers:
        kept = found.setdefault(number.count, number)
        if kept.value is HIDDEN:
            found[number.count] = number
    return tuple(found.values())


@attrs.frozen(kw_only=True)
class Release:
    """What one publication told the public, and nothing else of what was counted.

    Attributes:
        id: Names it in its ledger, ``interim-2018``.
        day: The day on which it was published.
        form: Id of the report form, or what the publication was called where there is none.
        audience: For whom it was.
        period: The period that it reports on.
        counted_from: The first day of what is counted, where that lies before the period: a figure
            from the beginning of an operation on. ``None`` where it does not.
        known_on: The day as of whose knowledge it was counted; ``None`` where nobody says.
        threshold: From how many persons and households on it shows figures.
        document: SHA-256 of what was published, 64 hexadecimal digits.
        numbers: Its numbers, each count once.

    Raises:
        DeclarationError: The period has no last day, or the counting begins inside it.
    """

    id: str
    day: date
    form: str
    audience: Audience = Audience.PUBLIC
    period: Period
    counted_from: date | None = None
    known_on: date | None = None
    threshold: Threshold = THRESHOLD
    document: str
    numbers: tuple[Number, ...] = attrs.field(converter=numbers_once, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.period.last_day is None:
            raise DeclarationError("release", self.id, "its period needs a last day")
        if self.counted_from is not None and self.counted_from > self.period.first_day:
            problem = "what is counted begins with the period, or before it"
            raise DeclarationError("release", self.id, problem)

    @property
    def span(self) -> Period:
        """The days of which its figures tell."""
        return Period(self.counted_from or self.period.first_day, self.period.last_day)
