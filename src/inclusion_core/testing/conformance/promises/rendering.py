"""Whether a report format writes every report, the same each time, and leaves no figure out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import attrs

from inclusion_core.periods import Period
from inclusion_core.reports.formats import ReportFormat
from inclusion_core.reports.report import (
    Cell,
    CellValue,
    Mark,
    Provenance,
    Report,
    Section,
    Table,
    TableRow,
)
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.faults import fault_told
from inclusion_core.testing.conformance.given import Given
from inclusion_core.texts import Language, Text, lv

__all__ = ["FORMATS_HOLD_FIGURES", "SPECIMEN", "SPECIMENS"]

CELLS: tuple[tuple[CellValue, int], ...] = (
    (4711, 0),
    (0, 0),
    (12, 3),
    (Decimal("45.5"), 0),
    (date(2019, 4, 15), 0),
    (lv("jā, <b>&\"'\n").en("yes, <b>&\"'\n"), 0),
    *((mark, 0) for mark in Mark),
)
"""One cell of each kind; the words have what files of text stumble over."""
OTHERS: tuple[tuple[str, CellValue, int], ...] = (
    ("a figure of 4711 from one of 4712", 4712, 0),
    ("a zero from a figure that is suppressed", Mark.SUPPRESSED, 0),
    ("12 of whom 3 are not known from 12 of whom 4 are not", 12, 4),
    ("45.5 from 45.6", Decimal("45.6"), 0),
    ("15 April 2019 from 16 April 2019", date(2019, 4, 16), 0),
    ("yes from no", lv("nē").en("no"), 0),
    ("a suppressed figure from one that was not collected", Mark.NOT_COLLECTED, 0),
    ("a figure that was not collected from one that does not apply", Mark.NOT_APPLICABLE, 0),
    ("a figure that does not apply from a zero", 0, 0),
)
"""What a reader must be able to tell from the cell in the same place."""


_SEPARATORS = re.compile(r"[\s.,']")


def _specimen(cells: tuple[tuple[CellValue, int], ...]) -> Report:
    heading = lv("Rādītājs").en("Indicator")
    table = Table(
        id="specimen",
        title=lv("Tabula").en("Table"),
        row_heading=heading,
        columns=(lv("Skaits").en("Number"),),
        rows=tuple(
            TableRow(
                id=f"row-{number}",
                heading=Text.same(f"Row {number}"),
                cells=(Cell(value=value, unknown=unknown),),
            )
            for number, (value, unknown) in enumerate(cells, start=1)
        ),
        notes=(lv("Piezīme").en("Note"),),
    )
    empty = attrs.evolve(table, id="empty", rows=())
    return Report(
        id="specimen",
        title=lv("Paraugs").en("Specimen"),
        subtitle=lv("Pārskata paraugs").en("Specimen of a report"),
        sections=(
            Section(id="one", title=lv("Daļa").en("Part"), tables=(table, empty)),
            Section(id="none", title=lv("Tukša daļa").en("Empty part")),
        ),
        provenance=Provenance(
            period=Period(date(2018, 1, 1), date(2018, 12, 31)),
            status_day=date(2019, 1, 15),
            known_on=date(2019, 1, 15),
            fingerprint="0" * 64,
            records=0,
            schema_version=1,
            versions=(("inclusion-core", "0.0.0"),),
        ),
    )


SPECIMEN = _specimen(CELLS)
"""A report with a cell of each kind, a table without rows and a section without tables."""
SPECIMENS = tuple(
    (told, _specimen((*CELLS[:place], (value, unknown), *CELLS[place + 1 :])))
    for place, (told, value, unknown) in enumerate(OTHERS)
)
"""The same with one cell that says something else, and what has to be told apart by it."""


def _unwritten(given: Given) -> Iterator[Broken]:
    own = {f"from the sample {key[1]!r}": each for key, each in given.reports.items()}
    reports = {"with a cell of each kind": SPECIMEN, **own}
    for written in given.brought.formats:
        for told, report in reports.items():
            if isinstance(report, Report):
                yield from _written_twice(written, report, told)
        yield from _figures_left_out(written)


def _written_twice(written: ReportFormat, report: Report, told: str) -> Iterator[Broken]:
    for language in Language:
        said = f"a report {told}, in {language.value!r}"
        try:
            first, second = (written.render(report, language) for _ in range(2))
        except Exception as fault:  # noqa: BLE001  the plugin's own function
            yield Broken(written.id, f"{said}, raises {fault_told(fault)}; it must write all")
            continue
        if first != second:
            yield Broken(
                written.id,
                f"{said}, is written otherwise the second time; write no clock and no random "
                "number, and go through no set",
            )
        elif not written.binary and _undecodable(first):
            yield Broken(written.id, f"{said}, is no text in UTF-8; encode it so, or say `binary`")


def _undecodable(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return True
    return False


def _figures_left_out(written: ReportFormat) -> Iterator[Broken]:
    for language in Language:
        try:
            usual = written.render(SPECIMEN, language)
            others = [(told, written.render(each, language)) for told, each in SPECIMENS]
        except Exception:  # noqa: BLE001  told already: a report with a cell of each kind
            return
        shown = _SEPARATORS.sub("", usual.decode(errors="replace"))
        if not written.binary and "4711" not in shown:
            yield Broken(
                written.id,
                f"in {language.value!r} a figure of 4711 is not in the text; write it in digits",
            )
        for told, other in others:
            if other == usual:
                yield Broken(
                    written.id,
                    f"in {language.value!r} nobody can tell {told}: both are written alike; write "
                    "the value, the unknown and the mark of every cell",
                )


FORMATS_HOLD_FIGURES = Conformance(
    "formats-hold-every-figure",
    "A format writes every report, twice alike, and every figure and mark can be told from others.",
    _unwritten,
    concerns=lambda given: bool(given.brought.formats),
)
