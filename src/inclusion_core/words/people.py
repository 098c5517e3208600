"""Words for clients, the persons that they are, their households, and the staff."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from inclusion_core.model.client import Gender
from inclusion_core.model.household import HouseholdRole
from inclusion_core.model.staff import Engagement, StaffRole
from inclusion_core.texts import Text, lv

__all__ = ["CODES", "FIELDS", "TYPES"]

TYPES: Mapping[str, Text] = {
    "person": lv("persona").en("person"),
    "client": lv("klients").en("client"),
    "same_person_link": lv("vienas personas saite").en("same-person link"),
    "household": lv("mājsaimniecība").en("household"),
    "household_membership": lv("mājsaimniecības loceklis").en("household member"),
    "staff_member": lv("darbinieks").en("staff member"),
    "staff_training": lv("darbinieka apmācība").en("staff training"),
    "staff_assignment": lv("darbinieka norīkojums").en("staff assignment"),
    "supervision": lv("darbinieka pārraudzība").en("supervision"),
    "case_assignment": lv("atbildība par gadījumu").en("case assignment"),
}

FIELDS: Mapping[str, Text] = {
    "client.id": lv("lietas numurs").en("case number"),
    "client.born_on": lv("dzimšanas datums").en("day of birth"),
    "client.gender": lv("dzimums").en("gender"),
    "client.died_on": lv("nāves datums").en("day of death"),
    "same_person_link.other_client_id": lv("otrs klients").en("other client"),
    "same_person_link.linked_on": lv("saites izveides diena").en("day of linking"),
    "same_person_link.undone_on": lv("saites atcelšanas diena").en("day of undoing"),
    "staff_member.engagement": lv("iesaistes veids").en("engagement"),
    "staff_training.topic": lv("temats").en("topic"),
    "staff_training.completed_on": lv("pabeigšanas diena").en("day of completion"),
    "staff_assignment.role": lv("amats").en("role"),
    "supervision.supervisor_id": lv("pārraudzītāja norīkojums").en("supervisor's assignment"),
    "supervision.supervised_id": lv("pārraugāmā darbinieka norīkojums").en(
        "assignment of the supervised"
    ),
}

CODES: Mapping[Enum, Text] = {
    Gender.FEMALE: lv("sieviete").en("female"),
    Gender.MALE: lv("vīrietis").en("male"),
    Gender.NON_BINARY: lv("nebināra persona").en("non-binary"),
    HouseholdRole.ADULT: lv("pieaugušais").en("adult"),
    HouseholdRole.CHILD: lv("bērns").en("child"),
    HouseholdRole.OTHER: lv("cits").en("other"),
    Engagement.EMPLOYEE: lv("darba ņēmējs").en("employee"),
    Engagement.CONTRACTOR: lv("ārpakalpojuma sniedzējs").en("contractor"),
    Engagement.VOLUNTEER: lv("brīvprātīgais").en("volunteer"),
    StaffRole.SOCIAL_WORKER: lv("sociālais darbinieks").en("social worker"),
    StaffRole.SOCIAL_MENTOR: lv("sociālais mentors").en("social mentor"),
    StaffRole.PSYCHOLOGIST: lv("psihologs").en("psychologist"),
    StaffRole.LAWYER: lv("jurists").en("lawyer"),
    StaffRole.CAREER_COUNSELLOR: lv("karjeras konsultants").en("career counsellor"),
    StaffRole.FAMILY_ASSISTANT: lv("ģimenes asistents").en("family assistant"),
    StaffRole.VOLUNTEER_MENTOR: lv("brīvprātīgais mentors").en("volunteer mentor"),
}
