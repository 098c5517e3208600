"""What was counted and found for a form: all that its tables are filled in from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import attrs

from inclusion_core.expr.answers import Answers
from inclusion_core.metrics.figures import Figure, Figures
from inclusion_core.metrics.gaps import GapsFound
from inclusion_core.metrics.metric import Metric
from inclusion_core.model.target import Target
from inclusion_core.reports.filling.spending import OperationSpending
from inclusion_core.texts import Text

__all__ = ["Found"]


@attrs.frozen(kw_only=True)
class Found:
    """Figures and gaps, and what fills the slots of texts.

    Attributes:
        figures: The figures of the metrics of the form, as far as the data tell of them.
        gaps: Who lacks which answers, by the id of the table that shows it, likewise.
        targets: What operations promised.
        status_day: The day that "now" stands for.
        lists: What each listed record answers, by the id of the table, likewise.
        money: What was spent, by the id of the table that shows it, likewise.
        slots: What every text of the form may have a slot for.
    """

    figures: Figures
    gaps: Mapping[str, GapsFound]
    lists: Mapping[str, tuple[Answers, ...]] = attrs.field(factory=dict[str, tuple[Answers, ...]])
    targets: tuple[Target, ...]
    status_day: date
    money: Mapping[str, tuple[OperationSpending, ...]] = attrs.field(
        factory=dict[str, tuple[OperationSpending, ...]]
    )
    slots: Mapping[str, Text | date]

    def figure(self, metric: Metric) -> Figure | None:
        """The figure of a metric; ``None`` where what it counts is not in the data at all."""
        return self.figures.by_id.get(metric.id)

    def filled(self, text: Text) -> Text:
        """The text, with those of these slots filled that it has."""
        return text.filled(**{name: self.slots[name] for name in text.slots & self.slots.keys()})

    def each_filled(self, texts: Iterable[Text]) -> tuple[Text, ...]:
        """The texts, each once."""
        return tuple(self.filled(text) for text in dict.fromkeys(texts))
