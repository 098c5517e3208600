"""A reconciliation as a value: who is counted where, and why the totals of metrics differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import attrs

from inclusion_core.errors import DeclarationError, SchemaError
from inclusion_core.expr.parameters import Parameters
from inclusion_core.facts.assumption import Assumption, assumed
from inclusion_core.facts.moments import report_days
from inclusion_core.facts.table import FactsTable
from inclusion_core.metrics.comparing import Comparison, compared
from inclusion_core.metrics.metric import Measure, Metric, each_once
from inclusion_core.periods import Period
from inclusion_core.reports.data import ReportData, rows_of
from inclusion_core.reports.filling.assumptions import assumptions_once
from inclusion_core.reports.lineage.belonging import Belongings
from inclusion_core.reports.lineage.subjects import Listing, listing_of
from inclusion_core.reports.reconciling.bridge import Bridge, bridge_of
from inclusion_core.reports.reconciling.missed import Missed, missed_between
from inclusion_core.reports.report import Provenance
from inclusion_core.wire import SCHEMA_VERSION

__all__ = ["Reconciliation", "reconciled"]


@attrs.frozen(kw_only=True)
class Reconciliation:
    """Several metrics on the same data, and what lies between their figures.

    Attributes:
        listings: The subjects of each metric, in the order in which the metrics were asked for.
        bridge: From the sum of the figures to the number of different persons.
        missed: Whom one metric counts and another does not, for each two of them.
        parameters: What the metrics were given.
        provenance: From what it was made.
    """

    listings: tuple[Listing, ...]
    bridge: Bridge
    missed: tuple[Missed, ...]
    parameters: Parameters = attrs.field(repr=False)
    provenance: Provenance

    @property
    def metrics(self) -> tuple[Metric, ...]:
        """The metrics, in the order in which they were asked for."""
        return tuple(each.metric for each in self.listings)

    @property
    def assumptions(self) -> tuple[Assumption, ...]:
        """What they take for granted, ordered by id."""
        return assumptions_once(each for metric in self.metrics for each in metric.all_assumptions)

    @property
    def comparisons(self) -> Iterator[Comparison]:
        """Each two definitions side by side."""
        metrics = self.metrics
        for place, one in enumerate(metrics):
            yield from (compared(one, other) for other in metrics[place + 1 :])


def reconciled(  # noqa: PLR0913  all that figures depend on
    metrics: Iterable[Metric],
    data: ReportData,
    *,
    period: Period,
    status_day: date,
    versions: Sequence[tuple[str, str]] = (),
    assumptions: Mapping[str, int] = {},
) -> Reconciliation:
    """Several metrics reconciled: the same on records and on every engine.

    What a person is called by is known to the reconciliation, and told by it only to who asks for
    a list of persons.

    Args:
        metrics: What is counted; each counts subjects one by one.
        data: On what.
        period: The period reported on.
        status_day: The day that "now" stands for.
        versions: Distributions that take part, with their versions.
        assumptions: What to take for granted other than by default, by id.

    Raises:
        AssumptionError: An assumption cannot have such a value, or no metric makes such a one.
        DeclarationError: Two metrics that differ have the same id, one counts no subjects, or the
            period has no last day.
        SchemaError: There is no table of what a metric counts.
    """
    listed = each_once(metrics)
    for metric in listed:
        _check_measure(metric)
        if not data.holds(metric):
            raise SchemaError(
                rows_of(metric), f"there is no table of it, and {metric.id} counts it"
            )
    granted = assumptions_once(each for metric in listed for each in metric.all_assumptions)
    given = assumed(report_days(period, status_day), granted, assumptions)
    data = data.with_facts(_facts_tables(listed), given)
    belongings = Belongings(data)
    listings = tuple(listing_of(each, data, given, belongings=belongings) for each in listed)
    return Reconciliation(
        listings=listings,
        bridge=bridge_of(listings),
        missed=missed_between(listings),
        parameters=given,
        provenance=Provenance(
            period=period,
            status_day=status_day,
            known_on=data.known_on,
            fingerprint=data.fingerprint,
            records=data.records,
            schema_version=SCHEMA_VERSION,
            versions=tuple(sorted(versions)),
        ),
    )


def _check_measure(metric: Metric) -> None:
    if metric.measure is not Measure.SUBJECTS:
        problem = "it does not count subjects one by one; reconcile a metric that does"
        raise DeclarationError("metric", metric.id, problem)


def _facts_tables(metrics: Iterable[Metric]) -> Iterable[FactsTable]:
    by_id = {each.table.id: each.table for each in metrics if each.table is not None}
    return by_id.values()
