"""What the inequalities compare indicators with, besides other indicators.

A result counts who left in the period and an output who entered in it, so that a result is compared
with everybody who had entered by the last day of the period.
"""

from __future__ import annotations

import attrs

from inclusion_core.expr import Condition, all_of, any_of
from inclusion_core.facts.assumption import Assumption
from inclusion_core.facts.moments import PERIOD_LAST_DAY
from inclusion_core.metrics.metric import ClassifiedOn, Grain, Membership, Metric
from inclusion_core.sources import Source
from inclusion_core.texts import Text, lv
from inclusion_esf import definitions as term
from inclusion_esf.completeness import (
    ASSUMES_2014,
    ASSUMES_2021,
    complete_2014,
    in_annex_i,
)
from inclusion_esf.definition import Definition, IndicatorList
from inclusion_esf.participation import EsfParticipationRow
from inclusion_esf.period_2014.assumptions import NEWLY_SEARCHING
from inclusion_esf.period_2014.results import (
    newly_in_education,
    newly_in_work,
    newly_searching,
)
from inclusion_esf.period_2021.assumptions import INACTIVE_ONLY
from inclusion_esf.period_2021.results import may_newly_search
from inclusion_esf.sources import ANNEX_I_2018, GUIDANCE, REGULATION_2021
from inclusion_esf.table import PARTICIPATIONS

__all__ = ["CHECK_METRICS", "PLAUSIBILITY_2014", "PLAUSIBILITY_2021"]

OWN_READING = lv("izriet no definīcijām; oficiālie testi nebija pieejami").en(
    "follows from the definitions; the official tests were not at hand"
)
PLAUSIBILITY_2014: Source = GUIDANCE.own_reading(OWN_READING)
PLAUSIBILITY_2021: Source = REGULATION_2021.annex("I").own_reading(OWN_READING)

had_entered: Condition = any_of(
    term.participation.entered_on <= PERIOD_LAST_DAY, term.participation.left_on <= PERIOD_LAST_DAY
)
"""Whether somebody had entered by the last day of the period; who had left, had."""


@attrs.frozen(kw_only=True)
class SoFar:
    """Those who had entered by the end of the period and whose records are complete."""

    complete: Condition = attrs.field(eq=lambda each: each.node)
    assumes: tuple[Assumption, ...]
    source: Source

    def who(self, key: str, says: Text, where: Condition, *assumes: Assumption) -> Metric:
        """How many of them were so on entry."""
        return Metric(
            id=f"esf.check.{key}",
            says=says,
            subject=EsfParticipationRow,
            table=PARTICIPATIONS,
            universe=all_of(had_entered, self.complete),
            where=where,
            grain=Grain.OPERATION,
            membership=Membership.CUMULATIVE,
            classified_on=ClassifiedOn.ENTRY,
            assumes=(*self.assumes, *assumes),
            source=self.source,
        )


SO_FAR = SoFar(complete=complete_2014, assumes=ASSUMES_2014, source=PLAUSIBILITY_2014)
SO_FAR_PLUS = SoFar(complete=in_annex_i, assumes=ASSUMES_2021, source=PLAUSIBILITY_2021)

INACTIVE = lv("Iestājoties neaktīvie, līdz perioda beigām").en(
    "Inactive on entry, by the end of the period"
)
NOT_WORKING = lv("Iestājoties bezdarbnieki vai neaktīvie, līdz perioda beigām").en(
    "Unemployed or inactive on entry, by the end of the period"
)
WORKING = lv("Iestājoties nodarbinātie, līdz perioda beigām").en(
    "Employed on entry, by the end of the period"
)

CO03_SO_FAR = SO_FAR.who("co03", INACTIVE, term.inactive)
CO01_OR_CO03_SO_FAR = SO_FAR.who("co01-or-co03", NOT_WORKING, term.not_working)
CO05_SO_FAR = SO_FAR.who("co05", WORKING, term.working)

EECO04_SO_FAR = SO_FAR_PLUS.who(
    "eeco04",
    lv("Kas var būt rādītājā EECR01, līdz perioda beigām").en(
        "Who may be in EECR01, by the end of the period"
    ),
    may_newly_search,
    INACTIVE_ONLY,
)
EECO02_OR_EECO04_SO_FAR = SO_FAR_PLUS.who("eeco02-or-eeco04", NOT_WORKING, term.not_working)
EECO05_SO_FAR = SO_FAR_PLUS.who("eeco05", WORKING, term.working)

ANY_RESULT: Metric = IndicatorList(
    namespace="esf.check",
    source=ANNEX_I_2018,
    complete=complete_2014,
    assumes=ASSUMES_2014,
).metric(
    Definition(
        id="any-result",
        name=lv("Dalībnieki ar vismaz vienu no četriem rezultātiem pēc aiziešanas").en(
            "Participants with one of the four results upon leaving, or more"
        ),
        means=lv("CR01, CR02, CR03 vai CR04; katrs skaitās vienu reizi.").en(
            "CR01, CR02, CR03 or CR04; each counts once."
        ),
        where=any_of(newly_searching, newly_in_education, term.gained_qualification, newly_in_work),
        settled_on=term.settled_upon_leaving,
        assumes=(NEWLY_SEARCHING,),
    )
)

LIST_2021 = IndicatorList(
    namespace="esf.check",
    source=REGULATION_2021.annex("I"),
    complete=in_annex_i,
    assumes=ASSUMES_2021,
)
TOTAL_WITHOUT_L: Metric = LIST_2021.metric(
    Definition(
        id="eeco01-without-l",
        name=lv("EECO01 bez konkrētā mērķa (l)").en("EECO01 without specific objective (l)"),
        means=lv("Kopskaits mērķos, kuros to aprēķina.").en(
            "The total of the objectives in which it is computed."
        ),
    )
)
EECR01_OR_EECR04: Metric = LIST_2021.metric(
    Definition(
        id="eecr01-or-eecr04",
        name=lv("EECR01 vai EECR04").en("EECR01 or EECR04"),
        means=lv("Viens no abiem; katrs skaitās vienu reizi.").en(
            "One of the two; each counts once."
        ),
        where=any_of(
            may_newly_search & term.looks_for_work,
            term.not_working & term.found_work,
        ),
        settled_on=term.settled_upon_leaving,
        assumes=(INACTIVE_ONLY,),
    )
)

CHECK_METRICS: tuple[Metric, ...] = (
    *(CO03_SO_FAR, CO01_OR_CO03_SO_FAR, CO05_SO_FAR, ANY_RESULT),
    *(EECO04_SO_FAR, EECO02_OR_EECO04_SO_FAR, EECO05_SO_FAR),
    *(TOTAL_WITHOUT_L, EECR01_OR_EECR04),
)
"""Metrics that stand in inequalities and are no indicators."""
