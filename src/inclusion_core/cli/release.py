"""The command ``release``: enters what was published into a ledger, or says what it would tell."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from pathlib import Path

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.days import closed_period, known_day
from inclusion_core.cli.errors import MisuseError
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.given import has_errors
from inclusion_core.cli.parser import Parser, add_language, one_of
from inclusion_core.cli.release_given import Publication, metrics_of, publication_given
from inclusion_core.cli.screen import Screen
from inclusion_core.cli.telling import line
from inclusion_core.disclosure.threshold import THRESHOLD
from inclusion_core.publishing.audience import Audience
from inclusion_core.publishing.releases.checking import uncovered
from inclusion_core.publishing.releases.ledger import Releases, entered, opened
from inclusion_core.publishing.releases.persons import is_about_clients
from inclusion_core.publishing.releases.release import Release
from inclusion_core.texts import Language, lv
from inclusion_core.wire.identifiers import identifier
from inclusion_core.wire.problems import RefusedError

__all__ = ["add_arguments", "run"]

ENTERED = lv("Publikācija {id} ir ierakstīta: {ledger}").en(
    "The release {id} is entered into {ledger}"
)
HASH = lv("Pēdējā ieraksta SHA-256: {sha256}").en("SHA-256 of the last entry: {sha256}")
SAFE = lv("Publikācija {id} neko neatklāj, arī kopā ar iepriekšējām.").en(
    "The release {id} uncovers nothing, nor does it with the earlier ones."
)
UNSAFE = lv("Publikācija {id} pasaka vairāk, nekā drīkst:").en(
    "The release {id} tells more than may be told:"
)
NOTHING = lv("Nekas nav ierakstīts: publikācijā nedrīkst trūkt neviena skaitļa.").en(
    "Nothing is entered: no number of a publication may be left out."
)
_AUDIENCES = {each.value: each for each in (Audience.PUBLIC, Audience.FUNDER)}


def add_arguments(parser: Parser) -> None:
    """Take what was published, the ledger, and what the publication does not say itself."""
    parser.add_argument(
        "file",
        metavar="FILE",
        type=Path,
        help="a published report in the format json; or an old publication as a .csv file with "
        "the columns metric, axis, code, shows, number",
    )
    parser.add_argument(
        "--ledger",
        metavar="FOLDER",
        type=Path,
        required=True,
        help="where releases are kept; it is made where there is none",
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="enter nothing; say what it would uncover, by itself or with the earlier releases",
    )
    parser.add_argument(
        "--id", metavar="ID", type=_id, help="its name in the ledger; that of the file if not given"
    )
    parser.add_argument(
        "--day",
        metavar="DAY",
        type=known_day,
        help="when it was published; without it nothing is entered",
    )
    parser.add_argument(
        "--audience",
        metavar="AUDIENCE",
        type=one_of("audience", tuple(_AUDIENCES)),
        default=Audience.PUBLIC.value,
        help="for whom it is: public (default) or funder",
    )
    parser.add_argument(
        "--counted-from",
        metavar="DAY",
        type=known_day,
        help="the first day of what is counted, where that lies before the period",
    )
    parser.add_argument("--form", metavar="FORM", help="of an old publication: its report form")
    parser.add_argument(
        "--period",
        metavar="FIRST..LAST",
        type=closed_period,
        help="of an old publication: the period reported on, both days inside",
    )
    add_language(parser)


def _id(written: str) -> str:
    try:
        return identifier(written)
    except RefusedError as error:
        raise ArgumentTypeError(str(error)) from None


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """Say what it tells too much of, then enter it, unless it is only to be looked at."""
    language = Language(arguments.language)
    if arguments.day is None and not arguments.check:
        raise MisuseError("say with --day when it was published, or look at it with --check")
    metrics = metrics_of(catalogue)
    given = publication_given(arguments, metrics)
    for finding in given.findings:
        screen.remark(line(finding, language))
    if has_errors(given.findings):
        screen.remark(NOTHING.in_(language))
        return Exit.NO_FILE
    release = _release(arguments, given, catalogue)
    there = arguments.check or arguments.ledger.exists()
    earlier = (opened(arguments.ledger) if there else Releases()).earlier(
        metrics.values(),
        release.period,
        counted_from=release.counted_from,
        audience=release.audience,
    )
    of_others = [
        each.id for each in metrics.values() if not is_about_clients(each, catalogue.schema)
    ]
    told = uncovered(release, earlier, aside=of_others)
    screen.show(f"{(UNSAFE if told else SAFE).filled(id=release.id).in_(language)}\n")
    for finding in told:
        screen.show(f"{line(finding, language)}\n")
    if not arguments.check:
        own = entered(arguments.ledger, release)
        ledger = str(arguments.ledger)
        for words in (ENTERED.filled(id=release.id, ledger=ledger), HASH.filled(sha256=own)):
            screen.show(f"{words.in_(language)}\n")
    return Exit.FAULTY_DATA if has_errors(told) else Exit.FINE


def _release(arguments: Namespace, given: Publication, catalogue: Catalogue) -> Release:
    forms = {each.id: each for each in catalogue.reports}
    return Release(
        id=arguments.id or _id_of(arguments.file),
        day=arguments.day or given.period.first_day,  # where nothing is entered, any will do
        form=given.form,
        audience=_AUDIENCES[arguments.audience],
        period=given.period,
        counted_from=arguments.counted_from,
        known_on=given.known_on,
        threshold=forms[given.form].threshold if given.form in forms else THRESHOLD,
        document=given.sha256,
        numbers=given.numbers,
    )


def _id_of(path: Path) -> str:
    try:
        return identifier(path.stem)
    except RefusedError:
        raise MisuseError("the name of the file is no id; name one with --id") from None
