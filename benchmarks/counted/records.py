"""Work with all versions that were recorded."""

from __future__ import annotations

from pathlib import Path

from counted.installed import installed
from counted.job import Work
from counted.journals import KNOWN_ON, journal
from inclusion_core import contradictions


def fold(clients: int, _: Path) -> Work:
    made = journal(clients)
    return lambda: made.as_known_on(KNOWN_ON)


def checks(clients: int, _: Path) -> Work:
    catalogue, made = installed(), journal(clients)
    caseload = made.as_known_on(KNOWN_ON)
    return lambda: contradictions(caseload, catalogue.schema, catalogue.checks, made)
