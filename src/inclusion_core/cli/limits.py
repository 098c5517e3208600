"""The command ``limits``: from when and until when the participants of a programme are supported.

It shows days of clients to whoever gives it.
"""

from __future__ import annotations

import re
from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

import attrs

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.caseload_given import reading_given
from inclusion_core.cli.days import known_day
from inclusion_core.cli.errors import MisuseError
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.given import all_findings, has_errors
from inclusion_core.cli.parser import Parser, add_data, add_language, one_of
from inclusion_core.cli.screen import Screen
from inclusion_core.cli.telling import summary
from inclusion_core.facts.cases import Cases, Standing
from inclusion_core.limits.expiring import expiring
from inclusion_core.limits.limit import Limit
from inclusion_core.limits.listing import (
    WindowList,
    WindowSection,
    list_csv,
    list_json,
    list_markdown,
    list_text,
)
from inclusion_core.limits.window import window_of
from inclusion_core.lives.errors import NoSuchClientError
from inclusion_core.model.caseload import Journal
from inclusion_core.rules.eligibility import Eligibility
from inclusion_core.texts import Language, Text, lv

__all__ = ["add_arguments", "run"]

ALL = lv("Atbalsta laiki").en("Times of support")
SURELY = lv("Beidzas no {first_day:genitive} līdz {last_day:dative}").en(
    "Ending from {first_day} to {last_day}"
)
PERHAPS = lv("Varētu beigties šajā laikā; pēdējā diena nav precīzi zināma").en(
    "Perhaps ending in that time; the last day is not known exactly"
)
AHEAD = lv(
    "Jautātā diena, {on}, ir pēc dienas, kurā dati zināmi ({known_on}): starp tām notikušais nav "
    "ņemts vērā."
).en(
    "The day of the question, {on}, is after the day on which the data are known ({known_on}): "
    "what happened in between is not counted."
)
_LOOK_AHEAD = re.compile(r"(\d{1,5})d?", re.ASCII)

_Write: TypeAlias = Callable[[WindowList, Language], str]
_FORMATS: Mapping[str, _Write] = {
    "text": list_text,
    "markdown": list_markdown,
    "json": list_json,
    "csv": list_csv,
}


def look_ahead(written: str) -> int:
    """A number of days, ``30`` or ``30d``.

    Raises:
        ArgumentTypeError: It is none.
    """
    number = _LOOK_AHEAD.fullmatch(written)
    if number is None:
        raise ArgumentTypeError("not a number of days: write it as 30d")
    return int(number[1])


def add_arguments(parser: Parser) -> None:
    """Take a programme, data, perhaps one client, days, and how the windows are shown."""
    parser.add_argument(
        "programme", metavar="PROGRAMME", help="a programme; `programmes` lists them"
    )
    add_data(parser)
    parser.add_argument(
        "client", metavar="CLIENT", nargs="?", help="explain the windows of this client alone"
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
        help="count what was recorded by this day; where not given, the last day of recording or "
        "the day of the question, whichever is later",
    )
    parser.add_argument(
        "--support",
        metavar="SUPPORT",
        help="one kind of support; the part after the id of the programme is enough",
    )
    parser.add_argument(
        "--expiring",
        metavar="DAYS",
        type=look_ahead,
        help="only windows that end in the next days: 30d",
    )
    parser.add_argument(
        "--explain", action="store_true", help="tell in sentences what ends each, and why"
    )
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        type=one_of("format", tuple(_FORMATS)),
        default="text",
        help="text (default), markdown, json or csv",
    )
    add_language(parser)


@attrs.frozen(kw_only=True)
class _Days:
    on: date
    known_on: date


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """Show the windows, and say what is wrong with the data."""
    language = Language(arguments.language)
    eligibility = catalogue.eligibility(arguments.programme)
    limits = _limits(eligibility, arguments.support)
    reading = reading_given(arguments.data, catalogue, language)
    days = _days(arguments, reading.journal)
    caseload = reading.journal.as_known_on(days.known_on)
    cases = Cases.of(caseload, catalogue.schema)
    standings = _standings(arguments.client, cases, eligibility.programme.id, days.on)
    listed = WindowList(
        programme=eligibility.programme.id,
        says=eligibility.programme.says,
        on=days.on,
        known_on=days.known_on,
        sections=tuple(_sections(limits, standings, days.on, arguments.expiring)),
        explained=arguments.explain or arguments.client is not None,
    )
    screen.show(_FORMATS[arguments.format](listed, language))
    if days.on > days.known_on:
        screen.remark(AHEAD.filled(on=days.on, known_on=days.known_on).in_(language))
    findings = all_findings(reading, caseload, catalogue.schema, catalogue.checks)
    for told in summary(findings, str(arguments.data), language):
        screen.remark(told)
    return Exit.FAULTY_DATA if has_errors(findings) else Exit.FINE


def _limits(eligibility: Eligibility, support: str | None) -> tuple[Limit, ...]:
    return eligibility.limits if support is None else eligibility.limits_of(support)


def _days(arguments: Namespace, journal: Journal) -> _Days:
    """The days of the question: as the data are known, unless a day is given.

    Raises:
        MisuseError: No day is given, and there is none in the data.
    """
    recorded_on = journal.last_recorded_on
    on: date | None = arguments.on or arguments.known_on or recorded_on
    if on is None:
        raise MisuseError("nothing is recorded in the data; give the day of the question with --on")
    known_on: date = arguments.known_on or max(recorded_on or on, on)
    return _Days(on=on, known_on=known_on)


def _standings(client: str | None, cases: Cases, programme: str, on: date) -> tuple[Standing, ...]:
    """Everybody in the programme, or one client there, or as if that one entered.

    Raises:
        NoSuchClientError: The client is not known.
    """
    if client is None:
        return tuple(cases.in_programme(programme))
    if cases.records.find("client", client) is None:
        erased = ("client", client) in cases.caseload.tombstones
        raise NoSuchClientError(client, erased)
    case = cases[client]
    entered = tuple(map(case.in_, case.participations(programme)))
    return entered or (case.applying(programme, on),)


def _sections(
    limits: Sequence[Limit], standings: Sequence[Standing], on: date, ahead: int | None
) -> Iterator[WindowSection]:
    if ahead is None:
        windows = (window_of(limit, standing, on) for standing in standings for limit in limits)
        yield WindowSection(id="windows", says=ALL, windows=tuple(windows))
        return
    soon = expiring(limits, standings, on, ahead)
    says: Text = SURELY.filled(first_day=soon.first_day, last_day=soon.last_day)
    yield WindowSection(id="surely", says=says, windows=soon.surely)
    yield WindowSection(id="perhaps", says=PERHAPS, windows=soon.perhaps)
