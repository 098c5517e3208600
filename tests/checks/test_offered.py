"""A declared programme as it stands in data."""

from datetime import date

from checks_lab.service import LIFE

from inclusion_core.checks.examined import Examined
from inclusion_core.checks.offered import Offered, declared_in
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.funding import Programme

AGAIN = Programme(id="course-2", operation_id="op", declared_as="toy.course")
CASELOAD = Caseload.of_records([*LIFE, AGAIN], known_on=date(2018, 6, 1))


def test_a_programme_is_in_data_under_its_id_in_the_catalogue():
    assert declared_in(CASELOAD) == ("toy.course", "toy.other")
    assert declared_in(Caseload.of_records([], known_on=date(2018, 6, 1))) == ()


def test_several_operations_may_offer_it():
    offered = Offered(Examined(caseload=CASELOAD, schema=SCHEMA), "toy.course")

    assert list(offered.programmes) == ["course", "course-2"]
    assert list(offered.participations) == ["in-1"]
    assert list(offered.contracts) == ["k-1"]
