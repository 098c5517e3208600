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
from inclusion_sif.sources import ANNOUNCEMENT_2019, ANNOUNCEMENT_2021

__all__ = ["CLIENTS", "METRICS", "OUTCOMES_2018", "OUTCOMES_2021", "REGION"]

EMPLOYED = (OutcomeKind.EMPLOYMENT, OutcomeKind.SELF_EMPLOYMENT)
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
    where=facts.has_outcome(
        *EMPLOYED,
        OutcomeKind.JOB_SEARCH,
        OutcomeKind.EDUCATION,
        OutcomeKind.TRAINING,
        OutcomeKind.QUALIFICATION,
    ),
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
    where=facts.has_outcome(*EMPLOYED, OutcomeKind.EDUCATION),
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

METRICS: tuple[Metric, ...] = (CLIENTS, OUTCOMES_2018, OUTCOMES_2021)
