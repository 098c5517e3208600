"""Programmes of the Society Integration Foundation's operation 9.1.4.4./16/I/001."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from inclusion_core.facts.fact import Fact
from inclusion_core.limits.limit import Limit
from inclusion_core.markers import hookimpl
from inclusion_core.metrics.metric import Metric
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.reports.form import ReportForm
from inclusion_core.rules.rule import Rule
from inclusion_core.samples import Sample
from inclusion_sif.mentoring import limits, rules
from inclusion_sif.mentoring.metrics import METRICS
from inclusion_sif.mentoring.programme import MENTORING
from inclusion_sif.mentoring.reports import INTERIM_REPORT, MONTHLY_REPORT
from inclusion_sif.mentoring.sample import SAMPLE


@hookimpl
def inclusion_programmes() -> Iterable[ProgrammeDefinition]:
    """The social worker and social mentor service."""
    return (MENTORING,)


@hookimpl
def inclusion_metrics() -> Iterable[Metric]:
    """What its reports count."""
    return METRICS


@hookimpl
def inclusion_rules() -> Iterable[Rule]:
    """Whom the service is for."""
    return rules.RULES


@hookimpl
def inclusion_limits() -> Iterable[Limit]:
    """From when and until when its social worker and its mentor support somebody."""
    return limits.LIMITS


@hookimpl
def inclusion_facts() -> Iterable[Fact[Any]]:
    """What its rules and limits are built with."""
    return (*rules.FACTS, *limits.FACTS)


@hookimpl
def inclusion_reports() -> Iterable[ReportForm]:
    """Its reports to the foundation."""
    return (INTERIM_REPORT, MONTHLY_REPORT)


@hookimpl
def inclusion_samples() -> Iterable[Sample]:
    """A synthetic caseload that gives the published figures."""
    return (SAMPLE,)
