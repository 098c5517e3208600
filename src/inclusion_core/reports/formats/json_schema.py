"""The JSON Schema of a report as JSON, for programs that read or check one without this library.

It accepts exactly what :mod:`.json_reader` reads, but for what no JSON Schema can say:

- a row has a cell for each column of its table, and a drawing names columns that there are,
- the last day of the period does not lie before the first,
- a number has no point and no exponent (``1.0`` is a whole number to JSON Schema), and no name
  stands twice in an object.
"""

from __future__ import annotations

from collections.abc import Mapping

from inclusion_core.metrics.tally import NoCode
from inclusion_core.reports.behind import Shows
from inclusion_core.reports.formats.json_text import KIND, VERSION
from inclusion_core.reports.report import Mark
from inclusion_core.sources import Confidence
from inclusion_core.wire.field_schema import JsonSchema, calendar_day
from inclusion_core.wire.schema_parts import (
    codes_of,
    described,
    either,
    list_of,
    object_of,
    the,
)

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
        **object_of(
            kind={"const": KIND},
            version={"const": VERSION},
            id=described("The form that it was made from.", _WORDS),
            title=the("Text"),
            subtitle=the("Text"),
            sections=list_of(the("Section")),
            notes=list_of(the("Text")),
            sources=list_of(the("Source")),
            provenance=the("Provenance"),
        ),
        "$defs": _DEFINITIONS,
    }


def _matching(pattern: str, **more: object) -> JsonSchema:
    """A text of that form; some validators let ``$`` stand before a last line break."""
    return {"type": "string", "pattern": pattern, "not": {"pattern": "\n"}, **more}


_UNKNOWN = described(
    "How many more there may be, of whom it is not known.",
    either(_PLACE, {"const": Mark.SUPPRESSED.value}),
)
_HELD: Mapping[str, JsonSchema] = {
    "count": _NUMBER,
    "decimal": _matching(r"^-?[0-9]+(\.[0-9]+)?$"),
    "day": the("Day"),
    "text": the("Text"),
    "mark": codes_of(Mark),
}
_BEHIND: Mapping[str, JsonSchema] = {"behind": either(_NOTHING, the("Behind"))}

_DEFINITIONS: JsonSchema = {
    "Day": _matching(f"^{calendar_day(_YEARS, _LEAP_YEARS)}$", format="date"),
    "Text": described(
        "The same words in Latvian and English, as people read them.",
        object_of(lv=_WORDS, en=_WORDS),
    ),
    "Section": object_of(
        id=_WORDS,
        title=the("Text"),
        paragraphs=list_of(the("Text")),
        tables=list_of(the("Table")),
    ),
    "Table": object_of(
        {
            "drawing": either(_NOTHING, the("Drawing")),
            "lists_persons": described(
                "A row is about one person or household.", either(_NOTHING, _TRUE)
            ),
            "compares_figures": described(
                "A row holds figures against each other, for those who make the report.",
                either(_NOTHING, _TRUE),
            ),
        },
        id=_WORDS,
        title=the("Text"),
        row_heading=the("Text"),
        columns=list_of(the("Text")),
        rows=list_of(the("Row")),
        notes=list_of(the("Text")),
    ),
    "Drawing": described(
        "What may be drawn beside the table: places of columns, from 0.",
        object_of(column=_PLACE, against=either(_NOTHING, _PLACE)),
    ),
    "Row": object_of(
        id=described("Names the row inside its table: a metric, or a code.", _WORDS),
        heading=the("Text"),
        cells=described("One for each column of the table.", list_of(the("Cell"))),
        part_of=described("The row of which this is a part; empty for none.", _WORDS),
    ),
    "Cell": described(
        "What a cell holds is said by the name: a mark is no zero.",
        either(
            *(object_of(_BEHIND, **{name: each}, unknown=_UNKNOWN) for name, each in _HELD.items())
        ),
    ),
    "Behind": described(
        "Where a number comes from: a count, what is worked out of counts, or a statement.",
        either(the("Count"), object_of(derived=list_of(the("Count"))), object_of(stated=_TRUE)),
    ),
    "Count": object_of(
        metric=_WORDS,
        groups=list_of(
            object_of(
                axis=_WORDS, codes=list_of(either(_WORDS, object_of(no_code=codes_of(NoCode))))
            )
        ),
        shows=codes_of(Shows),
    ),
    "Source": object_of(
        title=the("Text"),
        issued=either(_NOTHING, the("Day")),
        short=the("Text"),
        place=the("Text"),
        read_as=the("Text"),
        found_at=_WORDS,
        confidence=codes_of(Confidence),
        note=either(_NOTHING, the("Text")),
    ),
    "Provenance": described(
        "From what the report was made, so that it can be made again.",
        object_of(
            period=object_of(first_day=the("Day"), last_day=either(_NOTHING, the("Day"))),
            status_day=the("Day"),
            known_on=the("Day"),
            fingerprint=_matching("^[0-9a-f]{64}$"),
            records=either(_PLACE, {"const": Mark.SUPPRESSED.value}),
            schema_version=_NUMBER,
            versions=list_of(object_of(distribution=_WORDS, version=_WORDS)),
        ),
    ),
}
