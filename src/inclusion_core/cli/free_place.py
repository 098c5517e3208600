"""The place where a file is to be written: nothing else is lost by it."""

from __future__ import annotations

from pathlib import Path

from inclusion_core.cli.errors import MisuseError
from inclusion_core.cli.parser import Parser

__all__ = ["add_overwrite", "check_free"]


def add_overwrite(parser: Parser) -> None:
    """Take that a file may be written over."""
    parser.add_argument(
        "--overwrite", action="store_true", help="write over a file that is there already"
    )


def check_free(path: Path, *, overwrite: bool) -> None:
    """Looks whether something would be written over that nobody gave up.

    Raises:
        MisuseError: It would.
    """
    if path.exists() and not overwrite:
        raise MisuseError(f"{path} is there already; name another file, or add --overwrite")
