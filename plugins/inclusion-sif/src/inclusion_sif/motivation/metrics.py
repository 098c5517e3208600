"""What was published about the programme. The outcomes of 2018 and 2021 are not the same figure.

In 2018 looking for work, training and a qualification were outcomes too; in 2020 and 2021 only
employment and education were. :func:`inclusion_core.metrics.comparing.compared` says so.
"""

from __future__ import annotations

from inclusion_core.facts.rows import PersonRow
from inclusion_core.metrics.metric import Axis, ClassifiedOn, Grain, Membership, Metric
from inclusion_core.model.outcome import OutcomeKind
from inclusion_core.texts import lv
from inclusion_sif.motivation import facts
from inclusion_sif.sources import ANNOUNCEMENT_2019, ANNOUNCEMENT_2021, CONTRACT_2018

__all__ = [
    "CLIENTS",
    "ENTRANTS",
    "METRICS",
    "NARROW",
    "OUTCOMES_2018",
    "OUTCOMES_2021",
    "REGION",
    "SIX_MONTHS_GO_ON",
    "WIDE",
]

EMPLOYED = (OutcomeKind.EMPLOYMENT, OutcomeKind.SELF_EMPLOYMENT)
WIDE = (
    *EMPLOYED,
    OutcomeKind.JOB_SEARCH,
    OutcomeKind.EDUCATION,
    OutcomeKind.TRAINING,
    OutcomeKind.QUALIFICATION,
)
"""What was an outcome in 2018."""
NARROW = (*EMPLOYED, OutcomeKind.EDUCATION)
"""What was an outcome in 2020 and 2021."""
SELF_EMPLOYED_TOO = lv(
    "Paziņojums nesaka, vai pašnodarbinātība ir nodarbinātība; te tā ir, kā MK 102 4.2.2. punktā "
    "(pašu interpretācija)."
).en(
    "The announcement does not say whether self-employment is employment; here it is, as in MK "
    "102, point 4.2.2 (our own reading)."
)
IN_PERIOD = lv(
    "Rezultāts ir sasniegts pārskata periodā; vai to sasniedza programmā vai pēc tās, nav teikts "
    "(pašu interpretācija)."
).en(
    "The outcome was reached in the period; whether in the programme or after it is not said (our "
    "own reading)."
)

CLIENTS = Metric(
    id="sif.motivation.clients",
    says=lv("Personas, kuras saņēma motivācijas un atbalsta pakalpojumus").en(
        "Persons who received motivation and support services"
    ),
    subject=PersonRow,
    universe=facts.served,
    grain=Grain.PROGRAMME,
    membership=Membership.ACTIVE,
    source=ANNOUNCEMENT_2019,
)

REGION = Axis(id="region", says=lv("Reģions").en("Region"), code=facts.region)

OUTCOMES_2018 = Metric(
    id="sif.motivation.outcomes-2018",
    says=lv(
        "Personas, kuras meklē darbu, strādā, mācās, apgūst prasmes vai ieguva kvalifikāciju"
    ).en("Persons in job search, employment, education or training, or with a qualification"),
    subject=PersonRow,
    universe=facts.served,
    where=facts.has_outcome(*WIDE),
    grain=Grain.PROGRAMME,
    membership=Membership.ACTIVE,
    classified_on=ClassifiedOn.EVENT_DAY,
    by=REGION,
    part_of=CLIENTS.id,
    source=ANNOUNCEMENT_2019,
    notes=(SELF_EMPLOYED_TOO, IN_PERIOD),
)

OUTCOMES_2021 = Metric(
    id="sif.motivation.outcomes-2021",
    says=lv("Personas, kuras atgriezās nodarbinātībā vai izglītībā").en(
        "Persons re-included in employment or education"
    ),
    subject=PersonRow,
    universe=facts.served,
    where=facts.has_outcome(*NARROW),
    grain=Grain.PROGRAMME,
    membership=Membership.ACTIVE,
    classified_on=ClassifiedOn.EVENT_DAY,
    part_of=CLIENTS.id,
    source=ANNOUNCEMENT_2021,
    notes=(
        SELF_EMPLOYED_TOO,
        IN_PERIOD,
        lv(
            "Šaurāka definīcija nekā 2018. gadā: darba meklējumi, apmācība un kvalifikācija "
            "neskaitās."
        ).en(
            "A narrower definition than in 2018: job search, training and a qualification do not "
            "count."
        ),
    ),
)

ENTRANTS = Metric(
    id="sif.motivation.entrants",
    says=lv("Personas, kuras iestājās programmā pārskata periodā").en(
        "Persons who entered the programme in the period"
    ),
    subject=PersonRow,
    universe=facts.served,
    where=facts.entered,
    grain=Grain.PROGRAMME,
    membership=Membership.ENTERED,
    part_of=CLIENTS.id,
    source=ANNOUNCEMENT_2019.own_reading(
        lv(
            "nav teikts, vai saņēmušo skaitā ir arī tie, kuri iestājās pirms perioda; te tie ir, "
            "un šis rādītājs rāda, cik ir bez tiem"
        ).en(
            "it is not said whether those who received the services include who had entered before "
            "the period; here they do, and this figure shows how many there are without them"
        )
    ),
)

SIX_MONTHS_GO_ON = Metric(
    id="sif.motivation.six-months-go-on",
    says=lv("Personas, kurām seši mēneši perioda beigās vēl nav pagājuši").en(
        "Persons whose six months are not over at the end of the period"
    ),
    subject=PersonRow,
    universe=facts.served,
    where=facts.six_months_go_on,
    grain=Grain.PROGRAMME,
    membership=Membership.ACTIVE,
    classified_on=ClassifiedOn.LAST_ACTIVE_DAY,
    part_of=CLIENTS.id,
    source=CONTRACT_2018.own_reading(
        lv(
            "paziņojumi par to nesaka neko; šo personu rezultāts var būt sasniegts arī vēlāk, un "
            "tad tas šajā periodā neskaitās"
        ).en(
            "the announcements say nothing of it; the outcome of these persons may come later, and "
            "does not count in this period then"
        )
    ),
)

METRICS: tuple[Metric, ...] = (
    *(CLIENTS, ENTRANTS, SIX_MONTHS_GO_ON),
    *(OUTCOMES_2018, OUTCOMES_2021),
)
