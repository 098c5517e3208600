"""What a command takes, as it tells its parser."""

from __future__ import annotations

from argparse import Action
from typing import Any

from inclusion_core.cli.commands import COMMANDS
from inclusion_core.cli.parser import Parser

__all__ = ["arguments_of"]


class ListeningParser(Parser):
    """Remembers the arguments that it is told of."""

    def __init__(self, prog: str, description: str) -> None:
        self.arguments: list[Action] = []
        super().__init__(prog, description)

    def add_argument(self, *names: str, **about: Any) -> Action:
        self.arguments.append(super().add_argument(*names, **about))
        return self.arguments[-1]


def arguments_of(command: str) -> list[Action]:
    """In the order in which it tells them."""
    parser = ListeningParser(command, "")
    COMMANDS[command].work().add_arguments(parser)
    return parser.arguments
