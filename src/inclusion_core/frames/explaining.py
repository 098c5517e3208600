"""Why a case is counted, or is not: one record fetched from a register, and read as an object."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from inclusion_core.frames.asking import Asked
from inclusion_core.frames.errors import NoSuchSubjectError
from inclusion_core.frames.registers import Register
from inclusion_core.metrics.explaining import explained
from inclusion_core.metrics.explanations import Explained
from inclusion_core.metrics.metric import Metric
from inclusion_core.periods import Period

__all__ = ["explain"]


def explain(  # noqa: PLR0913  all that a figure depends on
    register: Register,
    metric: Metric,
    key: str,
    *,
    period: Period,
    status_day: date | None = None,
    known_on: date | None = None,
    assumptions: Mapping[str, int] | None = None,
) -> Explained:
    """Why one case is counted, or is not.

    The case is fetched from the register with all that the metric can reach from it, and read as an
    object, which gives the same answer as the engine and can say how it came about.

    Args:
        register: Where the case is.
        metric: What is counted.
        key: Id of the case, as :func:`members` gives it.
        period: The period reported on.
        status_day: The day that "now" stands for; by default the last day of the period.
        known_on: The day up to which the register is known; ``None`` reads it as things stand.
        assumptions: What to assume other than by default, by the id of the assumption.

    Raises:
        NoSuchSubjectError: There is no such case.
        AssumptionError: A value is none of those that may be assumed, or of no assumption here.
        SchemaError: The register lacks a table or column that is asked for.
    """
    asked = Asked.of(
        metric.all_assumptions,
        period=period,
        status_day=status_day,
        known_on=known_on,
        values=assumptions,
    )
    found = explained(
        metric, key, register.known(known_on), asked.parameters, known_on=asked.known_on
    )
    if found is None:
        raise NoSuchSubjectError(metric.subject.record_type, key)
    return found
