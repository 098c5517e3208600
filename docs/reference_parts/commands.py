"""What the commands take, and how they end."""

from __future__ import annotations

import re
from argparse import Action

from inclusion_core.cli.commands import COMMANDS
from inclusion_core.cli.exits import EXPLAINED
from inclusion_core.cli.program import PROGRAM
from reference_parts.arguments import arguments_of
from reference_parts.markdown import code, table

__all__ = ["command", "exits"]


def command(name: str) -> str:
    arguments = [each for each in arguments_of(name) if "--help" not in each.option_strings]
    rows = [(code(_argument(each)), each.help or "", _needed(each)) for each in arguments]
    usage = " ".join((PROGRAM, name, *map(_usage, sorted(arguments, key=_options_last))))
    says = f"{COMMANDS[name].says[0].upper()}{COMMANDS[name].says[1:]}."
    fence = f"```text\n{usage}\n```"
    listed = table(("argument", "what it is", ""), rows) if rows else "It takes no arguments.\n"
    return f"{says}\n\n{fence}\n\n{listed}"


def _options_last(action: Action) -> bool:
    return bool(action.option_strings)


def _usage(action: Action) -> str:
    return _argument(action) if _needed(action) else f"[{_argument(action)}]"


def _argument(action: Action) -> str:
    if not action.option_strings:
        return str(action.metavar)
    return " ".join((*action.option_strings, *([str(action.metavar)] if action.metavar else [])))


def _needed(action: Action) -> str:
    needed = action.required if action.option_strings else action.nargs != "?"
    return "must be given" if needed else ""


def exits() -> str:
    rows = re.findall(r"^  (\d)  (.*)$", EXPLAINED, re.MULTILINE)
    return table(("exit code", "means"), rows)
