"""Tables of metrics that readers take for the same."""

from __future__ import annotations

import attrs

from inclusion_core.metrics.metric import Metric
from inclusion_core.texts import Text, lv

__all__ = ["Pair", "PairTable"]


@attrs.frozen(kw_only=True)
class Pair:
    """Two metrics that readers take for the same.

    Attributes:
        one: The first.
        other: The second.
        why: Why their figures differ.
    """

    one: Metric
    other: Metric
    why: Text


ONE = lv("Pirmais").en("First")
OTHER = lv("Otrais").en("Second")


@attrs.frozen(kw_only=True)
class PairTable:
    """A table with one row for each of several pairs of metrics: both figures, why they differ.

    Attributes:
        id: Names the table inside the report.
        title: What it shows.
        row_heading: Heading over the names of the pairs.
        one: Heading over the figures of the first, such as the fund that asks for them.
        other: Heading over the figures of the second.
        pairs: In the order of the rows.
        notes: What a reader must know, besides the notes of the metrics.
    """

    id: str
    title: Text
    row_heading: Text
    one: Text = ONE
    other: Text = OTHER
    pairs: tuple[Pair, ...]
    notes: tuple[Text, ...] = ()
