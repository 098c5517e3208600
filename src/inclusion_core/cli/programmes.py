"""The command ``programmes``: what can be reported on."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.listing import listed
from inclusion_core.cli.parser import Parser, add_language
from inclusion_core.cli.screen import Screen
from inclusion_core.texts import Language

__all__ = ["add_arguments", "run"]


def add_arguments(parser: Parser) -> None:
    """Take the programme that is asked about."""
    parser.add_argument(
        "programme", metavar="PROGRAMME", nargs="?", help="tell more about this one"
    )
    add_language(parser)


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """List the programmes and the forms that are of none, or tell about one programme."""
    language = Language(arguments.language)
    if arguments.programme is None:
        programmes = [(each.id, each.says.in_(language)) for each in catalogue.programmes]
        screen.show(listed(programmes, "none; install a plugin that declares one"))
        forms = [
            (each.id, each.title.in_(language)) for each in catalogue.reports if not each.programme
        ]
        if forms:
            screen.show(f"report forms of a whole fund:\n{listed(forms)}")
    else:
        screen.show(_told(arguments.programme, catalogue, language))
    return Exit.FINE


def _told(key: str, catalogue: Catalogue, language: Language) -> str:
    programme = catalogue.programme(key)
    forms = [each.id for each in catalogue.reports if each.programme == programme.id]
    details = [
        ("target group", programme.target_group.in_(language)),
        ("operation", programme.operation_number),
        ("sources", "; ".join(source.citation(language) for source in programme.sources)),
        ("forms", ", ".join(forms) or "none"),
        ("brought by", catalogue.programmes.brought_by(programme.id)),
    ]
    details += _deprecated(programme.id, catalogue, language)
    return f"{programme.id}: {programme.says.in_(language)}\n{listed(details)}"


def _deprecated(key: str, catalogue: Catalogue, language: Language) -> Iterator[tuple[str, str]]:
    """What is said of the ids of a programme that will go."""
    parts = (*catalogue.rules, *catalogue.limits, *catalogue.reports)
    own = (key, *(each.id for each in parts if each.programme == key))
    found = (catalogue.deprecation(each) for each in own)
    yield from (("deprecated", each.told.in_(language)) for each in found if each is not None)
