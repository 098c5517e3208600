"""The command ``assumptions``: what reports take for granted, and what else may be assumed."""

from __future__ import annotations

from argparse import Namespace

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.allowed import allowed_values
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.listing import listed
from inclusion_core.cli.parser import Parser, add_language
from inclusion_core.cli.screen import Screen
from inclusion_core.facts.assumption import Assumption
from inclusion_core.texts import Language, lv

__all__ = ["add_arguments", "run"]

ASSUMED = lv("pieņemts").en("assumed")
ALLOWED = lv("drīkst pieņemt").en("may be")
SOURCE = lv("avots").en("source")
SURE = lv("cik droši").en("how sure")
NOTE = lv("piezīme").en("note")
NONE = "none; no plugin declares an assumption\n"


def add_arguments(parser: Parser) -> None:
    """Take the assumption that is asked about."""
    parser.add_argument(
        "assumption", metavar="ASSUMPTION", nargs="?", help="tell of this one alone"
    )
    add_language(parser)


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """Tell of each assumption what is assumed by default, what may be, and who leaves it open."""
    language = Language(arguments.language)
    asked: str | None = arguments.assumption
    told = catalogue.assumptions if asked is None else (catalogue.assumptions[asked],)
    screen.show("\n".join(_told(each, language) for each in told) or NONE)
    return Exit.FINE


def _told(assumption: Assumption, language: Language) -> str:
    source = assumption.source
    default = assumption.told(assumption.default).in_(language)
    values = [each.in_(language) for each in allowed_values(assumption)]
    details = [
        (ASSUMED.in_(language), default),
        *zip((ALLOWED.in_(language), *[""] * len(values)), values, strict=False),
        (SOURCE.in_(language), source.citation(language)),
        (SURE.in_(language), source.confidence.says.in_(language)),
        *([] if source.note is None else [(NOTE.in_(language), source.note.in_(language))]),
    ]
    return f"{assumption.id} = {assumption.default}\n{listed(details)}"
