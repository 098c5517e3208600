"""What one distribution declares, and the shelves that declarations of several make."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any

import attrs

from inclusion_core.catalogue import Declared, Distribution, PluginFault, Shelf
from inclusion_core.checks.check import Check
from inclusion_core.deprecations import Deprecation
from inclusion_core.facts.assumption import Assumption
from inclusion_core.facts.fact import Fact
from inclusion_core.facts.table import FactsTable
from inclusion_core.fields import Record, type_name
from inclusion_core.limits.limit import Limit
from inclusion_core.metrics.metric import Metric
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.reports.form import ReportForm
from inclusion_core.reports.formats import ReportFormat
from inclusion_core.rules.rule import Rule
from inclusion_core.samples import Sample
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire.readers import DataReader

__all__ = ["KINDS", "Brought", "named", "shelf"]

KINDS: Mapping[str, str] = {
    "programmes": "programme",
    "rules": "rule",
    "limits": "limit",
    "checks": "check",
    "metrics": "metric",
    "facts": "fact",
    "facts_tables": "facts table",
    "assumptions": "assumption",
    "record_types": "record type",
    "reports": "report",
    "formats": "format",
    "readers": "reader",
    "texts": "vocabulary",
    "samples": "sample",
    "deprecations": "deprecation",
}
"""What a distribution can declare, and what one of each is called."""

_NAMED: Mapping[str, Callable[[Any], str]] = {"record_types": type_name}


@attrs.frozen(kw_only=True)
class Brought:
    """What one distribution declares."""

    distribution: Distribution
    programmes: tuple[ProgrammeDefinition, ...] = ()
    rules: tuple[Rule, ...] = ()
    limits: tuple[Limit, ...] = ()
    checks: tuple[Check, ...] = ()
    metrics: tuple[Metric, ...] = ()
    facts: tuple[Fact[Any], ...] = ()
    facts_tables: tuple[FactsTable, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    record_types: tuple[type[Record], ...] = ()
    reports: tuple[ReportForm, ...] = ()
    formats: tuple[ReportFormat, ...] = ()
    readers: tuple[DataReader, ...] = ()
    texts: tuple[Vocabulary, ...] = ()
    samples: tuple[Sample, ...] = ()
    deprecations: tuple[Deprecation, ...] = ()

    @property
    def words(self) -> tuple[Vocabulary, ...]:
        """All its words: those for record types, and those for columns of facts tables."""
        return (*self.texts, *(table.words for table in self.facts_tables))

    @property
    def namespace(self) -> str:
        """The name of its entry point."""
        return self.distribution.plugin


def named(kind: str) -> Callable[[Any], str]:
    """Gives the id of a declared value of this kind."""
    return _NAMED.get(kind, attrgetter("id"))


def shelf(kind: str, brought: Iterable[Brought], faults: Iterable[PluginFault] = ()) -> Shelf[Any]:
    """All values of a kind.

    Args:
        kind: Of :data:`KINDS`.
        brought: Who declares them.
        faults: The plugins that could not be loaded.

    Raises:
        DuplicateIdError: Two of them have one id.
    """
    declared = (
        Declared(value, each.distribution.name) for each in brought for value in getattr(each, kind)
    )
    return Shelf.of(KINDS[kind], declared, named(kind), faults)
