"""What a command is told to take for granted, in place of the defaults."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from collections.abc import Iterable, Mapping

from inclusion_core.cli.errors import MisuseError
from inclusion_core.cli.parser import Parser
from inclusion_core.expr.parameters import Parameters
from inclusion_core.facts.assumption import Assumption, assumed

__all__ = ["add_assumptions", "assumptions_given"]

_ASSUMED = re.compile(r"([^=\s]+)=(-?[0-9]{1,9})", re.ASCII)


def add_assumptions(parser: Parser) -> None:
    """Let a command take what is to be assumed."""
    parser.add_argument(
        "--assume",
        metavar="ID=NUMBER",
        type=assumption_given,
        action="append",
        default=[],
        help="take this for granted in place of the default; may be given several times; "
        "`assumptions` lists what can be assumed",
    )


def assumption_given(written: str) -> tuple[str, int]:
    """An assumption and its value, ``esf.school-age=7``.

    Raises:
        ArgumentTypeError: It is none.
    """
    found = _ASSUMED.fullmatch(written)
    if found is None:
        raise ArgumentTypeError("not an assumption: write its id and a number, esf.school-age=7")
    return found[1], int(found[2])


def assumptions_given(
    given: Iterable[tuple[str, int]], assumptions: Iterable[Assumption]
) -> Mapping[str, int]:
    """The values to assume, by id.

    Raises:
        MisuseError: One of them is given twice.
        AssumptionError: A value is none of those that may be assumed, or of no assumption here.
    """
    values: dict[str, int] = {}
    for key, value in given:
        if key in values:
            raise MisuseError(f"assumption {key!r} is given twice; name it once")
        values[key] = value
    assumed(Parameters(), assumptions, values)
    return values
