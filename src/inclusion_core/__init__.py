"""People, eligibility, limits, services and outcomes of social-inclusion programmes.

The names below are the public face; each is imported when it is first asked for, so that importing
the package does no work and loads no dataframe library.
"""

from __future__ import annotations

from importlib import import_module
from logging import NullHandler, getLogger
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inclusion_core.catalogue import Catalogue
    from inclusion_core.checks import Check, contradictions
    from inclusion_core.deprecations import Deprecation
    from inclusion_core.disclosure.threshold import Threshold
    from inclusion_core.errors import InclusionError
    from inclusion_core.facts.assumption import Assumption
    from inclusion_core.facts.cases import Case, Cases
    from inclusion_core.facts.fact import Fact
    from inclusion_core.facts.schema import SCHEMA
    from inclusion_core.facts.table import Column, FactsTable
    from inclusion_core.fields import Record
    from inclusion_core.findings import Finding
    from inclusion_core.limits import End, Limit, Support, SupportWindow
    from inclusion_core.manager import load_catalogue
    from inclusion_core.markers import hookimpl
    from inclusion_core.metrics.comparing import compared
    from inclusion_core.metrics.counting import count_records, count_tables
    from inclusion_core.metrics.metric import Axis, Metric
    from inclusion_core.metrics.rate import Rate
    from inclusion_core.model.caseload import Caseload, Journal
    from inclusion_core.model.versions import Act, Version
    from inclusion_core.periods import (
        LeapDay,
        Period,
        completed_years,
        months_after,
        months_before,
        term,
        term_from,
    )
    from inclusion_core.programmes import ProgrammeDefinition
    from inclusion_core.publishing.audience import Audience
    from inclusion_core.publishing.published import published
    from inclusion_core.reports.data import ReportData
    from inclusion_core.reports.form import ReportForm
    from inclusion_core.reports.formats import ReportFormat
    from inclusion_core.reports.report import Report
    from inclusion_core.reports.sentences.sentence import Sentence
    from inclusion_core.rules import Decision, Eligibility, Moment, Role, Rule, Verdict
    from inclusion_core.sources import Source
    from inclusion_core.texts import Language, Text, en, lv
    from inclusion_core.truth import Truth
    from inclusion_core.values import (
        ABSENT,
        NOT_ASKED,
        Absent,
        PartialDay,
        Reason,
        Unknown,
        parse_day,
    )
    from inclusion_core.vocabulary import Vocabulary
    from inclusion_core.wire import DataReader, read_journal, write_journal

__all__ = [
    "ABSENT",
    "NOT_ASKED",
    "SCHEMA",
    "Absent",
    "Act",
    "Assumption",
    "Audience",
    "Axis",
    "Case",
    "Caseload",
    "Cases",
    "Catalogue",
    "Check",
    "Column",
    "DataReader",
    "Decision",
    "Deprecation",
    "Eligibility",
    "End",
    "Fact",
    "FactsTable",
    "Finding",
    "InclusionError",
    "Journal",
    "Language",
    "LeapDay",
    "Limit",
    "Metric",
    "Moment",
    "PartialDay",
    "Period",
    "ProgrammeDefinition",
    "Rate",
    "Reason",
    "Record",
    "Report",
    "ReportData",
    "ReportForm",
    "ReportFormat",
    "Role",
    "Rule",
    "Sentence",
    "Source",
    "Support",
    "SupportWindow",
    "Text",
    "Threshold",
    "Truth",
    "Unknown",
    "Verdict",
    "Version",
    "Vocabulary",
    "compared",
    "completed_years",
    "contradictions",
    "count_records",
    "count_tables",
    "en",
    "hookimpl",
    "load_catalogue",
    "lv",
    "months_after",
    "months_before",
    "parse_day",
    "published",
    "read_journal",
    "term",
    "term_from",
    "write_journal",
]

getLogger(__name__).addHandler(NullHandler())  # silent, unless whoever runs it wants to hear

_ROOMS = {
    "catalogue": ("Catalogue",),
    "checks": ("Check", "contradictions"),
    "deprecations": ("Deprecation",),
    "disclosure.threshold": ("Threshold",),
    "errors": ("InclusionError",),
    "facts.assumption": ("Assumption",),
    "facts.cases": ("Case", "Cases"),
    "facts.fact": ("Fact",),
    "facts.schema": ("SCHEMA",),
    "facts.table": ("Column", "FactsTable"),
    "fields": ("Record",),
    "findings": ("Finding",),
    "limits": ("End", "Limit", "Support", "SupportWindow"),
    "manager": ("load_catalogue",),
    "markers": ("hookimpl",),
    "metrics.comparing": ("compared",),
    "metrics.counting": ("count_records", "count_tables"),
    "metrics.metric": ("Axis", "Metric"),
    "metrics.rate": ("Rate",),
    "model.caseload": ("Caseload", "Journal"),
    "model.versions": ("Act", "Version"),
    "periods": (
        *("LeapDay", "Period", "completed_years"),
        *("months_after", "months_before", "term", "term_from"),
    ),
    "programmes": ("ProgrammeDefinition",),
    "publishing.audience": ("Audience",),
    "publishing.published": ("published",),
    "reports.data": ("ReportData",),
    "reports.form": ("ReportForm",),
    "reports.formats": ("ReportFormat",),
    "reports.report": ("Report",),
    "reports.sentences.sentence": ("Sentence",),
    "rules": ("Decision", "Eligibility", "Moment", "Role", "Rule", "Verdict"),
    "sources": ("Source",),
    "texts": ("Language", "Text", "en", "lv"),
    "truth": ("Truth",),
    "values": (
        *("ABSENT", "NOT_ASKED", "Absent", "PartialDay"),
        *("Reason", "Unknown", "parse_day"),
    ),
    "vocabulary": ("Vocabulary",),
    "wire": ("DataReader", "read_journal", "write_journal"),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _ROOM_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_ROOM_OF[name]}"), name)


def __dir__() -> list[str]:
    return __all__
