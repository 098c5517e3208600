"""Whom the programme is for, and who may not be supported by it at the same time as by another."""

from __future__ import annotations

from inclusion_core.expr import Condition
from inclusion_core.facts.subjects import PARTICIPATION
from inclusion_core.facts.telling import Telling
from inclusion_core.model.traits import RiskGround
from inclusion_core.rules.rule import Moment, Role, Rule
from inclusion_core.sources import Source
from inclusion_core.texts import Text, lv
from inclusion_sif.motivation.facts import (
    AGE_OF_RISK,
    age,
    age_on_entry,
    entered_at_risk_by,
    is_in_a_measure,
)
from inclusion_sif.motivation.programme import (
    MEASURE_7_3_2,
    MEASURE_9_1_1_1,
    MEASURE_9_1_1_2,
    MOTIVATION,
)
from inclusion_sif.sources import MK102

__all__ = ["RULES"]


def _ground(
    stem: str, says: Text, holds: Condition, source: Source, tells: Telling | None = None
) -> Rule:
    return Rule(
        id=f"{MOTIVATION.id}.{stem}",
        programme=MOTIVATION.id,
        role=Role.GROUND,
        says=says,
        holds=holds,
        source=source,
        tells=tells,
    )


GENDER = _ground(
    "gender",
    lv(
        "risks dzimuma dēļ: pēc bērna kopšanas atvaļinājuma, no vardarbības cietusi persona, "
        "ģimenes locekļa kopējs vai viena vecāka ģimene"
    ).en(
        "at risk by gender: after childcare leave, victim of violence, carer of a family member, "
        "or single-parent family"
    ),
    entered_at_risk_by(RiskGround.GENDER),
    MK102.point("3.1.1"),
)

AGE = _ground(
    "age",
    lv("risks vecuma dēļ: vismaz 50 gadu").en("at risk by age: 50 or older"),
    age_on_entry >= AGE_OF_RISK,
    MK102.point("3.1.2").own_reading(
        lv('"pēc 50 gadu vecuma" lasīts kā vismaz 50 pilni gadi iestāšanās dienā').en(
            '"after the age of 50" is read as 50 completed years or more on the day of entry'
        )
    ),
    Telling(
        lv("risks vecuma dēļ: vismaz 50 gadu; iestāšanās dienā, {entered_on:locative}: {age}").en(
            "at risk by age: 50 or older; on the day of entry, {entered_on}: {age}"
        ),
        {"entered_on": PARTICIPATION.entered_on, "age": age_on_entry},
    ),
)

DISABILITY = _ground(
    "disability",
    lv("risks invaliditātes dēļ, arī bezdarbnieki ar invaliditāti vai zemu izglītību").en(
        "at risk by disability, also unemployed with a disability, or with low education"
    ),
    entered_at_risk_by(RiskGround.DISABILITY),
    MK102.point("3.1.3"),
)

ETHNICITY = _ground(
    "ethnicity",
    lv("risks etniskās piederības dēļ: romi un citas etniskās minoritātes").en(
        "at risk by ethnicity: Roma and other ethnic minorities"
    ),
    entered_at_risk_by(RiskGround.ETHNICITY),
    MK102.point("3.1.4"),
)

HOMELESSNESS = _ground(
    "homelessness",
    lv("bezpajumtnieks").en("homeless"),
    entered_at_risk_by(RiskGround.HOMELESSNESS),
    MK102.point("3.1.5").own_reading(
        lv(
            "punkts pievienots ar vēlāku grozījumu, kura diena mums nav zināma; te tas ir spēkā "
            "vienmēr"
        ).en(
            "the point was added by a later amendment, whose day is not known to us; here it is "
            "always in force"
        )
    ),
)


def _exclusion(stem: str, says: Text, holds: Condition, source: Source) -> Rule:
    return Rule(
        id=f"{MOTIVATION.id}.{stem}",
        programme=MOTIVATION.id,
        role=Role.EXCLUSION,
        judged_at=Moment.SERVICE_DAY,
        says=says,
        holds=holds,
        source=source,
    )


OTHER_MEASURE = _exclusion(
    "other-measure",
    lv("šajā dienā saņem pasākuma 9.1.1.1 vai 9.1.1.2 atbalstu").en(
        "is supported by measure 9.1.1.1 or 9.1.1.2 on that day"
    ),
    is_in_a_measure(MEASURE_9_1_1_1, MEASURE_9_1_1_2),
    MK102.point("39.4"),
)

OTHER_MEASURE_FOR_OLDER = _exclusion(
    "other-measure-for-older",
    lv("šajā dienā ir vismaz 50 gadu vecs un saņem pasākuma 7.3.2 atbalstu").en(
        "is 50 or older and supported by measure 7.3.2 on that day"
    ),
    is_in_a_measure(MEASURE_7_3_2) & (age >= AGE_OF_RISK),
    MK102.point("39.4").own_reading(
        lv(
            "noteikumi nosauc pakalpojumus vecuma grupai, kuru mērķis ir palikt darbā; te tie ir "
            "visi pakalpojumi tam, kam ir vismaz 50 gadu"
        ).en(
            "the rules name services for the age group that aim at staying in work; here these "
            "are all services for who is 50 or older"
        )
    ),
)

RULES: tuple[Rule, ...] = (
    *(AGE, DISABILITY, ETHNICITY, GENDER, HOMELESSNESS),
    *(OTHER_MEASURE, OTHER_MEASURE_FOR_OLDER),
)
