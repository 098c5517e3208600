"""The handles of authors and the schema of the model say exactly the same."""

from typing import get_type_hints

import pytest

from inclusion_core.expr import (
    CodeAttribute,
    DayAttribute,
    Many,
    NumberAttribute,
    Row,
    ToMany,
    ToOne,
    nodes,
    subject,
)
from inclusion_core.facts import rows
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.fields import FieldKind
from inclusion_core.model import RECORD_CLASSES

HANDLES = [getattr(rows, name) for name in rows.__all__]
each_handle = pytest.mark.parametrize("handle", HANDLES, ids=lambda handle: handle.__name__)
KINDS = {
    DayAttribute: FieldKind.DAY,
    CodeAttribute: FieldKind.CODE,
    NumberAttribute: FieldKind.NUMBER,
}


def attributes(handle, *kinds):
    return {name: each for name, each in vars(handle).items() if isinstance(each, kinds)}


def test_the_schema_is_that_of_the_record_classes_of_the_model():
    assert [record_type.record_class for record_type in SCHEMA] == list(RECORD_CLASSES)


def test_every_record_type_has_one_handle_class_named_after_it():
    assert sorted(handle.record_type for handle in HANDLES) == sorted(SCHEMA.record_types)
    for handle in HANDLES:
        assert handle.__name__ == f"{SCHEMA[handle.record_type].record_class.__name__}Row"


def test_every_handle_class_is_listed():
    defined = {
        value for value in vars(rows).values() if isinstance(value, type) and issubclass(value, Row)
    }

    assert defined - {Row} == set(HANDLES)


@each_handle
def test_days_codes_and_numbers_are_the_fields_of_that_kind_and_no_other_field_has_a_handle(handle):
    own = {name: KINDS[type(each)] for name, each in attributes(handle, *KINDS).items()}

    assert own == {
        field.name: field.kind
        for field in SCHEMA[handle.record_type].fields.values()
        if field.kind in KINDS.values()
    }


@each_handle
def test_a_code_has_the_class_of_its_codes_or_none_where_the_list_is_kept_elsewhere(handle):
    fields = SCHEMA[handle.record_type].fields

    for name, attribute in attributes(handle, CodeAttribute).items():
        assert attribute.codes is (fields[name].enum or str)


@each_handle
def test_links_lead_to_the_same_records_one_or_many(handle):
    own = {
        name: (each.to().record_type, isinstance(each, ToMany))
        for name, each in attributes(handle, ToOne, ToMany).items()
    }

    assert own == {
        link.name: (link.to, link.many) for link in SCHEMA[handle.record_type].links.values()
    }


@each_handle
def test_a_type_checker_is_told_the_same_kind_of_every_field_and_target_of_every_link(handle):
    told = get_type_hints(handle)
    del told["record_type"]
    own = attributes(handle, *KINDS, ToOne, ToMany)

    assert told.keys() == own.keys()
    for name, attribute in own.items():
        match attribute:
            case ToOne() | ToMany():
                assert told[name] == type(attribute)[attribute.to()]
            case CodeAttribute():
                assert told[name] == CodeAttribute[attribute.codes]
            case _:
                assert told[name] is type(attribute)


@each_handle
def test_a_handle_has_nothing_but_fields_and_links(handle):
    others = vars(handle).keys() - attributes(handle, *KINDS, ToOne, ToMany).keys()

    assert {name for name in others if not name.startswith("__")} == {"record_type"}


@each_handle
def test_a_handle_builds_nodes_about_its_own_record(handle):
    row = subject(handle)

    for name in attributes(handle, *KINDS):
        node = getattr(row, name).node
        assert (node.row, node.name) == (nodes.Variable(handle.record_type, "case"), name)
    for name in attributes(handle, ToMany):
        many = getattr(row, name)
        assert isinstance(many, Many)
        assert (many.owner, many.path) == (row.row, (name,))
    for name in attributes(handle, ToOne):
        assert getattr(row, name).row == nodes.Hop(row.row, name)
