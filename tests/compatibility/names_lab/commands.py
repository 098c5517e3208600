"""The commands, as if each were a function of its arguments."""

from __future__ import annotations

from argparse import Action
from keyword import iskeyword
from typing import Any

from inclusion_core.cli.commands import COMMANDS
from inclusion_core.cli.parser import Parser

__all__ = ["described_commands"]


def described_commands() -> str:
    """One definition for each; an option is a keyword."""
    return "\n".join(_command(name) for name in sorted(COMMANDS))


class ListeningParser(Parser):
    """Remembers the arguments that it is told of."""

    def __init__(self, prog: str, description: str) -> None:
        self.arguments: list[Action] = []
        super().__init__(prog, description)

    def add_argument(self, *names: str, **about: Any) -> Action:
        self.arguments.append(super().add_argument(*names, **about))
        return self.arguments[-1]


def _command(name: str) -> str:
    parser = ListeningParser(name, "")
    COMMANDS[name].work().add_arguments(parser)
    placed = [each for each in parser.arguments if not each.option_strings]
    options = sorted(
        (long, each.required)
        for each in parser.arguments
        for long in each.option_strings
        if long.startswith("--")
    )
    needed = [each.dest for each in placed if each.nargs not in {"?", "*"}]
    free = [each.dest for each in placed if each.nargs in {"?", "*"}]
    taken = (
        *(_identifier(each) for each in needed),
        *(f"{_identifier(each)}=..." for each in free),
        *(("*",) if options else ()),
        *(_identifier(long) if must else f"{_identifier(long)}=..." for long, must in options),
    )
    return f"def {_identifier(name)}({', '.join(taken)}): ..."


def _identifier(name: str) -> str:
    plain = name.removeprefix("--").replace("-", "_")
    return f"{plain}_" if iskeyword(plain) else plain
