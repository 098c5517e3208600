"""From the tables of a mapping file to the mapping that they are meant to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from inclusion_core.expr.schema import Field
from inclusion_core.fields import FieldKind
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire.names import guess
from inclusion_core.workbook.cells.lexicon import folded
from inclusion_core.workbook.form import SheetForm, WorkbookForm
from inclusion_core.workbook.mapping.columns import (
    column_of,
    columns_of,
    conditions_of,
    fixed_number_of,
    number_of,
)
from inclusion_core.workbook.mapping.mapped import (
    ColumnName,
    Condition,
    NumberPart,
    RecordMapping,
    SheetMapping,
    WorkbookMapping,
)
from inclusion_core.workbook.mapping.mapping_problems import (
    FIELD_TWICE,
    MISSING_FIELD,
    MISSING_OPTION,
    NO_NUMBER,
    NUMBER_TWICE,
    SHEET_TWICE,
    UNKNOWN_FIELD,
    UNKNOWN_TYPE,
    WORDS_WITHOUT_COLUMN,
)
from inclusion_core.workbook.mapping.tables import MappingTable
from inclusion_core.workbook.mapping.values import constants_of, words_of

__all__ = ["workbook_of"]

_SHEET = (
    *("title", "heading_row", "skip_rows", "fill_down", "empty_words", "only_where"),
    "record",
)
_RECORD = ("type", "number", "only_where", "fields", "constants", "words")


def workbook_of(table: MappingTable, form: WorkbookForm) -> WorkbookMapping:
    """The mapping; only to be used where no fault was put down."""
    table.only(("sheet",))
    sheets: dict[str, SheetMapping] = {}
    for each in table.tables("sheet"):
        sheet = _sheet(each, form)
        if sheet.title and folded(sheet.title) in sheets:
            each.fault("title", SHEET_TWICE)
        sheets[folded(sheet.title)] = sheet
    return WorkbookMapping(sheets=tuple(sheets.values()))


def _sheet(table: MappingTable, form: WorkbookForm) -> SheetMapping:
    table.only(_SHEET)
    if not table.entries.get("record"):
        table.fault("", MISSING_OPTION.filled(name="record"))
    return SheetMapping(
        title=table.required_text("title"),
        heading_row=table.row("heading_row"),
        skip_rows=table.rows("skip_rows"),
        fill_down=columns_of(table, "fill_down"),
        empty_words=table.texts("empty_words"),
        only_where=conditions_of(table, "only_where"),
        records=tuple(_records(table, form)),
    )


def _records(table: MappingTable, form: WorkbookForm) -> Iterator[RecordMapping]:
    types = {sheet.record_type.name: sheet for sheet in form}
    numbered: set[tuple[str, tuple[NumberPart, ...], tuple[Condition, ...]]] = set()
    for each in table.tables("record"):
        each.only(_RECORD)
        name = each.required_text("type")
        if name in types:
            record = _record(each, types[name], form.vocabulary)
            identity = (name, record.number, record.only_where)
            if record.number and identity in numbered:
                each.fault("number", NUMBER_TWICE)
            numbered.add(identity)
            yield record
        elif name:
            near = guess(name, types) or ", ".join(types)
            each.fault("type", UNKNOWN_TYPE.filled(names=near))


def _record(table: MappingTable, sheet: SheetForm, vocabulary: Vocabulary) -> RecordMapping:
    known = {
        column.field.name: column.field
        for column in sheet.columns
        if column.field.kind is not FieldKind.KEY
    }
    given = [table.table(name) for name in ("fields", "constants", "words")]
    for each in given:
        each.only(known, UNKNOWN_FIELD)
    fields, constants, words = given
    for field in known.values():
        _check(field, table, fields, constants, words)
    if "number" not in table:
        table.fault("", NO_NUMBER)
    own = [field for field in known.values() if field.kind is not FieldKind.REFERENCE]
    references = [field for field in known.values() if field.kind is FieldKind.REFERENCE]
    return RecordMapping(
        record_type=sheet.record_type.name,
        number=number_of(table, "number") if "number" in table else (),
        fields=dict(_fields(fields, own)),
        references=dict(_references(fields, constants, references)),
        constants=dict(constants_of(constants, own, vocabulary)),
        words=dict(words_of(words, known.values(), vocabulary)),
        only_where=conditions_of(table, "only_where"),
    )


def _check(
    field: Field,
    table: MappingTable,
    fields: MappingTable,
    constants: MappingTable,
    words: MappingTable,
) -> None:
    if field.name in fields and field.name in constants:
        constants.fault(field.name, FIELD_TWICE)
    if field.name in words and field.name not in fields:
        words.fault(field.name, WORDS_WITHOUT_COLUMN)
    if field.required and field.name not in fields and field.name not in constants:
        table.fault("", MISSING_FIELD.filled(name=field.name))


def _fields(table: MappingTable, own: Iterable[Field]) -> Iterator[tuple[str, ColumnName]]:
    for field in own:
        column = column_of(table, field.name) if field.name in table else None
        if column is not None:
            yield field.name, column


def _references(
    fields: MappingTable, constants: MappingTable, references: Iterable[Field]
) -> Iterator[tuple[str, tuple[NumberPart, ...]]]:
    for field in references:
        if field.name in fields:
            yield field.name, number_of(fields, field.name)
        elif field.name in constants:
            yield field.name, fixed_number_of(constants, field.name)
