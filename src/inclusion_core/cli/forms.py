"""The command ``forms``: which reports can be made, and how they can be written."""

from __future__ import annotations

from argparse import Namespace

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.listing import listed
from inclusion_core.cli.parser import Parser, add_language
from inclusion_core.cli.screen import Screen
from inclusion_core.reports.form import ReportForm
from inclusion_core.texts import Language

__all__ = ["add_arguments", "run"]


def add_arguments(parser: Parser) -> None:
    """Take nothing but a language."""
    add_language(parser)


def _about(form: ReportForm) -> str:
    return f"programme {form.programme}" if form.programme else "a whole fund"


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """List report forms, then formats."""
    language = Language(arguments.language)
    forms = [
        (form.id, f"{form.title.in_(language)} ({_about(form)})") for form in catalogue.reports
    ]
    formats = [
        (each.id, f"{each.says.in_(language)} ({each.suffix})") for each in catalogue.formats
    ]
    screen.show(f"report forms:\n{listed(forms, 'none; install a plugin that declares one')}")
    screen.show(f"formats:\n{listed(formats)}")
    return Exit.FINE
