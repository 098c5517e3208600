"""The command ``check``: all that is wrong with data."""

from __future__ import annotations

import csv
import json
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from io import StringIO
from typing import TypeAlias

import attrs

from inclusion_core.catalogue import Catalogue
from inclusion_core.checks.check import Check
from inclusion_core.checks.examined import Examined
from inclusion_core.checks.limits_kept import IneligibleSupport, ineligible_support
from inclusion_core.checks.looking import findings_in
from inclusion_core.checks.offered import declared_in
from inclusion_core.cli.check_asked import Asked, add_filters, asked_for
from inclusion_core.cli.check_support import support_fields, support_lines
from inclusion_core.cli.days import known_day
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.given import has_errors, nothing_read, ordered, read_given
from inclusion_core.cli.parser import Parser, add_data, add_language, one_of
from inclusion_core.cli.screen import Screen
from inclusion_core.cli.telling import counted, line, rows
from inclusion_core.findings import Finding
from inclusion_core.model.caseload import Caseload
from inclusion_core.pages.formulas import guarded
from inclusion_core.pages.lines import harmless
from inclusion_core.rules.eligibility import EligibilityRefusedError
from inclusion_core.texts import Language
from inclusion_core.wire import Reading

__all__ = ["add_arguments", "run"]

COLUMNS = (
    *("kind", "severity", "file", "sheet", "row", "record_type", "record_id", "column", "field"),
    *("says", "remedy", "source"),
)


@attrs.frozen(kw_only=True)
class _Checked:
    """What was read, and what is wrong with it."""

    reading: Reading
    known_on: date | None
    findings: tuple[Finding, ...]
    not_shown: int
    support: tuple[IneligibleSupport, ...]


_Write: TypeAlias = Callable[[_Checked, Language], str]


def add_arguments(parser: Parser) -> None:
    """Take data, a day, what is looked for, and how the faults are written."""
    add_data(parser)
    parser.add_argument(
        "--known-on",
        metavar="DAY",
        type=known_day,
        help="look at what was recorded by this day; the last day of recording where not given",
    )
    add_filters(parser)
    add_language(parser)
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        type=one_of("format", tuple(_FORMATS)),
        default="text",
        help="text (default), json or csv",
    )


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """Show every fault of the files, every contradiction, and every rule that is offended."""
    reading = read_given(arguments.data, catalogue.schema, catalogue.readers)
    known_on = arguments.known_on or reading.journal.last_recorded_on
    caseload = Caseload.of_records((), known_on=date.min)
    if known_on is not None:
        caseload = reading.journal.as_known_on(known_on)
    checks = catalogue.checks_for(declared_in(caseload))
    asked = asked_for(arguments, catalogue, checks)
    examined = Examined(caseload=caseload, schema=catalogue.schema, journal=reading.journal)
    found = ordered([*reading.findings, *findings_in(examined, checks)])
    shown = found if nothing_read(reading) else asked.of(found)
    checked = _Checked(
        reading=reading,
        known_on=known_on,
        findings=shown,
        not_shown=len(found) - len(shown),
        support=tuple(_support(asked, checks, examined, catalogue)),
    )
    screen.show(_FORMATS[arguments.format](checked, Language(arguments.language)))
    if nothing_read(reading):
        return Exit.NO_FILE
    return Exit.FAULTY_DATA if has_errors(checked.findings) else Exit.FINE


def _support(
    asked: Asked, checks: Sequence[Check], examined: Examined, catalogue: Catalogue
) -> Iterator[IneligibleSupport]:
    """What of each programme was given outside of its limits, where it has any."""
    known = {each.id for each in checks if asked.asks_for(each.id)}
    for programme in declared_in(examined.caseload):
        if f"{programme}.services-within-limits" in known:
            try:
                eligibility = catalogue.eligibility(programme)
            except EligibilityRefusedError:
                continue  # a finding tells it
            if eligibility.limits:
                yield ineligible_support(eligibility, examined)


def _as_text(checked: _Checked, language: Language) -> str:
    lines = [
        *(line(finding, language) for finding in checked.findings),
        *(each for support in checked.support for each in support_lines(support, language)),
        counted(checked.findings, language, others=checked.not_shown),
        rows(checked.reading, checked.known_on, language),
    ]
    return "".join(f"{each}\n" for each in lines)


def _as_json(checked: _Checked, language: Language) -> str:
    written = {
        "rows_read": checked.reading.rows_read,
        "rows_kept": checked.reading.rows_kept,
        "known_on": None if checked.known_on is None else checked.known_on.isoformat(),
        "findings_not_shown": checked.not_shown,
        "findings": [each.as_json(language) for each in checked.findings],
        "ineligible_support": [support_fields(each) for each in checked.support],
    }
    return harmless(f"{json.dumps(written, ensure_ascii=False, indent=2)}\n")


def _as_csv(checked: _Checked, language: Language) -> str:
    text = StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for finding in checked.findings:
        told = finding.as_json(language)
        writer.writerow({key: _guarded(value) for key, value in told.items()})
    return text.getvalue()


def _guarded(value: object) -> object:
    return guarded(value) if isinstance(value, str) else value  # a file may be named =1+1


_FORMATS: Mapping[str, _Write] = {"text": _as_text, "json": _as_json, "csv": _as_csv}
