"""Result indicators of specific objective (b), and of those of whom they are asked.

R.2.8 is the language result, R.2.9 the one on helpfulness; the two are often swapped.
"""

from __future__ import annotations

import attrs

from inclusion_amif.indicator import OnPersons
from inclusion_amif.integration import IN_COURSE, INTEGRATION_OUTPUTS, SUPPORTED
from inclusion_amif.notes import AMONG_SUPPORTED, CORE
from inclusion_amif.sources import item_b
from inclusion_amif.terms import by_now, participation
from inclusion_core.expr import DayExpression, all_of
from inclusion_core.metrics.metric import Metric
from inclusion_core.metrics.rate import Rate
from inclusion_core.texts import Text, lv

__all__ = ["ASKED", "LEFT_COURSE", "RATES", "RESULTS"]

LEFT_COURSE = (*IN_COURSE, by_now(participation.left_course_on))
"""Who left a language course: of them R.2.8 is asked."""

LEVEL_UP = OnPersons(
    code="R.2.8",
    name=lv(
        "valodas kursu dalībnieki, kas, pabeidzot kursus, uzņēmējvalsts valodas prasmi ir "
        "uzlabojuši vismaz par vienu Eiropas vienotās valodu prasmes noteikšanas sistēmas vai "
        "līdzvērtīgas valsts sistēmas līmeni"
    ).en(
        "number of participants in language courses who, upon leaving the language course, have "
        "improved their proficiency level in the host-country language by at least one level in "
        "the Common European Framework of Reference for Languages or national equivalent"
    ),
    of_whom=LEFT_COURSE,
    who=by_now(participation.level_up_on),
    means=lv(
        "Viena kursa beigu tests ir vismaz līmeni augstāk par tā paša kursa sākuma testu; bez "
        "viena no abiem tas nav zināms."
    ).en(
        "The test upon leaving a course is a level or more above that on entry to the same course; "
        "without one of the two it is not known."
    ),
    source=item_b("8"),
    part_of="O.2.3.1",
    notes=(CORE,),
).metric


def _of_the_supported(code: str, name: Text, on: DayExpression, means: Text) -> Metric:
    return OnPersons(
        code=code,
        name=name,
        of_whom=SUPPORTED,
        who=by_now(on),
        means=means,
        source=item_b(code.removeprefix("R.2.")),
        part_of="O.2.3",
        notes=(CORE, AMONG_SUPPORTED),
    ).metric


HELPFUL = _of_the_supported(
    "R.2.9",
    lv("dalībnieki, kas norāda, ka darbība bija noderīga viņu integrācijai").en(
        "number of participants who report that the activity was helpful for their integration"
    ),
    participation.found_helpful_on,
    lv(
        "Pašu sniegta atbilde aptaujā; pietiek ar vienu jā. Kuram nejautāja, par to nav zināms. "
        "Brīdis fonda norādījumos jāpārbauda."
    ).en(
        "Their own answer in a survey; one yes is enough. Of whom nobody asked it is not known. "
        "The moment is to be verified in the guidance of the fund."
    ),
)
RECOGNITION = _of_the_supported(
    "R.2.10",
    lv("dalībnieki, kas pieteicās trešā valstī iegūtas kvalifikācijas vai prasmju atzīšanai").en(
        "number of participants who applied for their qualification or skills acquired in a third "
        "country to be recognised or assessed"
    ),
    participation.recognition_on,
    lv("Skaita pieteikumu, nevis lēmumu: arī noraidīts pieteikums skaitās.").en(
        "The application counts, not its outcome: one that was refused counts too."
    ),
)
LONG_TERM_RESIDENCE = _of_the_supported(
    "R.2.11",
    lv("dalībnieki, kas pieteicās pastāvīgā iedzīvotāja statusam").en(
        "number of participants who applied for a long-term residence status"
    ),
    participation.long_term_residence_on,
    lv("Skaita pieteikumu, nevis piešķiršanu.").en("The application counts, not the grant."),
)

RESULTS: tuple[Metric, ...] = (LEVEL_UP, HELPFUL, RECOGNITION, LONG_TERM_RESIDENCE)
"""R.2.8 to R.2.11, in their order."""

LEFT_A_COURSE: Metric = attrs.evolve(
    LEVEL_UP,
    id="amif.asked.left-a-course",
    says=lv("Aizgājuši no valodas kursiem").en("Left a language course"),
    where=all_of(),
    part_of="amif.2021.o.2.3.1",
)
ASKED: tuple[Metric, ...] = (LEFT_A_COURSE,)
"""Wholes of rates that are no indicators."""

SUPPORTED_PERSONS = next(each for each in INTEGRATION_OUTPUTS if each.id == "amif.2021.o.2.3")
SHARE = lv("{indicator}; no: {of_whom}").en("{indicator}; of: {of_whom}")


def _rate(result: Metric) -> Rate:
    among = LEFT_A_COURSE if result is LEVEL_UP else SUPPORTED_PERSONS
    return Rate(
        id=f"amif.rate.{result.id.removeprefix('amif.2021.')}",
        says=SHARE.filled(indicator=result.says, of_whom=among.says),
        of=result,
        among=among,
        source=result.source,
    )


RATES: tuple[Rate, ...] = tuple(_rate(each) for each in RESULTS)
"""Of those of whom a result is asked, how many have it."""
