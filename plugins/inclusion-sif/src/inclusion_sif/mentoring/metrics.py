"""What the reports of the service count."""

from __future__ import annotations

from inclusion_core.facts.rows import HouseholdRow, PersonRow, StaffMemberRow
from inclusion_core.metrics.metric import Axis, ClassifiedOn, Grain, Measure, Membership, Metric
from inclusion_core.model.staff import StaffRole
from inclusion_core.texts import lv
from inclusion_sif.mentoring import facts
from inclusion_sif.sources import ANNOUNCEMENT_2016, ANNOUNCEMENT_2018

__all__ = ["METRICS"]

CLIENTS = Metric(
    id="sif.mentoring.clients",
    says=lv("Unikālie klienti").en("Unique clients"),
    subject=PersonRow,
    universe=facts.served,
    grain=Grain.PROGRAMME,
    membership=Membership.ACTIVE,
    source=ANNOUNCEMENT_2018,
    notes=(
        lv(
            "Unikāls klients ir persona, kas vismaz vienu pārskata perioda dienu bija programmā. "
            "Katru personu skaita vienu reizi, arī ja tā atgriezās vai mainīja pakalpojuma "
            "sniedzēju."
        ).en(
            "A unique client is a person who was in the programme on at least one day of the "
            "period. Each person is counted once, also one who came back or changed provider."
        ),
    ),
)

FAMILIES_WITH_CHILDREN = Metric(
    id="sif.mentoring.families-with-children",
    says=lv("Ģimenes ar bērniem").en("Families with children"),
    subject=HouseholdRow,
    universe=facts.served_family,
    where=facts.has_children,
    grain=Grain.PROGRAMME,
    membership=Membership.ACTIVE,
    classified_on=ClassifiedOn.LAST_ACTIVE_DAY,
    source=ANNOUNCEMENT_2018,
)

FAMILIES_WITHOUT_CHILDREN = Metric(
    id="sif.mentoring.families-without-children",
    says=lv("Ģimenes bez bērniem").en("Families without children"),
    subject=HouseholdRow,
    universe=facts.served_family,
    where=~facts.has_children,
    grain=Grain.PROGRAMME,
    membership=Membership.ACTIVE,
    classified_on=ClassifiedOn.LAST_ACTIVE_DAY,
    source=ANNOUNCEMENT_2018,
)

INDIVIDUALS = Metric(
    id="sif.mentoring.individuals",
    says=lv("Indivīdi").en("Individuals"),
    subject=PersonRow,
    universe=facts.served,
    where=~facts.lives_in_family,
    grain=Grain.PROGRAMME,
    membership=Membership.ACTIVE,
    classified_on=ClassifiedOn.LAST_ACTIVE_DAY,
    part_of=CLIENTS.id,
    source=ANNOUNCEMENT_2018,
)

CHILDREN = Metric(
    id="sif.mentoring.children",
    says=lv("Bērni pārskata periodā").en("Children in the period"),
    subject=PersonRow,
    universe=facts.served,
    where=facts.served_as_child,
    grain=Grain.PROGRAMME,
    membership=Membership.ACTIVE,
    classified_on=ClassifiedOn.FIRST_ACTIVE_DAY,
    part_of=CLIENTS.id,
    source=ANNOUNCEMENT_2018,
)

CHILDREN_ON_STATUS_DAY = Metric(
    id="sif.mentoring.children-on-status-day",
    says=lv("Bērni {status_day:locative}").en("Children on {status_day}"),
    subject=PersonRow,
    universe=facts.child_on_status_day,
    grain=Grain.PROGRAMME,
    membership=Membership.STOCK,
    classified_on=ClassifiedOn.STATUS_DAY,
    source=ANNOUNCEMENT_2018,
)

CHILDREN_AT_SCHOOL = Metric(
    id="sif.mentoring.children-at-school",
    says=lv("no tiem mācās vispārējās izglītības iestādē").en(
        "of them at a general education school"
    ),
    subject=PersonRow,
    universe=facts.child_on_status_day,
    where=facts.at_school_on_status_day,
    grain=Grain.PROGRAMME,
    membership=Membership.STOCK,
    classified_on=ClassifiedOn.STATUS_DAY,
    part_of=CHILDREN_ON_STATUS_DAY.id,
    source=ANNOUNCEMENT_2018,
)

COUNTRY = Axis(
    id="country",
    says=lv("Valsts").en("Country"),
    code=facts.arrivals_in_period.only(lambda each: each.country),
)

ARRIVED_ASYLUM_SEEKERS = Metric(
    id="sif.mentoring.arrived-asylum-seekers",
    says=lv("Pārskata periodā ieradušies patvēruma meklētāji").en(
        "Asylum seekers who arrived in the period"
    ),
    subject=PersonRow,
    universe=facts.arrivals_in_period.exist() & facts.asylum_seeker_in_period,
    grain=Grain.EVENT,
    membership=Membership.ENTERED,
    by=COUNTRY,
    source=ANNOUNCEMENT_2018,
    notes=(
        lv(
            "Skaita pārskata periodā ieradušos patvēruma meklētājus, arī tos, kuri programmā "
            "neiestājās; klientu vidū ir arī agrāk ieradušies un statusa ieguvēji. Tāpēc šī skaita "
            "un unikālo klientu skaita starpībai nav jēgas."
        ).en(
            "Asylum seekers who arrived in the period are counted, also those who did not enter "
            "the programme; clients include people who arrived earlier and status holders. The "
            "difference to the number of unique clients has therefore no meaning."
        ),
    ),
)

COUNTRIES = Metric(
    id="sif.mentoring.countries",
    says=lv("Valstis, no kurām tie ieradās").en("Countries that they came from"),
    subject=PersonRow,
    universe=ARRIVED_ASYLUM_SEEKERS.universe,
    grain=Grain.EVENT,
    membership=Membership.ENTERED,
    by=COUNTRY,
    measure=Measure.DIFFERENT_CODES,
    source=ANNOUNCEMENT_2018,
)

RELOCATED = Metric(
    id="sif.mentoring.relocated",
    says=lv("Pārvietotās personas {status_day:locative}").en("Relocated persons on {status_day}"),
    subject=PersonRow,
    universe=facts.relocated,
    where=facts.living_here_on_status_day,
    grain=Grain.EVENT,
    membership=Membership.STOCK,
    classified_on=ClassifiedOn.STATUS_DAY,
    source=ANNOUNCEMENT_2016,
    notes=(
        lv(
            "Visas personas, kas pārvietotas (no Grieķijas un Itālijas) un šajā dienā dzīvo "
            "valstī, arī tās, kuras nav klienti."
        ).en(
            "All persons who were relocated (from Greece and Italy) and live in the country on "
            "that day, also those who are no clients."
        ),
    ),
)


def _staff(role: StaffRole, stem: str, latvian: str, english: str) -> Metric:
    return Metric(
        id=f"sif.mentoring.{stem}",
        says=lv(latvian).en(english),
        subject=StaffMemberRow,
        universe=facts.engaged_as(role),
        grain=Grain.PROGRAMME,
        membership=Membership.ACTIVE,
        source=ANNOUNCEMENT_2018,
        notes=(
            lv(
                "Pārskata periodā iesaistītās personas, nevis pilnas slodzes vai vienlaikus "
                "strādājošie."
            ).en("Persons engaged in the period, not full-time equivalents nor at one time."),
        ),
    )


SOCIAL_WORKERS = _staff(
    StaffRole.SOCIAL_WORKER, "social-workers", "Sociālie darbinieki", "Social workers"
)
SOCIAL_MENTORS = _staff(
    StaffRole.SOCIAL_MENTOR, "social-mentors", "Sociālie mentori", "Social mentors"
)

METRICS: tuple[Metric, ...] = (
    CLIENTS,
    FAMILIES_WITH_CHILDREN,
    FAMILIES_WITHOUT_CHILDREN,
    INDIVIDUALS,
    CHILDREN,
    CHILDREN_ON_STATUS_DAY,
    CHILDREN_AT_SCHOOL,
    ARRIVED_ASYLUM_SEEKERS,
    COUNTRIES,
    RELOCATED,
    SOCIAL_WORKERS,
    SOCIAL_MENTORS,
)
