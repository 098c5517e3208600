"""Result indicators EECR01 to EECR06 of Annex I: upon leaving, and six months after."""

from __future__ import annotations

from inclusion_core.expr import Condition
from inclusion_core.metrics.metric import Metric
from inclusion_core.texts import lv
from inclusion_esf import definitions as term
from inclusion_esf.completeness import ASSUMES_2021, in_annex_i
from inclusion_esf.definition import Definition, IndicatorList
from inclusion_esf.period_2021.assumptions import INACTIVE_ONLY
from inclusion_esf.period_2021.notes import (
    CODE_REMEMBERED,
    COMPLETE_ONLY,
    DEFINITION_REMEMBERED,
    IN_FOUR_WEEKS,
    NOT_FOR_L_AND_M,
    SAMPLE,
)
from inclusion_esf.sources import REGULATION_2021

__all__ = ["RESULTS", "may_newly_search"]

UPON_LEAVING = IndicatorList(
    namespace="esf.plus",
    source=REGULATION_2021.at(lv("I pielikuma 3. punkts").en("Annex I, point 3")),
    complete=in_annex_i,
    assumes=ASSUMES_2021,
    notes=(COMPLETE_ONLY, NOT_FOR_L_AND_M),
)
SIX_MONTHS_AFTER = IndicatorList(
    namespace="esf.plus",
    source=REGULATION_2021.at(lv("I pielikuma 4. punkts").en("Annex I, point 4")),
    complete=UPON_LEAVING.complete,
    assumes=ASSUMES_2021,
    notes=(SAMPLE, *UPON_LEAVING.notes),
)

may_newly_search: Condition = term.inactive | (~INACTIVE_ONLY.holds & ~term.unemployed)
"""Who may newly look for work upon leaving: not those who did on entry."""

EECR01 = Definition(
    id="eecr01",
    name=lv("EECR01 dalībnieki, kas pēc aiziešanas meklē darbu").en(
        "EECR01 participants engaged in job searching upon leaving"
    ),
    means=lv(
        "Iestājoties neaktīvs, četrās nedēļās pēc aiziešanas sācis meklēt darbu; arī kas pa vidu "
        "strādājis un atkal ir bez darba."
    ).en(
        "Inactive on entry, and within four weeks after leaving looking for work; also who had "
        "work in between and is without it again."
    ),
    among=may_newly_search,
    where=term.looks_for_work,
    assumes=(INACTIVE_ONLY,),
    settled_on=term.settled_upon_leaving,
    notes=(
        IN_FOUR_WEEKS,
        lv("Ka skaita tikai neaktīvos, izriet no piemēriem, jāpārbauda.").en(
            "That the inactive alone count follows from examples, to be checked."
        ),
    ),
)
EECR02 = Definition(
    id="eecr02",
    name=lv("EECR02 dalībnieki, kas pēc aiziešanas iesaistījušies izglītībā vai apmācībā").en(
        "EECR02 participants in education or training upon leaving"
    ),
    means=lv("Iestājoties nemācījās, pēc aiziešanas mācās vai apmeklē apmācību.").en(
        "Not in education or training on entry, and in it upon leaving."
    ),
    among=term.not_in_education,
    where=term.entered_education,
    settled_on=term.settled_upon_leaving,
    notes=(CODE_REMEMBERED, DEFINITION_REMEMBERED),
)
EECR03 = Definition(
    id="eecr03",
    name=lv("EECR03 dalībnieki, kas pēc aiziešanas ieguvuši kvalifikāciju").en(
        "EECR03 participants gaining a qualification upon leaving"
    ),
    means=lv("Iegūta formāla kvalifikācija.").en("A formal qualification was obtained."),
    where=term.gained_qualification,
    settled_on=term.settled_upon_leaving,
    notes=(CODE_REMEMBERED, DEFINITION_REMEMBERED),
)
EECR04 = Definition(
    id="eecr04",
    name=lv("EECR04 dalībnieki, kas pēc aiziešanas ir nodarbināti, tostarp pašnodarbināti").en(
        "EECR04 participants in employment, including self-employment, upon leaving"
    ),
    means=lv("Iestājoties bezdarbnieks vai neaktīvs, pēc pēdējā notikuma 28 dienās strādā.").en(
        "Unemployed or inactive on entry, and in work by the last event within the 28 days."
    ),
    among=term.not_working,
    where=term.found_work,
    settled_on=term.settled_upon_leaving,
    notes=(IN_FOUR_WEEKS,),
)
EECR05 = Definition(
    id="eecr05",
    name=lv(
        "EECR05 dalībnieki, kas sešus mēnešus pēc aiziešanas ir nodarbināti, tostarp pašnodarbināti"
    ).en("EECR05 participants in employment, including self-employment, six months after leaving"),
    means=lv("Iestājoties bezdarbnieks vai neaktīvs, sešus mēnešus pēc aiziešanas strādā.").en(
        "Unemployed or inactive on entry, and in work on the day six months after leaving."
    ),
    among=term.not_working,
    where=term.in_work_six_months_after,
    settled_on=term.settled_six_months_after,
    notes=(CODE_REMEMBERED, DEFINITION_REMEMBERED),
)
EECR06 = Definition(
    id="eecr06",
    name=lv(
        "EECR06 dalībnieki, kuru stāvoklis darba tirgū sešus mēnešus pēc aiziešanas ir uzlabojies"
    ).en("EECR06 participants with an improved labour market situation six months after leaving"),
    means=lv(
        "Kā CR07: iestājoties strādāja un sešus mēnešus pēc aiziešanas strādā labāku darbu."
    ).en("As CR07: in work on entry, and in better work six months after leaving."),
    among=term.working,
    where=term.in_work_six_months_after & term.got_better_work,
    settled_on=term.settled_six_months_after,
    notes=(CODE_REMEMBERED, DEFINITION_REMEMBERED),
)

RESULTS: tuple[Metric, ...] = (
    *UPON_LEAVING.metrics(EECR01, EECR02, EECR03, EECR04),
    *SIX_MONTHS_AFTER.metrics(EECR05, EECR06),
)
