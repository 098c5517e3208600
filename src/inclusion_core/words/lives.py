"""Words for lives: education, work, what makes exclusion likelier, how it was on entry."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from inclusion_core.model.education import EducationKind, EducationLevel
from inclusion_core.model.entry import Settlement
from inclusion_core.model.labour import ContractKind, LabourStatus, WorkingTime, WorkKind
from inclusion_core.model.traits import (
    DependantKind,
    DisabilityGroup,
    RiskCircumstance,
    RiskGround,
)
from inclusion_core.texts import Text, lv

__all__ = ["CODES", "FIELDS", "TYPES"]

TYPES: Mapping[str, Text] = {
    "education_spell": lv("mācību posms").en("period of education"),
    "education_attainment": lv("iegūtā izglītība").en("educational attainment"),
    "labour_spell": lv("statuss darba tirgū").en("labour-market status"),
    "risk_spell": lv("sociālās atstumtības risks").en("risk of social exclusion"),
    "disability_spell": lv("invaliditāte").en("disability"),
    "caring_spell": lv("apgādājamā aprūpe").en("care of a dependant"),
    "entry_traits": lv("raksturojums iestājoties").en("profile at entry"),
}

FIELDS: Mapping[str, Text] = {
    "education_spell.full_time": lv("pilna laika mācības").en("full time"),
    "education_attainment.level": lv("izglītības līmenis").en("level of education"),
    "education_attainment.attained_on": lv("iegūšanas diena").en("day of completion"),
    "education_attainment.recognised": lv("oficiāli atzīta").en("officially recognised"),
    "labour_spell.status": lv("statuss").en("status"),
    "labour_spell.work": lv("nodarbinātības veids").en("kind of work"),
    "labour_spell.contract": lv("darba stabilitāte").en("security of work"),
    "labour_spell.working_time": lv("darba apjoms").en("amount of work"),
    "labour_spell.temporarily_away": lv("īslaicīgā prombūtnē").en("temporarily away"),
    "labour_spell.registered": lv("reģistrēts kā bezdarbnieks").en("registered as unemployed"),
    "risk_spell.ground": lv("riska pamats").en("ground"),
    "risk_spell.circumstance": lv("apstāklis").en("circumstance"),
    "disability_spell.group": lv("invaliditātes grupa").en("disability group"),
    "caring_spell.dependant": lv("apgādājamais").en("dependant"),
    "caring_spell.shares_household": lv("kopīga mājsaimniecība").en("shared household"),
    "entry_traits.labour_status": lv("statuss darba tirgū").en("labour-market status"),
    "entry_traits.unemployed_since": lv("bezdarbnieks kopš").en("unemployed since"),
    "entry_traits.in_education": lv("mācās vai piedalās apmācībā").en("in education or training"),
    "entry_traits.education_level": lv("augstākais iegūtais izglītības līmenis").en(
        "highest level of education"
    ),
    "entry_traits.foreign_background": lv("ārvalstu izcelsme").en("foreign background"),
    "entry_traits.minority": lv("piederība minoritātei, arī romiem").en(
        "member of a minority, Roma included"
    ),
    "entry_traits.disability": lv("invaliditāte").en("disability"),
    "entry_traits.homeless": lv("bez pajumtes vai atstumts mājokļa ziņā").en(
        "homeless or shut out of housing"
    ),
    "entry_traits.other_disadvantage": lv("cits nelabvēlīgs apstāklis").en("other disadvantage"),
    "entry_traits.jobless_household": lv("mājsaimniecība bez nodarbinātajiem").en(
        "jobless household"
    ),
    "entry_traits.dependent_children": lv("apgādājami bērni mājsaimniecībā").en(
        "dependent children in the household"
    ),
    "entry_traits.single_adult": lv("viens pieaugušais mājsaimniecībā").en(
        "only one adult in the household"
    ),
    "entry_traits.settlement": lv("urbanizācijas pakāpe").en("degree of urbanisation"),
    "entry_traits.region": lv("reģions").en("region"),
}

CODES: Mapping[Enum, Text] = {
    EducationKind.PRESCHOOL: lv("pirmsskolas izglītība").en("preschool"),
    EducationKind.GENERAL_EDUCATION: lv("vispārējā izglītība").en("general education"),
    EducationKind.VOCATIONAL: lv("profesionālā izglītība").en("vocational education"),
    EducationKind.HIGHER: lv("augstākā izglītība").en("higher education"),
    EducationKind.LANGUAGE_COURSE: lv("valodas kurss").en("language course"),
    EducationKind.TRAINING: lv("apmācība").en("training"),
    EducationLevel.ISCED_0: lv("zemāks par sākumskolas izglītību (ISCED 0)").en(
        "less than primary (ISCED 0)"
    ),
    EducationLevel.ISCED_1: lv("sākumskolas izglītība (ISCED 1)").en("primary (ISCED 1)"),
    EducationLevel.ISCED_2: lv("pamatizglītība (ISCED 2)").en("lower secondary (ISCED 2)"),
    EducationLevel.ISCED_3: lv("vidējā izglītība (ISCED 3)").en("upper secondary (ISCED 3)"),
    EducationLevel.ISCED_4: lv("pēcvidējā izglītība (ISCED 4)").en(
        "post-secondary non-tertiary (ISCED 4)"
    ),
    EducationLevel.ISCED_5: lv("īsā cikla augstākā izglītība (ISCED 5)").en(
        "short-cycle tertiary (ISCED 5)"
    ),
    EducationLevel.ISCED_6: lv("bakalaurs vai līdzvērtīgs līmenis (ISCED 6)").en(
        "bachelor or equivalent (ISCED 6)"
    ),
    EducationLevel.ISCED_7: lv("maģistrs vai līdzvērtīgs līmenis (ISCED 7)").en(
        "master or equivalent (ISCED 7)"
    ),
    EducationLevel.ISCED_8: lv("doktors vai līdzvērtīgs līmenis (ISCED 8)").en(
        "doctoral or equivalent (ISCED 8)"
    ),
    LabourStatus.EMPLOYED: lv("nodarbināta persona").en("employed"),
    LabourStatus.UNEMPLOYED: lv("bezdarbnieks").en("unemployed"),
    LabourStatus.INACTIVE: lv("ekonomiski neaktīva persona").en("inactive"),
    WorkKind.EMPLOYEE: lv("darba ņēmējs").en("employee"),
    WorkKind.SELF_EMPLOYED: lv("pašnodarbināta persona").en("self-employed"),
    WorkKind.UNPAID_FAMILY_WORKER: lv("neapmaksāts palīgs ģimenes uzņēmumā").en(
        "unpaid family worker"
    ),
    ContractKind.STABLE: lv("stabils darbs").en("stable"),
    ContractKind.PRECARIOUS: lv("nestabils darbs").en("precarious"),
    WorkingTime.FULL: lv("tik daudz, cik vēlas").en("as much as wanted"),
    WorkingTime.UNDEREMPLOYED: lv("mazāk, nekā vēlas").en("less than wanted"),
    RiskGround.GENDER: lv("dzimums").en("gender"),
    RiskGround.AGE: lv("vecums").en("age"),
    RiskGround.DISABILITY: lv("invaliditāte").en("disability"),
    RiskGround.ETHNICITY: lv("etniskā piederība").en("ethnicity"),
    RiskGround.HOMELESSNESS: lv("bezpajumtniecība").en("homelessness"),
    RiskGround.FORCED_MIGRATION: lv("piespiedu migrācija").en("forced migration"),
    RiskCircumstance.AFTER_CHILDCARE_LEAVE: lv("pēc bērna kopšanas atvaļinājuma").en(
        "after childcare leave"
    ),
    RiskCircumstance.VICTIM_OF_VIOLENCE: lv("no vardarbības cietusi persona").en(
        "victim of violence"
    ),
    RiskCircumstance.CARER_OF_RELATIVE: lv("persona, kas kopj citu ģimenes locekli").en(
        "carer of a family member"
    ),
    RiskCircumstance.SINGLE_PARENT: lv("viena vecāka ģimene").en("single-parent family"),
    RiskCircumstance.OVER_50: lv("pēc 50 gadu vecuma").en("over 50"),
    RiskCircumstance.UNEMPLOYED_WITH_DISABILITY: lv("bezdarbnieks ar invaliditāti").en(
        "unemployed with a disability"
    ),
    RiskCircumstance.LOW_EDUCATION: lv("zems izglītības līmenis").en("low education"),
    RiskCircumstance.ROMA: lv("romu tautības persona").en("Roma"),
    RiskCircumstance.OTHER_MINORITY: lv("cita minoritāte").en("other minority"),
    RiskCircumstance.OTHER: lv("cits").en("other"),
    DisabilityGroup.GROUP_1: lv("I grupa").en("group I"),
    DisabilityGroup.GROUP_2: lv("II grupa").en("group II"),
    DisabilityGroup.GROUP_3: lv("III grupa").en("group III"),
    DisabilityGroup.CHILD: lv("bērns ar invaliditāti").en("child with a disability"),
    DependantKind.CHILD: lv("bērns").en("child"),
    DependantKind.CHILD_WITH_DISABILITY: lv("bērns ar invaliditāti").en("child with a disability"),
    DependantKind.ADULT_WITH_DISABILITY: lv("pieaugušais ar invaliditāti").en(
        "adult with a disability"
    ),
    DependantKind.OLDER_RELATIVE: lv("gados vecāks radinieks").en("older relative"),
    DependantKind.OTHER: lv("cits").en("other"),
    Settlement.CITY: lv("lielpilsēta").en("city"),
    Settlement.TOWN: lv("mazpilsēta vai piepilsēta").en("town or suburb"),
    Settlement.RURAL: lv("lauku apvidus").en("rural area"),
}
