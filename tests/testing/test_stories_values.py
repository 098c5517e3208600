"""What an author writes for a field, and the value that it means."""

from datetime import date, datetime
from decimal import Decimal
from enum import Enum

import pytest

from inclusion_core.errors import UnknownNameError
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.model.client import Gender
from inclusion_core.model.status import LegalBasis, ProtectionKind
from inclusion_core.model.yes_no import YesNo
from inclusion_core.testing.stories.errors import StoryError
from inclusion_core.testing.stories.said import meant, written
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay, Reason, Unknown

DAYS = PartialDay(date(2018, 5, 1), date(2018, 6, 1))
REFUSED = Unknown(Reason.REFUSED)


def field(name):
    record_type, _, own = name.partition(".")
    return SCHEMA[record_type].field(own)


@pytest.mark.parametrize(
    ("name", "said", "value"),
    [
        ("client.born_on", "1990-05-01", date(1990, 5, 1)),
        ("client.born_on", "1990-05", PartialDay.of_month(1990, 5)),
        ("client.born_on", "1990", PartialDay.of_year(1990)),
        ("client.born_on", "2018-05-01..2018-06-01", DAYS),
        ("client.born_on", "?", NOT_ASKED),
        ("client.born_on", "? refused", REFUSED),
        ("client.born_on", "?client does not know", Unknown(Reason.CLIENT_DOES_NOT_KNOW)),
        ("client.died_on", "-", ABSENT),
        ("client.gender", "non_binary", Gender.NON_BINARY),
        ("protection_spell.kind", "asylum_seeker", ProtectionKind.ASYLUM_SEEKER),
        ("client.gender", "? contradictory", Unknown(Reason.CONTRADICTORY)),
        ("citizenship_spell.country", "SY", "SY"),
        ("citizenship_spell.country", "-", ABSENT),
        ("service.minutes", 60, 60),
        ("service.minutes", "? erased", Unknown(Reason.ERASED)),
        ("funding_share.percent", "83.87", Decimal("83.87")),
        ("service.place", "Rīga", "Rīga"),
        ("service.place", "'?", "?"),
        ("service.place", "'-", "-"),
        ("service.place", "''tis", "'tis"),
        ("client.id", "anna", "anna"),
    ],
)
def test_a_text_means_a_value_and_the_value_is_written_so(name, said, value):
    assert meant(field(name), said, "it") == value
    assert isinstance(value, str) or meant(field(name), value, "it") == value
    assert meant(field(name), written(field(name), value), "it") == value


@pytest.mark.parametrize(
    ("name", "said", "value"),
    [
        ("client.born_on", "2018-05-01/2018-06-01", DAYS),
        ("client.gender", "Non-binary", Gender.NON_BINARY),
        ("protection_spell.kind", "asylum seeker", ProtectionKind.ASYLUM_SEEKER),
        ("arrival.unaccompanied", True, YesNo.YES),
        ("arrival.unaccompanied", False, YesNo.NO),
        ("funding_share.percent", 85, Decimal(85)),
        ("service.place", "'Rīga", "Rīga"),
    ],
)
def test_there_are_other_ways_to_write_some(name, said, value):
    assert meant(field(name), said, "it") == value


def test_a_code_that_is_written_exactly_goes_before_one_that_is_alike():
    class Alike(Enum):
        ONE = "a_b"
        OTHER = "a-b"

    import attrs

    alike = attrs.evolve(field("client.gender"), enum=Alike, codes=("a_b", "a-b"))
    assert [meant(alike, said, "it") for said in ("a_b", "a-b")] == [Alike.ONE, Alike.OTHER]


@pytest.mark.parametrize(
    ("name", "said", "problem"),
    [
        ("client.born_on", "yesterday", "client 'c', born_on: this is not a day; write 2018-04-15"),
        ("client.born_on", datetime(2018, 5, 1, 12), "this is not a day"),  # noqa: DTZ001
        ("client.born_on", date(1700, 5, 1), "this is not a day"),
        ("client.gender", "-", "it cannot be absent; write what it is"),
        ("client.born_on", "? whatever", "no such reason for not knowing; write one of: ?, ? not"),
        ("client.id", "?", "it cannot be unknown"),
        ("same_person_link.linked_on", "2018", "not a day with year, month and date"),
        ("client.gender", LegalBasis.ASYLUM_LAW, "it is a Gender; write one of"),
        ("client.gender", True, "it is a Gender"),
        ("citizenship_spell.country", "Syria", "does not look like a code of the list"),
        ("service.minutes", "60", "this is not a whole number"),
        ("service.minutes", True, "this is not a whole number"),
        ("service.minutes", -1, "out of bounds"),
        ("funding_share.percent", 0.5, "this is not a decimal number"),
        ("service.place", "", "the text is empty"),
        ("service.place", 7, "a text must stand here"),
    ],
)
def test_what_a_field_cannot_hold_is_refused_by_name(name, said, problem):
    with pytest.raises(StoryError) as raised:
        meant(field(name), said, "client 'c'")
    assert problem in str(raised.value)
    assert raised.value.about.startswith("client 'c', ")


def test_a_code_that_there_is_not_has_near_ones():
    with pytest.raises(UnknownNameError, match="did you mean refugee"):
        meant(field("protection_spell.kind"), "refuge", "status 's'")
