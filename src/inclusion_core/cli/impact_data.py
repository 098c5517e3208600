"""What is laid side by side: the same data twice, as known on two days or asked with two values."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

import attrs

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.caseload_given import reading_given
from inclusion_core.cli.errors import MisuseError
from inclusion_core.cli.report_data import data_given, is_register
from inclusion_core.cli.screen import Screen
from inclusion_core.findings import Finding
from inclusion_core.impact.material import Material
from inclusion_core.reports.data import ReportData
from inclusion_core.reports.form import ReportForm
from inclusion_core.texts import Language

__all__ = ["Sides", "sides_given"]


@attrs.frozen(kw_only=True)
class Sides:
    """The data of both sides.

    Attributes:
        before: As known on the first day.
        after: As known on the second; the same where only one is named.
        material: All that was recorded; ``None`` for a register, which has no history.
        findings: What of the files could not be read.
    """

    before: ReportData
    after: ReportData
    material: Material | None
    findings: tuple[Finding, ...]


def sides_given(
    arguments: Namespace, form: ReportForm, catalogue: Catalogue, screen: Screen
) -> Sides:
    """The data, known on one day or two.

    Raises:
        NothingReadError: There is nothing that can be read.
        MisuseError: Two days are asked of a register, or an engine of records.
        MissingExtraError: The engine is not installed.
    """
    if is_register(arguments.data):
        return _register(arguments, form, catalogue, screen)
    return _records(arguments, catalogue)


def _register(
    arguments: Namespace, form: ReportForm, catalogue: Catalogue, screen: Screen
) -> Sides:
    if arguments.and_known_on is not None:
        raise MisuseError(
            "a register has no history, and is as known on one day; "
            "save it with --save, and compare the later one with --against"
        )
    data = data_given(arguments, form, catalogue, screen).data
    return Sides(before=data, after=data, material=None, findings=())


def _records(arguments: Namespace, catalogue: Catalogue) -> Sides:
    if arguments.engine is not None:
        raise MisuseError("records are looked at one by one; --engine is for a register")
    reading = reading_given(arguments.data, catalogue, Language(arguments.language))
    material = Material(reading.journal, catalogue.schema)
    status_day: date = arguments.status_day or arguments.period.last_day
    last = reading.journal.last_recorded_on or status_day
    first_day: date = arguments.known_on or max(last, status_day)
    second_day: date = arguments.and_known_on or first_day
    before, after = (material.known(day) for day in (first_day, second_day))
    return Sides(
        before=before.data,
        after=after.data,
        material=material,
        findings=reading.findings,
    )
