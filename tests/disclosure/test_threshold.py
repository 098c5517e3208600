"""A threshold that would hide nobody is refused, and a low one says why."""

import pytest

from inclusion_core.disclosure.threshold import THRESHOLD, Threshold
from inclusion_core.errors import DeclarationError


def test_figures_of_fewer_than_ten_persons_or_households_are_not_published_by_default():
    assert (THRESHOLD.persons, THRESHOLD.households) == (10, 10)


@pytest.mark.parametrize("few", [{"persons": 1}, {"households": 1}, {"persons": 0}])
def test_a_threshold_that_hides_nobody_is_refused_whatever_the_reason(few):
    with pytest.raises(DeclarationError, match="hides nobody"):
        Threshold(**few, because="the funder asks for it")


@pytest.mark.parametrize("few", [{"persons": 4}, {"households": 2}])
@pytest.mark.parametrize("because", ["", "  "])
def test_below_five_it_needs_a_reason(few, because):
    with pytest.raises(DeclarationError, match="needs a reason"):
        Threshold(**few, because=because)

    assert Threshold(**few, because="the contract says three").because


def test_five_needs_no_reason():
    assert Threshold(persons=5, households=5).because == ""
