"""The command ``erase``: erases clients, or all that is due, or tells what would go."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator
from pathlib import Path

from inclusion_core.catalogue import Catalogue
from inclusion_core.checks.consistency import contradictions
from inclusion_core.checks.consistency.records.references import REFERENCE_CHECKS
from inclusion_core.cli.caseload_given import reading_given
from inclusion_core.cli.days import known_day
from inclusion_core.cli.erase_written import add_place, check_place, write_erased
from inclusion_core.cli.errors import MisuseError
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.given import has_errors
from inclusion_core.cli.parser import Parser, add_data, add_language
from inclusion_core.cli.screen import Screen
from inclusion_core.cli.submission_given import opened_whole
from inclusion_core.cli.telling import summary
from inclusion_core.findings import Finding
from inclusion_core.keeping.erasing import all_erased
from inclusion_core.keeping.losses import can_be_made_again, losses
from inclusion_core.keeping.told import told_loss
from inclusion_core.keeping.when_due import erased_when_due
from inclusion_core.model.caseload import Journal
from inclusion_core.texts import Language, Text, lv
from inclusion_core.wire.identifiers import identifier
from inclusion_core.wire.problems import RefusedError
from inclusion_core.wire.value_forms import text_or_nothing

__all__ = ["add_arguments", "run"]

NOTHING = lv("Nav ko dzēst; nekas nav ierakstīts.").en("Nothing to erase; nothing is written.")
DRY_RUN = lv("Mēģinājums: ieraksti, kas zaudētu vērtības: {number}. Nekas nav ierakstīts.").en(
    "A dry run: records that would lose values: {number}. Nothing is written."
)
WRITTEN = lv("Ieraksti, kas zaudējuši vērtības: {number}. Ierakstīts: {path}").en(
    "Records that have lost values: {number}. Written to {path}"
)
ELSEWHERE = lv(
    "Agrākie dati, rezerves kopijas un datnes, no kurām dati ievesti, jādzēš jums pašiem."
).en("The data as they were, backups, and the files you imported from are yours to delete.")
LOST = lv(
    "Iesniegums Nr. {number} ({path}): no datiem to vairs nevarēs izveidot no jauna; iesniegtie "
    "skaitļi paliek."
).en(
    "Submission {number} ({path}): cannot be made again from the data any more; the figures that "
    "were handed in stay."
)
UNTOUCHED = lv("Iesniegums Nr. {number} ({path}): to joprojām var izveidot no jauna.").en(
    "Submission {number} ({path}): can still be made again."
)


def add_arguments(parser: Parser) -> None:
    """Take data, who or what is erased, how that is recorded, and where it is written."""
    add_data(parser)
    parser.add_argument(
        "--client",
        metavar="ID",
        action="extend",
        nargs="+",
        default=[],
        help="erase all that is recorded of this client alone; may name several",
    )
    parser.add_argument(
        "--due-on",
        metavar="DAY",
        type=known_day,
        help="erase all that is due on this day, whoever it is about",
    )
    parser.add_argument(
        "--on",
        metavar="DAY",
        type=known_day,
        help="the day of the erasure; that of --due-on where not given",
    )
    parser.add_argument(
        "--by",
        metavar="ID",
        type=_taken(identifier),
        help="who erases, by an id that tells nothing",
    )
    parser.add_argument(
        "--because", metavar="TEXT", type=_taken(text_or_nothing), help="why; no values of clients"
    )
    add_place(parser)
    parser.add_argument(
        "--submission",
        metavar="FOLDER",
        type=Path,
        action="append",
        default=[],
        help="tell whether this frozen submission can still be made again; may be repeated",
    )
    add_language(parser)


def _taken(form: Callable[[object], str]) -> Callable[[str], str]:
    def taken(written: str) -> str:
        try:
            return form(written)
        except RefusedError as error:
            raise ArgumentTypeError(str(error)) from None

    return taken


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """Erase, and tell what went; or tell what would go."""
    language = Language(arguments.language)
    _check(arguments)
    submissions = [(path, opened_whole(path).submission) for path in arguments.submission]
    before = _journal(arguments.data, catalogue, language)
    after = _erased(arguments, before, catalogue)
    lost = losses(before, after, catalogue.schema)
    for loss in lost:
        screen.show(f"{told_loss(loss, catalogue.vocabulary, language)}\n")
    for path, submission in submissions:
        again = can_be_made_again(before, after, submission.asked.known_on)
        told = UNTOUCHED if again else LOST
        filled = told.filled(number=submission.cover.number, path=str(path))
        screen.show(f"{filled.in_(language)}\n")
    for each in _written(arguments, after, len(lost), catalogue):
        screen.show(f"{each.in_(language)}\n")
    if lost:
        for remark in summary(_dangling(after, arguments, catalogue), _place(arguments), language):
            screen.remark(remark)
    return Exit.FINE


def _place(arguments: Namespace) -> str:
    return str(arguments.to or arguments.data)


def _check(arguments: Namespace) -> None:
    """Looks whether the options go together.

    Raises:
        MisuseError: They do not.
    """
    if bool(arguments.client) == (arguments.due_on is not None):
        raise MisuseError("name either who is erased with --client ID, or a day with --due-on DAY")
    if arguments.on is None and arguments.due_on is None:
        raise MisuseError("name the day of the erasure with --on DAY")
    if not arguments.dry_run and not (arguments.by and arguments.because):
        raise MisuseError("say with --by ID who erases, and with --because TEXT why")
    check_place(arguments)


def _journal(path: Path, catalogue: Catalogue, language: Language) -> Journal:
    """All that is recorded.

    Raises:
        MisuseError: There are faults in it: what could not be read would be lost by writing.
        NothingReadError: Nothing of it can be read.
    """
    reading = reading_given(path, catalogue, language)
    if has_errors(reading.findings):
        raise MisuseError(
            f"{path} has faults, and what cannot be read of it would be lost: correct first what "
            f"`inclusion-core check {path}` shows"
        )
    return reading.journal


def _erased(arguments: Namespace, journal: Journal, catalogue: Catalogue) -> Journal:
    on = arguments.on or arguments.due_on
    by, because = arguments.by or "", arguments.because or ""
    if arguments.due_on is not None:
        return erased_when_due(
            journal, catalogue.schema, due_on=arguments.due_on, on=on, by=by, because=because
        )
    return all_erased(journal, arguments.client, catalogue.schema, on=on, by=by, because=because)


def _dangling(after: Journal, arguments: Namespace, catalogue: Catalogue) -> tuple[Finding, ...]:
    """What stays and names what is erased, or is not there."""
    caseload = after.as_known_on(arguments.on or arguments.due_on)
    return tuple(contradictions(caseload, catalogue.schema, REFERENCE_CHECKS, after))


def _written(
    arguments: Namespace, after: Journal, number: int, catalogue: Catalogue
) -> Iterator[Text]:
    """Writes, where that is asked for and there is something to write; says which."""
    if not number:
        yield NOTHING
    elif arguments.dry_run:
        yield DRY_RUN.filled(number=number)
    else:
        path = write_erased(after, arguments, catalogue.schema)
        yield WRITTEN.filled(number=number, path=str(path))
        yield ELSEWHERE
