"""Reading arguments: argparse whose complaints are errors with a near name."""

from __future__ import annotations

import re
from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    RawDescriptionHelpFormatter,
)
from collections.abc import Callable, Sequence
from itertools import takewhile
from pathlib import Path
from typing import NoReturn

from inclusion_core.cli.errors import MisuseError
from inclusion_core.errors import UnknownNameError

__all__ = ["Parser", "add_data", "add_language", "one_of"]

_OPTION = re.compile(r"--[a-z][a-z-]*")


class Parser(ArgumentParser):
    """A parser that raises instead of ending the program, and knows misspelt options."""

    def __init__(self, prog: str, description: str, epilog: str = "") -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )

    def error(self, message: str) -> NoReturn:
        """Complain about the arguments.

        Raises:
            MisuseError: Always.
        """
        raise MisuseError(message, self.prog)

    def read(self, arguments: Sequence[str]) -> Namespace | None:
        """The arguments, read; None when help was asked for and shown.

        Raises:
            MisuseError: They cannot be read.
            UnknownNameError: There is no such option; near names are listed.
        """
        self._check_options(arguments)
        try:
            return self.parse_args(arguments)
        except SystemExit:
            return None

    def _check_options(self, arguments: Sequence[str]) -> None:
        """Looks at the names of options first: what is misspelt would only be called missing."""
        known = {"--help", *_OPTION.findall(self.format_usage())}
        for argument in takewhile(lambda each: each != "--", arguments):
            name = argument.partition("=")[0]
            if name.startswith("--") and name not in known:
                raise UnknownNameError("option", name, known)


def one_of(kind: str, names: Sequence[str]) -> Callable[[str], str]:
    """Takes one of these names only, and says which one is near to any other.

    Example:
        >>> one_of("language", ["en", "lv"])("lv")
        'lv'
    """

    def taken(name: str) -> str:
        if name not in names:
            raise ArgumentTypeError(str(UnknownNameError(kind, name, names)))
        return name

    return taken


def add_data(parser: Parser) -> None:
    """Let a command take data."""
    parser.add_argument(
        "data",
        metavar="DATA",
        type=Path,
        help="a folder of CSV files, a .json document, or what a plugin reads",
    )


def add_language(parser: Parser) -> None:
    """Let a command take a language."""
    parser.add_argument(
        "--language",
        metavar="LANGUAGE",
        type=one_of("language", ("en", "lv")),
        default="en",
        help="of results and remarks: en (default) or lv",
    )
