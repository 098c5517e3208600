"""Which column of a table means what: a person, what is recorded, a day, or a field.

A heading counts in either language and as in code. The same heading may mean another field of
another kind of record: ``status`` is one of protection and one of the labour market.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from inclusion_core.cases.case_problems import (
    FIELD_NOT_THERE,
    HEADING_TWICE,
    NO_DAY_FIELD,
    TABLE_UNKNOWN,
    UNKNOWN_HEADING,
)
from inclusion_core.cases.page import Fault, PageRow, PageTable
from inclusion_core.expr.schema import Field, RecordType, Schema
from inclusion_core.lives.day_fields import day_fields
from inclusion_core.texts import Language, Text, listing, lv
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire.problems import Problem
from inclusion_core.workbook.cells.lexicon import folded
from inclusion_core.workbook.filling.names import Names

__all__ = ["FieldNames", "Row", "Rows", "rows_of"]

OWN: Mapping[str, Text] = {
    "person": lv("persona").en("person"),
    "what": lv("kas").en("what"),
    "from": lv("no").en("from"),
    "to": lv("līdz").en("to"),
    "on": lv("kad").en("on"),
    "day": lv("diena").en("day"),
    "question": lv("jautājums").en("question"),
    "expected": lv("jābūt").en("expected"),
    "why": lv("kāpēc").en("why"),
}
RECORDED = ("person", "what", "from", "to", "on")
EXPECTED = ("person", "day", "question", "expected", "why")
MOST_NAMED = 8


@attrs.frozen(kw_only=True, repr=False)
class FieldNames:
    """Finds the fields of record types by what they are called.

    Attributes:
        schema: The record types.
        vocabulary: What they are called.
        names: Of the recorded types, by type.
    """

    schema: Schema
    vocabulary: Vocabulary
    names: Mapping[str, Names]

    @classmethod
    def of(cls, schema: Schema, vocabulary: Vocabulary) -> FieldNames:
        """The fields of a schema."""
        return cls(
            schema=schema,
            vocabulary=vocabulary,
            names={
                each.name: Names.of(
                    {
                        field.name: vocabulary.field_text(each.name, field.name)
                        for field in each.recorded_fields
                    }
                )
                for each in schema
                if not each.derived
            },
        )

    def field(self, record_type: str, heading: str) -> Field | Problem:
        """The field that a heading means for a record of a type."""
        kind = self.schema[record_type]
        if heading in ("from", "on", "to"):
            name = _day_field(kind, last=heading == "to")
            return kind.fields[name] if name else NO_DAY_FIELD.filled(names=self.listed(kind))
        found = self.names[record_type].find(heading, Language.LV)
        if found is None:
            return FIELD_NOT_THERE.filled(names=self.listed(kind))
        return kind.fields[found]

    def listed(self, record_type: RecordType) -> Text:
        """The fields of a type, to fill a slot with."""
        own = [field.name for field in record_type.recorded_fields if field.name != "id"]
        return listing(
            self.vocabulary.field_text(record_type.name, name) for name in own[:MOST_NAMED]
        )

    def knows(self, heading: str) -> bool:
        """Whether a heading means a field of any type."""
        return any(names.find(heading, Language.LV) for names in self.names.values())

    def near(self, heading: str) -> Text:
        """The fields that a heading with a slip of the pen may mean."""
        found = {
            f"{record_type}.{name}": self.vocabulary.field_text(record_type, name)
            for record_type, names in self.names.items()
            for name in names.near(heading)
        }
        told = {text.lv: text for text in found.values()}
        usual = tuple(OWN[name] for name in RECORDED)
        return listing(tuple(told.values())[:MOST_NAMED] or usual)


def _day_field(record_type: RecordType, *, last: bool) -> str:
    """The field of the first or last day of a type; empty where there is none."""
    fields = day_fields(record_type)
    return fields.last if last else next(iter(fields.leading), "")


@attrs.frozen(kw_only=True, repr=False)
class Row:
    """A row of a table by what its columns mean.

    Attributes:
        line: Where it stands.
        cells: The cells with something in them, by what the heading means or, for a field, says.
        headings: What the headings say, by what they mean.
        written: The row, as it is written.
        heading_row: The headings, as they are written.
    """

    line: int
    cells: Mapping[str, str]
    headings: Mapping[str, str]
    written: str
    heading_row: str

    def __getitem__(self, meaning: str) -> str:
        return self.cells.get(meaning, "")

    def fault(self, meaning: str, problem: Problem) -> Fault:
        """A fault in the cell of a column; in the whole line where there is no such column."""
        return self.line, self.headings.get(meaning, ""), problem

    @property
    def others(self) -> Iterator[tuple[str, str]]:
        """The headings of fields, and what stands under them."""
        return ((name, cell) for name, cell in self.cells.items() if name not in OWN)


@attrs.frozen(kw_only=True, repr=False)
class Rows:
    """The rows of a table.

    Attributes:
        asks: They say what must come of the case, and not what is recorded.
        rows: The rows; none where it is not known what the table is.
        faults: What is wrong with the headings.
    """

    asks: bool
    rows: tuple[Row, ...]
    faults: tuple[Fault, ...]


def rows_of(table: PageTable, fields: FieldNames) -> Rows:
    """The rows of a table, and what is wrong with its headings."""
    own = Names.of(OWN)
    language = own.language(table.headings.cells)
    meant = [own.find(heading, language) for heading in table.headings.cells]
    asks = "question" in meant and "expected" in meant
    if not asks and "what" not in meant:
        unknown = (table.headings.line, "", TABLE_UNKNOWN)
        return Rows(asks=False, rows=(), faults=(unknown, *table.faults))
    allowed = EXPECTED if asks else RECORDED
    by_index: dict[int, str] = {}
    faults: list[Fault] = []
    for index, (heading, name) in enumerate(zip(table.headings.cells, meant, strict=True)):
        meaning = name if name in allowed else _field_heading(heading, fields, asks=asks)
        if meaning is None:
            faults.append(_unknown(table.headings, heading, fields, asks=asks))
        elif meaning in by_index.values():
            faults.append((table.headings.line, heading, HEADING_TWICE))
        else:
            by_index[index] = meaning
    rows = tuple(_row(each, table.headings, by_index) for each in table.rows)
    return Rows(asks=asks, rows=rows, faults=(*faults, *table.faults))


def _field_heading(heading: str, fields: FieldNames, *, asks: bool) -> str | None:
    """The heading of a field; nothing in a table of what is expected, which has no fields."""
    return folded(heading) if not asks and fields.knows(heading) else None


def _unknown(headings: PageRow, heading: str, fields: FieldNames, *, asks: bool) -> Fault:
    names = listing(OWN[each] for each in EXPECTED) if asks else fields.near(heading)
    return headings.line, heading, UNKNOWN_HEADING.filled(names=names)


def _row(row: PageRow, headings: PageRow, by_index: Mapping[int, str]) -> Row:
    return Row(
        line=row.line,
        cells={name: row.cells[index] for index, name in by_index.items() if row.cells[index]},
        headings={name: headings.cells[index] for index, name in by_index.items()},
        written=row.written,
        heading_row=headings.written,
    )
