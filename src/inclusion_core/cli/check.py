"""The command ``check``: all that is wrong with data."""

from __future__ import annotations

import csv
import json
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from io import StringIO
from typing import TypeAlias

import attrs

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.days import known_day
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.given import all_findings, has_errors, nothing_read, read_given
from inclusion_core.cli.parser import Parser, add_data, add_language, one_of
from inclusion_core.cli.screen import Screen
from inclusion_core.cli.telling import counted, line, rows
from inclusion_core.findings import Finding
from inclusion_core.model.caseload import Caseload
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


_Write: TypeAlias = Callable[[_Checked, Language], str]


def add_arguments(parser: Parser) -> None:
    """Take data, a day, and how the faults are written."""
    add_data(parser)
    parser.add_argument(
        "--known-on",
        metavar="DAY",
        type=known_day,
        help="look at what was recorded by this day; the last day of recording where not given",
    )
    add_language(parser)
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        type=one_of("format", tuple(_FORMATS)),
        default="text",
        help="text (default), json or csv",
    )


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """Show every fault of the files, and every contradiction in what they hold."""
    reading = read_given(arguments.data, catalogue.schema, catalogue.readers)
    known_on = arguments.known_on or reading.journal.last_recorded_on
    caseload = Caseload.of_records((), known_on=date.min)
    if known_on is not None:
        caseload = reading.journal.as_known_on(known_on)
    findings = all_findings(reading, caseload, catalogue.schema, catalogue.checks)
    checked = _Checked(reading=reading, known_on=known_on, findings=findings)
    screen.show(_FORMATS[arguments.format](checked, Language(arguments.language)))
    if nothing_read(reading):
        return Exit.NO_FILE
    return Exit.FAULTY_DATA if has_errors(findings) else Exit.FINE


def _as_text(checked: _Checked, language: Language) -> str:
    lines = [
        *(line(finding, language) for finding in checked.findings),
        counted(checked.findings, language),
        rows(checked.reading, checked.known_on, language),
    ]
    return "".join(f"{each}\n" for each in lines)


def _as_json(checked: _Checked, language: Language) -> str:
    written = {
        "rows_read": checked.reading.rows_read,
        "rows_kept": checked.reading.rows_kept,
        "known_on": None if checked.known_on is None else checked.known_on.isoformat(),
        "findings": _fields(checked.findings, language),
    }
    return f"{json.dumps(written, ensure_ascii=False, indent=2)}\n"


def _as_csv(checked: _Checked, language: Language) -> str:
    text = StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_fields(checked.findings, language))
    return text.getvalue()


def _fields(findings: Sequence[Finding], language: Language) -> list[Mapping[str, object]]:
    return [
        {
            "kind": finding.kind,
            "severity": finding.severity.value,
            **attrs.asdict(finding.place),
            "says": finding.says.in_(language),
            "remedy": finding.remedy.in_(language),
            "source": "" if finding.source is None else finding.source.citation(language),
        }
        for finding in findings
    ]


_FORMATS: Mapping[str, _Write] = {"text": _as_text, "json": _as_json, "csv": _as_csv}
