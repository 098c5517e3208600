"""From when and until when the programme supports somebody: six months from entry."""

from __future__ import annotations

from inclusion_core.expr import all_of, term_from
from inclusion_core.facts.subjects import PARTICIPATION
from inclusion_core.facts.telling import Telling
from inclusion_core.limits.limit import End, Limit, Support
from inclusion_core.texts import lv
from inclusion_sif.motivation.programme import MONTHS_OF_SUPPORT, MOTIVATION
from inclusion_sif.operation import programme_end
from inclusion_sif.sources import CONTRACT_2018

__all__ = ["LIMITS", "SERVICES", "SIX_MONTHS"]

SERVICES = Support(
    id="sif.motivation.services",
    says=lv("motivācijas un atbalsta pakalpojumi").en("motivation and support services"),
    given=all_of(),
)
"""Every service that is recorded for a participant."""

six_months: End = End(
    id="six-months",
    says=lv("seši mēneši no iestāšanās dienas").en("six months from the day of entry"),
    day=term_from(PARTICIPATION.entered_on, MONTHS_OF_SUPPORT),
    source=CONTRACT_2018,
    tells=Telling(
        lv("seši mēneši no iestāšanās {entered_on:locative}").en(
            "six months from entry on {entered_on}"
        ),
        {"entered_on": PARTICIPATION.entered_on},
    ),
)

SIX_MONTHS = Limit(
    id="sif.motivation.six-months",
    programme=MOTIVATION.id,
    support=SERVICES,
    says=lv("sešus mēnešus no iestāšanās dienas").en("for six months from the day of entry"),
    first_day=PARTICIPATION.entered_on,
    ends=(six_months, programme_end),
    source=CONTRACT_2018.own_reading(
        lv(
            "publicēts, ka pakalpojums ilgst sešus mēnešus; MK noteikumi tāda termiņa nenosaka, un "
            "vai to skaita no iestāšanās dienas, nav teikts"
        ).en(
            "it was published that the service lasts six months; the Cabinet's rules set no such "
            "term, and it is not said whether it counts from the day of entry"
        )
    ),
)

LIMITS: tuple[Limit, ...] = (SIX_MONTHS,)
