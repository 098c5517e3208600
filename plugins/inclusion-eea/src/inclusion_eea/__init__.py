"""Families with children at risk: project 2012/EEZ/PP/1/MAC/150 of the EEA Grants NGO Fund."""

from __future__ import annotations

from collections.abc import Iterable

from inclusion_core.checks.check import Check
from inclusion_core.facts.table import FactsTable
from inclusion_core.limits.limit import Limit
from inclusion_core.markers import hookimpl
from inclusion_core.metrics.metric import Metric
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.reports.form import ReportForm
from inclusion_core.rules.rule import Rule
from inclusion_core.samples import Sample
from inclusion_eea import checks, limits, metrics, rules
from inclusion_eea.programme import FAMILIES
from inclusion_eea.reports import FINAL, PROGRESS
from inclusion_eea.sample import SAMPLE
from inclusion_eea.tables import FAMILY_TABLE, PERSON_TABLE


@hookimpl
def inclusion_programmes() -> Iterable[ProgrammeDefinition]:
    """Support for families with children at risk."""
    return (FAMILIES,)


@hookimpl
def inclusion_facts_tables() -> Iterable[FactsTable]:
    """Families and persons, as its figures see them."""
    return (FAMILY_TABLE, PERSON_TABLE)


@hookimpl
def inclusion_metrics() -> Iterable[Metric]:
    """What was promised and published, and families by activity."""
    return metrics.METRICS


@hookimpl
def inclusion_rules() -> Iterable[Rule]:
    """Whom it is for."""
    return rules.RULES


@hookimpl
def inclusion_limits() -> Iterable[Limit]:
    """From when and until when a family is supported."""
    return limits.LIMITS


@hookimpl
def inclusion_checks() -> Iterable[Check]:
    """What is looked for in its data."""
    return checks.CHECKS


@hookimpl
def inclusion_reports() -> Iterable[ReportForm]:
    """How far it is on any day, and what came of it."""
    return (PROGRESS, FINAL)


@hookimpl
def inclusion_samples() -> Iterable[Sample]:
    """A synthetic caseload that gives the figures of the plan and of the end."""
    return (SAMPLE,)
