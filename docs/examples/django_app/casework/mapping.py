"""Which of our columns gives which field of the library; the tables stay where the truth is kept.

A column is whatever `values()` of the model takes, so that `stay__project` is one too.
"""

from casework.models import Decision, Person, Stay, Worker
from inclusion_core import ABSENT, NOT_ASKED
from inclusion_core.model.client import Client, Gender
from inclusion_core.model.funding import Contract, Operation, Programme, Provider
from inclusion_core.model.participation import DeliverySpell, LeavingReason, Participation
from inclusion_core.model.plan import SupportPlan
from inclusion_core.model.service import Service, ServiceAttendance, ServiceKind, ServiceStaff
from inclusion_core.model.staff import StaffAssignment, StaffMember, StaffRole
from inclusion_core.model.status import LegalBasis, ProtectionKind, ProtectionSpell
from inclusion_core.rows import codes, column, constant, rows_of

PROGRAMME = "sif.mentoring"
OUR_HOUSE = constant("our-house")

JOBS = {
    Worker.Job.SOCIAL_WORKER: StaffRole.SOCIAL_WORKER,
    Worker.Job.MENTOR: StaffRole.SOCIAL_MENTOR,
}
SUPPORT_BY = {
    Worker.Job.SOCIAL_WORKER: "sif.mentoring.social-worker",
    Worker.Job.MENTOR: "sif.mentoring.social-mentor",
}
SEXES = {
    Person.Sex.WOMAN: Gender.FEMALE,
    Person.Sex.MAN: Gender.MALE,
    Person.Sex.NOT_ASKED: NOT_ASKED,
}
KINDS = {
    Decision.Kind.SEEKER: ProtectionKind.ASYLUM_SEEKER,
    Decision.Kind.REFUGEE: ProtectionKind.REFUGEE,
    Decision.Kind.ALTERNATIVE: ProtectionKind.ALTERNATIVE_STATUS,
}
REASONS = {
    Stay.Why.DONE: LeavingReason.COMPLETED,
    Stay.Why.AWAY: LeavingReason.LEFT_COUNTRY,
    Stay.Why.LIMIT: LeavingReason.LIMIT_REACHED,
}

TABLES = {
    "project": [
        rows_of(
            Operation,
            id="code",
            number="number",
            title="title",
            beneficiary="owner",
            first_day="begins",
            last_day=column("ends", empty=NOT_ASKED),
        ),
        rows_of(Programme, id="code", operation_id="code", declared_as=constant(PROGRAMME)),
        rows_of(Provider, id=OUR_HOUSE, name="house"),
        rows_of(
            Contract,
            id="code",
            programme_id="code",
            provider_id=OUR_HOUSE,
            number="contract_nr",
            first_day="begins",
        ),
    ],
    "worker": [
        rows_of(StaffMember, id="id", provider_id=OUR_HOUSE),
        rows_of(
            StaffAssignment,
            id="id",
            staff_member_id="id",
            contract_id="project",
            role=codes("job", JOBS),
            first_day="since",
            last_day="until",
        ),
    ],
    "person": [
        rows_of(Client, id="id", provider_id=OUR_HOUSE, born_on="dob", gender=codes("sex", SEXES)),
    ],
    "decision": [
        rows_of(
            ProtectionSpell,
            id="id",
            client_id="person",
            kind=codes("kind", KINDS),
            legal_basis=constant(LegalBasis.ASYLUM_LAW),
            first_day="valid_from",
            last_day="valid_to",
            notified_on="notified",
        ),
    ],
    "stay": [
        rows_of(
            Participation,
            id="id",
            client_id="person",
            programme_id="project",
            entered_on="since",
            left_on="until",
            leaving_reason=codes("why", REASONS, empty=ABSENT),
        ),
        rows_of(
            DeliverySpell,
            id="id",
            participation_id="id",
            contract_id="project",
            first_day="since",
            last_day="until",
        ),
        rows_of(
            SupportPlan,
            id="id",
            participation_id="id",
            drawn_up_on="plan_from",
            fulfilled_on="plan_done",
            only_where=lambda row: row["plan_from"],
        ),
    ],
    "session": [
        rows_of(
            Service,
            id="id",
            contract_id="stay__project",
            kind=constant(ServiceKind.INDIVIDUAL),
            given_on="held_on",
            minutes="minutes",
        ),
        rows_of(
            ServiceAttendance, id="id", service_id="id", participation_id="stay", minutes="minutes"
        ),
        rows_of(ServiceStaff, id="id", service_id="id", staff_assignment_id="worker"),
    ],
}

PERSON_OF = {
    "person": "pk",
    "decision": "person",
    "stay": "person",
    "session": "stay__person",
}
"""How each table leads to the person that its rows are about; the others are about nobody."""
