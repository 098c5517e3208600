"""The rows that are counted: families and persons, as the figures of the project see them."""

from __future__ import annotations

from typing import Annotated

import attrs

from inclusion_core.expr import CodeAttribute, DayAttribute, Row
from inclusion_core.fields import CodeList
from inclusion_core.model.personal import PersonalRecord
from inclusion_core.model.yes_no import YesNo
from inclusion_core.texts import lv
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Unknown
from inclusion_core.vocabulary import Vocabulary

__all__ = [
    "FAMILY_WORDS",
    "PERSON_WORDS",
    "EeaFamily",
    "EeaFamilyRow",
    "EeaPerson",
    "EeaPersonRow",
]

PLACES = CodeList("places of the project", r"[A-Z][A-Z0-9-]*")


@attrs.frozen(kw_only=True, repr=False)
class EeaFamily(PersonalRecord):
    """One household.

    Attributes:
        place: The one place in which its members entered; absent where none did.
        supported_since: Day of the first service; absent where none was given.
        with_child: Whether a child lived in it on that day.
        psychosocial_work: Day on which it was first given this activity; absent where it was not.
        family_assistant: Likewise.
        psychologist: Likewise.
        legal_advice: Likewise.
        volunteer_mentor: Likewise.
        support_group: Likewise.
        family_group_conference: Likewise.
        summer_camp: Likewise.
    """

    id: str
    place: Annotated[str | Absent | Unknown, PLACES] = ABSENT
    supported_since: Day = ABSENT
    with_child: YesNo | Unknown = NOT_ASKED
    psychosocial_work: Day = ABSENT
    family_assistant: Day = ABSENT
    psychologist: Day = ABSENT
    legal_advice: Day = ABSENT
    volunteer_mentor: Day = ABSENT
    support_group: Day = ABSENT
    family_group_conference: Day = ABSENT
    summer_camp: Day = ABSENT


class EeaFamilyRow(Row):
    """One household."""

    record_type = "eea_family"
    place: CodeAttribute[str] = CodeAttribute(str)
    supported_since: DayAttribute = DayAttribute()
    with_child: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    psychosocial_work: DayAttribute = DayAttribute()
    family_assistant: DayAttribute = DayAttribute()
    psychologist: DayAttribute = DayAttribute()
    legal_advice: DayAttribute = DayAttribute()
    volunteer_mentor: DayAttribute = DayAttribute()
    support_group: DayAttribute = DayAttribute()
    family_group_conference: DayAttribute = DayAttribute()
    summer_camp: DayAttribute = DayAttribute()


@attrs.frozen(kw_only=True, repr=False)
class EeaPerson(PersonalRecord):
    """One person.

    Attributes:
        place: The one place of the families in which they lived; absent where none entered.
        supported_since: Day on which the support began of the first family in which they then
            lived; absent for who lived in none.
        as_child: Whether they were a child on such a day.
    """

    id: str
    place: Annotated[str | Absent | Unknown, PLACES] = ABSENT
    supported_since: Day = ABSENT
    as_child: YesNo | Unknown = NOT_ASKED


class EeaPersonRow(Row):
    """One person."""

    record_type = "eea_person"
    place: CodeAttribute[str] = CodeAttribute(str)
    supported_since: DayAttribute = DayAttribute()
    as_child: CodeAttribute[YesNo] = CodeAttribute(YesNo)


FAMILY_WORDS = Vocabulary(
    id="eea.family-words",
    types={"eea_family": lv("ģimene EEZ projektā").en("family in the EEA project")},
    fields={
        "eea_family.place": lv("vieta").en("place"),
        "eea_family.supported_since": lv("pirmā pakalpojuma diena").en("day of the first service"),
        "eea_family.with_child": lv("tajā dienā ģimenē bija bērns").en(
            "a child lived in it on that day"
        ),
        "eea_family.psychosocial_work": lv("psihosociālais darbs kopš").en(
            "psychosocial work since"
        ),
        "eea_family.family_assistant": lv("ģimenes asistents kopš").en("family assistant since"),
        "eea_family.psychologist": lv("psihologs kopš").en("psychologist since"),
        "eea_family.legal_advice": lv("jurista konsultācijas kopš").en("legal advice since"),
        "eea_family.volunteer_mentor": lv("brīvprātīgais mentors kopš").en(
            "volunteer mentor since"
        ),
        "eea_family.support_group": lv("atbalsta grupa kopš").en("support group since"),
        "eea_family.family_group_conference": lv("pirmā ģimeņu grupu konference").en(
            "first family group conference"
        ),
        "eea_family.summer_camp": lv("pirmā vasaras nometne").en("first summer camp"),
    },
)

PERSON_WORDS = Vocabulary(
    id="eea.person-words",
    types={"eea_person": lv("persona EEZ projektā").en("person in the EEA project")},
    fields={
        "eea_person.place": lv("vieta").en("place"),
        "eea_person.supported_since": lv("dzīvo atbalstītā ģimenē kopš").en(
            "lives in a supported family since"
        ),
        "eea_person.as_child": lv("tajā dienā bija bērns").en("was a child on that day"),
    },
)
