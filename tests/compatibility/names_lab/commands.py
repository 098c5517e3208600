"""The commands, as if each were a function of its arguments."""

from __future__ import annotations

from keyword import iskeyword

from reference_parts.arguments import arguments_of  # beside the pages that tell the same

from inclusion_core.cli.commands import COMMANDS

__all__ = ["described_commands"]


def described_commands() -> str:
    """One definition for each; an option is a keyword."""
    return "\n".join(_command(name) for name in sorted(COMMANDS))


def _command(name: str) -> str:
    arguments = arguments_of(name)
    placed = [each for each in arguments if not each.option_strings]
    options = sorted(
        (long, each.required)
        for each in arguments
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
