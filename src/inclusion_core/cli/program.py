"""The program: finds the command, gives it the catalogue, and turns errors into one line."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from itertools import takewhile
from typing import TYPE_CHECKING, TypeAlias

from inclusion_core.cli.commands import COMMANDS
from inclusion_core.cli.errors import NothingReadError
from inclusion_core.cli.exits import EXPLAINED, Exit, most_telling
from inclusion_core.cli.hearing import heard
from inclusion_core.cli.parser import Parser, one_of
from inclusion_core.cli.screen import Screen
from inclusion_core.errors import InclusionError

if TYPE_CHECKING:
    from inclusion_core.catalogue import Catalogue

__all__ = ["PROGRAM", "main"]

PROGRAM = "inclusion-core"

Load: TypeAlias = "Callable[[], Catalogue]"


def main(argv: Sequence[str] | None = None, *, load: Load | None = None) -> int:
    """Run one command.

    Args:
        argv: The arguments; those of the process where none are given.
        load: Gives the catalogue; that of the installed plugins where none is given.

    Returns:
        The exit code; ``--help`` explains them.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    screen = Screen()
    try:
        with heard(screen, PROGRAM) if "--verbose" in arguments else nullcontext():
            return _run(arguments, load or _installed, screen)
    except (InclusionError, OSError) as error:
        if "--traceback" in arguments:
            screen.remark(traceback.format_exc().rstrip("\n"))
        screen.remark(f"{PROGRAM}: {_told(error)}")
        return Exit.NO_FILE if isinstance(error, (OSError, NothingReadError)) else Exit.MISUSED


def _told(error: InclusionError | OSError) -> str:
    if isinstance(error, OSError):
        why = error.strerror or type(error).__name__
        return f"{error.filename}: {why}" if error.filename else why
    return str(error)


def _run(arguments: Sequence[str], load: Load, screen: Screen) -> Exit:
    own = list(takewhile(lambda each: each.startswith("-"), arguments))
    before, rest = arguments[: len(own) + 1], arguments[len(own) + 1 :]
    parser = _parser()
    asked = parser.read(before)
    if asked is None:
        return Exit.FINE
    if asked.version:
        screen.show(f"{PROGRAM} {_version()}\n")
        return Exit.FINE
    if asked.command is None:
        screen.remark(parser.format_help().rstrip("\n"))
        return Exit.MISUSED
    return _done(asked.command, rest, load, screen)


def _done(name: str, arguments: Sequence[str], load: Load, screen: Screen) -> Exit:
    command = COMMANDS[name]
    work = command.work()
    parser = Parser(f"{PROGRAM} {name}", f"{command.says[0].upper()}{command.says[1:]}.")
    _add_to_all(parser)
    work.add_arguments(parser)
    given = parser.read(arguments)
    if given is None:
        return Exit.FINE
    catalogue = load()
    if not work.tells_faults:
        for fault in catalogue.faults:
            screen.remark(f"{PROGRAM}: {fault}")
    done = work.run(given, catalogue, screen)
    return most_telling([done, Exit.PLUGIN_MISSING if catalogue.faults else Exit.FINE])


def _parser() -> Parser:
    listed = "\n".join(f"  {name:<14}{command.says}" for name, command in COMMANDS.items())
    parser = Parser(
        PROGRAM,
        "People, eligibility, services and outcomes of social-inclusion programmes, counted the "
        f"way each funder counts.\n\ncommands:\n{listed}",
        f"{PROGRAM} COMMAND --help tells what a command takes.\n\n{EXPLAINED}",
    )
    parser.usage = f"{PROGRAM} [--help] [--version] [--traceback] [--verbose] COMMAND ..."
    parser.add_argument("--version", action="store_true", help="show the version and exit")
    _add_to_all(parser)
    parser.add_argument(
        "command",
        metavar="COMMAND",
        nargs="?",
        help="one of the above",
        type=one_of("command", tuple(COMMANDS)),
    )
    return parser


def _add_to_all(parser: Parser) -> None:
    """Options that may stand before the command, or behind it."""
    parser.add_argument(
        "--traceback", action="store_true", help="show where in the program an error came from"
    )
    parser.add_argument(
        "--verbose", action="store_true", help="tell on the standard error what is done"
    )


def _installed() -> Catalogue:
    from inclusion_core.manager import load_catalogue  # noqa: PLC0415  so that starting is quick

    return load_catalogue()


def _version() -> str:
    from importlib.metadata import version  # noqa: PLC0415  so that starting is quick

    return version(PROGRAM)
