"""The command ``trace``: where a cell of a report comes from, and who is behind it."""

from __future__ import annotations

import json
import re
from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterator

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.assuming import add_assumptions
from inclusion_core.cli.audience import add_audience, audience_given, shown_to
from inclusion_core.cli.errors import MisuseError
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.given import has_errors
from inclusion_core.cli.parser import Parser, add_language, one_of
from inclusion_core.cli.report_asked import ReportAsked, report_asked
from inclusion_core.cli.report_data import (
    Given,
    add_data,
    add_engine,
    add_known_on,
    add_period,
    data_given,
)
from inclusion_core.cli.screen import Screen
from inclusion_core.cli.telling import summary
from inclusion_core.publishing.audience import Audience
from inclusion_core.publishing.releases.release import OTHERS
from inclusion_core.reports.behind import Behind, Count, Derived
from inclusion_core.reports.lineage.addresses import place_in
from inclusion_core.reports.lineage.telling import json_fields, told
from inclusion_core.reports.lineage.tracing import TracedCell, traced
from inclusion_core.reports.lineage.words import TracingWords
from inclusion_core.texts import Language, Text, lv

__all__ = ["add_arguments", "run"]

FORMATS = ("text", "json")
MOST = 20
_NUMBER = re.compile(r"[0-9]{1,9}", re.ASCII)
OTHER_DATA = lv("Saglabātais ziņojums tapis no citiem datiem: to kontrolsumma atšķiras.").en(
    "The saved report was made from other data: their fingerprint differs."
)
OTHER_NUMBER = lv("No šiem datiem tagad iznāk {number}.").en("These data now give {number}.")
UNNAMED = lv("Kuri kodi te ņemti kopā, šī datne nesaka; prasi pašu veidlapu.").en(
    "Which codes are taken together here this file does not tell; trace the form itself."
)


def add_arguments(parser: Parser) -> None:
    """Take a form or a saved report, a cell, data, and who asks."""
    parser.add_argument(
        "form",
        metavar="FORM",
        help="a report form; or a report saved as .json, which brings its period, days and "
        "assumptions with it",
    )
    parser.add_argument(
        "cell",
        metavar="CELL",
        help="TABLE/ROW/COLUMN: the ids of a table and a row, and the place of a column; "
        "the first one where none is named",
    )
    add_data(parser)
    add_period(parser, required=False)
    add_known_on(parser)
    parser.add_argument(
        "--member",
        metavar="ID",
        help="tell why this case is counted, or is not; for staff",
    )
    parser.add_argument(
        "--most",
        metavar="NUMBER",
        type=at_most,
        default=MOST,
        help=f"how many members to name in the text; {MOST} where not given, json names all",
    )
    add_language(parser)
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        type=one_of("format", FORMATS),
        default="text",
        help="text (default) or json",
    )
    add_engine(parser)
    add_assumptions(parser)
    add_audience(parser)


def at_most(written: str) -> int:
    """How many to name.

    Raises:
        ArgumentTypeError: It is no number.
    """
    if not _NUMBER.fullmatch(written):
        raise ArgumentTypeError("not a number: write it as 20")
    return int(written)


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """Say where the cell comes from; to staff, who is behind it."""
    reader = audience_given(arguments)
    permitted = reader.audience is Audience.STAFF
    if arguments.member is not None and not permitted:
        raise MisuseError("cases are shown to staff alone; leave out --member or --audience")
    asked = report_asked(arguments, catalogue)
    given = data_given(arguments, asked.form, catalogue, screen)
    lineage = asked.form.lineage(
        given.data,
        period=given.days.period,
        status_day=given.days.status_day,
        assumptions=asked.assumptions,
    )
    report = shown_to(reader, asked.made(given, catalogue), lineage, asked.form)
    place = place_in(report, arguments.cell)
    unnamed = _names_none(place.cell.behind)
    if unnamed and arguments.member is not None:
        raise MisuseError(UNNAMED.in_(arguments.language))
    found = traced(
        report,
        place,
        lineage,
        tables=asked.form.tables,
        permitted=permitted and not unnamed,
        member=arguments.member or "",
    )
    words = TracingWords(
        vocabulary=catalogue.vocabulary, schema=catalogue.schema, axes=lineage.axes
    )
    _show(found, words, arguments, screen)
    language = Language(arguments.language)
    findings = given.findings()
    for remark in (*given.remarks, *_otherwise(asked, given, found)):
        screen.remark(remark.in_(language))
    for line in summary(findings, str(arguments.data), language):
        screen.remark(line)
    return Exit.FAULTY_DATA if report.broken or has_errors(findings) else Exit.FINE


def _show(found: TracedCell, words: TracingWords, arguments: Namespace, screen: Screen) -> None:
    if arguments.format == "json":
        written = json.dumps(json_fields(found, words), ensure_ascii=False, indent=2)
        screen.show(f"{written}\n")
        return
    for line in told(found, words, Language(arguments.language), most=arguments.most):
        screen.show(f"{line}\n")


def _names_none(behind: Behind | None) -> bool:
    """Whether a cell takes codes together that a published report does not name."""
    counts = behind.of if isinstance(behind, Derived) else (behind,)
    each_count = (each for each in counts if isinstance(each, Count))
    return any(OTHERS in codes for each in each_count for _, codes in each.groups)


def _otherwise(asked: ReportAsked, given: Given, found: TracedCell) -> Iterator[Text]:
    """Where a saved report and these data differ, or it names too little to look."""
    if _names_none(found.behind):
        yield UNNAMED
    if asked.saved is None:
        return
    if asked.saved.provenance.fingerprint != given.data.fingerprint:
        yield OTHER_DATA
    value, behind = found.place.cell.value, found.behind
    members = found.counts[0].members if isinstance(behind, Count) and found.counts else None
    if members is not None and isinstance(value, int) and members.number != value:
        yield OTHER_NUMBER.filled(number=Text.same(str(members.number)))
