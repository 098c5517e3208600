"""A case out of a database is judged as one out of the whole caseload."""

from datetime import date

import pytest
from databases_lab.people import ANNA, CORRECTED, RECORDED, REGISTER, removed, version

from inclusion_core.errors import UnknownNameError
from inclusion_core.model.client import Client

ON = date(2018, 6, 1)


@pytest.fixture
def filled(database):
    database.append(REGISTER)
    return database


def ids_in(case, record_type):
    return {each.id for each in case.records.of_type(record_type)}


def test_a_case_has_the_life_of_the_person_and_no_other_life(filled):
    case = filled.case("anna", known_on=RECORDED)

    assert case.client.id == "anna"
    assert ids_in(case, "client") == {"anna", "anna-q", "berta"}
    assert ids_in(case, "participation") == {"pa", "pq"}
    assert ids_in(case, "household_membership") == {"ha", "hb"}
    assert ids_in(case, "service") == {"group"}
    assert ids_in(case, "provider") == {"p", "q"}
    assert ids_in(case, "person") == {"anna", "berta"}
    assert ids_in(case, "funding_share") == {"s"}
    assert ids_in(case, "support_plan") == {"sa"}


def test_a_case_is_as_known_on_its_day(filled):
    filled.append([removed("participation", "pa", 2)])

    assert ids_in(filled.case("anna", known_on=RECORDED), "participation") == {"pa", "pq"}
    assert ids_in(filled.case("anna", known_on=CORRECTED), "participation") == {"pq"}


def test_programmes_are_there_for_who_applies(filled):
    filled.append([version(Client(id="new", provider_id="p"))])

    case = filled.case("new", known_on=RECORDED)

    assert case.standing("sif.motivation", ON).participation.programme_id == "elsewhere"


@pytest.mark.parametrize("key", ["nobody", "gone"])
def test_who_is_not_there_is_named(filled, key):
    filled.append([version(Client(id="gone", provider_id="p")), removed("client", "gone", 2)])

    with pytest.raises(UnknownNameError, match=key):
        filled.case(key, known_on=CORRECTED)


def test_all_cases_come_by_id_a_part_at_once(filled, monkeypatch):
    monkeypatch.setattr("inclusion_core.databases.database.CASES", 3)
    told = []

    cases = list(filled.cases(known_on=RECORDED, progress=told.append))

    assert [case.client.id for case in cases] == ["anna", "anna-q", "berta", "carl"]
    assert told == [3, 4]


def test_cases_are_of_one_moment_whoever_writes(filled):
    cases = filled.cases(known_on=RECORDED)
    first = next(cases)
    if filled.engine.dialect.name == "sqlite":
        filled.append([version(Client(id="zoe", provider_id="p"))])

    assert [first.client.id, *(case.client.id for case in cases)][-1] == "carl"


def test_the_client_is_the_one_of_the_register(filled):
    assert filled.case("anna", known_on=RECORDED).client.born_on == ANNA.born_on
