"""The refusal to judge by half the rules; how a catalogue gives them is told with the catalogue."""

import pickle

import attrs
import pytest

from inclusion_core.errors import InclusionError
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.rules import Eligibility, EligibilityRefusedError
from inclusion_core.texts import lv

GAPS = (
    ("inclusion-oak", "it is not installed, or brings no plugin"),
    ("inclusion-elm", "RuntimeError: no leaves"),
)
ERROR = EligibilityRefusedError("toy.course", GAPS)


def test_the_refusal_names_the_programme_and_each_distribution_with_the_reason():
    assert str(ERROR) == (
        "nobody is judged for 'toy.course', because not all of its rules are there (inclusion-oak: "
        "it is not installed, or brings no plugin; inclusion-elm: RuntimeError: no leaves); "
        "install or repair what is named"
    )
    assert isinstance(ERROR, InclusionError)


def test_the_refusal_can_be_pickled():
    again = pickle.loads(pickle.dumps(ERROR))

    assert (again.programme, again.gaps) == ("toy.course", GAPS)
    assert str(again) == str(ERROR)


def test_eligibility_never_changes():
    course = ProgrammeDefinition(
        id="toy.course",
        says=lv("Kurss").en("Course"),
        target_group=lv("visi").en("everybody"),
        operation_number="1",
        sources=(),
    )
    eligibility = Eligibility(programme=course, rules=(), limits=())

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        eligibility.rules = ()
