"""The reports of the service to the foundation."""

from __future__ import annotations

from inclusion_core.reports.form import BreakdownTable, FigureTable, ReportForm, SectionForm
from inclusion_core.texts import lv
from inclusion_sif.countries import country_name
from inclusion_sif.mentoring import metrics, sentences
from inclusion_sif.mentoring.programme import MENTORING

__all__ = ["INTERIM_REPORT", "MONTHLY_REPORT"]

PEOPLE = lv("Klienti un ģimenes").en("Clients and families")

CLIENTS = SectionForm(
    id="clients",
    title=lv("Klienti").en("Clients"),
    paragraphs=(
        lv(
            "Ģimenes un indivīdi ir gadījumi, nevis personu iedalījums: to summa nav klientu "
            "skaits. Ģimene ir mājsaimniecība ar vismaz diviem locekļiem; to skata pēdējā dienā "
            "periodā, kad kāds tās loceklis bija programmā."
        ).en(
            "Families and individuals are cases, not a division of persons: they do not add up to "
            "the number of clients. A family is a household of at least two; it is looked at on "
            "the last day of the period on which one of its members was in the programme."
        ),
    ),
    tables=(
        FigureTable(
            id="clients",
            title=lv("Klienti un ģimenes pārskata periodā").en(
                "Clients and families in the period"
            ),
            row_heading=PEOPLE,
            metrics=(
                metrics.CLIENTS,
                metrics.FAMILIES_WITH_CHILDREN,
                metrics.FAMILIES_WITHOUT_CHILDREN,
                metrics.INDIVIDUALS,
            ),
        ),
    ),
)

CHILDREN = SectionForm(
    id="children",
    title=lv("Bērni").en("Children"),
    paragraphs=(
        lv(
            "Bērns ir persona, kas nav sasniegusi 18 gadu vecumu: pārskata periodā pirmajā "
            "programmas dienā periodā, tagad — {status_day:locative}."
        ).en(
            "A child is a person under 18: in the period, on the first day of the period on which "
            "they were in the programme; now, on {status_day}."
        ),
    ),
    tables=(
        FigureTable(
            id="children",
            title=lv("Bērni klientu vidū").en("Children among the clients"),
            row_heading=lv("Bērni").en("Children"),
            metrics=(
                metrics.CHILDREN,
                metrics.CHILDREN_ON_STATUS_DAY,
                metrics.CHILDREN_AT_SCHOOL,
            ),
        ),
    ),
)

COUNTRIES = SectionForm(
    id="countries",
    title=lv("Valstis").en("Countries"),
    tables=(
        FigureTable(
            id="arrivals",
            title=lv("Patvēruma meklētāji, kas ieradās pārskata periodā").en(
                "Asylum seekers who arrived in the period"
            ),
            row_heading=lv("Ieradušies").en("Arrivals"),
            metrics=(metrics.ARRIVED_ASYLUM_SEEKERS, metrics.COUNTRIES),
        ),
        BreakdownTable(
            id="countries",
            title=lv("Patvēruma meklētāji pēc valsts, no kuras ieradās").en(
                "Asylum seekers by the country that they came from"
            ),
            metric=metrics.ARRIVED_ASYLUM_SEEKERS,
            name=country_name,
        ),
    ),
)

STAFF = SectionForm(
    id="staff",
    title=lv("Personāls").en("Staff"),
    tables=(
        FigureTable(
            id="staff",
            title=lv("Iesaistītais personāls").en("Staff engaged"),
            row_heading=lv("Amats").en("Role"),
            metrics=(metrics.SOCIAL_WORKERS, metrics.SOCIAL_MENTORS),
        ),
    ),
)

RELOCATION = SectionForm(
    id="relocation",
    title=lv("Pārvietošana").en("Relocation"),
    tables=(
        FigureTable(
            id="relocation",
            title=lv("Pārvietotās personas valstī").en("Relocated persons in the country"),
            row_heading=lv("Personas").en("Persons"),
            metrics=(metrics.RELOCATED,),
        ),
    ),
)

MONTH = SectionForm(
    id="clients",
    title=lv("Klienti").en("Clients"),
    tables=(
        FigureTable(
            id="clients",
            title=lv("Klienti pārskata periodā").en("Clients in the period"),
            row_heading=lv("Klienti").en("Clients"),
            metrics=(metrics.CLIENTS,),
        ),
    ),
)

INTERIM_REPORT = ReportForm(
    id="sif.mentoring.interim",
    programme=MENTORING.id,
    title=lv("Starpposma ziņojums").en("Interim report"),
    subtitle=lv("Sociālā darbinieka un sociālā mentora pakalpojums, {period}").en(
        "Social worker and social mentor service, {period}"
    ),
    sections=(CLIENTS, CHILDREN, COUNTRIES, STAFF),
    sources=MENTORING.sources,
    sentences=sentences.INTERIM,
)
"""The interim report: a deliverable of the provider's contract, for half a year."""

MONTHLY_REPORT = ReportForm(
    id="sif.mentoring.monthly",
    programme=MENTORING.id,
    title=lv("Mēneša pārskats").en("Monthly overview"),
    subtitle=lv("Sociālā darbinieka un sociālā mentora pakalpojums, {period}").en(
        "Social worker and social mentor service, {period}"
    ),
    sections=(MONTH, RELOCATION, STAFF),
    sources=MENTORING.sources,
)
"""What the foundation published month by month in 2016."""
