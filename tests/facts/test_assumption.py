"""What is taken for granted at an uncertain point, until somebody says otherwise."""

import pytest

from inclusion_core.errors import AssumptionError, DeclarationError
from inclusion_core.expr import Parameters, nodes
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.records import Records
from inclusion_core.expr.schema import Schema
from inclusion_core.facts.assumption import Assumption, assumed, check_assumed
from inclusion_core.model.client import Person
from inclusion_core.sources import Source
from inclusion_core.texts import lv
from inclusion_core.truth import Truth

SOURCE = Source("The law")
AGE = Assumption(
    id="lab.school-age",
    says=lv("Skolā iet no {value} gadiem").en("School begins at {value}"),
    default=7,
    least=5,
    most=8,
    source=SOURCE,
)
READING = Assumption(
    id="lab.migrants",
    says=lv("Kas ir migrants").en("Who is a migrant"),
    default=0,
    choices={
        0: lv("dzimis citur").en("born elsewhere"),
        2: lv("vecāki dzimuši citur").en("parents born elsewhere"),
    },
    source=SOURCE,
)


def held(condition, parameters):
    reader = ObjectReader(Records(Schema({}), {}), parameters=parameters)
    return reader.truth(condition, Person(id="p1"))


def test_a_default_must_be_one_of_its_values():
    for fields in ({"default": 9}, {"default": 4}):
        with pytest.raises(DeclarationError, match="the default is not one of its values"):
            Assumption(id="lab.age", says=AGE.says, least=5, most=8, source=SOURCE, **fields)
    with pytest.raises(DeclarationError, match="the default is not one of its values"):
        Assumption(id="lab.x", says=READING.says, default=1, choices=READING.choices, source=SOURCE)


def test_choices_allow_nothing_between_them():
    assert [value for value in range(-1, 4) if READING.allows(value)] == [0, 2]
    assert [value for value in range(3, 11) if AGE.allows(value)] == [5, 6, 7, 8]


def test_it_is_told_with_its_value_or_by_the_words_of_the_choice():
    assert AGE.told(6).in_("en") == "School begins at 6"
    assert READING.told(2).in_("lv") == "vecāki dzimuši citur"


def test_it_holds_or_is_a_value_as_the_parameters_say():
    yes = Assumption(id="lab.yes", says=lv("jā").en("yes"), default=1, source=SOURCE)

    assert held(yes.holds, assumed(Parameters(), [yes])) is Truth.YES
    assert held(yes.holds, assumed(Parameters(), [yes], {"lab.yes": 0})) is Truth.NO
    assert held(READING.is_(2), assumed(Parameters(), [READING], {"lab.migrants": 2})) is Truth.YES
    assert held(READING.is_(2), assumed(Parameters(), [READING])) is Truth.NO


def test_what_is_given_besides_stays_and_what_is_said_goes_first():
    given = Parameters(numbers={"lab.school-age": 6, "other": 1})

    assert assumed(given, [AGE, READING]).numbers == {
        "lab.school-age": 6,
        "lab.migrants": 0,
        "other": 1,
    }
    assert assumed(given, [AGE], {"lab.school-age": 8}).number("lab.school-age") == 8


def test_a_value_that_may_not_be_assumed_is_refused_with_those_that_may():
    with pytest.raises(AssumptionError) as of_range:
        assumed(Parameters(), [AGE], {"lab.school-age": 9})
    with pytest.raises(AssumptionError) as of_choices:
        assumed(Parameters(), [READING], {"lab.migrants": 1})
    with pytest.raises(AssumptionError) as of_none:
        assumed(Parameters(), [AGE], {"lab.scool-age": 7})

    assert str(of_range.value) == "assumption 'lab.school-age' may be 5 to 8"
    assert str(of_choices.value) == "assumption 'lab.migrants' may be 0, 2"
    assert "did you mean lab.school-age?" in str(of_none.value)


def test_a_number_behind_which_no_assumption_stands_is_refused():
    node = (AGE.number >= READING.number).node
    assert isinstance(node, nodes.AtMost)

    check_assumed("metric", "lab.x", node, [AGE, READING])
    with pytest.raises(DeclarationError, match=r"asks for the number 'lab.migrants'"):
        check_assumed("metric", "lab.x", node, [AGE])
