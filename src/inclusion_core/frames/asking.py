"""What is asked of a register besides the metrics: of which period, as known when, taking what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import attrs

from inclusion_core.errors import DeclarationError
from inclusion_core.expr.parameters import Parameters
from inclusion_core.facts.assumption import Assumption, assumed
from inclusion_core.facts.moments import report_days
from inclusion_core.metrics.metric import Metric
from inclusion_core.periods import Period

__all__ = ["Asked"]


@attrs.frozen(kw_only=True)
class Asked:
    """What an asker gives, so that the same figures can be asked for again.

    Attributes:
        period: The period reported on; ``None`` where nothing that is asked depends on one.
        status_day: The day that "now" stands for.
        known_on: The day up to which the register is known; ``None`` reads it as things stand.
        assumptions: What was assumed at every uncertain point, by the id of the assumption.
    """

    period: Period | None
    status_day: date | None
    known_on: date | None
    assumptions: Mapping[str, int]

    @classmethod
    def of(
        cls,
        assumptions: Iterable[Assumption],
        *,
        period: Period | None,
        status_day: date | None = None,
        known_on: date | None = None,
        values: Mapping[str, int] | None = None,
    ) -> Asked:
        """What is asked, with a default for what is not said.

        Args:
            assumptions: All uncertain points of what is asked.
            period: The period.
            status_day: By default the last day of the period.
            known_on: The day up to which the register is known.
            values: What to assume other than by default.

        Raises:
            DeclarationError: The period has no last day.
            AssumptionError: A value is none of those that may be assumed, or of no assumption here.
        """
        if period is not None and period.last_day is None:
            raise DeclarationError("period", str(period), "figures need a last day")
        last_day = None if period is None else period.last_day
        return cls(
            period=period,
            status_day=status_day or last_day,
            known_on=known_on,
            assumptions=assumed(Parameters(), assumptions, values or {}).numbers,
        )

    @property
    def parameters(self) -> Parameters:
        """The same by the names that metrics ask for."""
        if self.period is None or self.status_day is None:
            return Parameters(numbers=self.assumptions)
        return attrs.evolve(report_days(self.period, self.status_day), numbers=self.assumptions)


def assumptions_of(metrics: Iterable[Metric]) -> tuple[Assumption, ...]:
    """All that metrics take for granted."""
    return tuple({each.id: each for metric in metrics for each in metric.all_assumptions}.values())
