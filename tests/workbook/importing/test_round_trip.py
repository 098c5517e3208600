"""Whatever a caseload holds goes out into a template and comes back, but for the ids."""

from __future__ import annotations

from datetime import date

import attrs
from effort import tries
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from import_lab.rows import JANUARY, NOTHING, drawing
from wire_lab.schemas import ODD
from wire_lab.strategies import values

from inclusion_core.facts.schema import SCHEMA
from inclusion_core.fields import FieldKind, type_name
from inclusion_core.model.caseload import Caseload
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.sources import Source
from inclusion_core.texts import Language, lv
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.words import WORDS
from inclusion_core.workbook.filling.rows import filled
from inclusion_core.workbook.form import form_of
from inclusion_core.workbook.importing.acceptance import Recording
from inclusion_core.workbook.importing.imports import imported
from inclusion_core.workbook.importing.keys import KeyFile
from inclusion_core.workbook.opening.grids import open_grid
from inclusion_core.workbook.template.making import template

EACH = 2
"""How many records there are of each type."""


def recorded(schema):
    return [each for each in schema if not each.derived]


def form(schema, types, words=WORDS):
    programme = ProgrammeDefinition(
        id="toy.course",
        says=lv("Kurss").en("Course"),
        target_group=lv("visi").en("everybody"),
        operation_number="9.9",
        sources=(Source("Rules"),),
        records=tuple(each.record_class for each in types),
    )
    return form_of(programme, schema, words)


def with_what_they_name(types, schema):
    """The types, and all that their references lead to."""
    found, waiting = {}, list(types)
    while waiting:
        each = waiting.pop()
        found[each.name] = each
        named = {field.reference.to for field in each.recorded_fields if field.reference}
        waiting += [schema[name] for name in sorted(named - found.keys())]
    return list(found.values())


def records(record_type, number):
    fields = {
        field.name: st.integers(1, EACH).map(lambda at, to=field.reference.to: f"{to}-{at}")
        if field.kind is FieldKind.REFERENCE
        else values(field)
        for field in record_type.recorded_fields[1:]
    }
    return st.builds(record_type.record_class, id=st.just(f"{record_type.name}-{number}"), **fields)


@st.composite
def caseloads(draw, schema):
    """A few types, and records of each."""
    chosen = draw(st.lists(st.sampled_from(recorded(schema)), min_size=1, max_size=3, unique_by=id))
    types = with_what_they_name(chosen, schema)
    listed = [draw(records(each, number + 1)) for each in types for number in range(EACH)]
    return types, Caseload.of_records(listed, known_on=date(2018, 12, 3))


def renamed(record, numbers, schema):
    """The record with the provider's numbers in place of ids."""
    own = schema.type_of(record)
    names = {"id": own.name} | {
        field.name: field.reference.to
        for field in own.recorded_fields
        if field.reference is not None
    }
    changes = {field: numbers[name, getattr(record, field)] for field, name in names.items()}
    return attrs.evolve(record, **changes)


def without_what_is_worked_out(record_type):
    attributes = attrs.fields_dict(record_type.record_class)
    derived = [field.name for field in record_type.fields.values() if field.derived]
    return {name: attributes[name].default for name in derived}


def comes_back(types, caseload, schema, *, language, path, words=WORDS):
    book = form(schema, types, words)
    path.write_bytes(template(book, language, contents=caseload, empty_rows=2))
    rows = filled(open_grid(path), book)
    recording = Recording(recorded_on=JANUARY, draw=drawing())
    result = imported(rows, KeyFile(), NOTHING, schema, recording)
    back = [renamed(each.record, result.keys.numbers, schema) for each in result.versions]

    assert [each.in_("en") for each in result.findings] == []
    assert {(type_name(type(each)), each.id): each for each in back} == {
        (name, each.id): attrs.evolve(each, **without_what_is_worked_out(schema[name]))
        for name, listed in caseload.records.items()
        if not schema[name].derived
        for each in listed
    }


@settings(deadline=None, max_examples=tries(25))
@given(st.data(), st.sampled_from(Language))
def test_every_record_comes_back(tmp_path_factory, data, language):
    types, caseload = data.draw(caseloads(SCHEMA))
    path = tmp_path_factory.mktemp("book") / "book.xlsx"

    comes_back(types, caseload, SCHEMA, language=language, path=path)


@settings(deadline=None, max_examples=tries(10))
@given(st.data(), st.sampled_from(Language))
def test_records_that_a_plugin_might_add_come_back(tmp_path_factory, data, language):
    types, caseload = data.draw(caseloads(ODD))
    path = tmp_path_factory.mktemp("book") / "book.xlsx"

    comes_back(types, caseload, ODD, language=language, path=path, words=Vocabulary(id="odd.words"))


@settings(deadline=None, max_examples=tries(2), suppress_health_check=list(HealthCheck))
@given(st.tuples(*(records(each, at) for each in recorded(SCHEMA) for at in range(1, EACH + 1))))
def test_no_record_type_is_forgotten(tmp_path_factory, listed):
    caseload = Caseload.of_records(listed, known_on=date(2018, 12, 3))
    path = tmp_path_factory.mktemp("book") / "book.xlsx"

    comes_back(recorded(SCHEMA), caseload, SCHEMA, language=Language.LV, path=path)
