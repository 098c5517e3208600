"""What proved to be wrong after the figures of 3 December 2018 were given."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import attrs

from inclusion_core.periods import months_before
from inclusion_core.values import day_span
from inclusion_sif.sample.filing import File
from inclusion_sif.sample.ledger import Ledger
from inclusion_sif.sample.life import Tale
from inclusion_sif.sample.origins import CORRECTED_TO
from inclusion_sif.sample.writing import Written

__all__ = ["RETRACTED_ON", "correct"]

RETRACTED_ON = date(2019, 1, 10)
PROVED_ADULT_ON = date(2019, 1, 15)
COUNTRY_CORRECTED_ON = date(2019, 1, 18)
ERASED_ON = date(2019, 2, 4)


def correct(ledger: Ledger, written: Iterable[Written]) -> None:
    """Writes the corrections, retractions and erasures of who has such a tale."""
    for one in written:
        match one.life.tale:
            case Tale.PROVES_ADULT:
                _prove_adult(ledger, one.file)
            case Tale.COUNTRY_CORRECTED:
                _correct_country(ledger, one.file)
            case Tale.RETRACTED:
                _retract_service(ledger, one.file)
            case Tale.ERASED:
                ledger.erase(one.file.records, ERASED_ON, "asked for by the client")
            case _:
                pass


def _prove_adult(ledger: Ledger, file: File) -> None:
    born_on = months_before(day_span(file.client.born_on).earliest, 36)
    client = attrs.evolve(file.client, born_on=born_on)
    ledger.correct(client, PROVED_ADULT_ON, "a document shows another day of birth")


def _correct_country(ledger: Ledger, file: File) -> None:
    for arrival in file.arrivals:
        right = attrs.evolve(arrival, country=CORRECTED_TO)
        ledger.correct(right, COUNTRY_CORRECTED_ON, "the register of arrivals says otherwise")


def _retract_service(ledger: Ledger, file: File) -> None:
    for record in (*file.participations, *file.deliveries):
        ledger.retract(record, RETRACTED_ON, "entered for the wrong people")
