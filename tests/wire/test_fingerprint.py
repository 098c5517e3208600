"""The fingerprint changes with what is recorded, and with nothing else."""

import os
import subprocess
import sys
from datetime import date
from decimal import Decimal, localcontext
from hashlib import sha256
from pathlib import Path

import attrs
import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from wire_lab.schemas import ODD, SCHEMA, Guest, Mood, Party, Visit
from wire_lab.strategies import journals

import inclusion_core
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Provider
from inclusion_core.values import ABSENT, PartialDay
from inclusion_core.wire import NotWritableError, fingerprint

DAY = date(2018, 12, 3)
RECORDS = (
    Provider(id="shelter", name="Patvērums"),
    Client(id="client-2", provider_id="shelter", born_on=PartialDay.of_year(1990)),
    Client(id="client-1", provider_id="shelter"),
)
CASELOAD = Caseload.of_records(RECORDS, known_on=DAY)
PRINT = fingerprint(CASELOAD, SCHEMA)
GUEST = Guest(id="guest-1", visit_id="visit-1", came_as=Mood.NONE, rank=3)


def test_the_fingerprint_is_taken_of_these_lines():
    caseload = Caseload.of_records([GUEST], known_on=DAY)
    caseload = attrs.evolve(caseload, tombstones=(("guest", "guest-3"), ("guest", "guest-2")))
    lines = (
        b'{"known_on":"2018-12-03","schema":"inclusion_core","schema_version":1}\n'
        b'["guest",{"came_as":"none","id":"guest-1","rank":3,"visit_id":"visit-1"}]\n'
        b'["erased",[["guest","guest-2"],["guest","guest-3"]]]\n'
    )

    assert fingerprint(caseload, ODD) == sha256(lines).hexdigest()


@given(data=st.data())
@settings(max_examples=tries(40), deadline=None)
def test_order_does_not_matter(data: st.DataObject):
    journal = data.draw(journals(SCHEMA))
    caseload = journal.as_known_on(date(2019, 1, 1))
    records = [record for listed in caseload.records.values() for record in listed]
    shuffled = Caseload.of_records(data.draw(st.permutations(records)), known_on=caseload.known_on)
    shuffled = attrs.evolve(shuffled, tombstones=caseload.tombstones[::-1])

    assert fingerprint(shuffled, SCHEMA) == fingerprint(caseload, SCHEMA)


def test_what_is_worked_out_does_not_matter():
    bare = Caseload(DAY, {"provider": RECORDS[:1], "client": RECORDS[1:], "fund": ()})

    assert "person" in CASELOAD.records
    assert fingerprint(bare, SCHEMA) == PRINT


@pytest.mark.parametrize(
    "changed",
    [
        attrs.evolve(CASELOAD, known_on=date(2018, 12, 4)),
        attrs.evolve(CASELOAD, tombstones=(("client", "client-3"),)),
        Caseload.of_records(RECORDS[:-1], known_on=DAY),
        Caseload.of_records([*RECORDS[:-1], attrs.evolve(RECORDS[-1], died_on=DAY)], known_on=DAY),
    ],
    ids=["another day", "an erased record", "a record less", "another value"],
)
def test_any_change_of_what_is_recorded_matters(changed: Caseload):
    assert fingerprint(changed, SCHEMA) != PRINT


def test_equal_amounts_have_one_fingerprint_whatever_the_precision():
    def caseload(price: str) -> Caseload:
        visit = Visit(id="v", mood=Mood.GOOD, ended_on=DAY, closed_as=ABSENT, price=Decimal(price))
        return Caseload.of_records([visit], known_on=DAY)

    with localcontext() as context:
        context.prec = 2
        assert fingerprint(caseload("1234.50"), ODD) == fingerprint(caseload("1234.5"), ODD)
    assert fingerprint(caseload("-0"), ODD) == fingerprint(caseload("0.00"), ODD)
    assert fingerprint(caseload("1E+2"), ODD) == fingerprint(caseload("100"), ODD)


def test_a_derived_record_of_a_plugin_does_not_matter():
    none = Caseload(DAY, {})

    assert fingerprint(Caseload(DAY, {"party": (Party(id="p"),)}), ODD) == fingerprint(none, ODD)


@pytest.mark.parametrize(
    "records",
    [
        {"visit": (Client(id="c", provider_id="p"),)},
        {"visitor": RECORDS},
        {"client": RECORDS[1:2] * 2},
    ],
    ids=["wrong class", "unknown type", "one key twice"],
)
def test_a_caseload_that_no_file_could_hold_has_no_fingerprint(records):
    with pytest.raises(NotWritableError):
        fingerprint(Caseload(DAY, records), SCHEMA)


PROGRAM = """
from datetime import date
from inclusion_core.expr.schema import schema_of
from inclusion_core.model import RECORD_CLASSES
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Provider
from inclusion_core.values import PartialDay
from inclusion_core.wire import fingerprint

records = [
    Client(id="client-1", provider_id="shelter"),
    Client(id="client-2", provider_id="shelter", born_on=PartialDay.of_year(1990)),
    Provider(id="shelter", name="Patv\\u0113rums"),
]
caseload = Caseload.of_records(records, known_on=date(2018, 12, 3))
print(fingerprint(caseload, schema_of(*RECORD_CLASSES)))
"""


@pytest.mark.parametrize(("seed", "zone"), [("1", "Pacific/Kiritimati"), ("2", "America/Adak")])
def test_the_machine_does_not_matter(seed: str, zone: str):
    environment = {
        **os.environ,
        "PYTHONPATH": str(Path(inclusion_core.__file__).parents[1]),
        "PYTHONHASHSEED": seed,
        "TZ": zone,
        "LC_ALL": "C",
    }

    told = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True
    )

    assert told.stdout.strip() == PRINT
