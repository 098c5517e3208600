"""Reads back a report that the JSON format wrote, and nothing looser."""

from __future__ import annotations

import re
from decimal import Decimal

from inclusion_core.periods import BackwardsPeriodError, Period
from inclusion_core.reports.formats.json_behind import behind_of
from inclusion_core.reports.formats.json_text import KIND, VERSION
from inclusion_core.reports.formats.json_values import (
    Fault,
    JsonValue,
    ReportFileError,
    document,
)
from inclusion_core.reports.report import (
    Cell,
    CellValue,
    Drawing,
    Mark,
    Provenance,
    Report,
    Section,
    Table,
    TableRow,
)
from inclusion_core.sources import Confidence, Source
from inclusion_core.texts import Text

__all__ = ["report_from_json"]

_FINGERPRINT = re.compile(r"[0-9a-f]{64}")
_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_HOLDS = ("count", "decimal", "day", "text", "mark")


def report_from_json(data: bytes) -> Report:
    """The report as it was when it was written.

    Raises:
        ReportFileError: Something is missing, is too much or has another form;
            the error names every place and repeats no value.
    """
    faults: list[Fault] = []
    report = _report(document(data, faults))
    if faults:
        raise ReportFileError(tuple(faults))
    return report


def _report(place: JsonValue) -> Report:
    kind, version, key, title, subtitle, sections, notes, sources, provenance = place.fields(
        "kind",
        "version",
        "id",
        "title",
        "subtitle",
        "sections",
        "notes",
        "sources",
        "provenance",
    )
    kind.exactly(KIND)
    version.exactly(VERSION)
    return Report(
        id=key.words(),
        title=_text(title),
        subtitle=_text(subtitle),
        sections=tuple(map(_section, sections.items())),
        notes=_texts(notes),
        sources=tuple(map(_source, sources.items())),
        provenance=_provenance(provenance),
    )


def _text(place: JsonValue) -> Text:
    lv, en = place.fields("lv", "en")
    # What was filled in before is not told apart from the words around it any more.
    return Text(lv=_doubled(lv.words()), en=_doubled(en.words()), filled_in=True)


def _doubled(words: str) -> str:
    return words.replace("{", "{{").replace("}", "}}")


def _texts(place: JsonValue) -> tuple[Text, ...]:
    return tuple(map(_text, place.items()))


def _section(place: JsonValue) -> Section:
    key, title, paragraphs, tables = place.fields("id", "title", "paragraphs", "tables")
    return Section(
        id=key.words(),
        title=_text(title),
        paragraphs=_texts(paragraphs),
        tables=tuple(map(_table, tables.items())),
    )


def _table(place: JsonValue) -> Table:
    key, title, row_heading, headings, rows, notes, drawing, *traits = place.fields(
        "id",
        "title",
        "row_heading",
        "columns",
        "rows",
        "notes",
        may_have=("drawing", "lists_persons", "compares_figures"),
    )
    lists_persons, compares_figures = map(_trait, traits)
    columns = _texts(headings)
    return Table(
        id=key.words(),
        title=_text(title),
        row_heading=_text(row_heading),
        columns=columns,
        rows=tuple(_row(row, len(columns)) for row in rows.items()),
        notes=_texts(notes),
        drawing=_drawing(drawing, len(columns)) if drawing.given else None,
        lists_persons=lists_persons,
        compares_figures=compares_figures,
    )


def _trait(place: JsonValue) -> bool:
    """What is written where it is so, and only there."""
    if place.given:
        place.exactly(expected=True)
    return place.given


def _drawing(place: JsonValue, columns: int) -> Drawing | None:
    column, against = place.fields("column", "against")
    drawing = Drawing(
        column=column.number(least=0), against=against.number(least=0) if against.given else None
    )
    if max(drawing.column, drawing.against or 0) < columns:
        return drawing
    place.fault("name columns of the table by their places, from 0")
    return None


def _row(place: JsonValue, columns: int) -> TableRow:
    key, heading, row_cells, part_of = place.fields("id", "heading", "cells", "part_of")
    cells = tuple(map(_cell, row_cells.items()))
    if len(cells) != columns:
        row_cells.fault("write a cell for each column of the table")
        cells = (Cell(value=0),) * columns
    return TableRow(id=key.words(), heading=_text(heading), cells=cells, part_of=part_of.words())


def _cell(place: JsonValue) -> Cell:
    held = [name for name in _HOLDS if name in place.names]
    if len(held) != 1:
        place.fault(f"write one of {', '.join(_HOLDS)}, and unknown")
        return Cell(value=0)
    value, unknown, behind = place.fields(held[0], "unknown", may_have=("behind",))
    return Cell(
        value=_value(held[0], value),
        unknown=_number(unknown),
        behind=behind_of(behind) if behind.given else None,
    )


def _value(name: str, place: JsonValue) -> CellValue:
    if name == "count":
        return place.number()
    if name == "decimal":
        return Decimal(place.words_like(_DECIMAL, 'write a number in quotation marks, "45.5"') or 0)
    if name == "day":
        return place.day()
    return _text(place) if name == "text" else place.member(Mark)


def _number(place: JsonValue) -> int | Mark:
    """A number, or that it is hidden."""
    return Mark.SUPPRESSED if place.says(Mark.SUPPRESSED.value) else place.number(least=0)


def _source(place: JsonValue) -> Source:
    title, issued, short, at, read_as, found_at, confidence, note = place.fields(
        "title", "issued", "short", "place", "read_as", "found_at", "confidence", "note"
    )
    return Source(
        _text(title),
        issued=issued.day() if issued.given else None,
        short=_text(short),
        place=_text(at),
        read_as=_text(read_as),
        found_at=found_at.words(),
        confidence=confidence.member(Confidence),
        note=_text(note) if note.given else None,
    )


def _provenance(place: JsonValue) -> Provenance:
    period, status_day, known_on, fingerprint, records, schema, versions = place.fields(
        "period",
        "status_day",
        "known_on",
        "fingerprint",
        "records",
        "schema_version",
        "versions",
    )
    return Provenance(
        period=_period(period),
        status_day=status_day.day(),
        known_on=known_on.day(),
        fingerprint=fingerprint.words_like(_FINGERPRINT, "write 64 digits, 0 to 9 and a to f"),
        records=_number(records),
        schema_version=schema.number(),
        versions=tuple(map(_version, versions.items())),
    )


def _period(place: JsonValue) -> Period:
    first_day, last_day = place.fields("first_day", "last_day")
    first = first_day.day()
    try:
        return Period(first, last_day.day(instead=first) if last_day.given else None)
    except BackwardsPeriodError:
        place.fault("the last day lies before the first")
        return Period(first)


def _version(place: JsonValue) -> tuple[str, str]:
    distribution, version = place.fields("distribution", "version")
    return distribution.words(), version.words()
