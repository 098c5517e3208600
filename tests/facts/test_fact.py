"""Facts: values worked out of records, declared once."""

import attrs
import pytest

from inclusion_core.errors import DeclarationError
from inclusion_core.expr import CodeExpression, completed_years, subject
from inclusion_core.facts.fact import Fact
from inclusion_core.facts.rows import ClientRow, PersonRow
from inclusion_core.texts import lv

client = subject(ClientRow)
VALUES = (client.born_on, client.gender, completed_years(client.born_on), client.arrivals.exist())


def fact(value):
    return Fact(id="toy.fact", says=lv("fakts").en("fact"), subject=ClientRow, value=value)


@pytest.mark.parametrize("value", VALUES)
def test_a_fact_is_a_day_a_code_a_number_or_a_condition(value):
    assert fact(value).value is value
    assert fact(value) == fact(type(value)(*attrs.astuple(value, recurse=False)))
    assert len({fact(each) for each in (*VALUES, *VALUES)}) == len(VALUES)


def test_the_value_of_a_fact_is_used_as_what_it_is():
    arrived_from = fact(client.arrivals.only(lambda each: each.country))

    assert isinstance(arrived_from.value, CodeExpression)
    assert arrived_from.value.is_in("SY").node == (
        client.arrivals.only(lambda each: each.country).is_in("SY").node
    )


def test_a_fact_need_not_have_a_source_and_may_ask_what_is_known():
    known = fact(client.born_on.is_known())

    assert known.source is None
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        known.id = "toy.other"


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (True, "value must be a condition, a day, a code or a number of the expression language"),
        (client.arrivals, "this is Many"),
        (subject(PersonRow).clients.exist(), "must be about the client, not about a person"),
    ],
)
def test_what_is_no_fact_of_a_record_is_refused(value, problem):
    with pytest.raises(DeclarationError) as raised:
        fact(value)

    assert str(raised.value).startswith("fact 'toy.fact': ")
    assert problem in str(raised.value)


@pytest.mark.parametrize("subject_given", ["client", int, None])
def test_a_fact_is_about_records_that_have_a_handle_class(subject_given):
    with pytest.raises(DeclarationError, match="subject must be a handle class"):
        Fact(
            id="toy.fact",
            says=lv("fakts").en("fact"),
            subject=subject_given,
            value=client.born_on,
        )
