"""What the laws ask: the declarations of a plugin, all of them or one."""

from __future__ import annotations

from typing import Any

import attrs

from inclusion_core.checks.check import Check
from inclusion_core.expr.schema import Schema
from inclusion_core.facts.table import FactsTable
from inclusion_core.limits.limit import Limit
from inclusion_core.metrics.metric import Metric
from inclusion_core.reports.form import ReportForm
from inclusion_core.reports.formats import ReportFormat
from inclusion_core.rules.rule import Rule
from inclusion_core.testing.conformance.given import Given

__all__ = ["Asked"]


@attrs.frozen(kw_only=True, eq=False)
class Asked:
    """The declarations of a plugin that a law is about.

    Attributes:
        plugin: Its name.
        schema: The record types that there are.
        metrics: What it counts.
        rules: Who may be in its programmes.
        limits: From when and until when support may be given.
        checks: What it looks for in data.
        facts_tables: Its flat tables.
        reports: Its forms.
        formats: Its ways of writing a report.
    """

    plugin: str
    schema: Schema = attrs.field(repr=False)
    metrics: tuple[Metric, ...] = ()
    rules: tuple[Rule, ...] = ()
    limits: tuple[Limit, ...] = ()
    checks: tuple[Check, ...] = ()
    facts_tables: tuple[FactsTable, ...] = ()
    reports: tuple[ReportForm, ...] = ()
    formats: tuple[ReportFormat, ...] = ()

    @classmethod
    def of(cls, given: Given) -> Asked:
        """All that a plugin declares."""
        own = given.brought
        return cls(
            plugin=given.plugin.name,
            schema=given.schema,
            metrics=own.metrics,
            rules=own.rules,
            limits=own.limits,
            checks=own.checks,
            facts_tables=own.facts_tables,
            reports=own.reports,
            formats=own.formats,
        )

    def only(self, about: str) -> Asked:
        """The declaration of that id, with what it is part of; all where none has it.

        Args:
            about: The id; a part of a declaration follows a slash.
        """
        key = about.partition("/")[0]
        wholes = {each.part_of for each in self.metrics if each.id == key}
        kept: dict[str, Any] = {
            kind: tuple(
                each
                for each in getattr(self, kind)
                if each.id == key or (kind == "metrics" and each.id in wholes)
            )
            for kind in _KINDS
        }
        return attrs.evolve(self, **kept) if any(kept.values()) else self


_KINDS = ("metrics", "rules", "limits", "checks", "facts_tables", "reports")
"""Of these one is asked alone; formats need a report."""
