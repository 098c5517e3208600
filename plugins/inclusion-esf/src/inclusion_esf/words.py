"""Words for the participation record and for what else the funds count."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from inclusion_core.texts import Text, lv
from inclusion_core.vocabulary import Vocabulary
from inclusion_esf.participation import LabourEvent
from inclusion_esf.records import EnterpriseSize, EntityKind, EstimateBasis

__all__ = ["PARTICIPATION_WORDS", "WORDS"]

PARTICIPATION_FIELDS: Mapping[str, Text] = {
    "operation": lv("projekts").en("operation"),
    "objective": lv("ieguldījumu prioritāte vai konkrētais mērķis").en(
        "investment priority or specific objective"
    ),
    "most_deprived": lv("projekts vistrūcīgākajām personām").en("operation for the most deprived"),
    "region": lv("reģions iestājoties").en("region on entry"),
    "gender": lv("dzimums").en("gender"),
    "born_on": lv("dzimšanas datums").en("day of birth"),
    "entered_on": lv("iestāšanās diena").en("day of entry"),
    "left_on": lv("pēdējā diena projektā").en("last day in the operation"),
    "labour_status": lv("statuss darba tirgū iestājoties").en("labour status on entry"),
    "unemployed_since": lv("bezdarbnieks kopš").en("unemployed since"),
    "in_education": lv("iestājoties mācās").en("in education or training on entry"),
    "education_level": lv("augstākais pabeigtais izglītības līmenis").en(
        "highest completed level of education"
    ),
    "foreign_background": lv("ārvalstu izcelsme").en("foreign background"),
    "minority": lv("pieder minoritātei").en("belongs to a minority"),
    "third_country_national": lv("trešās valsts valstspiederīgais").en("third-country national"),
    "disability": lv("invaliditāte").en("disability"),
    "other_disadvantage": lv("cita nelabvēlīga situācija").en("other disadvantage"),
    "homeless": lv("bez mājokļa vai skarts mājokļa atstumtībā").en(
        "homeless or affected by housing exclusion"
    ),
    "settlement": lv("dzīvesvietas urbanizācijas pakāpe").en("degree of urbanisation"),
    "jobless_household": lv("mājsaimniecībā neviens nestrādā").en("jobless household"),
    "dependent_children": lv("mājsaimniecībā ir apgādājami bērni").en(
        "dependent children in the household"
    ),
    "single_adult": lv("mājsaimniecībā ir viens pieaugušais").en("single-adult household"),
    "work_security": lv("darba drošība iestājoties").en("security of work on entry"),
    "working_time": lv("noslodze iestājoties").en("working time on entry"),
    "labour_event_upon_leaving": lv("pēdējais notikums darba tirgū pēc aiziešanas").en(
        "last labour-market event upon leaving"
    ),
    "education_upon_leaving": lv("pēc aiziešanas mācās").en(
        "in education or training upon leaving"
    ),
    "qualification_upon_leaving": lv("pēc aiziešanas ieguvis kvalifikāciju").en(
        "gained a qualification upon leaving"
    ),
    "labour_status_six_months_after": lv("statuss darba tirgū pēc sešiem mēnešiem").en(
        "labour status six months after leaving"
    ),
    "work_security_six_months_after": lv("darba drošība pēc sešiem mēnešiem").en(
        "security of work six months after leaving"
    ),
    "working_time_six_months_after": lv("noslodze pēc sešiem mēnešiem").en(
        "working time six months after leaving"
    ),
    "better_work_six_months_after": lv("pēc sešiem mēnešiem labāks darbs vai amats").en(
        "better work or promotion six months after leaving"
    ),
}

PARTICIPATION_CODES: Mapping[Enum, Text] = {
    LabourEvent.JOB_SEARCH: lv("sācis meklēt darbu").en("began to look for work"),
    LabourEvent.EMPLOYMENT: lv("sācis strādāt").en("began to work"),
    LabourEvent.SELF_EMPLOYMENT: lv("kļuvis pašnodarbināts").en("became self-employed"),
}

PARTICIPATION_WORDS: Vocabulary = Vocabulary(
    id="esf.participation-words",
    types={"esf_participation": lv("ESF dalībnieks projektā").en("participant in an operation")},
    fields={f"esf_participation.{name}": words for name, words in PARTICIPATION_FIELDS.items()},
    codes=PARTICIPATION_CODES,
)
"""What the columns of the participation record and their codes are called."""

WORDS: Vocabulary = Vocabulary(
    id="esf.words",
    types={
        "esf_project": lv("ESF ziņas par projektu").en("ESF data on an operation"),
        "esf_supported_entity": lv("atbalstītais uzņēmums vai iestāde").en("supported entity"),
        "esf_estimate": lv("dalībnieku skaita novērtējums").en("estimated number of participants"),
    },
    fields={
        "esf_project.objective": PARTICIPATION_FIELDS["objective"],
        "esf_project.most_deprived": PARTICIPATION_FIELDS["most_deprived"],
        "esf_project.by_partners": lv("īsteno sociālie partneri vai NVO").en(
            "implemented by social partners or NGOs"
        ),
        "esf_project.for_women_in_employment": lv("sievietēm nodarbinātībā").en(
            "for women in employment"
        ),
        "esf_project.for_public_administration": lv("valsts pārvaldei vai pakalpojumiem").en(
            "for public administrations or services"
        ),
        "esf_project.selected_on": lv("atlases diena").en("day of selection"),
        "esf_supported_entity.entity": lv("uzņēmums vai iestāde").en("entity"),
        "esf_supported_entity.size": lv("uzņēmuma lielums").en("size of the enterprise"),
        "esf_supported_entity.supported_on": lv("atbalsta pirmā diena").en("first day of support"),
        "esf_estimate.indicator": lv("rādītājs").en("indicator"),
        "esf_estimate.gender": lv("dzimums").en("gender"),
        "esf_estimate.amount": lv("dalībnieku skaits").en("number of participants"),
        "esf_estimate.basis": lv("novērtējuma pamats").en("basis of the estimate"),
        "esf_estimate.made_on": lv("novērtējuma diena").en("day of the estimate"),
    },
    codes={
        EntityKind.ENTERPRISE: lv("uzņēmums").en("enterprise"),
        EntityKind.PUBLIC_BODY: lv("valsts vai pašvaldības iestāde").en("public body"),
        EnterpriseSize.MICRO: lv("mikrouzņēmums").en("micro"),
        EnterpriseSize.SMALL: lv("mazs").en("small"),
        EnterpriseSize.MEDIUM: lv("vidējs").en("medium-sized"),
        EnterpriseSize.LARGE: lv("liels").en("large"),
        EstimateBasis.INFORMED_ESTIMATE: lv("pamatots novērtējums").en("informed estimate"),
        EstimateBasis.TARGET_GROUP_RULE: lv("visi, jo tāda ir mērķa grupa").en(
            "all, because of the target group"
        ),
    },
)
"""What the record types are called that this distribution adds."""
