"""The command ``show``: the life of one client, which is shown to whoever gives it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TypeAlias

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.days import known_day
from inclusion_core.cli.errors import MisuseError, NothingReadError
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.given import (
    all_findings,
    checks_for,
    has_errors,
    nothing_read,
    read_given,
)
from inclusion_core.cli.parser import Parser, add_data, add_language, one_of
from inclusion_core.cli.screen import Screen
from inclusion_core.cli.telling import counted, line
from inclusion_core.errors import UnknownNameError
from inclusion_core.findings import Finding, Severity
from inclusion_core.limits.limit import Limit
from inclusion_core.lives.life import Life, life_of
from inclusion_core.lives.listing import as_json, as_text
from inclusion_core.lives.picture import as_html
from inclusion_core.lives.windows import windows_of
from inclusion_core.lives.wording import LifeWords
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.funding import Programme
from inclusion_core.rules.eligibility import EligibilityRefusedError
from inclusion_core.texts import Language, Plural, lv
from inclusion_core.wire import Reading

__all__ = ["add_arguments", "read_or_complain", "run", "words_of"]

WRITTEN = lv("Attēls ierakstīts: {path}").en("The picture is written to {path}")
ELSEWHERE = lv("Tā pati persona ir vēl {clients}; visu kopā rāda --whole-person.").en(
    "The same person is also {clients}; --whole-person shows everything together."
)
OTHER_FAULTS = lv("Par citiem ierakstiem: {others}; visas rāda: inclusion-core check {data}").en(
    "About other records: {others}; all are shown by: inclusion-core check {data}"
)
CLIENTS = Plural(
    lv_zero="klientu",
    lv_one="klients",
    lv_other="klienti",
    en_one="other client",
    en_other="other clients",
)

_Write: TypeAlias = Callable[[Life, LifeWords], str]
_FORMATS: Mapping[str, _Write] = {"text": as_text, "json": as_json}


def add_arguments(parser: Parser) -> None:
    """Take a client, data, a day, and how the life is shown."""
    parser.add_argument("client", metavar="CLIENT", help="the id of a client")
    add_data(parser)
    parser.add_argument(
        "--known-on",
        metavar="DAY",
        type=known_day,
        help="show what was recorded by this day; the last day of recording where not given",
    )
    parser.add_argument(
        "--whole-person",
        action="store_true",
        help="show the other clients too that are the same person",
    )
    add_language(parser)
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        type=one_of("format", tuple(_FORMATS)),
        default="text",
        help="text (default) or json",
    )
    parser.add_argument(
        "--html", metavar="FILE", type=Path, help="draw the life as a web page, in a file, as well"
    )


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """Show the life of a client, and say what is wrong with the data."""
    language = Language(arguments.language)
    _check_place(arguments.html, arguments.data)
    reading = read_or_complain(arguments.data, catalogue, language)
    known_on = arguments.known_on or reading.journal.last_recorded_on or date.min
    caseload = reading.journal.as_known_on(known_on)
    life = life_of(
        caseload, arguments.client, catalogue.schema, whole_person=arguments.whole_person
    )
    words = words_of(catalogue, language)
    if arguments.html is not None:
        windows = windows_of(life, caseload, catalogue.schema, _limits(caseload, catalogue, screen))
        arguments.html.write_bytes(as_html(life, words, windows))
    screen.show(_FORMATS[arguments.format](life, words))
    if arguments.html is not None:
        screen.remark(WRITTEN.filled(path=str(arguments.html)).in_(language))
    if life.elsewhere:
        clients = CLIENTS.counted(life.elsewhere)
        screen.remark(ELSEWHERE.filled(clients=clients).in_(language))
    findings = all_findings(reading, caseload, catalogue.schema, checks_for(caseload, catalogue))
    for told in _faults(findings, life, str(arguments.data), language):
        screen.remark(told)
    return Exit.FAULTY_DATA if has_errors(findings) else Exit.FINE


def _limits(caseload: Caseload, catalogue: Catalogue, screen: Screen) -> Iterator[Limit]:
    """The limits of all programmes in the data; where some may be missing, that is told instead."""
    there = {each.declared_as for each in caseload.of(Programme)}
    for key in sorted(there):
        try:
            yield from catalogue.eligibility(key).limits
        except EligibilityRefusedError as refused:
            screen.remark(str(refused))
        except UnknownNameError:
            continue


def words_of(catalogue: Catalogue, language: Language) -> LifeWords:
    """The words of the catalogue, with what its programmes are called."""
    names = {programme.id: programme.says for programme in catalogue.programmes}
    return LifeWords(vocabulary=catalogue.vocabulary, language=language, names=names)


def read_or_complain(path: Path, catalogue: Catalogue, language: Language) -> Reading:
    """What data hold.

    Raises:
        NothingReadError: Nothing of them could be read.
    """
    reading = read_given(path, catalogue.schema, catalogue.readers)
    if nothing_read(reading):
        errors = (each for each in reading.findings if each.severity is Severity.ERROR)
        raise NothingReadError(str(path), tuple(each.in_(language) for each in errors))
    return reading


def _check_place(picture: Path | None, data: Path) -> None:
    if picture is not None and picture.resolve().is_relative_to(data.resolve()):
        raise MisuseError(f"{picture} lies in the data; write the picture elsewhere")


def _faults(
    findings: Sequence[Finding], life: Life, data: str, language: Language
) -> Iterator[str]:
    """How many faults the data have, and those of this life; of others nothing is told here."""
    own = {(entry.record_type, entry.record_id) for entry in life.entries}
    about = [each for each in findings if (each.place.record_type, each.place.record_id) in own]
    if findings:
        yield counted(findings, language)
    for finding in about:
        yield line(finding, language)
    if len(about) < len(findings):
        others = len(findings) - len(about)
        yield OTHER_FAULTS.filled(others=others, data=data).in_(language)
