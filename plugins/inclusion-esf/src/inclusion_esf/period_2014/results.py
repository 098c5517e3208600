"""Result indicators CR01 to CR09: what had changed upon leaving, and six months after."""

from __future__ import annotations

from inclusion_core.expr import Condition, all_of, any_of
from inclusion_core.metrics.metric import Metric
from inclusion_core.sources import Confidence
from inclusion_core.texts import lv
from inclusion_esf import definitions as term
from inclusion_esf.completeness import ASSUMES_2014, complete_2014
from inclusion_esf.definition import Definition, IndicatorList
from inclusion_esf.period_2014.assumptions import (
    CITIZENS_OF_OTHERS_ARE_MIGRANTS,
    DISADVANTAGE_SET,
    NEWLY_SEARCHING,
)
from inclusion_esf.period_2014.circumstances import CO12, CO14, CO15, CO16, CO17
from inclusion_esf.period_2014.notes import (
    COMPLETE_ONLY,
    FROM_ANNEX_ORDER,
    IN_FOUR_WEEKS,
    SAMPLE,
    SENSITIVE,
)
from inclusion_esf.sources import ANNEX_I_2013, ANNEX_I_2018

__all__ = ["LIST", "RESULTS", "RESULTS_2013", "RESULTS_2018", "newly_searching"]

LIST = IndicatorList(
    namespace="esf",
    source=ANNEX_I_2018,
    complete=complete_2014,
    assumes=ASSUMES_2014,
    notes=(COMPLETE_ONLY, FROM_ANNEX_ORDER),
)

# Upon leaving.

newly_in_education: Condition = term.not_in_education & term.entered_education
newly_in_work: Condition = term.not_working & term.found_work
newly_searching: Condition = term.looks_for_work & any_of(
    term.inactive, NEWLY_SEARCHING.holds & ~term.unemployed
)
"""Who newly looks for work where it is not said that they were inactive on entry."""

CR01 = Definition(
    id="cr01",
    name=lv("CR01 ekonomiski neaktīvi dalībnieki, kas pēc aiziešanas meklē darbu").en(
        "CR01 inactive participants engaged in job searching upon leaving"
    ),
    means=lv(
        "Iestājoties neaktīvs, četrās nedēļās pēc aiziešanas sācis meklēt darbu; arī tas, kurš "
        "reģistrējies kā darba meklētājs un vēl nav gatavs strādāt."
    ).en(
        "Inactive on entry, and within four weeks after leaving looking for work; also who has "
        "registered as a job seeker and is not available yet."
    ),
    among=term.inactive,
    where=term.looks_for_work,
    settled_on=term.settled_upon_leaving,
    notes=(IN_FOUR_WEEKS,),
)
CR02 = Definition(
    id="cr02",
    name=lv("CR02 dalībnieki, kas pēc aiziešanas iesaistījušies izglītībā vai apmācībā").en(
        "CR02 participants in education/training upon leaving"
    ),
    means=lv("Iestājoties nemācījās, pēc aiziešanas mācās vai apmeklē apmācību.").en(
        "Not in education or training on entry, and in it upon leaving."
    ),
    among=term.not_in_education,
    where=term.entered_education,
    settled_on=term.settled_upon_leaving,
    confidence=Confidence.REMEMBERED,
)
CR03 = Definition(
    id="cr03",
    name=lv("CR03 dalībnieki, kas pēc aiziešanas ieguvuši kvalifikāciju").en(
        "CR03 participants gaining a qualification upon leaving"
    ),
    means=lv(
        "Kompetenta iestāde atzinusi mācību rezultātus; apmeklējuma apliecība neder. Persona "
        "skaitās vienu reizi."
    ).en(
        "A competent body has attested what was learned; a certificate of attendance does not "
        "count. A person counts once."
    ),
    where=term.gained_qualification,
    settled_on=term.settled_upon_leaving,
    confidence=Confidence.REMEMBERED,
)
CR04 = Definition(
    id="cr04",
    name=lv("CR04 dalībnieki, kas pēc aiziešanas ir nodarbināti, tostarp pašnodarbināti").en(
        "CR04 participants in employment, including self-employment, upon leaving"
    ),
    means=lv("Iestājoties bezdarbnieks vai neaktīvs, pēc aiziešanas strādā.").en(
        "Unemployed or inactive on entry, and in work upon leaving."
    ),
    among=term.not_working,
    where=term.found_work,
    settled_on=term.settled_upon_leaving,
    confidence=Confidence.REMEMBERED,
    notes=(IN_FOUR_WEEKS,),
)

# Six months after.

CR06 = Definition(
    id="cr06",
    name=lv(
        "CR06 dalībnieki, kas sešus mēnešus pēc aiziešanas ir nodarbināti, tostarp pašnodarbināti"
    ).en("CR06 participants in employment, including self-employment, six months after leaving"),
    means=lv("Iestājoties bezdarbnieks vai neaktīvs, sešus mēnešus pēc aiziešanas strādā.").en(
        "Unemployed or inactive on entry, and in work on the day six months after leaving."
    ),
    among=term.not_working,
    where=term.in_work_six_months_after,
    settled_on=term.settled_six_months_after,
    confidence=Confidence.REMEMBERED,
    notes=(SAMPLE,),
)
CR07 = Definition(
    id="cr07",
    name=lv(
        "CR07 dalībnieki, kuru stāvoklis darba tirgū sešus mēnešus pēc aiziešanas ir uzlabojies"
    ).en("CR07 participants with an improved labour market situation six months after leaving"),
    means=lv(
        "Iestājoties strādāja un sešus mēnešus pēc aiziešanas strādā: drošāku darbu, pilnu laiku "
        "nepilnas slodzes vietā, kvalificētāku vai atbildīgāku darbu, vai paaugstināts amatā. Ar "
        "lielāku algu vai pāreju uz pašnodarbinātību vien nepietiek."
    ).en(
        "In work on entry and six months after leaving: a stable contract after a precarious one, "
        "full work after underemployment, work of higher skill or more responsibility, or a "
        "promotion. A rise in pay, or self-employment, alone does not count."
    ),
    among=term.working,
    where=term.in_work_six_months_after & term.got_better_work,
    settled_on=term.settled_six_months_after,
    notes=(SAMPLE,),
)
CR08 = Definition(
    id="cr08",
    name=lv(
        "CR08 dalībnieki, kas vecāki par 54 gadiem un sešus mēnešus pēc aiziešanas ir nodarbināti, "
        "tostarp pašnodarbināti"
    ).en(
        "CR08 participants above 54 years of age in employment, including self-employment, six "
        "months after leaving"
    ),
    means=lv("CR06 tiem, kuriem iestājoties bija 55 gadi vai vairāk.").en(
        "CR06 of those who were 55 or older on entry."
    ),
    among=(term.age >= 55) & term.not_working,
    where=term.in_work_six_months_after,
    part_of="esf.cr06",
    settled_on=term.settled_six_months_after,
    notes=(SAMPLE,),
)

# Of disadvantaged participants: whose, differs by text and by reading.

by_sensitive_data: Condition = any_of(CO15.where, CO16.where, CO17.where)
by_household: Condition = any_of(CO12.where, CO14.where)
disadvantaged_2013: Condition = by_sensitive_data | (~DISADVANTAGE_SET.is_(2) & by_household)
disadvantaged_2018: Condition = by_sensitive_data | (DISADVANTAGE_SET.is_(1) & by_household)
DISADVANTAGE_ASSUMES = (DISADVANTAGE_SET, CITIZENS_OF_OTHERS_ARE_MIGRANTS)

UNSURE = lv("Kuri rādītāji veido nelabvēlīgo situāciju, ir pieņēmums.").en(
    "Which indicators make the disadvantage is an assumption."
)


def _cr05(disadvantaged: Condition) -> Definition:
    return Definition(
        id="cr05",
        name=lv(
            "CR05 nelabvēlīgā situācijā esoši dalībnieki, kas pēc aiziešanas meklē darbu, ir "
            "iesaistījušies izglītībā vai apmācībā, iegūst kvalifikāciju vai ir nodarbināti, "
            "tostarp pašnodarbināti"
        ).en(
            "CR05 disadvantaged participants engaged in job searching, education/ training, "
            "gaining a qualification, in employment, including self-employment, upon leaving"
        ),
        means=lv(
            "Nelabvēlīgā situācijā esošs, kam ir vismaz viens no četriem rezultātiem; skaitās "
            "vienu reizi, lai cik rezultātu būtu."
        ).en(
            "Disadvantaged on entry, with at least one of the four results; counts once, however "
            "many there are."
        ),
        among=disadvantaged,
        where=any_of(newly_searching, newly_in_education, term.gained_qualification, newly_in_work),
        settled_on=term.settled_upon_leaving,
        assumes=(*DISADVANTAGE_ASSUMES, NEWLY_SEARCHING),
        confidence=Confidence.REMEMBERED,
        notes=(IN_FOUR_WEEKS, UNSURE, SENSITIVE),
    )


def _cr09(disadvantaged: Condition) -> Definition:
    return Definition(
        id="cr09",
        name=lv(
            "CR09 nelabvēlīgā situācijā esoši dalībnieki, kas sešus mēnešus pēc aiziešanas ir "
            "nodarbināti, tostarp pašnodarbināti"
        ).en(
            "CR09 disadvantaged participants in employment, including self-employment, six "
            "months after leaving"
        ),
        means=lv("CR06 nelabvēlīgā situācijā esošajiem.").en("CR06 of the disadvantaged."),
        among=all_of(disadvantaged, term.not_working),
        where=term.in_work_six_months_after,
        part_of="esf.cr06",
        settled_on=term.settled_six_months_after,
        assumes=DISADVANTAGE_ASSUMES,
        confidence=Confidence.REMEMBERED,
        notes=(UNSURE, SENSITIVE, SAMPLE),
    )


RESULTS: tuple[Metric, ...] = LIST.metrics(CR01, CR02, CR03, CR04, CR06, CR07, CR08)
"""The results that both texts of Annex I define alike."""

RESULTS_2013: tuple[Metric, ...] = IndicatorList(
    namespace="esf.2013",
    source=ANNEX_I_2013,
    complete=complete_2014,
    assumes=ASSUMES_2014,
    notes=LIST.notes,
).metrics(_cr05(disadvantaged_2013), _cr09(disadvantaged_2013))

RESULTS_2018: tuple[Metric, ...] = IndicatorList(
    namespace="esf.2018",
    source=ANNEX_I_2018,
    complete=complete_2014,
    assumes=ASSUMES_2014,
    notes=LIST.notes,
).metrics(_cr05(disadvantaged_2018), _cr09(disadvantaged_2018))
