"""A setting by hand: one person who entered the café in June 2018."""

from __future__ import annotations

from datetime import date

from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Programme
from inclusion_core.model.participation import Participation
from inclusion_core.testing.conformance.laws.settings import Setting
from laws_lab.plugins import LANGUAGE


def setting(**client):
    """Somebody who entered the café in June, of whom this is known."""
    records = [
        Programme(id="pr1", operation_id="o1", declared_as=LANGUAGE.id),
        Client(id="c1", provider_id="pro1", **client),
        Participation(id="p1", client_id="c1", programme_id="pr1", entered_on=date(2018, 6, 1)),
    ]
    return Setting(
        caseload=Caseload.of_records(records, known_on=date(2019, 1, 15)),
        first_day=date(2018, 1, 1),
        last_day=date(2018, 12, 31),
        status_day=date(2019, 1, 1),
    )
