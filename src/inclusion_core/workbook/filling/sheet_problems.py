"""What can be wrong with the sheets, headings and rows of a filled workbook."""

from __future__ import annotations

from inclusion_core.texts import lv
from inclusion_core.wire.problems import Problem

__all__ = [
    "COLUMN_TWICE",
    "COLUMN_WITHOUT_HEADING",
    "MISSING_COLUMN",
    "NO_HEADINGS",
    "NO_KNOWN_SHEET",
    "NO_NUMBER",
    "SHEET_TWICE",
    "UNKNOWN_HEADING",
    "UNKNOWN_SHEET",
]

UNKNOWN_SHEET = Problem(
    kind="workbook.unknown-sheet",
    says=lv("{position}. lapas nosaukums nav zināms; lapa nav lasīta").en(
        "the title of sheet {position} is not known; the sheet was not read"
    ),
    remedy=lv("dodiet tai nosaukumu, kāds tai ir veidnē, vai izņemiet to; līdzīgi: {names}").en(
        "give it the title that it has in the template, or take it out; near ones: {names}"
    ),
)
NO_KNOWN_SHEET = Problem(
    kind="workbook.no-known-sheet",
    says=lv("darbgrāmatā nav nevienas aizpildītas veidnes lapas").en(
        "the workbook has no sheet of the template that is filled in"
    ),
    remedy=lv("aizpildiet veidni vai norādiet kartējuma datni").en(
        "fill in the template, or name a mapping file"
    ),
)
SHEET_TWICE = Problem(
    kind="workbook.sheet-twice",
    says=lv("vairākas lapas ir vienam ieraksta veidam; lasīta tikai pirmā").en(
        "several sheets are for one kind of record; only the first was read"
    ),
    remedy=lv("pārvietojiet visas rindas uz vienu lapu").en("move all rows to one sheet"),
)
NO_HEADINGS = Problem(
    kind="workbook.no-headings",
    says=lv("pirmajās {most} rindās nav neviena zināma kolonnas virsraksta; lapa nav lasīta").en(
        "the first {most} rows have no known heading of a column; the sheet was not read"
    ),
    remedy=lv("ierakstiet virsrakstus, kādi ir veidnē: {names}").en(
        "write the headings of the template: {names}"
    ),
)
UNKNOWN_HEADING = Problem(
    kind="workbook.unknown-heading",
    says=lv("kolonnas virsraksts nav zināms; kolonna nav lasīta").en(
        "the heading of the column is not known; the column was not read"
    ),
    remedy=lv("rakstiet {names} vai izņemiet kolonnu").en("write {names}, or take the column out"),
)
COLUMN_WITHOUT_HEADING = Problem(
    kind="workbook.column-without-heading",
    says=lv("kolonnai nav virsraksta; tā nav lasīta").en(
        "the column has no heading; it was not read"
    ),
    remedy=lv("ierakstiet virsrakstu vai izņemiet kolonnu").en(
        "write a heading, or take the column out"
    ),
)
COLUMN_TWICE = Problem(
    kind="workbook.heading-twice",
    says=lv("divām kolonnām ir virsraksts “{heading}”; no lapas nekas nav ņemts").en(
        "two columns have the heading “{heading}”; nothing was taken from the sheet"
    ),
    remedy=lv("atstājiet vienu no tām").en("leave one of them"),
)
MISSING_COLUMN = Problem(
    kind="workbook.missing-column",
    says=lv("nav kolonnas “{heading}”; bez tās no lapas nekas nav ņemts").en(
        "the column “{heading}” is missing; without it nothing was taken from the sheet"
    ),
    remedy=lv("pievienojiet to").en("add it"),
)
NO_NUMBER = Problem(
    kind="workbook.row-without-number",
    says=lv("rindai nav numura").en("the row has no number"),
    remedy=lv("dodiet tai numuru, kāda nav citai šīs lapas rindai; tas paliek tai pašai rindai").en(
        "give it a number that no other row of the sheet has; it stays with that row"
    ),
)
