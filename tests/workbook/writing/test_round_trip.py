"""What a template says of records is read back as the same values."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook
from writing_lab import gardens
from writing_lab.every_value import TEXTS, records_of

from inclusion_core.expr.schema import Field, RecordType, Schema
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.fields import FieldKind
from inclusion_core.model.caseload import Caseload
from inclusion_core.values import ABSENT
from inclusion_core.wire.converter import converter_of
from inclusion_core.words import WORDS
from inclusion_core.workbook.cells.conversion import provider_number, value_of
from inclusion_core.workbook.form import WorkbookForm, form_of
from inclusion_core.workbook.template.making import template

CORE = form_of(gardens.PROGRAMME, SCHEMA, WORDS)


def _read_back(form: WorkbookForm, sheet: str, record_type: RecordType, data: bytes, language):
    titles = {each.record_type.name: each for each in form}[sheet]
    page = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_name(
        titles.title.in_(language)
    )
    heading, *rows = page.to_python()
    fields = {column.heading.in_(language): column.field for column in titles.columns}
    assert heading == list(fields)
    return [
        {
            field.name: _value(cell, field, form)
            for field, cell in zip(fields.values(), row, strict=True)
        }
        for row in rows
    ]


def _value(cell: object, field: Field, form: WorkbookForm) -> object:
    if cell == "":
        return None if field.empty is ABSENT else {"unknown": "not_asked"}
    if field.kind in (FieldKind.KEY, FieldKind.REFERENCE):
        return provider_number(cell)
    return value_of(cell, field, form.vocabulary)


@pytest.mark.at_length(few=1)
@pytest.mark.parametrize("language", ["lv", "en"])
@pytest.mark.parametrize(
    ("schema", "form"), [(SCHEMA, CORE), (gardens.SCHEMA, gardens.FORM)], ids=["core", "plugin"]
)
def test_every_record_of_a_schema_comes_back_as_it_was(
    schema: Schema, form: WorkbookForm, language: str
) -> None:
    converter = converter_of(schema)
    types = [sheet.record_type for sheet in form]
    records = {each.name: records_of(each) for each in types}

    data = template(form, language, contents=Caseload(date(2018, 6, 1), records), empty_rows=0)

    for each in types:
        derived = set(each.fields) - {field.name for field in each.recorded_fields}
        written = [
            {
                name: value
                for name, value in converter.unstructure(record).items()
                if name not in derived
            }
            for record in records[each.name]
        ]
        assert _read_back(form, each.name, each, data, language) == written


def test_texts_that_look_like_something_else_stay_texts() -> None:
    gardens_of = records_of(gardens.SCHEMA["garden"])
    data = template(
        gardens.FORM,
        "en",
        contents=Caseload(date(2018, 6, 1), {"garden": gardens_of}),
        empty_rows=0,
    )

    read = _read_back(gardens.FORM, "garden", gardens.SCHEMA["garden"], data, "en")

    assert {row["name"] for row in read} == set(TEXTS)
