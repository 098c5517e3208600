"""Programmes of the Society Integration Foundation's operation 9.1.4.4./16/I/001."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from inclusion_core.checks.check import Check
from inclusion_core.facts.fact import Fact
from inclusion_core.limits.limit import Limit
from inclusion_core.markers import hookimpl
from inclusion_core.metrics.metric import Metric
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.reports.form import ReportForm
from inclusion_core.rules.rule import Rule
from inclusion_core.samples import Sample
from inclusion_sif import sample_motivation as motivation_sample
from inclusion_sif.mentoring import checks, limits, metrics, plans, rules, status
from inclusion_sif.mentoring.programme import MENTORING
from inclusion_sif.mentoring.reports import INTERIM_REPORT, MONTHLY_REPORT
from inclusion_sif.mentoring.sample import SAMPLE
from inclusion_sif.motivation import checks as motivation_checks
from inclusion_sif.motivation import limits as motivation_limits
from inclusion_sif.motivation import metrics as motivation_metrics
from inclusion_sif.motivation import published as motivation_published
from inclusion_sif.motivation import rules as motivation_rules
from inclusion_sif.motivation.programme import MOTIVATION
from inclusion_sif.motivation.reports import RESULTS_2018, RESULTS_2021
from inclusion_sif.motivation.side_by_side import TWO_RATES


@hookimpl
def inclusion_programmes() -> Iterable[ProgrammeDefinition]:
    """The social worker and social mentor service, and the motivation programme."""
    return (MENTORING, MOTIVATION)


@hookimpl
def inclusion_metrics() -> Iterable[Metric]:
    """What their reports and announcements count."""
    return (*metrics.METRICS, *motivation_metrics.METRICS, *motivation_published.METRICS)


@hookimpl
def inclusion_rules() -> Iterable[Rule]:
    """Whom they are for."""
    return (*rules.RULES, *motivation_rules.RULES)


@hookimpl
def inclusion_limits() -> Iterable[Limit]:
    """From when and until when they support somebody."""
    return (*limits.LIMITS, *motivation_limits.LIMITS)


@hookimpl
def inclusion_checks() -> Iterable[Check]:
    """What is looked for in their data."""
    return (*checks.CHECKS, *motivation_checks.CHECKS)


@hookimpl
def inclusion_facts() -> Iterable[Fact[Any]]:
    """What the rules and limits of the service are built with."""
    return (*plans.FACTS, *status.FACTS)


@hookimpl
def inclusion_reports() -> Iterable[ReportForm]:
    """The reports of the service to the foundation, and those of the motivation programme."""
    return (INTERIM_REPORT, MONTHLY_REPORT, RESULTS_2018, RESULTS_2021, TWO_RATES)


@hookimpl
def inclusion_samples() -> Iterable[Sample]:
    """A synthetic caseload of each programme that gives the published figures."""
    return (SAMPLE, motivation_sample.SAMPLE)
