"""Which answers each period needs of whom, so that they can be had before a report is due."""

from __future__ import annotations

from inclusion_core.metrics.gaps import Gaps
from inclusion_core.texts import lv
from inclusion_esf import definitions as term
from inclusion_esf.completeness import (
    ASSUMES_2014,
    HOUSEHOLD_FIELDS,
    is_objective_l,
    needs_household,
)
from inclusion_esf.sources import ANNEX_I_2013, ANSWERS_2014, REGULATION_2021
from inclusion_esf.table import PARTICIPATIONS

__all__ = ["GAPS_2014", "GAPS_PLUS"]

COMPLETE_2014 = Gaps(
    id="esf.gaps.complete",
    says=lv("ESF 2014-2020: bez kā ieraksts nav pilnīgs un dalībnieks ir tikai kopskaitā").en(
        "ESF 2014-2020: without what a record is incomplete, and the participant in the grand "
        "total alone"
    ),
    table=PARTICIPATIONS,
    among=term.entered,
    fields=("gender", "born_on", "labour_status", "education_level"),
    source=ANSWERS_2014,
)
HOUSEHOLD_2014 = Gaps(
    id="esf.gaps.household",
    says=lv("ESF 2014-2020: mājsaimniecība, bez kuras ieraksts nav pilnīgs").en(
        "ESF 2014-2020: the household, without which a record is incomplete"
    ),
    table=PARTICIPATIONS,
    among=term.entered & needs_household,
    fields=HOUSEHOLD_FIELDS,
    assumes=ASSUMES_2014,
    source=ANNEX_I_2013,
)
INDICATORS_2014 = Gaps(
    id="esf.gaps.indicators",
    says=lv("ESF 2014-2020: bez kā nevar pateikt kādu iznākuma rādītāju").en(
        "ESF 2014-2020: without what an output indicator cannot be told"
    ),
    table=PARTICIPATIONS,
    among=term.entered,
    fields=("in_education", "settlement", "homeless"),
    source=ANNEX_I_2013,
)
UNEMPLOYED = Gaps(
    id="esf.gaps.unemployed-since",
    says=lv("Bezdarbnieki, par kuriem nav zināms, kopš kura laika").en(
        "Unemployed, and it is not known since when"
    ),
    table=PARTICIPATIONS,
    among=term.entered & term.unemployed,
    fields=("unemployed_since",),
    source=ANNEX_I_2013,
)
SENSITIVE_2014 = Gaps(
    id="esf.gaps.sensitive",
    says=lv(
        "ESF 2014-2020: īpašo kategoriju dati; atteikums jāpieņem, bet jābūt redzamam, ka jautāts"
    ).en(
        "ESF 2014-2020: special categories of data; a refusal must be accepted, but it must be "
        "seen that they were asked"
    ),
    table=PARTICIPATIONS,
    among=term.entered,
    fields=(
        *("foreign_background", "minority", "third_country_national"),
        *("disability", "other_disadvantage"),
    ),
    source=ANSWERS_2014,
)
UPON_LEAVING = Gaps(
    id="esf.gaps.upon-leaving",
    says=lv("Kas nav zināms par aizgājušajiem 28. dienā pēc aiziešanas").en(
        "What is not known of who left, on the 28th day after leaving"
    ),
    table=PARTICIPATIONS,
    among=term.left,
    fields=(
        *("labour_event_upon_leaving", "education_upon_leaving", "qualification_upon_leaving"),
    ),
    source=ANSWERS_2014,
)
SIX_MONTHS_AFTER = Gaps(
    id="esf.gaps.six-months-after",
    says=lv("Kas nav zināms par aizgājušajiem sešus mēnešus pēc aiziešanas").en(
        "What is not known of who left, six months after leaving"
    ),
    table=PARTICIPATIONS,
    among=term.left,
    fields=("labour_status_six_months_after",),
    source=ANSWERS_2014,
)
IMPROVED = Gaps(
    id="esf.gaps.improved",
    says=lv("Iestājoties nodarbinātie, par kuru darbu nav zināms, vai tas uzlabojies").en(
        "Employed on entry, and it is not known whether their work has improved"
    ),
    table=PARTICIPATIONS,
    among=term.left & term.working,
    fields=(
        *("work_security", "working_time"),
        *("work_security_six_months_after", "working_time_six_months_after"),
        "better_work_six_months_after",
    ),
    source=ANSWERS_2014,
)

GAPS_2014: tuple[Gaps, ...] = (
    *(COMPLETE_2014, HOUSEHOLD_2014, INDICATORS_2014, UNEMPLOYED, SENSITIVE_2014),
    *(UPON_LEAVING, SIX_MONTHS_AFTER, IMPROVED),
)

COMPLETE_PLUS = Gaps(
    id="esf.plus.gaps.complete",
    says=lv("ESF+: bez kā dalībnieka nav pat kopskaitā").en(
        "ESF+: without what a participant is not even in the total"
    ),
    table=PARTICIPATIONS,
    among=term.entered & ~is_objective_l,
    fields=("labour_status", "born_on", "education_level"),
    source=REGULATION_2021.article("17(5)"),
)
BASICS_PLUS = Gaps(
    id="esf.plus.gaps.basics",
    says=lv("ESF+: pēc kā rādītājus dala, un vecums konkrētajā mērķī (l)").en(
        "ESF+: by what indicators are broken down, and the age in specific objective (l)"
    ),
    table=PARTICIPATIONS,
    among=term.entered,
    fields=("objective", "gender", "born_on"),
    source=REGULATION_2021.annex("I"),
)
POINT_1_2 = Gaps(
    id="esf.plus.gaps.point-1-2",
    says=lv("ESF+: 1.2. punkta dati; kur to nav, drīkst novērtēt").en(
        "ESF+: data of point 1.2; where there are none, they may be estimated"
    ),
    table=PARTICIPATIONS,
    among=term.entered,
    fields=(
        *("disability", "third_country_national", "foreign_background", "minority"),
        *("homeless", "settlement"),
    ),
    source=REGULATION_2021.at(lv("I pielikuma 1.2. punkts").en("Annex I, point 1.2")),
)

GAPS_PLUS: tuple[Gaps, ...] = (
    *(BASICS_PLUS, COMPLETE_PLUS, POINT_1_2, UNEMPLOYED, UPON_LEAVING, SIX_MONTHS_AFTER, IMPROVED),
)
