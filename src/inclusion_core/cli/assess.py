"""The command ``assess``: who is eligible on a day, or may be given support, and why.

It shows what is recorded of clients to whoever gives it.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import date
from typing import assert_never

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.assess_one import ONE_FORMATS, Answered
from inclusion_core.cli.assess_table import TABLE_FORMATS, VerdictTable
from inclusion_core.cli.caseload_given import reading_given
from inclusion_core.cli.days import known_day
from inclusion_core.cli.errors import MisuseError
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.given import all_findings, has_errors
from inclusion_core.cli.judging import Judge
from inclusion_core.cli.parser import Parser, add_data, add_language, one_of
from inclusion_core.cli.screen import Screen
from inclusion_core.cli.show import OTHER_FAULTS
from inclusion_core.cli.telling import counted, line, summary
from inclusion_core.expr.traces import FieldRead, ListRead, RecordMissing
from inclusion_core.facts.cases import Case, Cases
from inclusion_core.findings import Finding
from inclusion_core.lives.errors import NoSuchClientError
from inclusion_core.model.caseload import Journal
from inclusion_core.rules.decision import Decision
from inclusion_core.rules.explanation import Explanation
from inclusion_core.rules.verdict import Verdict
from inclusion_core.texts import Language, lv

__all__ = ["add_arguments", "run"]

AHEAD = lv(
    "Jautājuma diena, {on}, ir pēc dienas, kurā dati zināmi ({known_on}): kas vēl var notikt, "
    "atstāj jautājumu atklātu."
).en(
    "The day of the question, {on}, is after the day on which the data are known ({known_on}): "
    "what may still happen leaves questions open."
)
FORMATS = ("text", "markdown", "json", "csv")


def add_arguments(parser: Parser) -> None:
    """Take a programme, data, perhaps a client, days, and what is to be told."""
    parser.add_argument(
        "programme", metavar="PROGRAMME", help="a programme; `programmes` lists them"
    )
    add_data(parser)
    parser.add_argument(
        "client",
        metavar="CLIENT",
        nargs="?",
        help="judge this client alone, as if they entered on the day if they are not in it",
    )
    parser.add_argument(
        "--on",
        metavar="DAY",
        type=known_day,
        help="the day of the question; where not given, the day on which the data are known",
    )
    parser.add_argument(
        "--known-on",
        metavar="DAY",
        type=known_day,
        help="judge by what was recorded by this day; the last day of recording where not given",
    )
    parser.add_argument(
        "--support",
        metavar="SUPPORT",
        help="ask whether this kind of support may be given; the part after the id of the "
        "programme is enough",
    )
    parser.add_argument(
        "--verdict",
        metavar="VERDICT",
        type=one_of("verdict", tuple(each.value for each in Verdict)),
        help="list only participations with this verdict: yes, no or undecided",
    )
    parser.add_argument(
        "--explain",
        action="store_true",
        help="of a client: tell all clauses, and what each rests on (markdown and json always do)",
    )
    parser.add_argument(
        "--ask", action="store_true", help="of a client: tell what is still to be asked"
    )
    parser.add_argument(
        "--changes-until",
        metavar="DAY",
        type=known_day,
        help="of a client: tell the days until then on which the verdict changes by itself",
    )
    add_language(parser)
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        type=one_of("format", FORMATS),
        default="text",
        help="text (default), markdown, json, or csv for many",
    )


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """Judge one client, or all who take part, and say what is wrong with the data."""
    _check(arguments)
    language = Language(arguments.language)
    judge = Judge.of(catalogue.eligibility(arguments.programme), arguments.support)
    reading = reading_given(arguments.data, catalogue, language)
    known_on = _known_on(arguments, reading.journal)
    caseload = reading.journal.as_known_on(known_on)
    findings = all_findings(reading, caseload, catalogue.schema, catalogue.checks)
    cases = Cases.of(caseload, catalogue.schema)
    on: date = arguments.on or known_on
    if arguments.client is None:
        table = VerdictTable.of(judge, cases, on)
        wanted = None if arguments.verdict is None else Verdict(arguments.verdict)
        screen.show(TABLE_FORMATS[arguments.format](table.only(wanted), language))
        remarks = summary(findings, str(arguments.data), language)
    else:
        decision = judge.one(_case(arguments.client, cases), on)
        told = _answered(decision, arguments)
        screen.show(ONE_FORMATS[arguments.format](told, catalogue.vocabulary, language))
        remarks = _faults(findings, told, str(arguments.data), language)
    if on > known_on:
        screen.remark(AHEAD.filled(on=on, known_on=known_on).in_(language))
    for remark in remarks:
        screen.remark(remark)
    return Exit.FAULTY_DATA if has_errors(findings) else Exit.FINE


def _check(arguments: Namespace) -> None:
    """Look for what does not go together.

    Raises:
        MisuseError: Something does not.
    """
    if arguments.client is None:
        named = ("explain", "ask", "changes_until")
        if any(getattr(arguments, name) for name in named):
            raise MisuseError("--explain, --ask and --changes-until are about a client; name one")
    elif arguments.verdict is not None:
        raise MisuseError("--verdict chooses among many; leave it out, or name no client")
    elif arguments.format == "csv":
        raise MisuseError("csv is for many; choose another format, or name no client")


def _known_on(arguments: Namespace, journal: Journal) -> date:
    """The day up to which the data are known.

    Raises:
        MisuseError: No day is given, and none is in the data.
    """
    known_on: date | None = arguments.known_on or journal.last_recorded_on or arguments.on
    if known_on is None:
        raise MisuseError("nothing is recorded in the data; give the day of the question with --on")
    return known_on


def _case(client: str, cases: Cases) -> Case:
    if cases.records.find("client", client) is None:
        raise NoSuchClientError(client, ("client", client) in cases.caseload.tombstones)
    return cases[client]


def _answered(decision: Decision, arguments: Namespace) -> Answered:
    until: date | None = arguments.changes_until
    return Answered(
        explanation=decision.explanation,
        explained=arguments.explain,
        open=decision.open_questions if arguments.ask else None,
        changes=None if until is None else decision.changes(until),
    )


def _faults(
    findings: Sequence[Finding], told: Answered, data: str, language: Language
) -> Iterator[str]:
    """How many faults the data have, and those of what the answer rests on."""
    own = {("client", told.explanation.client_id), *_records(told.explanation)}
    about = [each for each in findings if (each.place.record_type, each.place.record_id) in own]
    if findings:
        yield counted(findings, language)
    for finding in about:
        yield line(finding, language)
    if len(about) < len(findings):
        others = len(findings) - len(about)
        yield OTHER_FAULTS.filled(others=others, data=data).in_(language)


def _records(explanation: Explanation) -> Iterator[tuple[str, str]]:
    """The records that an answer rests on, by type and key."""
    for read in explanation.all_reads:
        match read:
            case FieldRead() | RecordMissing():
                yield read.record_type, read.record_id
            case ListRead():
                yield from ((read.record_type, key) for key in read.record_ids)
            case _:
                assert_never(read)
