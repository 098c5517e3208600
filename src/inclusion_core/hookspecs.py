"""The hooks by which a distribution declares what it brings.

A plugin is a module named by an entry point in the group ``inclusion_core``; the name of the entry
point is the namespace of everything it declares. A hook is called once, without arguments, when a
catalogue is built; it returns frozen values. It reads no file and no clock, and changes nothing.
The order of plugins and of values carries no meaning.

Take the mark for an implementation from :mod:`inclusion_core.markers`.
"""

from __future__ import annotations

from collections.abc import Iterable

from inclusion_core.markers import hookspec
from inclusion_core.metrics.metric import Metric
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.reports.form import ReportForm
from inclusion_core.reports.formats import ReportFormat
from inclusion_core.samples import Sample

__all__ = [
    "inclusion_formats",
    "inclusion_metrics",
    "inclusion_programmes",
    "inclusion_reports",
    "inclusion_samples",
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
def inclusion_metrics() -> Iterable[Metric]:
    """Declare what can be counted.

    Called once, when the catalogue is built. Order carries no meaning.

    Returns:
        Frozen metrics whose ids begin with the plugin's namespace, each with its source.
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
def inclusion_samples() -> Iterable[Sample]:
    """Offer synthetic caseloads to try the programmes with.

    Called once, when the catalogue is built; a sample is built only when it is asked for.

    Returns:
        Frozen samples whose ids begin with the plugin's namespace.
    """
    return ()
