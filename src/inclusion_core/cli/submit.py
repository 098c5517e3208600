"""The command ``submit``: freezes a report with all that is handed in beside it."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

import attrs

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.assuming import add_assumptions, assumptions_given
from inclusion_core.cli.days import closed_period, known_day
from inclusion_core.cli.errors import MisuseError
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.free_place import check_free
from inclusion_core.cli.parser import Parser, add_data, add_language
from inclusion_core.cli.screen import Screen
from inclusion_core.cli.submission_given import (
    Records,
    check_new_folder,
    form_for,
    opened_whole,
    records_given,
)
from inclusion_core.cli.telling import line
from inclusion_core.reports.form import ReportForm
from inclusion_core.reports.formats import ReportFormat
from inclusion_core.submissions.answers import MAX_ANSWERS_BYTES, given_in
from inclusion_core.submissions.answers_template import answers_template
from inclusion_core.submissions.asked import Asked
from inclusion_core.submissions.corrections import Previous
from inclusion_core.submissions.cover import Cover, Edition, Signing
from inclusion_core.submissions.file import SUBMISSION
from inclusion_core.submissions.folder import attachments_in, freeze, frozen_files, rendered
from inclusion_core.submissions.form import Duty, SubmissionForm
from inclusion_core.submissions.making import Made, asked_for, make
from inclusion_core.submissions.submission import Given
from inclusion_core.texts import Language, Text, lv

__all__ = ["add_arguments", "run"]

FROZEN = lv("Iesniegums Nr. {number} iesaldēts: {path}").en("Submission {number} is frozen: {path}")
HASH = lv("SHA-256: {sha256}").en("SHA-256: {sha256}")
CORRECTED = lv("Labojumi kopš iepriekšējā: {number}").en("Corrections since the last: {number}")
TEMPLATE = lv("Atbilžu datne, kas jāaizpilda: {path}").en("The answers to fill in: {path}")
UNREAD = lv("Daļu datu nevarēja nolasīt; to rāda: inclusion-core check {data}").en(
    "A part of the data could not be read; see: inclusion-core check {data}"
)
_SIGNED = re.compile(r"(?P<role>[^:]*[^:\s][^:]*):(?P<day>[0-9-]+)")


def add_arguments(parser: Parser) -> None:
    """Take a form, data, days, what people say, and a new folder."""
    parser.add_argument("form", metavar="FORM", help="a report form; `forms` lists them")
    add_data(parser)
    parser.add_argument(
        "--period",
        metavar="FIRST..LAST",
        type=closed_period,
        required=True,
        help="the period reported on, both days inside: 2018-06-01..2018-11-30",
    )
    parser.add_argument("--output", metavar="FOLDER", type=Path, help="a new folder")
    parser.add_argument(
        "--status-day", metavar="DAY", type=known_day, help="as for the command report"
    )
    parser.add_argument(
        "--known-on", metavar="DAY", type=known_day, help="as for the command report"
    )
    parser.add_argument(
        "--operation", metavar="NUMBER", default="", help="the operation, where data have several"
    )
    parser.add_argument(
        "--counted-from",
        metavar="DAY",
        type=known_day,
        help="first day of cumulative figures; where not given, that of the operation",
    )
    parser.add_argument("--number", metavar="N", type=_number, help="which submission it is")
    parser.add_argument(
        "--previous", metavar="FOLDER", type=Path, help="the last submission: it is corrected"
    )
    parser.add_argument(
        "--revision", action="store_true", help="it takes the place of the previous one"
    )
    parser.add_argument(
        "--narrative", metavar="FILE", type=Path, help="the answers of its author, as TOML"
    )
    parser.add_argument(
        "--template", metavar="FILE", type=Path, help="only write the answers to fill in"
    )
    parser.add_argument(
        "--attachments", metavar="FOLDER", type=Path, help="the files to hand in with it"
    )
    for duty in Duty:
        parser.add_argument(
            f"--{duty.value}",
            metavar="ROLE:DAY",
            type=_signing,
            help=f"who has {duty.value} it: a role, never a name, and the day",
        )
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        action="append",
        default=[],
        help="write it for readers too, in both languages; may be given several times; `forms` "
        "lists formats",
    )
    parser.add_argument(
        "--draft", action="store_true", help="freeze it although something is missing"
    )
    add_assumptions(parser)
    add_language(parser)


def _number(written: str) -> int:
    if not re.fullmatch("[1-9][0-9]{0,5}", written, re.ASCII):
        raise ArgumentTypeError("not a number of a submission: write 1, 2, 3")
    return int(written)


def _signing(written: str) -> tuple[str, date]:
    found = _SIGNED.fullmatch(written)
    if found is None:
        raise ArgumentTypeError("write a role and a day: project-manager:2018-12-03")
    return found["role"].strip(), known_day(found["day"])


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """Freeze the submission, or say what is missing in it."""
    language = Language(arguments.language)
    report = catalogue.report(arguments.form)
    formats = _formats(arguments, catalogue)
    if arguments.template is None:
        check_new_folder(arguments)
    else:
        check_free(arguments.template, overwrite=False)
    previous = _previous(arguments)
    records = records_given(arguments.data, catalogue, language)
    asked = _asked(arguments, report, records, catalogue)
    if arguments.operation and not asked.operation:
        raise MisuseError(
            "the data have no operation with that number; see their operation records"
        )
    form = form_for(catalogue, report.id, records.material, asked)
    given, attached = _given(arguments, form, previous)
    made = make(
        form,
        records.material,
        asked,
        given,
        previous=previous,
        versions=catalogue.versions_behind(report),
    )
    if arguments.template is not None:
        arguments.template.write_bytes(answers_template(form, made, language))
        screen.show(f"{TEMPLATE.filled(path=str(arguments.template)).in_(language)}\n")
        return Exit.FINE
    for finding in made.submission.findings:
        screen.remark(line(finding, language))
    if not made.submission.complete and not arguments.draft:
        raise MisuseError("not frozen, for something is missing; mend it, or add --draft")
    readable = rendered(made.submission, formats, Language)
    files = frozen_files(made, attached, readable)
    freeze(arguments.output, files)
    for told in _told(arguments, made, files):
        screen.show(f"{told.in_(language)}\n")
    if records.faulty:
        screen.remark(UNREAD.filled(data=str(arguments.data)).in_(language))
    return Exit.FINE if made.submission.complete and not records.faulty else Exit.FAULTY_DATA


def _told(arguments: Namespace, made: Made, files: Mapping[str, bytes]) -> Iterator[Text]:
    yield FROZEN.filled(number=made.submission.cover.number, path=str(arguments.output))
    if made.submission.previous is not None:
        yield CORRECTED.filled(number=len(made.submission.corrections))
    yield HASH.filled(sha256=sha256(files[SUBMISSION]).hexdigest())


def _formats(arguments: Namespace, catalogue: Catalogue) -> list[ReportFormat]:
    """The formats for readers.

    Raises:
        MisuseError: The files of two would have one name.
        UnknownNameError: There is no such format; near names are listed.
    """
    formats = [catalogue.formats[each] for each in dict.fromkeys(arguments.format)]
    if len({each.suffix for each in formats}) < len(formats):
        raise MisuseError("the files of two formats would have one name; leave one out")
    return formats


def _previous(arguments: Namespace) -> Previous | None:
    """The last submission.

    Raises:
        MisuseError: It is of another form, or there is none to be revised.
        SubmissionFileError: It was changed, or is none.
    """
    if arguments.previous is None:
        if arguments.revision:
            raise MisuseError("a revision takes the place of one: name it with --previous")
        return None
    frozen = opened_whole(arguments.previous)
    if frozen.submission.form != arguments.form:
        raise MisuseError(f"the last submission is of {frozen.submission.form}; name one of it")
    return frozen.submission.as_previous(frozen.sha256)


def _asked(
    arguments: Namespace, report: ReportForm, records: Records, catalogue: Catalogue
) -> Asked:
    status_day: date = arguments.status_day or arguments.period.last_day
    recorded_on = records.material.journal.last_recorded_on or status_day
    number: str = arguments.operation
    if not number and report.programme in catalogue.programmes.declared:
        number = catalogue.programme(report.programme).operation_number
    assumptions = assumptions_given(arguments.assume, report.assumptions)
    return asked_for(
        records.material,
        period=arguments.period,
        status_day=status_day,
        known_on=arguments.known_on or max(recorded_on, status_day),
        operation_number=number,
        counted_from=arguments.counted_from,
        assumptions=tuple(assumptions.items()),
    )


def _given(
    arguments: Namespace, form: SubmissionForm, previous: Previous | None
) -> tuple[Given, dict[str, bytes]]:
    """What people say and add, and the bytes of what they add."""
    said = Given() if arguments.narrative is None else _said(arguments.narrative)
    slots = [slot.id for slot in form.attachments]
    listed = () if arguments.attachments is None else attachments_in(arguments.attachments, slots)
    cover = _cover(arguments, said.cover, previous)
    given = attrs.evolve(
        said,
        cover=cover,
        attachments=tuple(each for each, _ in listed),
        signings=tuple(_signings(arguments)),
        draft=arguments.draft,
    )
    return given, {each.name: data for each, data in listed}


def _said(path: Path) -> Given:
    with path.open("rb") as file:
        return given_in(file.read(MAX_ANSWERS_BYTES + 1))  # one more: it is told to be too long


def _cover(arguments: Namespace, said: Cover, previous: Previous | None) -> Cover:
    last = 0 if previous is None else previous.number
    number = arguments.number or (last if arguments.revision else last + 1)
    edition = Edition.REVISION if arguments.revision else Edition.ORIGINAL
    return attrs.evolve(said, number=number, edition=edition)


def _signings(arguments: Namespace) -> Iterator[Signing]:
    for duty in Duty:
        signed = getattr(arguments, duty.value)
        if signed is not None:
            role, on = signed
            yield Signing(duty=duty, role=role, on=on)
