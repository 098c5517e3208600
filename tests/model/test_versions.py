"""Versions: what an act leaves of a record, how versions are sorted, what they show."""

from datetime import date

import attrs
import pytest

from inclusion_core.model.client import Client, Gender
from inclusion_core.model.versions import Act, Version

CLIENT = Client(id="c-1", provider_id="p-1", born_on=date(1990, 5, 17), gender=Gender.FEMALE)
FIRST = Version(
    record_type="client", record_id="c-1", recorded_on=date(2018, 6, 1), record=CLIENT, why="moved"
)


@pytest.mark.parametrize("act", Act)
def test_nothing_is_left_after_a_retraction_and_after_an_erasure_only(act):
    assert act.removes is (act in {Act.RETRACTED, Act.ERASED})


def test_the_first_version_of_a_record_has_number_and_place_one():
    assert (FIRST.version, FIRST.sequence) == (1, 1)


def test_a_version_shows_whose_it_is_and_no_value_of_it():
    assert repr(FIRST) == "Version('client', 'c-1', version=1, act='recorded')"


def test_versions_are_sorted_by_type_then_record_then_number():
    later = attrs.evolve(FIRST, version=10)
    other = attrs.evolve(FIRST, record_id="c-2")
    fund = attrs.evolve(FIRST, record_type="fund", record_id="a")

    assert sorted([fund, other, later, FIRST], key=lambda version: version.order) == [
        FIRST,
        later,
        other,
        fund,
    ]


def test_a_version_never_changes_and_is_written_with_names():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        FIRST.act = Act.ERASED
    with pytest.raises(TypeError):
        Version("client", "c-1")
