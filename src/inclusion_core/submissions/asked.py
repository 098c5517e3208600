"""What the figures of a submission are asked for: days, operation, what is assumed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs

from inclusion_core.expr.parameters import Parameters
from inclusion_core.facts.assumption import Assumption, assumed
from inclusion_core.facts.moments import report_days
from inclusion_core.impact.material import Known, Material
from inclusion_core.periods import Period

__all__ = ["Asked", "Known", "Material"]


@attrs.frozen(kw_only=True)
class Asked:
    """The days and choices that figures depend on, besides the records.

    Attributes:
        period: The period reported on.
        status_day: The day that "now" stands for.
        known_on: The day as of whose knowledge the records are read.
        counted_from: The day from which cumulative figures are counted; ``None`` where the first
            day of the operation is not known.
        operation: Id of the record of the operation whose targets count; empty where there is none.
        assumptions: What is taken for granted other than by default, by id.
    """

    period: Period
    status_day: date
    known_on: date
    counted_from: date | None
    operation: str
    assumptions: tuple[tuple[str, int], ...] = ()

    @property
    def since_the_start(self) -> Asked | None:
        """The same, for figures from the first day of the operation."""
        if self.counted_from is None:
            return None
        return attrs.evolve(self, period=Period(self.counted_from, self.period.last_day))

    @property
    def values(self) -> Mapping[str, int]:
        """What is assumed other than by default."""
        return dict(self.assumptions)

    def parameters(self, assumptions: tuple[Assumption, ...]) -> Parameters:
        """What expressions ask for."""
        days = report_days(self.period, self.status_day)
        named = {each.id for each in assumptions}
        values = {key: value for key, value in self.assumptions if key in named}
        return assumed(days, assumptions, values)
