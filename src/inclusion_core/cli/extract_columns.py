"""What is told of columns on the command line of ``extract``: which, how exactly, in what crowd."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from inclusion_core.cli.parser import Parser, one_of
from inclusion_core.extracts.coarsening import Coarseness
from inclusion_core.extracts.groups import groups_in
from inclusion_core.extracts.plan import Plan

__all__ = ["add_columns", "plan_given"]

T = TypeVar("T")


def add_columns(parser: Parser) -> None:
    """Let a command take what is told of columns."""
    for name, told in (
        ("--without", "columns that the research does not need"),
        ("--sensitive", "special categories of personal data that it does need"),
        ("--identifying", "columns by which somebody could be known; all where not given"),
    ):
        parser.add_argument(
            name, metavar="COLUMN", nargs="+", action="extend", default=[], help=told
        )
    parser.add_argument(
        "--days",
        metavar="[COLUMN=]HOW",
        action="append",
        default=[],
        type=_coarseness,
        help="how exactly days are told, all or those of a column: month, quarter, year, or none "
        "(default) for the day itself",
    )
    parser.add_argument(
        "--since", metavar="COLUMN", default="", help="tell other days as days since this one"
    )
    parser.add_argument(
        "--most",
        metavar="COLUMN=NUMBER",
        action="append",
        default=[],
        type=_of_column(int),
        help="write larger numbers of a column as this one",
    )
    parser.add_argument(
        "--group",
        metavar="COLUMN=FILE",
        action="append",
        default=[],
        type=_of_column(Path),
        help="groups in place of codes, from a CSV file with the columns code and group",
    )
    parser.add_argument(
        "--least",
        metavar="K",
        type=int,
        help="remove cells and rows until so many persons are alike; else who is among fewer than "
        "10 is only counted",
    )


def _coarseness(written: str) -> tuple[str, Coarseness]:
    column, _, how = written.rpartition("=")
    known = [each.value for each in Coarseness]
    return column, Coarseness(one_of("way to tell days", known)(how))


def _of_column(kind: Callable[[str], T]) -> Callable[[str], tuple[str, T]]:
    """Takes a column and what is said of it."""

    def taken(written: str) -> tuple[str, T]:
        column, _, told = written.partition("=")
        try:
            if column and told:
                return column, kind(told)
        except ValueError:
            pass
        raise ArgumentTypeError("not a column and a value: write them as column=value")

    return taken


def plan_given(arguments: Namespace) -> Plan:
    """What is asked of an extract.

    Raises:
        ExtractRefusedError: A file of groups is none, or nobody would be hidden.
        OSError: It cannot be read.
    """
    days = dict(arguments.days)
    return Plan(
        without=tuple(arguments.without),
        sensitive=tuple(arguments.sensitive),
        identifying=tuple(arguments.identifying),
        days=days.pop("", Coarseness.DAY),
        days_of=days,
        since=arguments.since,
        most=dict(arguments.most),
        groups={column: groups_in(path) for column, path in arguments.group},
        within=arguments.within,
        least=10 if arguments.least is None else arguments.least,
        enforced=arguments.least is not None,
    )
