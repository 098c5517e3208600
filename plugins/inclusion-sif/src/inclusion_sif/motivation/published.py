"""The figures that were published, each of its own days, and what they are by the other definition.

The metrics of :mod:`inclusion_sif.motivation.metrics` are about the period of a report. These are
about the days of the two announcements, whatever the period: so both rates can stand in one report,
and :func:`inclusion_core.metrics.comparing.compared` tells the days apart too.
"""

from __future__ import annotations

from datetime import date

import attrs

from inclusion_core.metrics.metric import Metric
from inclusion_core.metrics.rate import Rate
from inclusion_core.texts import Text, lv
from inclusion_sif.motivation import facts
from inclusion_sif.motivation.facts import Time
from inclusion_sif.motivation.metrics import (
    CLIENTS,
    NARROW,
    OUTCOMES_2018,
    OUTCOMES_2021,
    WIDE,
)
from inclusion_sif.sources import ANNOUNCEMENT_2019, ANNOUNCEMENT_2021

__all__ = [
    "CLIENTS_IN_2018",
    "CLIENTS_IN_2021",
    "METRICS",
    "NARROW_IN_2018",
    "NARROW_IN_2021",
    "RATES_BY_THE_OTHER",
    "RATES_PUBLISHED",
    "WIDE_IN_2018",
    "WIDE_IN_2021",
]

YEAR_2018 = Time(date(2018, 1, 1), date(2018, 12, 31))
UNTIL_MAY_2021 = Time(date(2020, 9, 1), date(2021, 5, 1))

MONTH_ONLY = lv(
    "No sākuma ir publicēts tikai mēnesis, 2020. gada septembris; te periods sākas ar tā pirmo "
    "dienu (pašu interpretācija)."
).en(
    "Of the beginning only the month was published, September 2020; here the period begins with "
    "its first day (our own reading)."
)
NOT_PUBLISHED = lv("Šāds skaitlis nav publicēts.").en("No such figure was published.")

IN_2018 = lv("{what}, 2018. gadā").en("{what}, in 2018")
IN_2021 = lv("{what}, no 2020. gada septembra līdz 2021. gada 1. maijam").en(
    "{what}, from September 2020 to 1 May 2021"
)

CLIENTS_IN_2018: Metric = attrs.evolve(
    CLIENTS,
    id="sif.motivation.in-2018.clients",
    says=IN_2018.filled(what=CLIENTS.says),
    universe=facts.served_in(YEAR_2018),
)
"""Published as 168."""

CLIENTS_IN_2021: Metric = attrs.evolve(
    CLIENTS,
    id="sif.motivation.in-2020-2021.clients",
    says=IN_2021.filled(what=CLIENTS.says),
    universe=facts.served_in(UNTIL_MAY_2021),
    source=ANNOUNCEMENT_2021,
    notes=(MONTH_ONLY,),
)
"""Published as 60."""

WIDE_IN_2018: Metric = attrs.evolve(
    OUTCOMES_2018,
    id="sif.motivation.in-2018.outcomes-2018",
    says=IN_2018.filled(what=OUTCOMES_2018.says),
    universe=CLIENTS_IN_2018.universe,
    where=facts.has_outcome(*WIDE, time=YEAR_2018),
    by=None,
    part_of=CLIENTS_IN_2018.id,
)
"""Published as 39."""

NARROW_IN_2021: Metric = attrs.evolve(
    OUTCOMES_2021,
    id="sif.motivation.in-2020-2021.outcomes-2021",
    says=IN_2021.filled(what=OUTCOMES_2021.says),
    universe=CLIENTS_IN_2021.universe,
    where=facts.has_outcome(*NARROW, time=UNTIL_MAY_2021),
    part_of=CLIENTS_IN_2021.id,
    notes=(*OUTCOMES_2021.notes, MONTH_ONLY),
)
"""Published as 18."""

NARROW_IN_2018: Metric = attrs.evolve(
    OUTCOMES_2021,
    id="sif.motivation.in-2018.outcomes-2021",
    says=IN_2018.filled(what=OUTCOMES_2021.says),
    universe=CLIENTS_IN_2018.universe,
    where=facts.has_outcome(*NARROW, time=YEAR_2018),
    part_of=WIDE_IN_2018.id,
    notes=(NOT_PUBLISHED,),
)

WIDE_IN_2021: Metric = attrs.evolve(
    OUTCOMES_2018,
    id="sif.motivation.in-2020-2021.outcomes-2018",
    says=IN_2021.filled(what=OUTCOMES_2018.says),
    universe=CLIENTS_IN_2021.universe,
    where=facts.has_outcome(*WIDE, time=UNTIL_MAY_2021),
    by=None,
    part_of=CLIENTS_IN_2021.id,
    notes=(NOT_PUBLISHED,),
)

METRICS: tuple[Metric, ...] = (
    *(CLIENTS_IN_2018, WIDE_IN_2018, NARROW_IN_2018),
    *(CLIENTS_IN_2021, WIDE_IN_2021, NARROW_IN_2021),
)

OUR_SHARE = lv("Publicēti ir abi skaitļi, nevis īpatsvars; tas ir aprēķināts te.").en(
    "Both numbers were published, not the share; that is worked out here."
)


def _rate(of: Metric, among: Metric, note: Text) -> Rate:
    return Rate(
        id=of.id.replace("outcomes", "rate"),
        says=of.says,
        of=of,
        among=among,
        source=ANNOUNCEMENT_2019 if among is CLIENTS_IN_2018 else ANNOUNCEMENT_2021,
        notes=(note,),
    )


RATES_PUBLISHED: tuple[Rate, ...] = (
    _rate(WIDE_IN_2018, CLIENTS_IN_2018, OUR_SHARE),
    _rate(NARROW_IN_2021, CLIENTS_IN_2021, OUR_SHARE),
)
"""39 of 168, and 18 of 60."""

RATES_BY_THE_OTHER: tuple[Rate, ...] = (
    _rate(NARROW_IN_2018, CLIENTS_IN_2018, NOT_PUBLISHED),
    _rate(WIDE_IN_2021, CLIENTS_IN_2021, NOT_PUBLISHED),
)
"""The same two times, each by the definition of the other announcement."""
