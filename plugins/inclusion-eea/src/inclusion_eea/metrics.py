"""What the project promised and what was published about it.

Everything is counted from the beginning of the project to the last day of the period.
"""

from __future__ import annotations

from inclusion_core.expr import DayExpression, subject
from inclusion_core.facts.moments import PERIOD_LAST_DAY
from inclusion_core.facts.rows import PersonRow, ServiceRow, StaffMemberRow
from inclusion_core.metrics.metric import Axis, ClassifiedOn, Grain, Membership, Metric
from inclusion_core.model.staff import StaffRole
from inclusion_core.model.yes_no import YesNo
from inclusion_core.texts import lv
from inclusion_eea import facts
from inclusion_eea.activities import ACTIVITIES, Activity
from inclusion_eea.records import EeaFamilyRow, EeaPersonRow
from inclusion_eea.sources import ANNOUNCEMENT_2013, FINISHED_PROJECTS
from inclusion_eea.tables import FAMILY_TABLE, PERSON_TABLE

__all__ = [
    "CAMPS",
    "CHILDREN",
    "FAMILIES",
    "FAMILIES_BY_ACTIVITY",
    "FAMILY_ASSISTANTS",
    "KIND",
    "METRICS",
    "PLACES",
    "SERVICES",
    "SOCIAL_WORKERS",
    "TRAINED_SOCIAL_WORKERS",
    "VOLUNTEER_MENTORS",
    "YOUTHS_MENTORED",
]

family: EeaFamilyRow = subject(EeaFamilyRow)
child: EeaPersonRow = subject(EeaPersonRow)

_PLACE = lv("Vieta").en("Place")

PLACES: tuple[Axis, Axis, Axis] = (
    Axis(id="place", says=_PLACE, code=family.place),
    Axis(id="place", says=_PLACE, code=child.place),
    Axis(id="place", says=_PLACE, code=facts.place_of_worker),
)
"""Where: of families, of their children, of the social workers who work with them."""

FAMILIES = Metric(
    id="eea.families.families",
    says=lv("Atbalstītās riska ģimenes ar bērniem").en(
        "Families with children at risk that were supported"
    ),
    subject=EeaFamilyRow,
    table=FAMILY_TABLE,
    universe=family.supported_since <= PERIOD_LAST_DAY,
    where=family.with_child.is_in(YesNo.YES),
    grain=Grain.PROGRAMME,
    membership=Membership.CUMULATIVE,
    classified_on=ClassifiedOn.FIRST_ACTIVE_DAY,
    source=ANNOUNCEMENT_2013.own_reading(
        lv(
            "paziņojums ģimenes nedefinē; te atbalstīta ir mājsaimniecība, kuras loceklis saņēma "
            "vismaz vienu projekta pakalpojumu un kurā tajā dienā dzīvoja bērns"
        ).en(
            "the announcement does not define families; here a household is supported of which a "
            "member was given at least one service of the project, and in which a child lived on "
            "that day"
        )
    ),
    notes=(
        lv(
            "Ģimeni skaita vienreiz, arī ja pakalpojumus saņem vairāki tās locekļi. Ģimenei, kuras "
            "locekļi ierakstīti divās vietās, vieta nav zināma."
        ).en(
            "A family is counted once, also where several of its members are given services. Of a "
            "family whose members are recorded in two places, the place is not known."
        ),
    ),
)

CHILDREN = Metric(
    id="eea.families.children",
    says=lv("Bērni šajās ģimenēs").en("Children in those families"),
    subject=EeaPersonRow,
    table=PERSON_TABLE,
    universe=child.supported_since <= PERIOD_LAST_DAY,
    where=child.as_child.is_in(YesNo.YES),
    grain=Grain.PROGRAMME,
    membership=Membership.CUMULATIVE,
    classified_on=ClassifiedOn.FIRST_ACTIVE_DAY,
    source=ANNOUNCEMENT_2013.own_reading(
        lv("kurā dienā bērniem jābūt līdz 18 gadiem, nav teikts; te — ģimenes atbalsta pirmajā").en(
            "on which day children are under 18 is not said; here on the first day of the support "
            "of the family"
        )
    ),
    notes=(
        lv(
            "Bērns ir persona līdz 18 gadu vecumam, kas ģimenē dzīvoja tās atbalsta pirmajā dienā; "
            "katru skaita vienreiz, arī ja pats pakalpojumu nesaņēma."
        ).en(
            "A child is a person under 18 who lived in the family on the first day of its support; "
            "each is counted once, also who was given no service."
        ),
    ),
)

PREPARED = lv("Sagatavots ir tas, kam projektā ir šī loma un kas pabeidzis kādu apmācību.").en(
    "Prepared is who has this role in the project and has completed a training."
)
ANY_TRAINING = ANNOUNCEMENT_2013.own_reading(
    lv(
        "apmācības tēma datos ir brīvs teksts un neko neizšķir; te katrai lomai projektā ir viena "
        "apmācība"
    ).en(
        "the topic of a training is free text in the data and decides nothing; here there is one "
        "training for each role in the project"
    )
)

VOLUNTEER_MENTORS = Metric(
    id="eea.families.volunteer-mentors",
    says=lv("Piesaistītie un sagatavotie brīvprātīgie mentori").en(
        "Volunteer mentors recruited and prepared"
    ),
    subject=StaffMemberRow,
    universe=facts.prepared_as(StaffRole.VOLUNTEER_MENTOR),
    grain=Grain.PROGRAMME,
    membership=Membership.CUMULATIVE,
    source=ANY_TRAINING,
    notes=(PREPARED,),
)

TRAINED_SOCIAL_WORKERS = Metric(
    id="eea.families.trained-social-workers",
    says=lv("Ģimeņu grupu konferences metodē apmācītie sociālie darbinieki").en(
        "Social workers trained in the family group conference method"
    ),
    subject=StaffMemberRow,
    universe=facts.prepared_as(StaffRole.SOCIAL_WORKER),
    grain=Grain.PROGRAMME,
    membership=Membership.CUMULATIVE,
    source=ANY_TRAINING,
    notes=(PREPARED,),
)

FAMILY_ASSISTANTS = Metric(
    id="eea.families.family-assistants",
    says=lv("Sagatavotie ģimenes asistenti").en("Family assistants prepared"),
    subject=StaffMemberRow,
    universe=facts.prepared_as(StaffRole.FAMILY_ASSISTANT),
    grain=Grain.PROGRAMME,
    membership=Membership.CUMULATIVE,
    source=ANY_TRAINING,
    notes=(PREPARED,),
)

SOCIAL_WORKERS = Metric(
    id="eea.families.social-workers",
    says=lv("Sociālie darbinieki psihosociālajam darbam ar ģimenēm").en(
        "Social workers for psychosocial work with families"
    ),
    subject=StaffMemberRow,
    universe=facts.has_cases,
    grain=Grain.PROGRAMME,
    membership=Membership.CUMULATIVE,
    source=ANNOUNCEMENT_2013.own_reading(
        lv("te tas ir sociālais darbinieks, kuram uzticēta vismaz viena ģimene").en(
            "here it is a social worker who is responsible for at least one family"
        )
    ),
)

CAMPS = Metric(
    id="eea.families.camps",
    says=lv("Vasaras nometnes").en("Summer camps"),
    subject=ServiceRow,
    universe=facts.given,
    where=facts.is_camp,
    grain=Grain.EVENT,
    membership=Membership.CUMULATIVE,
    source=ANNOUNCEMENT_2013.own_reading(
        lv("divas nometnes min tikai angļu teksts; latviešu tekstā skaita nav").en(
            "two camps are named by the English text alone; the Latvian one gives no number"
        )
    ),
)

KIND = Axis(id="kind", says=lv("Veids").en("Kind"), code=facts.service.kind)

SERVICES = Metric(
    id="eea.families.services",
    says=lv("Sniegtie pakalpojumi").en("Services given"),
    subject=ServiceRow,
    universe=facts.given,
    grain=Grain.EVENT,
    membership=Membership.CUMULATIVE,
    by=KIND,
    source=ANNOUNCEMENT_2013,
)

YOUTHS_MENTORED = Metric(
    id="eea.families.youths-mentored",
    says=lv("Jaunieši, kuriem sešus mēnešus bija brīvprātīgais mentors").en(
        "Young people who had a volunteer mentor for six months"
    ),
    subject=PersonRow,
    universe=facts.mentored,
    grain=Grain.PROGRAMME,
    membership=Membership.CUMULATIVE,
    source=FINISHED_PROJECTS.own_reading(
        lv(
            "lapa nesaka, kādā vecumā ir jaunieši un no kuras dienas skaita sešus mēnešus; te tā "
            "ir katra persona, ar kuru mentors strādāja sešus mēnešus no pirmās dienas"
        ).en(
            "the page does not say of what age young people are, nor from which day the six months "
            "count; here it is each person with whom a mentor worked for six months from the first "
            "day"
        )
    ),
    notes=(
        lv("Šo skaitu min lapa par pabeigtajiem projektiem; plānā tā nav.").en(
            "This figure is told by the page on finished projects; it is not in the plan."
        ),
    ),
)


def _families_in(activity: Activity) -> Metric:
    since: DayExpression = getattr(family, activity.id)
    return Metric(
        id=f"eea.families.by-{activity.id.replace('_', '-')}",
        says=activity.says,
        subject=EeaFamilyRow,
        table=FAMILY_TABLE,
        universe=FAMILIES.universe,
        where=FAMILIES.where & (since <= PERIOD_LAST_DAY),
        grain=Grain.PROGRAMME,
        membership=Membership.CUMULATIVE,
        classified_on=ClassifiedOn.FIRST_ACTIVE_DAY,
        part_of=FAMILIES.id,
        source=ANNOUNCEMENT_2013.own_reading(
            lv("paziņojums darbības nosauc, bet ģimenes pēc tām neskaita").en(
                "the announcement names the activities, and does not count families by them"
            )
        ),
    )


FAMILIES_BY_ACTIVITY: tuple[Metric, ...] = tuple(_families_in(each) for each in ACTIVITIES)

METRICS: tuple[Metric, ...] = (
    *(FAMILIES, CHILDREN, VOLUNTEER_MENTORS, TRAINED_SOCIAL_WORKERS, FAMILY_ASSISTANTS),
    *(SOCIAL_WORKERS, CAMPS, SERVICES, YOUTHS_MENTORED),
    *FAMILIES_BY_ACTIVITY,
)
