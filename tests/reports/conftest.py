"""A small report with one of everything; its figures are made up."""

import sys
from datetime import date
from pathlib import Path

import pytest

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
from inclusion_core.sources import Source
from inclusion_core.texts import Text, lv

sys.path.insert(0, str(Path(__file__).parents[1] / "metrics"))

CONTRACT = Source(
    lv("Iepirkuma līgums Nr. 2018/7").en("Procurement contract No 2018/7"),
    issued=date(2018, 2, 19),
)
MK102 = Source(
    lv("Ministru kabineta noteikumi Nr. 102").en("Cabinet Regulation No. 102"),
    issued=date(2016, 2, 9),
    short=lv("MK noteikumi Nr. 102").en("Cabinet Reg. No. 102"),
    read_as=lv("konsolidētā redakcija").en("consolidated text"),
    found_at="likumi.lv 280230",
)
OWN_READING = MK102.point("32.2").own_reading(
    lv("statusa diena pati netiek skaitīta").en("the day of status itself is not counted")
)

PERSONS = Table(
    id="persons",
    title=lv("Personas, kas saņēma atbalstu").en("Persons who received support"),
    row_heading=lv("Rādītājs").en("Measure"),
    columns=(
        lv("Kopā").en("Total"),
        lv("Sievietes").en("Women"),
        lv("Vīrieši").en("Men"),
        lv("Personas ar invaliditāti").en("Persons with a disability"),
    ),
    rows=(
        TableRow(
            id="supported",
            heading=lv("Saņēma sociālā mentora pakalpojumu").en(
                "Received the service of a social mentor"
            ),
            cells=(
                Cell(value=12345, unknown=2),
                Cell(value=7010),
                Cell(value=5335),
                Cell(value=Mark.SUPPRESSED),
            ),
        ),
        TableRow(
            id="positive",
            heading=lv(
                "Pēc atbalsta beigām mācās, iegūst kvalifikāciju, meklē darbu vai strādā, "
                "tai skaitā kā pašnodarbinātais"
            ).en(
                "After support in education, gaining a qualification, searching for a job or "
                "in employment, also self-employed"
            ),
            cells=(
                Cell(value=39, unknown=12),
                Cell(value=21, unknown=8),
                Cell(value=18, unknown=4),
                Cell(value=Mark.NOT_COLLECTED),
            ),
        ),
        TableRow(
            id="positive.working",
            heading=lv("strādā").en("in employment"),
            cells=(Cell(value=8), Cell(value=8), Cell(value=0), Cell(value=Mark.NOT_COLLECTED)),
            part_of="positive",
        ),
        TableRow(
            id="positive.self-employed",
            heading=lv("kā pašnodarbinātais").en("self-employed"),
            cells=(
                Cell(value=0),
                Cell(value=0),
                Cell(value=0),
                Cell(value=Mark.NOT_APPLICABLE, unknown=1),
            ),
            part_of="positive.working",
        ),
        TableRow(
            id="children",
            heading=lv("Bērni līdz 18 gadu vecumam").en("Children under 18"),
            cells=(
                Cell(value=14),
                Cell(value=Mark.SUPPRESSED),
                Cell(value=Mark.SUPPRESSED),
                Cell(value=Mark.NOT_COLLECTED),
            ),
        ),
    ),
    notes=(
        lv("Katra persona skaitīta vienreiz programmā.").en(
            "Each person is counted once in the programme."
        ),
        lv("Pāreja no viena izpildītāja pie cita nav izstāšanās.").en(
            "A handover from one provider to another is no exit."
        ),
    ),
)
LIMITS = Table(
    id="limits",
    title=lv("Atbalsta pēdējā diena").en("Last day of support"),
    row_heading=lv("Pakalpojums").en("Service"),
    columns=(lv("Pēdējā diena").en("Last day"), lv("Kāpēc").en("Why")),
    rows=(
        TableRow(
            id="social-worker",
            heading=lv("Sociālais darbinieks").en("Social worker"),
            cells=(
                Cell(value=date(2019, 4, 15)),
                Cell(
                    value=lv("12 mēneši pēc statusa dienas | plāns vēl nav izpildīts").en(
                        "12 months after the day of status | the plan is not fulfilled yet"
                    ),
                    unknown=3,
                ),
            ),
        ),
        TableRow(
            id="social-mentor",
            heading=lv("Sociālais mentors").en("Social mentor"),
            cells=(
                Cell(value=Mark.NOT_COLLECTED),
                Cell(value=lv("= vēl *nav* zināma <diena>").en("= the <day> is *not* known yet")),
            ),
        ),
    ),
)
REGIONS = Table(
    id="regions",
    title=lv("Personas pa reģioniem un mēnešiem").en("Persons by region and month"),
    row_heading=lv("Reģions").en("Region"),
    columns=tuple(
        lv(f"Skaits 2018. gada {month}. mēnesī").en(f"Count in month {month} of 2018")
        for month in range(6, 12)
    ),
    rows=tuple(
        TableRow(
            id=name,
            heading=Text.same(name),
            cells=tuple(Cell(value=10 * month + place, unknown=place) for month in range(6, 12)),
        )
        for place, name in enumerate(("Rīga", "Vidzeme", "Ziemeļlatgale"), start=1)
    ),
)
CAMPS = Table(
    id="camps",
    title=lv("Nometnes").en("Camps"),
    row_heading=lv("Nometne").en("Camp"),
    columns=(lv("Dalībnieku skaits").en("Number of participants"),),
    rows=(),
)


@pytest.fixture(scope="session")
def report():
    return Report(
        id="example.mentoring.interim",
        title=lv("Sociālā mentora pakalpojuma starpposma ziņojums").en(
            "Interim report on the social mentor service"
        ),
        subtitle=lv("Programma patvēruma meklētājiem un personām ar bēgļa statusu").en(
            "Programme for asylum seekers and persons with refugee status"
        ),
        sections=(
            Section(
                id="persons",
                title=lv("Personas").en("Persons"),
                paragraphs=(
                    lv(
                        "2018. gada vasarā sākās otrais posms; tas ilgs līdz nākamā gada rudenim."
                    ).en(
                        "2018. In summer the second stage began; it goes on until autumn next year."
                    ),
                ),
                tables=(PERSONS, REGIONS),
            ),
            Section(
                id="services",
                title=lv("Pakalpojumi").en("Services"),
                tables=(LIMITS, CAMPS),
            ),
        ),
        notes=(
            lv("- Skaitļi ir izdomāti.").en("- The figures are made up."),
            lv(
                "Dati par personām, kuras pakalpojumu saņēma vairākās programmās, katrā programmā "
                "ir skaitīti atsevišķi, tāpēc programmu skaitļus nedrīkst saskaitīt kopā."
            ).en(
                "Persons who received the service in several programmes are counted in each of "
                "them, so that the figures of the programmes must not be added up."
            ),
        ),
        sources=(CONTRACT, MK102.point("3.3"), OWN_READING),
        provenance=Provenance(
            period=Period(date(2018, 6, 1), date(2018, 11, 30)),
            status_day=date(2018, 11, 30),
            known_on=date(2018, 12, 3),
            fingerprint="3f9a" * 16,
            records=48210,
            schema_version=1,
            versions=(("inclusion-core", "0.1.0"), ("inclusion-sif", "0.1.0")),
        ),
    )
