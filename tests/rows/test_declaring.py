"""A mapping is held to the schema when it is built, and everything wrong is told at once."""

import pickle
from datetime import date

import pytest

from inclusion_core import ABSENT, NOT_ASKED, SCHEMA, Reason, Unknown
from inclusion_core.fields import Record
from inclusion_core.model.client import Client, Gender, Person
from inclusion_core.model.household import Household
from inclusion_core.model.participation import Participation
from inclusion_core.rows import (
    NotRowsError,
    RowMapping,
    RowMappingError,
    codes,
    column,
    constant,
    day_of,
    joined,
    rows_of,
)

PROVIDER = constant("p-1")


class Stranger(Record):
    pass


def faults(*several, table="person"):
    with pytest.raises(RowMappingError) as caught:
        RowMapping(schema=SCHEMA, tables={table: several})
    return dict(caught.value.faults)


def test_a_good_mapping_is_built_and_shows_no_values():
    clients = rows_of(
        Client,
        id=joined("unit", "nr"),
        provider_id=constant("p-secret"),
        born_on=column("dob", empty=Unknown(Reason.REFUSED), empty_values=("Anna",)),
        gender=codes("sex", {"Anna": Gender.FEMALE, "?": NOT_ASKED}),
        died_on=day_of("died_at", empty=ABSENT),
        recorded_on="seen_on",
        act=constant("recorded"),
        recorded_by=constant("import"),
    )
    mapping = RowMapping(schema=SCHEMA, tables={"person": [clients]}, key=lambda _, own: own)

    assert mapping.tables == {"person": (clients,)}
    assert RowMapping(schema=SCHEMA, tables={"person": clients}).tables == mapping.tables
    assert "Anna" not in repr(mapping)
    assert "secret" not in repr(mapping)


def test_a_mapping_says_which_columns_it_needs_and_each_once():
    clients = rows_of(Client, id=joined("unit", "nr"), provider_id=PROVIDER, born_on="dob")
    stays = rows_of(Participation, id="stay", client_id=joined("unit", "nr"), programme_id=PROVIDER)

    needed = RowMapping(schema=SCHEMA, tables={"person": [clients, stays]}).columns

    assert needed == {"person": ("unit", "nr", "dob", "stay")}


def test_every_fault_is_told_at_once_with_its_place():
    told = faults(
        rows_of(
            Client,
            bornon="dob",
            person_id="p",
            gender=codes("sex", {"F": "female", "X": "woman"}),
            died_on=constant(date(1066, 1, 1)),
            zzz="z",
            act=constant("invented"),
        ),
        rows_of(
            Participation, id="nr", client_id="", programme_id=Gender.MALE, left_on=joined("a")
        ),
    )

    assert list(told) == [
        "person: client.bornon",
        "person: client.person_id",
        "person: client.gender",
        "person: client.died_on",
        "person: client.zzz",
        "person: client.act",
        "person: client.id",
        "person: client.provider_id",
        "person: participation.client_id",
        "person: participation.programme_id",
        "person: participation.left_on",
    ]
    assert told["person: client.bornon"] == "no such field; did you mean born_on?"
    assert told["person: client.person_id"] == "is worked out from others: leave it out"
    assert "meaning 2 of the words is not taken" in told["person: client.gender"]
    assert "1800 to 2999" in told["person: client.died_on"]
    assert told["person: client.zzz"].startswith("no such field; there are: id, provider_id")
    assert "write one of the codes: recorded, changed" in told["person: client.act"]
    assert told["person: client.provider_id"].startswith("must be given")
    assert told["person: participation.client_id"].endswith("not empty")
    assert told["person: participation.programme_id"].startswith("name a column, or write constant")
    assert told["person: participation.left_on"].startswith("only ids are joined")


def test_what_an_empty_value_means_must_be_allowed_by_the_field():
    told = faults(
        rows_of(Client, id="nr", provider_id=PROVIDER, gender=column("sex", empty=ABSENT)),
    )

    assert told["person: client.gender"].startswith("what an empty value means is not taken")


def test_ids_that_tell_who_somebody_is_are_no_constants():
    told = faults(rows_of(Client, id="nr", provider_id=constant("010190-12345")))

    assert "personal code" in told["person: client.provider_id"]
    assert "010190" not in str(told)


def test_an_id_is_joined_of_two_columns_or_more():
    told = faults(rows_of(Household, id=joined("nr")))

    assert told == {"person: household.id": "only ids are joined, and of two columns or more"}


@pytest.mark.parametrize(
    ("declared", "words"),
    [
        (rows_of(Stranger, id="nr"), "is no record type of the schema"),
        (rows_of(Person, id="nr"), "is worked out from other records"),
    ],
)
def test_only_recorded_types_of_the_schema_are_mapped(declared, words):
    (problem,) = faults(declared).values()

    assert problem.startswith(words)


def test_a_class_with_the_name_of_a_record_type_is_not_that_type():
    other = type("Client", (Record,), {})

    assert list(faults(rows_of(other, id="nr"))) == ["person: client"]


def test_a_mapping_without_tables_or_records_is_none():
    assert "gives no records" in faults()["person"]
    with pytest.raises(RowMappingError, match="there are none"):
        RowMapping(schema=SCHEMA, tables={})


@pytest.mark.parametrize(
    "error",
    [RowMappingError((("person: client.id", "must be given"),)), NotRowsError("person")],
)
def test_errors_say_where_and_survive_pickling(error):
    again = pickle.loads(pickle.dumps(error))

    assert str(again) == str(error)
    assert "person" in str(error)
