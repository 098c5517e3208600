"""How an import is recorded: when, by whom, as what and why."""

from __future__ import annotations

import secrets
from argparse import ArgumentTypeError, Namespace
from base64 import b32encode
from collections.abc import Callable, Mapping
from datetime import date
from typing import Literal

from inclusion_core.cli.days import known_day
from inclusion_core.cli.parser import Parser, one_of
from inclusion_core.model.versions import Act
from inclusion_core.wire.identifiers import identifier_or_nobody
from inclusion_core.wire.problems import RefusedError
from inclusion_core.wire.value_forms import text_or_nothing
from inclusion_core.workbook.importing.acceptance import Recording

__all__ = ["add_recording", "recording_given"]


def add_recording(parser: Parser) -> None:
    """Take how it is recorded."""
    parser.add_argument(
        "--write",
        metavar="WHAT",
        type=one_of("way of writing", tuple(_ACTS)),
        help="write new records, and what differs as changes or as corrections; without it "
        "everything is only shown",
    )
    parser.add_argument(
        "--why",
        metavar="TEXT",
        type=_taken(text_or_nothing),
        default="",
        help="why records are changed or corrected; corrections need it",
    )
    parser.add_argument(
        "--recorded-on",
        metavar="DAY",
        type=known_day,
        help="the day on which it becomes known; today where not given",
    )
    parser.add_argument(
        "--recorded-by",
        metavar="ID",
        type=_taken(identifier_or_nobody),
        default="",
        help="who records it, by an id that tells nothing",
    )


_ACTS: Mapping[str, Literal[Act.CHANGED, Act.CORRECTED]] = {
    "changes": Act.CHANGED,
    "corrections": Act.CORRECTED,
}


def _taken(form: Callable[[object], str]) -> Callable[[str], str]:
    def taken(written: str) -> str:
        try:
            return form(written)
        except RefusedError as error:
            raise ArgumentTypeError(str(error)) from None

    return taken


def recording_given(arguments: Namespace, recorded_on: date) -> Recording:
    """How it is recorded, on a day."""
    return Recording(
        recorded_on=recorded_on,
        recorded_by=arguments.recorded_by,
        act=_ACTS[arguments.write or "changes"],
        why=arguments.why,
        draw=_drawn,
    )


def _drawn() -> str:
    """Sixteen letters and digits that nobody can guess."""
    return b32encode(secrets.token_bytes(10)).decode().lower()
