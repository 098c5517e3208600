"""Reports with nasty strings in every place that holds words, and what must be found again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from inclusion_core.periods import Period
from inclusion_core.reports.report import (
    Cell,
    Mark,
    Provenance,
    Report,
    Section,
    Table,
    TableRow,
)
from inclusion_core.sources import Confidence, Source
from inclusion_core.texts import Text

__all__ = ["FIGURES", "everywhere", "on_the_cover"]

LONG = 1_000
"""A longer string stands in a source but once."""

FIGURES = (Decimal("-4711.5"), 48210, Mark.SUPPRESSED, date(2019, 4, 15))
"""Stand in each table, with how many more there may be: these must not change."""


def everywhere(strings: Iterable[str]) -> Report:
    """Each string as id, title, paragraph, heading, cell and note of a section of its own."""
    listed = tuple(strings)
    return _report(
        "Title",
        sections=tuple(_section(words, place) for place, words in enumerate(listed)),
        notes=tuple(map(Text.same, listed)),
        sources=tuple(map(_source, listed)),
        versions=tuple((words, words) for words in listed),
    )


def on_the_cover(words: str) -> Report:
    """A string in the places that a report has but once."""
    return _report(words)


def _report(
    title: str,
    *,
    sections: tuple[Section, ...] = (),
    notes: tuple[Text, ...] = (),
    sources: tuple[Source, ...] = (),
    versions: tuple[tuple[str, str], ...] = (("inclusion-core", "0.1.0"),),
) -> Report:
    return Report(
        id=title,
        title=Text.same(title),
        subtitle=Text.same(title),
        sections=sections,
        notes=notes,
        sources=sources,
        provenance=Provenance(
            period=Period(date(2018, 6, 1), date(2018, 11, 30)),
            status_day=date(2018, 11, 30),
            known_on=date(2018, 12, 3),
            fingerprint="3f9a" * 16,
            records=48210,
            schema_version=1,
            versions=versions,
        ),
    )


def _section(words: str, place: int) -> Section:
    said = Text.same(words)
    rows = (
        TableRow(
            id=words,
            heading=said,
            cells=(
                Cell(value=said, unknown=place),
                *(Cell(value=value, unknown=12 if value == 48210 else 0) for value in FIGURES),
            ),
        ),
        TableRow(id="part", heading=Text.same("Part"), part_of=words, cells=(Cell(value=0),) * 5),
    )
    columns = (said, *(Text.same(name) for name in ("Balance", "Total", "Hidden", "Day")))
    table = Table(id=words, title=said, row_heading=said, columns=columns, rows=rows, notes=(said,))
    return Section(id=words, title=said, paragraphs=(said,), tables=(table,))


def _source(words: str) -> Source:
    said = Text.same(words if len(words) < LONG else "")
    return Source(
        Text.same(f"{words} Act"),
        issued=date(2016, 2, 9),
        short=said,
        place=said,
        read_as=said,
        found_at=said.in_("en"),
        confidence=Confidence.FOUND,
        note=said,
    )
