"""A report with everything that may be drawn, and a table that is too wide for any screen."""

from decimal import Decimal

import attrs

from inclusion_core.reports.report import Cell, Drawing, Mark, Section, Table, TableRow
from inclusion_core.texts import lv

JA = Cell(value=lv("jā").en("yes"))
NE = Cell(value=lv("nē").en("no"))


def row(key, latvian, english, *cells, part_of=""):
    return TableRow(id=key, heading=lv(latvian).en(english), cells=cells, part_of=part_of)


PROGRESS = Table(
    id="progress",
    title=lv("Solītais un paveiktais").en("Promised and done"),
    row_heading=lv("Rādītājs").en("Measure"),
    columns=tuple(
        lv(latvian).en(english)
        for latvian, english in (
            ("Solīts", "Promised"),
            ("Paveikts", "Done"),
            ("Izpilde, %", "Share, %"),
            ("Sasniegts", "Reached"),
        )
    ),
    rows=(
        row(
            "families",
            "Ģimenes ar bērniem, kuras saņēmušas atbalstu savā pašvaldībā",
            "Families with children that were supported in their municipality",
            *(Cell(value=116), Cell(value=129), Cell(value=Decimal("111.2")), JA),
        ),
        row(
            "mentors",
            "Brīvprātīgie mentori",
            "Volunteer mentors",
            *(Cell(value=5), Cell(value=3, unknown=1), Cell(value=Decimal("60.0")), NE),
        ),
        row(
            "camps",
            "Vasaras nometnes",
            "Summer camps",
            *(Cell(value=2), Cell(value=0), Cell(value=Decimal("0.0")), NE),
        ),
        row(
            "workers",
            "Apmācītie sociālie darbinieki",
            "Social workers trained",
            *(Cell(value=20), Cell(value=64), Cell(value=Decimal("320.0")), JA),
            part_of="camps",
        ),
        row(
            "assistants",
            "Ģimenes asistenti",
            "Family assistants",
            *(Cell(value=4), Cell(value=Mark.NOT_COLLECTED), Cell(value=Mark.NOT_APPLICABLE), NE),
        ),
    ),
    drawing=Drawing(column=1, against=0),
)
AGES = Table(
    id="ages",
    title=lv("Personas pēc vecuma").en("Persons by age"),
    row_heading=lv("Rādītājs").en("Measure"),
    columns=tuple(lv(f"Vecums {age}").en(f"Age {age}") for age in range(18)),
    rows=tuple(
        row(
            f"row-{place}",
            "Pretintegrācijasprogrammatūra",
            "Counterrevolutionaries",
            *(Cell(value=place * age * 997) for age in range(18)),
        )
        for place in range(4)
    ),
)


def progress(report):
    """The report with these tables alone."""
    title = lv("Virzība").en("Progress")
    return attrs.evolve(report, sections=(Section(id="a", title=title, tables=(PROGRESS, AGES)),))
