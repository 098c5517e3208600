"""The acts, contracts and announcements that the declarations of this plugin rest on."""

from __future__ import annotations

from datetime import date

from inclusion_core.sources import Confidence, Source
from inclusion_core.texts import lv

__all__ = ["ANNOUNCEMENT_2016", "ANNOUNCEMENT_2018", "ASYLUM_LAW", "MK102"]

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
