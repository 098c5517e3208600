"""Asylum and integration indicators of the Asylum, Migration and Integration Fund 2021-2027."""

from __future__ import annotations

from collections.abc import Iterable

from inclusion_amif.assumptions import ASSUMPTIONS
from inclusion_amif.checks import CHECKS
from inclusion_amif.metrics import METRICS
from inclusion_amif.records import AmifInformation, AmifProject, AmifSupportedAuthority
from inclusion_amif.reports import REPORTS
from inclusion_amif.sample import SAMPLE
from inclusion_amif.support import (
    AmifApplication,
    AmifLanguageTest,
    AmifSupport,
    AmifSurveyAnswer,
    AmifVulnerability,
)
from inclusion_amif.table import PARTICIPATIONS
from inclusion_amif.words import WORDS
from inclusion_core.checks.check import Check
from inclusion_core.facts.assumption import Assumption
from inclusion_core.facts.table import FactsTable
from inclusion_core.fields import Record
from inclusion_core.markers import hookimpl
from inclusion_core.metrics.metric import Metric
from inclusion_core.reports.form import ReportForm
from inclusion_core.samples import Sample
from inclusion_core.vocabulary import Vocabulary


@hookimpl
def inclusion_facts_tables() -> Iterable[FactsTable]:
    """The participation record."""
    return (PARTICIPATIONS,)


@hookimpl
def inclusion_assumptions() -> Iterable[Assumption]:
    """What the annexes leave open."""
    return ASSUMPTIONS


@hookimpl
def inclusion_metrics() -> Iterable[Metric]:
    """The indicators, each by age too, and what their rates need besides."""
    return METRICS


@hookimpl
def inclusion_checks() -> Iterable[Check]:
    """What is looked for in data of the fund."""
    return CHECKS


@hookimpl
def inclusion_record_types() -> Iterable[type[Record]]:
    """Projects, authorities, information; what participants receive, and what comes of it."""
    return (
        *(AmifProject, AmifSupportedAuthority, AmifInformation),
        *(AmifSupport, AmifLanguageTest, AmifSurveyAnswer, AmifApplication, AmifVulnerability),
    )


@hookimpl
def inclusion_texts() -> Iterable[Vocabulary]:
    """What these are called."""
    return (WORDS,)


@hookimpl
def inclusion_samples() -> Iterable[Sample]:
    """A synthetic caseload of four operations, one of them paid for by another fund."""
    return (SAMPLE,)


@hookimpl
def inclusion_reports() -> Iterable[ReportForm]:
    """The table for SFC2021, the results, and completeness."""
    return REPORTS
