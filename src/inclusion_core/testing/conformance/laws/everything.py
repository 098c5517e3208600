"""Everything that a plugin says about a caseload, so that it can be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Any

from inclusion_core.checks.examined import Examined
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.facts.building import facts_records
from inclusion_core.reports.data import ReportData
from inclusion_core.reports.form import ReportForm
from inclusion_core.reports.lineage.lineage import Lineage
from inclusion_core.reports.report import Report
from inclusion_core.testing.conformance.laws.asked import Asked
from inclusion_core.testing.conformance.laws.figures import by_subject, counted
from inclusion_core.testing.conformance.laws.settings import Setting

__all__ = ["Said", "filled_in", "found", "reported", "said", "without_names"]

Said = Mapping[str, object]
"""What each declaration comes to, by its id; for records by their ids."""


def said(asked: Asked, setting: Setting, back: Callable[[str], str] = str) -> Said:
    """What the declarations come to.

    Args:
        asked: The declarations.
        setting: The caseload, and the days that are asked for.
        back: The id that a record is told under; of anything else, it.
    """
    everything: dict[str, object] = {}
    for told in (_figures, _rules, _limits, _facts):
        everything.update(told(asked, setting, back))
    return everything


def _figures(
    asked: Asked, setting: Setting, back: Callable[[str], str]
) -> Iterator[tuple[str, object]]:
    figures = counted(asked.metrics, setting.records(asked.schema), setting, setting.known_on)
    for key, figure in figures.items():
        each = {back(name): tally for name, tally in by_subject(figure).items()}
        groups = {_back(group, back): tally for group, tally in figure.groups.items()}
        yield key, (each, groups)


def _rules(
    asked: Asked, setting: Setting, back: Callable[[str], str]
) -> Iterator[tuple[str, object]]:
    reader = _reader(asked, setting, setting.known_on)
    stays = reader.records.of_type("participation")
    for rule in asked.rules:
        yield rule.id, {back(each.id): reader.truth(rule.condition, each) for each in stays}


def _limits(
    asked: Asked, setting: Setting, back: Callable[[str], str]
) -> Iterator[tuple[str, object]]:
    reader = _reader(asked, setting)
    stays = reader.records.of_type("participation")
    for limit in asked.limits:
        yield (
            limit.id,
            {
                back(each.id): (reader.day(limit.opens_on, each), reader.day(limit.closes_on, each))
                for each in stays
            },
        )


def _reader(asked: Asked, setting: Setting, known_on: date | None = None) -> ObjectReader:
    records = setting.records(asked.schema)
    return ObjectReader(records, parameters=setting.parameters, known_on=known_on)


def _facts(
    asked: Asked, setting: Setting, back: Callable[[str], str]
) -> Iterator[tuple[str, object]]:
    for table in asked.facts_tables:
        rows = facts_records(table, setting.records(asked.schema), setting.parameters)
        yield (
            table.id,
            {
                back(row.id): {name: _back(getattr(row, name), back) for name in table.columns}
                for row in rows.of_type(table.record_type.name)
            },
        )


def _back(value: Any, back: Callable[[str], str]) -> object:
    """A code as it is told; a code may be the key of a record."""
    return back(value) if isinstance(value, str) and not isinstance(value, Enum) else value


def found(asked: Asked, setting: Setting) -> Said:
    """How often each check finds what in which field; of two records it may name either one."""
    examined = Examined(caseload=setting.caseload, schema=asked.schema)
    return {
        check.id: Counter(
            (each.kind, each.place.record_type, each.place.field) for each in check.find(examined)
        )
        for check in asked.checks
        if not check.needs_journal
    }


# Reports.


def filled_in(form: ReportForm, asked: Asked, setting: Setting) -> Report:
    """A form filled in from the caseload; from what it was made, the laws do not look at."""
    data = _data(asked, setting)
    return form.filled_in(data, period=setting.period, status_day=setting.status_day)


def reported(form: ReportForm, asked: Asked, setting: Setting) -> tuple[Report, Lineage]:
    """A form filled in from the caseload, and who is behind its numbers."""
    data, period, status_day = _data(asked, setting), setting.period, setting.status_day
    return (
        form.filled_in(data, period=period, status_day=status_day),
        form.lineage(data, period=period, status_day=status_day),
    )


def _data(asked: Asked, setting: Setting) -> ReportData:
    records = setting.records(asked.schema)
    return ReportData(on=records, known_on=setting.known_on, fingerprint="", records=0)


def without_names(report: Report) -> object:
    """What a report shows, without the tables that name records."""
    return report.without_persons.sections
