"""The words that every format shares: cells, signs and what they mean, and where figures are from.

A figure is followed by how many more may belong to it: ``39 (+2 not known)``. Where there is no
figure, a letter in square brackets says why; a screen reader and a spreadsheet can tell it from
a number, and no letter is taken for a zero. A legend under the table says it in words.

Source:
    The letters are those of the Analysis Function of the Government of the United Kingdom,
    "Using symbols and shorthand", 11 January 2022.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import assert_never

import attrs

from inclusion_core.pages.lines import one_line
from inclusion_core.reports.report import Cell, CellValue, Mark, Provenance, Table
from inclusion_core.sources import Source
from inclusion_core.texts import (
    Language,
    NounCase,
    Text,
    date_text,
    lv,
    number_text,
    period_text,
)

__all__ = [
    "CONTENTS",
    "KEY_FIGURES",
    "NOTES",
    "NO_ROWS",
    "OF_WHICH",
    "ORIGIN",
    "SIGNS",
    "SKIP_TO_CONTENT",
    "SOURCES",
    "Explained",
    "cell_text",
    "legend",
    "mark_says",
    "origin",
    "says",
    "source_lines",
    "unknown_text",
    "value_text",
]

NOTES = lv("Piezīmes").en("Notes")
SOURCES = lv("Avoti").en("Sources")
ORIGIN = lv("Kā šis pārskats tapis").en("How this report was made")
CONTENTS = lv("Saturs").en("Contents")
KEY_FIGURES = lv("Galvenie skaitļi").en("Key figures")
SKIP_TO_CONTENT = lv("Pāriet uz saturu").en("Skip to the content")
NO_ROWS = lv("Tabulā nav nevienas rindas.").en("The table has no rows.")
OF_WHICH = lv("tai skaitā").en("of which")

SIGNS: Mapping[Mark, str] = {
    Mark.SUPPRESSED: "[c]",
    Mark.NOT_COLLECTED: "[x]",
    Mark.NOT_APPLICABLE: "[z]",
}
"""What stands in a cell in place of a figure."""

_NOT_KNOWN = lv("(+{count} nav zināms)").en("(+{count} not known)")


def says(text: Text, language: Language) -> str:
    """The words of a text, on one line."""
    return one_line(text.in_(language))


def value_text(value: CellValue, language: Language) -> str:
    """A figure grouped by thousands, a day written out, words, or a sign.

    Example:
        >>> value_text(Decimal("45.5"), Language.LV), value_text(Decimal("45.5"), Language.EN)
        ('45,5', '45.5')
    """
    match value:
        case Mark():
            return SIGNS[value]
        case date():
            return says(date_text(value), language)
        case int():
            return says(number_text(value), language)
        case Decimal():
            return says(_decimal_text(value), language)
        case Text():
            return says(value, language)
        case _:
            assert_never(value)


def _decimal_text(value: Decimal) -> Text:
    """A decimal fraction with all its digits; before the comma it is grouped as numbers are."""
    written = f"{value:f}"
    before, _, after = written.removeprefix("-").partition(".")
    whole = number_text(int(before))
    sign = "-" if written.startswith("-") else ""
    return Text(
        lv=f"{sign}{whole.lv},{after}" if after else f"{sign}{whole.lv}",
        en=f"{sign}{whole.en}.{after}" if after else f"{sign}{whole.en}",
        filled_in=True,
    )


def unknown_text(unknown: int | Mark, language: Language) -> str:
    """How many more there may be; nothing for none, a sign where that is hidden.

    Example:
        >>> unknown_text(2, Language.LV)
        '(+2 nav zināms)'
    """
    if isinstance(unknown, Mark):
        return says(_NOT_KNOWN.filled(count=SIGNS[unknown]), language)
    return says(_NOT_KNOWN.filled(count=unknown), language) if unknown else ""


def cell_text(cell: Cell, language: Language) -> str:
    """The whole cell.

    Example:
        >>> cell_text(Cell(value=39, unknown=2), Language.EN)
        '39 (+2 not known)'
    """
    return f"{value_text(cell.value, language)} {unknown_text(cell.unknown, language)}".strip(" ")


@attrs.frozen(kw_only=True)
class Explained:
    """A sign and what it means, or a name and what stands beside it.

    Attributes:
        id: The same in every language; for a mark, its value.
        sign: As it stands in a cell, or the name.
        says: What it means, or what has that name.
    """

    id: str
    sign: Text
    says: Text


_MARKS: Mapping[Mark, Text] = {
    Mark.SUPPRESSED: lv("nav rādīts, lai saskaitītās personas nevarētu atpazīt").en(
        "not shown, so that the persons counted cannot be recognised"
    ),
    Mark.NOT_COLLECTED: lv("šādas ziņas nav vāktas").en("this was not collected"),
    Mark.NOT_APPLICABLE: lv("šeit nav piemērojams").en("does not apply here"),
}
_ZERO = Explained(
    id="zero",
    sign=Text.same("0"),
    says=lv("saskaitīts, un nav neviena").en("counted, and there are none"),
)
_UNKNOWN = Explained(
    id="unknown",
    sign=lv("(+… nav zināms)").en("(+… not known)"),
    says=lv(
        "par vēl tik daudziem atbilde nav zināma; tie nav ieskaitīti, taču var būt ieskaitāmi"
    ).en("for so many more the answer is not known; they are not counted in, but may have to be"),
)


def mark_says(mark: Mark) -> Text:
    """Why a cell with this mark shows no figure."""
    return _MARKS[mark]


def legend(table: Table) -> tuple[Explained, ...]:
    """What the signs of a table mean; a zero is explained where a mark stands beside it."""
    cells = tuple(cell for row in table.rows for cell in row.cells)
    shown = (number for cell in cells for number in (cell.value, cell.unknown))
    marks = {number for number in shown if isinstance(number, Mark)}
    used = [
        Explained(id=mark.value, sign=Text.same(SIGNS[mark]), says=words)
        for mark, words in _MARKS.items()
        if mark in marks
    ]
    if marks and any(cell.value == 0 for cell in cells):
        used.insert(0, _ZERO)
    if any(cell.unknown for cell in cells):
        used.append(_UNKNOWN)
    return tuple(used)


def source_lines(source: Source, language: Language) -> tuple[str, str]:
    """The citation, and what the full reference says besides; empty where it says no more."""
    citation, reference = source.citation(language), source.reference(language)
    return one_line(citation), one_line(reference.removeprefix(citation).removeprefix(";"))


def origin(provenance: Provenance, *, digits: int = 64) -> tuple[Explained, ...]:
    """From what a report was made, name by name.

    Args:
        provenance: What to put into words.
        digits: How many digits of the fingerprint to show; an ellipsis stands for the others.
    """
    shown = provenance.fingerprint[:digits]
    fingerprint = shown if shown == provenance.fingerprint else f"{shown}…"
    versions = ", ".join(f"{name} {version}" for name, version in provenance.versions)
    on_day = NounCase.ACCUSATIVE  # "Stāvoklis uz: 2018. gada 3. decembri"
    told = (
        ("period", lv("Pārskata periods").en("Reporting period"), period_text(provenance.period)),
        (
            "status_day",
            lv("Stāvoklis uz").en("As things stood on"),
            date_text(provenance.status_day, on_day),
        ),
        (
            "known_on",
            lv("Zināmie dati uz").en("As known on"),
            date_text(provenance.known_on, on_day),
        ),
        (
            "records",
            lv("Ierakstu skaits").en("Number of records"),
            Text.same(SIGNS[provenance.records])
            if isinstance(provenance.records, Mark)
            else number_text(provenance.records),
        ),
        (
            "fingerprint",
            lv("Ierakstu kontrolsumma (SHA-256)").en("Fingerprint of the records (SHA-256)"),
            Text.same(fingerprint),
        ),
        (
            "schema_version",
            lv("Ierakstu shēmas versija").en("Version of the record types"),
            number_text(provenance.schema_version),
        ),
        ("versions", lv("Programmatūra").en("Software"), Text.same(versions)),
    )
    return tuple(Explained(id=key, sign=name, says=words) for key, name, words in told)
