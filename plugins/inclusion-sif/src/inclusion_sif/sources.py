"""The acts, contracts and announcements that the declarations of this plugin rest on."""

from __future__ import annotations

from datetime import date

from inclusion_core.sources import Confidence, Source
from inclusion_core.texts import lv

__all__ = [
    "ANNOUNCEMENT_2016",
    "ANNOUNCEMENT_2018",
    "ANNOUNCEMENT_2019",
    "ANNOUNCEMENT_2021",
    "ASYLUM_LAW",
    "CONTRACT_2018",
    "MK102",
    "UKRAINIAN_CIVILIANS_LAW",
]

MK102 = Source(
    "Ministru kabineta noteikumi Nr. 102",
    issued=date(2016, 2, 9),
    short="MK noteikumi Nr. 102",
    read_as=lv("konsolidētais teksts").en("consolidated text"),
    found_at="likumi.lv 280230",
)
"""The Cabinet's rules for measure 9.1.4.4, which pays for both programmes of the operation."""

ASYLUM_LAW = Source(
    lv("Patvēruma likums").en("Asylum Law"),
    issued=date(2015, 12, 17),
    read_as=lv("konsolidētais teksts").en("consolidated text"),
    found_at="likumi.lv 278986",
)
"""Who is an asylum seeker, what a status is, and from which day a decision takes effect."""

UKRAINIAN_CIVILIANS_LAW = Source(
    lv("Ukrainas civiliedzīvotāju atbalsta likums").en("Law on Assistance to Ukrainian Civilians"),
    found_at="likumi.lv 330546",
)
"""Who is a Ukrainian civilian, and by what right they stay."""

CONTRACT_2018 = Source(
    lv("Iepirkuma līgums Nr. S-SIF-2018-4").en("Procurement contract No S-SIF-2018-4"),
    issued=date(2018, 2, 19),
    confidence=Confidence.PUBLISHED,
)
"""Between the foundation and a provider of the motivation programme, as published about it."""

ANNOUNCEMENT_2016 = Source(
    lv("Sabiedrības integrācijas fonda paziņojums par pakalpojumu 2016. gada aprīlī").en(
        "Announcement of the Society Integration Foundation on the service in April 2016"
    ),
    issued=date(2016, 5, 24),
    confidence=Confidence.PUBLISHED,
)

ANNOUNCEMENT_2018 = Source(
    lv("Paziņojums par pakalpojumu no 2018. gada jūnija līdz novembrim").en(
        "Announcement on the service from June to November 2018"
    ),
    confidence=Confidence.PUBLISHED,
)

ANNOUNCEMENT_2019 = Source(
    lv("Latvijas Sarkanā Krusta paziņojums par motivācijas programmu 2018. gadā").en(
        "Announcement of the Latvian Red Cross on the motivation programme in 2018"
    ),
    issued=date(2019, 1, 8),
    confidence=Confidence.PUBLISHED,
)

ANNOUNCEMENT_2021 = Source(
    lv(
        'Apvienības "Verte" paziņojums par motivācijas programmu no 2020. gada septembra līdz '
        "2021. gada 1. maijam"
    ).en(
        "Announcement of the association Verte on the motivation programme from September 2020 to "
        "1 May 2021"
    ),
    confidence=Confidence.PUBLISHED,
)
