"""The reports of the project: how far its promises are kept on any day, and what came of it."""

from __future__ import annotations

from inclusion_core.model.service import ServiceKind
from inclusion_core.reports.form import (
    BreakdownTable,
    CrossTable,
    FigureTable,
    ReportForm,
    SectionForm,
    TargetTable,
)
from inclusion_core.texts import Text, lv
from inclusion_core.words import WORDS
from inclusion_eea import metrics, sentences
from inclusion_eea.outcomes import OUTCOMES
from inclusion_eea.programme import FAMILIES, PLACES, place_name
from inclusion_eea.sources import BLUE_BOOK

__all__ = ["FINAL", "PROGRESS"]

WHAT = lv("Kas").en("What")
PLACE_OF_FAMILY = metrics.PLACES[0]


def _kind_name(code: str) -> Text:
    return WORDS.code_text(ServiceKind(code))


TARGETS = SectionForm(
    id="targets",
    title=lv("Plānotais un faktiskais").en("Targets and actuals"),
    paragraphs=(
        lv(
            "Mērķi ir datēti: grozījums ir jauns mērķis, un sākotnējais paliek redzams. Skaits ir "
            "no projekta sākuma līdz perioda pēdējai dienai."
        ).en(
            "Targets are dated: an amendment is a new target, and the first one stays in sight. "
            "Figures are from the beginning of the project to the last day of the period."
        ),
    ),
    tables=(
        TargetTable(
            id="targets",
            title=lv("Mērķi un faktiskie skaitļi pa vietām").en("Targets and actuals by place"),
            row_heading=WHAT,
            metrics=(
                metrics.FAMILIES,
                metrics.CHILDREN,
                metrics.SOCIAL_WORKERS,
            ),
            by=metrics.PLACES,
            name=place_name,
        ),
        TargetTable(
            id="other-targets",
            title=lv("Pārējie mērķi un faktiskie skaitļi").en("Other targets and actuals"),
            row_heading=WHAT,
            metrics=(
                metrics.VOLUNTEER_MENTORS,
                metrics.TRAINED_SOCIAL_WORKERS,
                metrics.FAMILY_ASSISTANTS,
                metrics.CAMPS,
            ),
        ),
    ),
)

ACTIVITIES = SectionForm(
    id="activities",
    title=lv("Darbības").en("Activities"),
    tables=(
        CrossTable(
            id="activities",
            title=lv("Ģimenes pēc darbības un vietas").en("Families by activity and place"),
            row_heading=lv("Darbība").en("Activity"),
            metrics=(metrics.FAMILIES, *metrics.FAMILIES_BY_ACTIVITY),
            by=PLACE_OF_FAMILY,
            codes=tuple(PLACES),
            name=place_name,
            notes=(
                lv("Ģimene var būt vairākās darbībās, tāpēc darbības nesaskaita.").en(
                    "A family may be in several activities, so that they do not add up."
                ),
            ),
        ),
        BreakdownTable(
            id="services",
            title=lv("Sniegtie pakalpojumi pēc veida").en("Services given by kind"),
            metric=metrics.SERVICES,
            name=_kind_name,
        ),
    ),
)

_NOTHING = lv("{code} {says}: projekts par to neko neskaita.").en(
    "{code} {says}: the project counts nothing of it."
)
OUTCOME_LINES = SectionForm(
    id="outcomes",
    title=lv("EEZ finanšu instrumenta rezultāti").en("Outcomes of the EEA Grants"),
    paragraphs=(
        lv(
            "Programmu jomas rezultāti ir tādi, kā tos nosauc avots; kodi ir mūsu kārtas numuri, "
            "nevis oficiāli. Kurš projekta skaits par kuru rezultātu liecina, ir pašu "
            "interpretācija."
        ).en(
            "The outcomes of the programme area are as the source words them; the codes are our "
            "own ordinals and not official. Which figure of the project tells of which outcome is "
            "our own reading."
        ),
        *(_NOTHING.filled(code=each.code, says=each.says) for each in OUTCOMES if not each.told_by),
    ),
    tables=tuple(
        FigureTable(
            id=each.code.lower(),
            title=lv("{code} {says}").en("{code} {says}").filled(code=each.code, says=each.says),
            row_heading=WHAT,
            metrics=each.told_by,
        )
        for each in OUTCOMES
        if each.told_by
    ),
)

MENTORING = SectionForm(
    id="mentoring",
    title=lv("Brīvprātīgo mentoru darbs").en("Work of the volunteer mentors"),
    tables=(
        FigureTable(
            id="mentoring",
            title=lv("Jaunieši ar mentoru").en("Young people with a mentor"),
            row_heading=WHAT,
            metrics=(metrics.YOUTHS_MENTORED,),
        ),
    ),
)

SUBTITLE = lv("Atbalsts riska ģimenēm ar bērniem, {period}").en(
    "Support for families with children at risk, {period}"
)
SOURCES = (*FAMILIES.sources, BLUE_BOOK)

PROGRESS = ReportForm(
    id="eea.families.progress",
    programme=FAMILIES.id,
    title=lv("Projekta gaitas pārskats").en("Progress report"),
    subtitle=SUBTITLE,
    sections=(TARGETS, ACTIVITIES, OUTCOME_LINES),
    sources=SOURCES,
    sentences=sentences.PROGRESS,
)
"""How far it is, on any day."""

FINAL = ReportForm(
    id="eea.families.final",
    programme=FAMILIES.id,
    title=lv("Projekta noslēguma pārskats").en("Final report"),
    subtitle=SUBTITLE,
    sections=(TARGETS, MENTORING, ACTIVITIES, OUTCOME_LINES),
    notes=(
        lv(
            "Plāns un rezultāti ir no divām lapām un dažādām dienām: plānā ir 100 ģimenes un "
            "beigas 2015. gada aprīlī, lapā par pabeigtajiem projektiem — plānotas 116 un "
            "beigas jūlijā."
        ).en(
            "Plan and results are from two pages and of different days: the plan has 100 families "
            "and an end in April 2015, the page on finished projects 116 that were planned and an "
            "end in July."
        ),
    ),
    sources=SOURCES,
    sentences=sentences.FINAL,
)
"""What came of it, with what was told on the page of finished projects."""
