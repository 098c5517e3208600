"""Tables of rates."""

from __future__ import annotations

import attrs

from inclusion_core.metrics.metric import Axis
from inclusion_core.metrics.rate import Rate
from inclusion_core.reports.report import Drawing
from inclusion_core.reports.tables.axes import check_axes
from inclusion_core.texts import Text

__all__ = ["RateTable"]


@attrs.frozen(kw_only=True)
class RateTable:
    """A table with one row for each of several rates: part, whole, and the share in percent.

    Broken down by something, a rate has below it a row for each code with anybody in the whole.

    Attributes:
        id: Names the table inside the report.
        title: What it shows.
        row_heading: Heading over the names of the rates.
        rates: In the order of the rows.
        by: By what each rate is broken down; ``None`` for the totals alone.
        notes: What a reader must know, besides the notes of the rates.
        drawing: What may be drawn: ``Drawing(column=0, against=1)`` draws each part against
            its whole; ``None`` for nothing.

    Raises:
        DeclarationError: A rate is about other subjects than the codes are.
    """

    id: str
    title: Text
    row_heading: Text
    rates: tuple[Rate, ...]
    by: Axis | None = None
    notes: tuple[Text, ...] = ()
    drawing: Drawing | None = None

    def __attrs_post_init__(self) -> None:
        if self.by is not None:
            check_axes(self.id, tuple(rate.of for rate in self.rates), (self.by,))
