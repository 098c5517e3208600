"""A report as JSON: all of it, in both languages, so that it can be read back as it was.

The language asked for changes nothing: the same report gives the same bytes. Every text is
``{"lv": ..., "en": ...}`` with the words as people read them. A cell says what it holds by the
name of its field, so that a mark is never taken for a zero::

    {"count": 39, "unknown": 2}
    {"decimal": "45.5", "unknown": 0}
    {"day": "2019-04-15", "unknown": 0}
    {"text": {"lv": "jā", "en": "yes"}, "unknown": 0}
    {"mark": "suppressed", "unknown": 0}
    {"count": 39, "unknown": "suppressed"}

Where the number of records is hidden, it says ``"suppressed"`` as well. A cell of which it is known
where it comes from has a field ``behind`` (see :mod:`.json_behind`).

A table has a field ``drawing`` where something may be drawn beside it, ``{"column": 2, "against":
1}`` with the places of columns, and fields ``lists_persons`` and ``compares_figures``, which are
true, where it does.

Days are written as ISO 8601 has them. Fields stand in the order of the classes, two spaces to a
step, with a line break at the end. :mod:`.json_reader` reads it back.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeAlias, assert_never

from inclusion_core.pages.lines import encoded, harmless
from inclusion_core.reports.formats.json_behind import behind_json
from inclusion_core.reports.formats.report_format import ReportFormat
from inclusion_core.reports.report import (
    Cell,
    Drawing,
    Mark,
    Provenance,
    Report,
    Section,
    Table,
    TableRow,
)
from inclusion_core.sources import Source
from inclusion_core.texts import Language, Text, lv

__all__ = ["JSON", "KIND", "VERSION", "cell_json", "json_text"]

KIND = "inclusion_core.report"
"""Says what the file is."""
VERSION = 1
"""Raised when an older reader could not read the file."""

_Json: TypeAlias = "str | int | Mapping[str, _Json] | Sequence[_Json] | None"


def json_text(report: Report, language: Language) -> bytes:
    """The report as JSON in UTF-8; the language makes no difference.

    Raises:
        SlotError: A text of the report still has slots to fill.
    """
    del language  # both are written
    whole = {"kind": KIND, "version": VERSION, **_report(report)}
    # Half a character has no bytes, but JSON has a way to write it: \ud800.
    # What would act on a screen is written so, too, and is read back as it was.
    return encoded(harmless(json.dumps(whole, ensure_ascii=False, indent=2)) + "\n")


def _report(report: Report) -> dict[str, _Json]:
    return {
        "id": report.id,
        "title": _text(report.title),
        "subtitle": _text(report.subtitle),
        "sections": [_section(section) for section in report.sections],
        "notes": _texts(report.notes),
        "sources": [_source(source) for source in report.sources],
        "provenance": _provenance(report.provenance),
    }


def _text(text: Text) -> _Json:
    return {language.value: text.in_(language) for language in Language}


def _texts(texts: tuple[Text, ...]) -> _Json:
    return [_text(text) for text in texts]


def _section(section: Section) -> _Json:
    return {
        "id": section.id,
        "title": _text(section.title),
        "paragraphs": _texts(section.paragraphs),
        "tables": [_table(table) for table in section.tables],
    }


def _table(table: Table) -> _Json:
    return {
        "id": table.id,
        "title": _text(table.title),
        "row_heading": _text(table.row_heading),
        "columns": _texts(table.columns),
        "rows": [_row(row) for row in table.rows],
        "notes": _texts(table.notes),
        **({} if table.drawing is None else {"drawing": _drawing(table.drawing)}),
        **({"lists_persons": True} if table.lists_persons else {}),
        **({"compares_figures": True} if table.compares_figures else {}),
    }


def _drawing(drawing: Drawing) -> _Json:
    return {"column": drawing.column, "against": drawing.against}


def _row(row: TableRow) -> _Json:
    return {
        "id": row.id,
        "heading": _text(row.heading),
        "cells": [cell_json(cell) for cell in row.cells],
        "part_of": row.part_of,
    }


def cell_json(cell: Cell) -> dict[str, _Json]:
    """The fields of one cell."""
    behind = cell.behind
    return {**_cell(cell), **({} if behind is None else {"behind": behind_json(behind)})}


def _cell(cell: Cell) -> dict[str, _Json]:
    unknown = _number(cell.unknown)
    match cell.value:
        case Mark():
            return {"mark": cell.value.value, "unknown": unknown}
        case date():
            return {"day": cell.value.isoformat(), "unknown": unknown}
        case int():
            return {"count": cell.value, "unknown": unknown}
        case Decimal():
            return {"decimal": f"{cell.value:f}", "unknown": unknown}
        case Text():
            return {"text": _text(cell.value), "unknown": unknown}
        case _:
            assert_never(cell.value)


def _number(number: int | Mark) -> _Json:
    return number.value if isinstance(number, Mark) else number


def _source(source: Source) -> _Json:
    return {
        "title": _text(source.title),
        "issued": source.issued.isoformat() if source.issued else None,
        "short": _text(source.short),
        "place": _text(source.place),
        "read_as": _text(source.read_as),
        "found_at": source.found_at,
        "confidence": source.confidence.value,
        "note": _text(source.note) if source.note else None,
    }


def _provenance(provenance: Provenance) -> _Json:
    period = provenance.period
    return {
        "period": {
            "first_day": period.first_day.isoformat(),
            "last_day": period.last_day.isoformat() if period.last_day else None,
        },
        "status_day": provenance.status_day.isoformat(),
        "known_on": provenance.known_on.isoformat(),
        "fingerprint": provenance.fingerprint,
        "records": _number(provenance.records),
        "schema_version": provenance.schema_version,
        "versions": [
            {"distribution": name, "version": version} for name, version in provenance.versions
        ],
    }


JSON = ReportFormat(
    id="json",
    says=lv("JSON datne abās valodās").en("JSON file in both languages"),
    suffix=".json",
    media_type="application/json",
    render=json_text,
)
