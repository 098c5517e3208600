"""The hooks by which a distribution declares what it brings.

A plugin is a module named by an entry point in the group ``inclusion_core``; the name of the entry
point is the namespace of everything it declares. A hook is called once, without arguments, when a
catalogue is built; it returns frozen values. It reads no file and no clock, and changes nothing.
The order of plugins and of values carries no meaning.

Take the mark for an implementation from :mod:`inclusion_core.markers`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from inclusion_core.checks.check import Check
from inclusion_core.deprecations import Deprecation
from inclusion_core.facts.assumption import Assumption
from inclusion_core.facts.fact import Fact
from inclusion_core.facts.table import FactsTable
from inclusion_core.fields import Record
from inclusion_core.limits.limit import Limit
from inclusion_core.markers import hookspec
from inclusion_core.metrics.metric import Metric
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.reports.form import ReportForm
from inclusion_core.reports.formats import ReportFormat
from inclusion_core.rules.rule import Rule
from inclusion_core.samples import Sample
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire.readers import DataReader

__all__ = [
    "inclusion_assumptions",
    "inclusion_checks",
    "inclusion_deprecations",
    "inclusion_facts",
    "inclusion_facts_tables",
    "inclusion_formats",
    "inclusion_limits",
    "inclusion_metrics",
    "inclusion_programmes",
    "inclusion_readers",
    "inclusion_record_types",
    "inclusion_reports",
    "inclusion_rules",
    "inclusion_samples",
    "inclusion_texts",
]


@hookspec
def inclusion_programmes() -> Iterable[ProgrammeDefinition]:
    """Declare the programmes that this distribution brings.

    Called once, when the catalogue is built. Order carries no meaning.

    Returns:
        Frozen definitions whose ids begin with the plugin's namespace.
    """
    return ()


@hookspec
def inclusion_rules() -> Iterable[Rule]:
    """Declare who may be in a programme.

    Called once, when the catalogue is built. Order carries no meaning.

    Returns:
        Frozen rules whose ids begin with the plugin's namespace. They are for programmes of this
        distribution, or for those that name this distribution in ``rules_from``.
    """
    return ()


@hookspec
def inclusion_limits() -> Iterable[Limit]:
    """Declare from when and until when support may be given.

    Called once, when the catalogue is built. Order carries no meaning.

    Returns:
        Frozen limits whose ids begin with the plugin's namespace, for the same programmes as
        rules may be.
    """
    return ()


@hookspec
def inclusion_checks() -> Iterable[Check]:
    """Declare what is looked for in data.

    Called once, when the catalogue is built. Order carries no meaning. A check that raises while
    it looks is named in a finding; the others go on.

    Returns:
        Frozen checks whose ids begin with the plugin's namespace; none of their findings holds a
        value of a client.
    """
    return ()


@hookspec
def inclusion_metrics() -> Iterable[Metric]:
    """Declare what can be counted.

    Called once, when the catalogue is built. Order carries no meaning.

    Returns:
        Frozen metrics whose ids begin with the plugin's namespace, each with its source.
    """
    return ()


@hookspec
def inclusion_facts() -> Iterable[Fact[Any]]:
    """Declare what can be said of a record, worked out of others.

    Called once, when the catalogue is built. Order carries no meaning.

    Returns:
        Frozen facts whose ids begin with the plugin's namespace.
    """
    return ()


@hookspec
def inclusion_facts_tables() -> Iterable[FactsTable]:
    """Declare flat tables over which metrics are declared.

    Called once, when the catalogue is built. Order carries no meaning.

    Returns:
        Frozen tables whose ids begin with the plugin's namespace, and so do the record types of
        their rows, ``garden_stay``. They are worked out of record types of the core and of this
        plugin. Metrics and report forms of another distribution may use them, as they are.
    """
    return ()


@hookspec
def inclusion_assumptions() -> Iterable[Assumption]:
    """Declare what is taken for granted at the uncertain points of a definition.

    Called once, when the catalogue is built. Order carries no meaning.

    Returns:
        Frozen assumptions whose ids begin with the plugin's namespace: all that its metrics, facts
        tables and report forms name in ``assumes``.
    """
    return ()


@hookspec
def inclusion_record_types() -> Iterable[type[Record]]:
    """Declare record types that stand beside those of the core.

    Called once, when the catalogue is built. Order carries no meaning.

    Returns:
        Frozen attrs classes that extend ``Record``. Their names begin with the plugin's namespace,
        ``GardenVisit``, and so do the lists that their references add to others,
        ``garden_visits``. They refer to record types of the core and of this plugin.
    """
    return ()


@hookspec
def inclusion_reports() -> Iterable[ReportForm]:
    """Declare report forms.

    Called once, when the catalogue is built. Order carries no meaning.

    Returns:
        Frozen forms whose ids begin with the plugin's namespace.
    """
    return ()


@hookspec
def inclusion_formats() -> Iterable[ReportFormat]:
    """Declare ways of writing a report.

    Called once, when the catalogue is built. Order carries no meaning.

    Returns:
        Frozen formats whose ids begin with the plugin's namespace.
    """
    return ()


@hookspec
def inclusion_readers() -> Iterable[DataReader]:
    """Declare ways of reading data.

    Called once, when the catalogue is built. Order carries no meaning. A reader that raises while
    it reads is named in a finding.

    Returns:
        Frozen readers whose ids begin with the plugin's namespace, for suffixes that no other
        reader takes.
    """
    return ()


@hookspec
def inclusion_texts() -> Iterable[Vocabulary]:
    """Declare what record types of this plugin, their fields and codes are called.

    Called once, when the catalogue is built. Order carries no meaning.

    Returns:
        Frozen vocabularies whose ids begin with the plugin's namespace; they name nothing that is
        of the core or of another plugin.
    """
    return ()


@hookspec
def inclusion_samples() -> Iterable[Sample]:
    """Offer synthetic caseloads to try the programmes with.

    Called once, when the catalogue is built; a sample is built only when it is asked for.

    Returns:
        Frozen samples whose ids begin with the plugin's namespace.
    """
    return ()


@hookspec
def inclusion_deprecations() -> Iterable[Deprecation]:
    """Say of ids that they will go, and what takes their place.

    Called once, when the catalogue is built. Order carries no meaning.

    Returns:
        Frozen deprecations, each with the id of something that this plugin declares.
    """
    return ()
