"""The command ``releases``: what was published, as a ledger has it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.parser import Parser, add_language
from inclusion_core.cli.screen import Screen
from inclusion_core.pages.lines import one_line
from inclusion_core.publishing.audience import Audience
from inclusion_core.publishing.releases.ledger import Releases, opened
from inclusion_core.publishing.releases.release import HIDDEN, Release
from inclusion_core.texts import Language, Plural, Text, lv, period_text

__all__ = ["add_arguments", "run"]

NONE = lv("Vēl nekas nav publicēts.").en("Nothing is published yet.")
LINE = lv("{day:locative}: {id} ({form}), {audience}; {span}; {numbers}, no tiem {hidden}").en(
    "{day}: {id} ({form}), {audience}; {span}; {numbers}, {hidden} of them"
)
LAST = lv("Pēdējā ieraksta SHA-256: {sha256}").en("SHA-256 of the last entry: {sha256}")
NUMBERS = Plural(
    lv_zero="skaitļu",
    lv_one="skaitlis",
    lv_other="skaitļi",
    en_one="number",
    en_other="numbers",
)
ARE_HIDDEN = Plural(
    lv_zero="paslēptu",
    lv_one="paslēpts",
    lv_other="paslēpti",
    en_one="hidden",
    en_other="hidden",
)
AUDIENCES = {
    Audience.PUBLIC: lv("visiem").en("for everybody"),
    Audience.FUNDER: lv("finansētājam").en("for the funder"),
    Audience.STAFF: lv("darbiniekiem").en("for staff"),
}


def add_arguments(parser: Parser) -> None:
    """Take a ledger."""
    parser.add_argument(
        "ledger", metavar="FOLDER", type=Path, help="where releases are kept; see `release`"
    )
    add_language(parser)


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """List the releases in the order of publication, and vouch for the last entry."""
    del catalogue  # a ledger stands by itself
    language = Language(arguments.language)
    for told in _told(opened(arguments.ledger)):
        screen.show(f"{one_line(told.in_(language))}\n")
    return Exit.FINE


def _told(releases: Releases) -> Iterator[Text]:
    if not releases.entries:
        yield NONE
        return
    yield from map(_line, releases.by_day())
    yield LAST.filled(sha256=releases.last)


def _line(release: Release) -> Text:
    return LINE.filled(
        day=release.day,
        id=release.id,
        form=release.form,
        audience=AUDIENCES[release.audience],
        span=period_text(release.span),
        numbers=NUMBERS.counted(len(release.numbers)),
        hidden=ARE_HIDDEN.counted(sum(each.value is HIDDEN for each in release.numbers)),
    )
