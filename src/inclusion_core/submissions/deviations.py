"""Deviations: figures that miss or exceed their target by more than is left unexplained."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

import attrs

from inclusion_core.submissions.figures import ReportedFigure
from inclusion_core.texts import Text, lv

__all__ = ["Deviation", "deviations"]

NO_WORDS = lv("").en("")


@attrs.frozen(kw_only=True)
class Deviation:
    """A figure that deviates from its target.

    Attributes:
        metric: Id of the metric.
        says: What it counts.
        per_cent: What per cent of the target is reached.
        why: What the author says about it; no words where nothing is said yet.
    """

    metric: str
    says: Text
    per_cent: Decimal
    why: Text


def deviations(
    figures: Iterable[ReportedFigure], threshold: int, texts: Mapping[str, Text]
) -> Iterator[Deviation]:
    """The figures that want a text.

    More than was promised by more than the threshold always does; less only once the target is
    due.

    Args:
        figures: With their targets.
        threshold: In per cent of the target.
        texts: What the author says, by the id of the metric.
    """
    for figure in figures:
        per_cent, target = figure.per_cent, figure.target
        if per_cent is None or target is None:
            continue
        missed = target.past_due and 100 - per_cent > threshold
        if missed or per_cent - 100 > threshold:
            yield Deviation(
                metric=figure.metric,
                says=figure.says,
                per_cent=per_cent,
                why=texts.get(figure.metric, NO_WORDS),
            )
