"""Record classes: frozen values with an opaque id, which is all of them that is ever shown."""

import pickle
from importlib import import_module
from inspect import cleandoc
from pkgutil import iter_modules

import attrs
import pytest
from caseload_lab.random_records import records
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_core import model
from inclusion_core.expr.schema import schema_of
from inclusion_core.fields import DerivedRecord, FieldKind, Record, type_name
from inclusion_core.model import RECORD_CLASSES
from inclusion_core.model.client import Client, Person, SamePersonLink
from inclusion_core.model.personal import PersonalRecord, SpecialRecord
from inclusion_core.values import ABSENT, NOT_ASKED

SCHEMA = schema_of(*RECORD_CLASSES)
each_class = pytest.mark.parametrize("cls", RECORD_CLASSES, ids=lambda cls: cls.__name__)
some_records = st.sampled_from(list(SCHEMA)).flatmap(records)


def example(cls):
    """A record of which only what must be filled in is filled in."""
    fields = SCHEMA[type_name(cls)].recorded_fields
    needed = {field.name: f"secret {field.name}" for field in fields if field.required}
    return cls(**{**needed, "id": "x-1"})


@each_class
def test_a_record_never_changes(cls):
    record = example(cls)

    for attribute in attrs.fields(cls):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(record, attribute.name, "other")
    assert not hasattr(record, "__dict__")


@each_class
def test_a_record_is_written_with_the_names_of_its_fields(cls):
    assert all(attribute.kw_only for attribute in attrs.fields(cls))
    with pytest.raises(TypeError):
        cls("x-1")


@each_class
def test_repr_shows_the_id_and_no_other_value(cls):
    assert repr(example(cls)) == f"{cls.__name__}(id='x-1')"


@given(some_records)
@settings(max_examples=tries(100), deadline=None)
def test_repr_shows_no_value_however_a_record_is_filled_in(record):
    assert repr(record) == f"{type(record).__name__}(id={record.id!r})"
    assert str(record) == repr(record)


@given(some_records)
@settings(max_examples=tries(50), deadline=None)
def test_records_are_values_and_travel_between_processes(record):
    again = pickle.loads(pickle.dumps(record))

    assert (again, hash(again)) == (record, hash(record))
    assert attrs.evolve(record, id="another") != record


def test_the_record_classes_make_a_schema_in_their_order():
    assert [record_type.record_class for record_type in SCHEMA] == list(RECORD_CLASSES)


def test_every_record_class_of_the_model_is_listed():
    modules = [
        import_module(f"{model.__name__}.{each.name}") for each in iter_modules(model.__path__)
    ]
    defined = {
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Record)
    }

    assert defined - {Record, DerivedRecord, PersonalRecord, SpecialRecord} == set(RECORD_CLASSES)


@each_class
def test_every_field_is_explained(cls):
    explained = cleandoc(cls.__doc__ or "")  # as Python 3.13 keeps it

    for field in SCHEMA[type_name(cls)].fields.values():
        assert field.kind is FieldKind.KEY or f"\n    {field.name}: " in explained


@each_class
def test_what_nobody_filled_in_is_absent_or_was_not_asked(cls):
    record = example(cls)

    for field in SCHEMA[type_name(cls)].recorded_fields:
        if not field.required:
            assert getattr(record, field.name) in (ABSENT, NOT_ASKED)


def test_persons_and_enrolments_alone_are_worked_out():
    assert [each.name for each in SCHEMA if each.derived] == ["person", "enrolment"]
    assert [
        (each.name, field.name)
        for each in SCHEMA
        for field in each.fields.values()
        if field.derived
    ] == [
        ("client", "person_id"),
        ("enrolment", "person_id"),
        ("enrolment", "operation_id"),
        ("enrolment", "first_participation_id"),
        ("participation", "traits_id"),
        ("participation", "enrolment_id"),
    ]


def test_a_client_of_whom_nothing_is_known_is_no_person_yet():
    client = Client(id="c-1", provider_id="p-1")

    assert (client.born_on, client.gender, client.died_on) == (NOT_ASKED, NOT_ASKED, ABSENT)
    assert client.person_id == ""
    assert not isinstance(client, DerivedRecord)
    assert isinstance(Person(id="c-1"), DerivedRecord)


@pytest.mark.parametrize(
    ("cls", "name"),
    [(Client, "client"), (Person, "person"), (SamePersonLink, "same_person_link")],
)
def test_a_record_type_is_called_as_its_class_in_small_letters(cls, name):
    assert type_name(cls) == name
