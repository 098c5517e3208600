"""The JSON Schema of a report as JSON, for programs that read or check one without this library.

It accepts exactly what :mod:`.json_reader` reads, but for what no JSON Schema can say:

- a row has a cell for each column of its table, and a drawing names columns that there are,
- the last day of the period does not lie before the first,
- a number has no point and no exponent (``1.0`` is a whole number to JSON Schema), and no name
  stands twice in an object.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from inclusion_core.metrics.tally import NoCode
from inclusion_core.reports.behind import Shows
from inclusion_core.reports.formats.json_text import KIND, VERSION
from inclusion_core.reports.report import Mark
from inclusion_core.sources import Confidence
from inclusion_core.wire.field_schema import JsonSchema, calendar_day

__all__ = ["report_schema"]

_YEARS = "([0-9]{3}[1-9]|[0-9]{2}[1-9][0-9]|[0-9][1-9][0-9]{2}|[1-9][0-9]{3})"
_BY_FOUR = "(0[48]|[2468][048]|[13579][26])"
_LEAP_YEARS = f"([0-9]{{2}}{_BY_FOUR}|{_BY_FOUR}00)"

_WORDS: JsonSchema = {"type": "string"}
_NUMBER: JsonSchema = {"type": "integer"}
_PLACE: JsonSchema = {"type": "integer", "minimum": 0}
_NOTHING: JsonSchema = {"type": "null"}
_TRUE: JsonSchema = {"const": True}


def report_schema() -> JsonSchema:
    """The JSON Schema (draft 2020-12) of a report."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A report of inclusion_core",
        "description": "All of a report, in both languages, as the JSON format writes it.",
        **_object(
            kind={"const": KIND},
            version={"const": VERSION},
            id=_described("The form that it was made from.", _WORDS),
            title=_of("Text"),
            subtitle=_of("Text"),
            sections=_list(_of("Section")),
            notes=_list(_of("Text")),
            sources=_list(_of("Source")),
            provenance=_of("Provenance"),
        ),
        "$defs": _DEFINITIONS,
    }


def _of(name: str) -> JsonSchema:
    return {"$ref": f"#/$defs/{name}"}


def _described(description: str, schema: JsonSchema) -> JsonSchema:
    return {"description": description, **schema}


def _list(items: JsonSchema) -> JsonSchema:
    return {"type": "array", "items": items}


def _or(*schemas: JsonSchema) -> JsonSchema:
    return {"anyOf": list(schemas)}


def _codes(enum: Iterable[Enum]) -> JsonSchema:
    return {"enum": [member.value for member in enum]}


def _matching(pattern: str, **more: object) -> JsonSchema:
    """A text of that form; some validators let ``$`` stand before a last line break."""
    return {"type": "string", "pattern": pattern, "not": {"pattern": "\n"}, **more}


def _object(
    may_have: Mapping[str, JsonSchema] | None = None, **fields: JsonSchema
) -> dict[str, object]:
    return {
        "type": "object",
        "properties": {**fields, **(may_have or {})},
        "required": list(fields),
        "additionalProperties": False,
    }


_UNKNOWN = _described(
    "How many more there may be, of whom it is not known.",
    _or(_PLACE, {"const": Mark.SUPPRESSED.value}),
)
_HELD: Mapping[str, JsonSchema] = {
    "count": _NUMBER,
    "decimal": _matching(r"^-?[0-9]+(\.[0-9]+)?$"),
    "day": _of("Day"),
    "text": _of("Text"),
    "mark": _codes(Mark),
}
_BEHIND: Mapping[str, JsonSchema] = {"behind": _or(_NOTHING, _of("Behind"))}

_DEFINITIONS: JsonSchema = {
    "Day": _matching(f"^{calendar_day(_YEARS, _LEAP_YEARS)}$", format="date"),
    "Text": _described(
        "The same words in Latvian and English, as people read them.",
        _object(lv=_WORDS, en=_WORDS),
    ),
    "Section": _object(
        id=_WORDS,
        title=_of("Text"),
        paragraphs=_list(_of("Text")),
        tables=_list(_of("Table")),
    ),
    "Table": _object(
        {
            "drawing": _or(_NOTHING, _of("Drawing")),
            "lists_persons": _described(
                "A row is about one person or household.", _or(_NOTHING, _TRUE)
            ),
        },
        id=_WORDS,
        title=_of("Text"),
        row_heading=_of("Text"),
        columns=_list(_of("Text")),
        rows=_list(_of("Row")),
        notes=_list(_of("Text")),
    ),
    "Drawing": _described(
        "What may be drawn beside the table: places of columns, from 0.",
        _object(column=_PLACE, against=_or(_NOTHING, _PLACE)),
    ),
    "Row": _object(
        id=_described("Names the row inside its table: a metric, or a code.", _WORDS),
        heading=_of("Text"),
        cells=_described("One for each column of the table.", _list(_of("Cell"))),
        part_of=_described("The row of which this is a part; empty for none.", _WORDS),
    ),
    "Cell": _described(
        "What a cell holds is said by the name: a mark is no zero.",
        _or(*(_object(_BEHIND, **{name: each}, unknown=_UNKNOWN) for name, each in _HELD.items())),
    ),
    "Behind": _described(
        "Where a number comes from: a count, what is worked out of counts, or a statement.",
        _or(_of("Count"), _object(derived=_list(_of("Count"))), _object(stated=_TRUE)),
    ),
    "Count": _object(
        metric=_WORDS,
        groups=_list(
            _object(axis=_WORDS, codes=_list(_or(_WORDS, _object(no_code=_codes(NoCode)))))
        ),
        shows=_codes(Shows),
    ),
    "Source": _object(
        title=_of("Text"),
        issued=_or(_NOTHING, _of("Day")),
        short=_of("Text"),
        place=_of("Text"),
        read_as=_of("Text"),
        found_at=_WORDS,
        confidence=_codes(Confidence),
        note=_or(_NOTHING, _of("Text")),
    ),
    "Provenance": _described(
        "From what the report was made, so that it can be made again.",
        _object(
            period=_object(first_day=_of("Day"), last_day=_or(_NOTHING, _of("Day"))),
            status_day=_of("Day"),
            known_on=_of("Day"),
            fingerprint=_matching("^[0-9a-f]{64}$"),
            records=_or(_PLACE, {"const": Mark.SUPPRESSED.value}),
            schema_version=_NUMBER,
            versions=_list(_object(distribution=_WORDS, version=_WORDS)),
        ),
    ),
}
