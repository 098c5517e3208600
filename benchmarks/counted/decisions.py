"""Work of judging clients."""

from __future__ import annotations

from pathlib import Path

from counted.installed import installed
from counted.job import Work
from counted.journals import KNOWN_ON, journal
from inclusion_core import Cases

SERVICE = "sif.mentoring"
SUPPORT = f"{SERVICE}.social-worker"


def one(_: int, __: Path) -> Work:
    catalogue = installed()
    service, case = catalogue.eligibility(SERVICE), _cases(40)["c-00007"]
    return lambda: service.assess(case, on=KNOWN_ON).explain("en", catalogue.vocabulary)


def verdicts(clients: int, _: Path) -> Work:
    service, cases = installed().eligibility(SERVICE), _cases(clients)
    return lambda: list(service.verdicts(cases))


def supported(clients: int, _: Path) -> Work:
    service, cases = installed().eligibility(SERVICE), _cases(clients)
    return lambda: [
        service.may_receive_standing(SUPPORT, each, KNOWN_ON)
        for each in cases.in_programme(SERVICE)
    ]


def _cases(clients: int) -> Cases:
    return Cases.of(journal(clients).as_known_on(KNOWN_ON))
