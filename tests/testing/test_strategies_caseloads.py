"""Whole caseloads: in order when they are tidy, small when they fail."""

from collections import Counter
from datetime import date
from functools import cache

import pytest
from strategies_lab.drawing import drawn, smallest
from strategies_lab.garden import GARDEN, HENS, Bed, Egg, Gardener, Hen, Watering

from inclusion_core.checks.consistency import contradictions
from inclusion_core.findings import Severity
from inclusion_core.model.client import Client, Person
from inclusion_core.model.cost import CostEntry
from inclusion_core.model.funding import Programme
from inclusion_core.model.household import HouseholdMembership
from inclusion_core.model.service import Service, ServiceAttendance, ServiceKind
from inclusion_core.model.status import ProtectionSpell
from inclusion_core.testing import installed_catalogue
from inclusion_core.testing.strategies.caseloads import WARNINGS, caseloads
from inclusion_core.testing.strategies.interests import Interests
from inclusion_core.values import ABSENT, PartialDay, Unknown

CATALOGUE = installed_catalogue()
SIF = Interests.of_plugin(CATALOGUE, "inclusion-sif")
ESF = Interests.of_plugin(CATALOGUE, "inclusion-esf")
EVERY_TYPE = CATALOGUE.schema


TIDY = {
    "everything": caseloads(EVERY_TYPE, tidy=True),
    "sif": caseloads(EVERY_TYPE, interests=SIF, tidy=True),
    "esf": caseloads(EVERY_TYPE, interests=ESF, tidy=True),
}
ANY = {
    "everything": caseloads(EVERY_TYPE, programmes=["sif.mentoring", "sif.motivation"]),
    "sif": caseloads(EVERY_TYPE, interests=SIF),
    "esf": caseloads(EVERY_TYPE, interests=ESF),
}


@cache
def pool(name, *, tidy):
    """Some caseloads, drawn once for all tests."""
    return drawn((TIDY if tidy else ANY)[name], 50)


def values(caseload):
    for name, records in caseload.records.items():
        for field in EVERY_TYPE[name].recorded_fields:
            for record in records:
                yield getattr(record, field.name)


def kinds_found(caseloads_drawn):
    return {
        (each.severity, each.kind)
        for caseload in caseloads_drawn
        for each in contradictions(caseload, EVERY_TYPE)
    }


def types_of(caseloads_drawn):
    return Counter(name for each in caseloads_drawn for name in each.records)


@pytest.mark.at_length(few=1)
@pytest.mark.parametrize("interests", TIDY)
def test_a_tidy_caseload_contradicts_nothing(interests):
    found = kinds_found(pool(interests, tidy=True))

    assert {kind for severity, kind in found if severity is Severity.ERROR} == set()
    assert {kind for _, kind in found} <= WARNINGS


@pytest.mark.parametrize("interests", TIDY)
def test_a_tidy_caseload_leaves_nothing_unknown(interests):
    for caseload in pool(interests, tidy=True):
        months = {cost.month for cost in caseload.of(CostEntry)}

        assert not any(isinstance(value, Unknown) for value in values(caseload))
        assert not any(
            isinstance(value, PartialDay) and value not in months for value in values(caseload)
        )


def test_nearly_every_record_type_comes_often():
    found = types_of((*pool("everything", tidy=True), *pool("everything", tidy=False)))

    assert len(found) > 0.9 * len(tuple(EVERY_TYPE))


def test_references_lead_somewhere_whatever_else_is_wrong():
    kinds = {kind for _, kind in kinds_found(pool("everything", tidy=False))}

    assert "check.missing-reference" not in kinds
    assert kinds - WARNINGS


def test_an_untidy_caseload_has_what_is_unknown_and_what_is_known_in_part():
    found = [value for each in pool("everything", tidy=False) for value in values(each)]

    assert any(isinstance(value, Unknown) for value in found)
    assert any(isinstance(value, PartialDay) for value in found)


def test_only_what_matters_is_drawn_and_what_it_needs():
    found = set(types_of(pool("esf", tidy=False)))

    assert {"esf_project", "entry_traits", "outcome", "provider", "same_person_link"} <= found
    assert not {"support_plan", "service", "household", "contract"} & found


def test_fields_that_nobody_reads_stay_plain():
    services = {each.kind for caseload in pool("sif", tidy=True) for each in caseload.of(Service)}

    assert services == {ServiceKind.INDIVIDUAL}


def test_clients_are_in_the_declared_programmes():
    found = pool("everything", tidy=False)
    declared = {each.declared_as for caseload in found for each in caseload.of(Programme)}

    assert declared == {"sif.mentoring", "sif.motivation"}


def test_the_known_day_is_the_one_that_is_given():
    known_on = date(2019, 3, 1)

    assert {each.known_on for each in drawn(caseloads(known_on=known_on), 4)} == {known_on}
    assert len({each.known_on for each in pool("everything", tidy=False)}) > 1


@pytest.mark.counted
def test_no_more_clients_come_than_are_asked_for():
    assert {len(each.of(Client)) for each in drawn(caseloads(clients=1), 15)} == {0, 1}
    assert max(len(each.of(Client)) for each in pool("esf", tidy=True)) == 3


def most(records, field):
    """How many of the records hold the same in a field at most."""
    return max(Counter(getattr(each, field) for each in records).values(), default=0)


def test_persons_households_and_services_have_several_clients():
    found = [each for tidy in (True, False) for name in ANY for each in pool(name, tidy=tidy)]

    assert any(len(each.of(Person)) < len(each.of(Client)) for each in found)
    assert any(most(each.of(HouseholdMembership), "household_id") > 1 for each in found)
    assert any(most(each.of(ServiceAttendance), "service_id") > 1 for each in found)
    assert any(most(each.of(ProtectionSpell), "client_id") > 1 for each in found)


# What fails is told by few records.


@pytest.mark.at_length(few=0)
def test_of_a_person_who_is_counted_twice_two_clients_are_left():
    found = smallest(
        caseloads(EVERY_TYPE, interests=ESF),
        lambda each: len(each.of(Client)) > len(each.of(Person)),
    )
    one, other = found.of(Client)

    assert {name: len(listed) for name, listed in found.records.items()} == {
        "client": 2,
        "person": 1,
        "provider": 1,
        "same_person_link": 1,
    }
    assert (one.id, other.id, one.born_on, one.died_on) == ("c1", "c2", other.born_on, ABSENT)


# Other schemas.


@pytest.mark.counted
def test_a_schema_without_clients_is_drawn_from_its_roots():
    found = drawn(caseloads(GARDEN), 50)
    names = types_of(found)

    assert set(names) == {each.name for each in GARDEN}
    for caseload in found:
        beds = {bed.id for bed in caseload.of(Bed)}
        gardeners = {each.id: each.bed_id for each in caseload.of(Gardener)}
        assert all(bed.neighbour_id in beds for bed in caseload.of(Bed))
        assert all(each.bed_id == gardeners[each.gardener_id] for each in caseload.of(Watering))
        assert all(
            bed.sort is ABSENT or isinstance(bed.sort, Unknown | str) for bed in caseload.of(Bed)
        )


def test_records_that_name_each_other_can_be_drawn():
    for found in drawn(caseloads(HENS), 20):
        assert {each.egg_id for each in found.of(Hen)} <= {each.id for each in found.of(Egg)}
        assert {each.hen_id for each in found.of(Egg)} <= {each.id for each in found.of(Hen)}
        assert len(found.of(Hen)) + len(found.of(Egg)) == len(found)
