"""Tables of a register get what a caseload works out, on the engine that holds them."""

from datetime import date

import polars as pl
import pytest
from facts_lab.registers import EXAMPLES, registers
from hypothesis import given

from inclusion_core.errors import SchemaError
from inclusion_core.expr.frames import FrameReader, Tables
from inclusion_core.expr.frames.taken import records_in
from inclusion_core.expr.rows import subject
from inclusion_core.facts.derived_tables import with_derived
from inclusion_core.facts.rows import ClientRow, ParticipationRow
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client, SamePersonLink
from inclusion_core.model.entry import EntryTraits
from inclusion_core.model.funding import Programme
from inclusion_core.model.participation import Participation
from inclusion_core.values import PartialDay

KNOWN_ON = date(2018, 6, 30)
SUBJECTS = ("programme", "client", "same_person_link", "participation", "entry_traits")
WORKED_OUT = ("client", "person", "participation", "enrolment")
ENGINES = ("polars", "duckdb", "pyarrow")


def recorded(records):
    """The records by type, with nothing worked out."""
    by_type = {}
    for each in records:
        by_type.setdefault(SCHEMA.type_of(each).name, []).append(each)
    return by_type


def agree(records, engine, known_on):
    expected = Caseload.of_records(records, known_on=known_on).records
    tables = Tables.of_records(SCHEMA, recorded(records), engine=engine)
    found = with_derived(tables, known_on)
    for name in WORKED_OUT:
        assert list(records_in(found, name)) == list(expected.get(name, ())), name


@given(registers(SUBJECTS))
@EXAMPLES
def test_every_engine_works_out_what_a_caseload_does(records):
    for engine in ENGINES:
        agree(records, engine, KNOWN_ON)


def client(key):
    return Client(id=key, provider_id="provider-1")


def entry(key, who="c1", where="p1", entered_on=date(2018, 6, 1)):
    return Participation(id=key, client_id=who, programme_id=where, entered_on=entered_on)


def link(key, one, other, **fields):
    return SamePersonLink(
        id=key, client_id=one, other_client_id=other, linked_on=date(2018, 1, 1), **fields
    )


REGISTER = (
    *(client(f"c{number}") for number in range(1, 6)),
    *(link("l1", "c4", "c3"), link("l2", "c3", "c2"), link("l3", "c2", "c4")),
    *(link("l4", "c5", "c1", undone_on=date(2018, 7, 1)), link("l5", "c1", "gone")),
    Programme(id="p1", operation_id="o1", declared_as="sif.mentoring"),
    *(entry("e2"), entry("e1"), entry("e3", who="gone"), entry("e4", where="gone")),
    entry("e5", who="c4", entered_on=PartialDay.of_year(2018)),
    entry("e6", who="c3", entered_on=PartialDay.of_month(2018, 1)),
    *(EntryTraits(id=f"t{n}", participation_id=p) for n, p in enumerate(("e1", "e2", "e2"))),
)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("known_on", [KNOWN_ON, date(2018, 7, 1), date(2017, 12, 31)])
def test_a_register_with_every_difficulty_is_worked_out_as_by_hand(engine, known_on):
    agree(REGISTER, engine, known_on)


def test_without_a_day_every_link_that_was_not_undone_counts():
    tables = with_derived(Tables.of_records(SCHEMA, recorded(REGISTER)))

    assert {each.id: each.person_id for each in records_in(tables, "client")} == {
        **dict.fromkeys(["c2", "c3", "c4"], "c2"),
        "c1": "c1",
        "c5": "c5",
    }


def native(**tables):
    return Tables.of_native(SCHEMA, {name: pl.DataFrame(of) for name, of in tables.items()})


CLIENTS = {"id": ["c1", "c2"], "provider_id": ["x", "x"]}


def test_without_links_every_client_is_a_person_of_their_own():
    tables = with_derived(native(client=CLIENTS))

    assert [each.id for each in records_in(tables, "person")] == ["c1", "c2"]


def test_links_of_which_nobody_says_when_they_were_undone_hold():
    links = {
        "id": ["l1"],
        "client_id": ["c1"],
        "other_client_id": ["c2"],
        "linked_on": [date(2018, 1, 1)],
    }
    tables = with_derived(native(client=CLIENTS, same_person_link=links), KNOWN_ON)

    assert [each.id for each in records_in(tables, "person")] == ["c1"]


def test_what_needs_a_table_that_is_not_there_is_missed_when_it_is_asked_for():
    entries = {"id": ["e1"], "client_id": ["c1"], "programme_id": ["p1"]}
    tables = with_derived(native(participation={**entries, "entered_on": [KNOWN_ON]}))
    enrolled = subject(ParticipationRow).enrolment.first_participation.entered_on <= KNOWN_ON
    known = subject(ClientRow).born_on <= KNOWN_ON

    with pytest.raises(SchemaError, match=r"no column enrolment_id|there is no table of it"):
        FrameReader(tables).read("participation", {"enrolled": enrolled})
    with pytest.raises(SchemaError, match="there is no table of it"):
        FrameReader(tables).read("client", {"known": known})
