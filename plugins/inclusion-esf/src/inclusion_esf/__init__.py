"""Common indicators of the European Social Fund 2014-2020 and the Fund Plus 2021-2027."""

from __future__ import annotations

from collections.abc import Iterable

from inclusion_core.checks.check import Check
from inclusion_core.facts.assumption import Assumption
from inclusion_core.facts.table import FactsTable
from inclusion_core.fields import Record
from inclusion_core.markers import hookimpl
from inclusion_core.metrics.metric import Metric
from inclusion_core.reports.form import ReportForm
from inclusion_core.samples import Sample
from inclusion_core.vocabulary import Vocabulary
from inclusion_esf import checks, metrics
from inclusion_esf.assumptions import ASSUMPTIONS
from inclusion_esf.records import EsfEstimate, EsfProject, EsfSupportedEntity
from inclusion_esf.reports import REPORTS
from inclusion_esf.sample import SAMPLE
from inclusion_esf.table import PARTICIPATIONS
from inclusion_esf.words import WORDS


@hookimpl
def inclusion_facts_tables() -> Iterable[FactsTable]:
    """The participation record."""
    return (PARTICIPATIONS,)


@hookimpl
def inclusion_assumptions() -> Iterable[Assumption]:
    """What the texts of the funds leave open."""
    return ASSUMPTIONS


@hookimpl
def inclusion_metrics() -> Iterable[Metric]:
    """The indicators of both periods, and what their inequalities and rates need besides."""
    return metrics.METRICS


@hookimpl
def inclusion_checks() -> Iterable[Check]:
    """What is looked for in data of the funds."""
    return checks.CHECKS


@hookimpl
def inclusion_record_types() -> Iterable[type[Record]]:
    """Projects, supported entities, estimates."""
    return (EsfProject, EsfSupportedEntity, EsfEstimate)


@hookimpl
def inclusion_texts() -> Iterable[Vocabulary]:
    """What these are called."""
    return (WORDS,)


@hookimpl
def inclusion_samples() -> Iterable[Sample]:
    """A synthetic caseload of three operations, for both funds."""
    return (SAMPLE,)


@hookimpl
def inclusion_reports() -> Iterable[ReportForm]:
    """Annual tables, completeness, both funds side by side, and the participant report."""
    return REPORTS
