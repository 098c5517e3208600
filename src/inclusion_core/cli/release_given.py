"""The publication that a command is given: a report, or a file about an old one."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

import attrs

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.errors import MisuseError
from inclusion_core.cli.given import has_errors, ordered
from inclusion_core.findings import Finding
from inclusion_core.metrics.metric import Metric
from inclusion_core.periods import Period
from inclusion_core.publishing.releases.old import numbers_in
from inclusion_core.publishing.releases.release import Number
from inclusion_core.publishing.releases.told import numbers_of
from inclusion_core.reports.formats.json_reader import report_from_json

__all__ = ["Publication", "metrics_of", "publication_given"]


@attrs.frozen(kw_only=True)
class Publication:
    """What was published, before it is a release of a ledger.

    Attributes:
        form: The report form.
        period: The period that it reports on.
        known_on: The day as of whose knowledge it was counted; ``None`` where nobody says.
        sha256: Of the file.
        numbers: What it tells.
        findings: What is wrong or unusual in the file.
    """

    form: str
    period: Period
    known_on: date | None = None
    sha256: str
    numbers: tuple[Number, ...]
    findings: tuple[Finding, ...] = ()


def metrics_of(catalogue: Catalogue) -> dict[str, Metric]:
    """Every metric that a plugin brings or a form asks for, by id."""
    asked = (metric for form in catalogue.reports for metric in form.metrics)
    return {metric.id: metric for metric in (*catalogue.metrics, *asked)}


def publication_given(arguments: Namespace, metrics: Mapping[str, Metric]) -> Publication:
    """The publication of a file.

    Raises:
        MisuseError: It lists persons, tells no number, or lacks what only the arguments can say.
        OSError: It cannot be read.
        ReportFileError: It is no report.
    """
    path: Path = arguments.file
    old = path.suffix.lower() == ".csv"
    if old and None in (arguments.form, arguments.period):
        raise MisuseError("an old publication needs --form and --period")
    if not old and {arguments.form, arguments.period} != {None}:
        raise MisuseError("a report says itself of what form and period it is")
    data = path.read_bytes()
    given = _old(arguments, data, metrics) if old else _report(data)
    if not given.numbers and not has_errors(given.findings):
        raise MisuseError("it does not say of any number what it counts; make the report anew")
    return given


def _old(arguments: Namespace, data: bytes, metrics: Mapping[str, Metric]) -> Publication:
    told = numbers_in(data, arguments.file.name, metrics.keys())
    return Publication(
        form=arguments.form,
        period=arguments.period,
        sha256=sha256(data).hexdigest(),
        numbers=told.numbers,
        findings=ordered(told.findings),
    )


def _report(data: bytes) -> Publication:
    report = report_from_json(data)
    if report.lists_persons:
        raise MisuseError("the report lists persons and is for staff; publish one with --audience")
    return Publication(
        form=report.id,
        period=report.provenance.period,
        known_on=report.provenance.known_on,
        sha256=sha256(data).hexdigest(),
        numbers=numbers_of(report),
    )
