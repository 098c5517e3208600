"""What was counted, as a value that can be laid beside another; and what it is called."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import attrs

from inclusion_core.metrics.metric import Metric
from inclusion_core.periods import Period
from inclusion_core.reports.filling.cells import heading
from inclusion_core.texts import SlotValue, Text, period_text

__all__ = ["Counted", "filled_in", "filled_says"]


@attrs.frozen(kw_only=True)
class Counted:
    """What was counted: the figure, and for how many the answer is not known or still open.

    Attributes:
        value: The figure; ``None`` for the median of nobody.
        unknown: How many subjects may change it.
        open: Of how many the answer does not stand yet.
    """

    value: int | Decimal | None
    unknown: int = 0
    open: int = 0


def filled_says(metric: Metric, period: Period, status_day: date) -> Text:
    """What a metric counts, with the days that its words have a slot for."""
    return filled_in(heading(metric), period, status_day)


def filled_in(words: Text, period: Period, status_day: date) -> Text:
    """What an author wrote, with the days of a report in their slots."""
    slots: dict[str, SlotValue] = {"period": period_text(period), "status_day": status_day}
    return words.filled(**{name: slots[name] for name in words.slots & slots.keys()})
