"""The Table Schema of a facts table: what other programs have to know to write or read one.

The form is that of the Data Package standard, version 2, for one flat file or table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from inclusion_core.expr.schema import Field
from inclusion_core.facts.dictionary import ColumnMeaning, data_dictionary
from inclusion_core.facts.table import FactsTable
from inclusion_core.fields import FieldKind
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire.field_schema import ID, known_value

__all__ = ["facts_schema"]

PARTIAL = "partial"
"""The reason that says: a day is known in part, by the columns beside it."""
TYPES: Mapping[FieldKind, str] = {FieldKind.DAY: "date", FieldKind.NUMBER: "integer"}
CONSTRAINTS = ("enum", "pattern", "minimum", "maximum")


def facts_schema(table: FactsTable, vocabulary: Vocabulary) -> Mapping[str, object]:
    """The Table Schema of a facts table, with a column of reasons beside each of its own.

    Args:
        table: The table.
        vocabulary: What fields and codes are called; the English words become titles.
    """
    words = table.words.joined((vocabulary,))
    key = {"type": "string", "constraints": {"required": True, "unique": True, "pattern": ID}}
    return {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "name": table.id,
        "title": table.says.in_("en"),
        "fields": [
            {"name": "id", "title": words.field(table.record_type.name, "id", "en"), **key},
            *(
                field
                for each in data_dictionary(table, vocabulary)
                for field in _fields(table.record_type.field(each.name), each)
            ),
        ],
        "missingValues": [""],
        "primaryKey": ["id"],
    }


def _fields(field: Field, meaning: ColumnMeaning) -> Iterator[Mapping[str, object]]:
    title = meaning.says.in_("en")
    known = known_value(field)
    limits = {name: known[name] for name in CONSTRAINTS if name in known}
    if field.kind is FieldKind.DAY:
        limits = {}  # a date is one by its type
    yield {
        "name": meaning.name,
        "title": title,
        "description": meaning.comes_from("en"),
        "type": TYPES.get(field.kind, "string"),
        "constraints": {**limits, **({"required": True} if field.required else {})},
        **_more(meaning),
    }
    partial = [PARTIAL] if meaning.may_be_partial else []
    yield {
        "name": f"{meaning.name}_unknown",
        "title": f"{title}: why it is empty",
        "type": "string",
        "constraints": {"enum": [*(code for code, _ in meaning.reasons), *partial]},
    }
    for end in ("earliest", "latest") if meaning.may_be_partial else ():
        yield {
            "name": f"{meaning.name}_{end}",
            "title": f"{title}: {end} day",
            "type": "date",
            "constraints": {},
        }


def _more(meaning: ColumnMeaning) -> Mapping[str, object]:
    """What a code means and a number counts."""
    if meaning.codes:
        named = [{"value": code, "label": says.in_("en")} for code, says in meaning.codes]
        return {"categories": named}
    unit = "" if meaning.bounds is None else meaning.bounds.unit
    return {"unit": unit} if unit else {}
