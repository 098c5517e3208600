"""The command ``sentences``: what is published in words, and whether a text says the same."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.assuming import add_assumptions, assumptions_given
from inclusion_core.cli.audience import add_audience, audience_given, shown_to
from inclusion_core.cli.errors import MisuseError
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.given import has_errors
from inclusion_core.cli.parser import Parser, add_language, one_of
from inclusion_core.cli.report_data import (
    add_data,
    add_engine,
    add_known_on,
    add_period,
    data_given,
)
from inclusion_core.cli.screen import Screen
from inclusion_core.cli.sentences_told import as_json, number_line, summed_up
from inclusion_core.cli.telling import summary
from inclusion_core.reports.form import ReportForm
from inclusion_core.reports.sentences.checking import CheckedNumber, Confirmation, checked
from inclusion_core.reports.sentences.telling import Told, told
from inclusion_core.texts import Language

__all__ = ["add_arguments", "run"]

FORMATS = ("text", "json")


def add_arguments(parser: Parser) -> None:
    """Take a form, data, days, a text to check, and who reads the answer."""
    parser.add_argument("form", metavar="FORM", help="a report form that has sentences")
    add_data(parser)
    add_period(parser)
    add_known_on(parser)
    parser.add_argument(
        "--check",
        metavar="FILE",
        type=Path,
        help="a text in UTF-8, in the language of --language; tell of each number in it whether it "
        "is confirmed, wrong or not derivable",
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


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """Tell the sentences; of a text, tell which of its numbers are wrong."""
    language = Language(arguments.language)
    reader = audience_given(arguments)
    form = catalogue.report(arguments.form)
    if not form.sentences:
        raise MisuseError(f"{form.id} has no sentences; declare some on the form")
    assumptions = assumptions_given(arguments.assume, form.assumptions)
    text = None if arguments.check is None else _read(arguments.check)
    given = data_given(arguments, form, catalogue, screen)
    period, status_day = given.days.period, given.days.status_day
    filled = form.filled_in(
        given.data, period=period, status_day=status_day, assumptions=assumptions
    )
    lineage = form.lineage(
        given.data, period=period, status_day=status_day, assumptions=assumptions
    )
    report = shown_to(reader, filled, lineage, form)
    sentences = [told(sentence, report) for sentence in form.sentences]
    numbers = None if text is None else checked(form.sentences, report, text, language)
    _show(form, sentences, numbers, arguments, screen)
    for remark in given.remarks:
        screen.remark(remark.in_(language))
    findings = given.findings()
    for line in summary(findings, str(arguments.data), language):
        screen.remark(line)
    faulty = _any_wrong(numbers) or report.broken or has_errors(findings)
    return Exit.FAULTY_DATA if faulty else Exit.FINE


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise MisuseError(f"{path} is no text in UTF-8; save it so") from None


def _any_wrong(numbers: Sequence[CheckedNumber] | None) -> bool:
    return any(each.confirmation is Confirmation.WRONG for each in numbers or ())


def _show(
    form: ReportForm,
    sentences: Sequence[Told],
    numbers: Sequence[CheckedNumber] | None,
    arguments: Namespace,
    screen: Screen,
) -> None:
    if arguments.format == "json":
        written = json.dumps(as_json(form.id, sentences, numbers), ensure_ascii=False, indent=2)
        screen.show(f"{written}\n")
        return
    language = Language(arguments.language)
    if numbers is None:
        for each in sentences:
            screen.show(f"{each.paragraph.in_(language)}\n")
        return
    for number in numbers:
        screen.show(f"{number_line(number, language)}\n")
    screen.show(f"{summed_up(numbers).in_(language)}\n")
