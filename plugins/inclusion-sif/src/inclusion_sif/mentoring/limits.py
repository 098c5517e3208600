"""From when and until when a status holder is supported.

The clock begins with the day of status: the day on which the decision was notified and took effect.
A second status does not begin it anew. The social worker stops when the plan is fulfilled, the
mentor does not; both stop when the service is ended for a reason that the rules name.
"""

from __future__ import annotations

from inclusion_core.expr import Condition, DayExpression, months_after
from inclusion_core.facts.fact import Fact
from inclusion_core.facts.rows import ParticipationRow
from inclusion_core.facts.subjects import ATTENDANCE
from inclusion_core.limits.limit import End, Limit, Support
from inclusion_core.model.plan import ClosingReason
from inclusion_core.model.staff import StaffRole
from inclusion_core.model.status import ProtectionKind
from inclusion_core.texts import lv
from inclusion_sif.mentoring.programme import MENTORING
from inclusion_sif.mentoring.rules import participation
from inclusion_sif.sources import ASYLUM_LAW, MK102

__all__ = ["FACTS", "LIMITS", "SOCIAL_MENTOR", "SOCIAL_WORKER"]

_STATUSES = (ProtectionKind.REFUGEE, ProtectionKind.ALTERNATIVE_STATUS)
_CLOSING = (
    ClosingReason.LEFT_COUNTRY,
    ClosingReason.REFUSED,
    ClosingReason.BREACH_OF_DUTIES,
)

STATUS_DAY: Fact[DayExpression] = Fact(
    id="sif.mentoring.status-day",
    says=lv("statusa iegūšanas diena").en("day of status"),
    subject=ParticipationRow,
    value=participation.client.protection_spells.where(
        lambda spell: spell.kind.is_in(*_STATUSES)
    ).earliest(lambda spell: spell.notified_on),
    source=ASYLUM_LAW.at(lv("36. panta 1. daļa").en("Article 36(1)")).own_reading(
        lv(
            "MK noteikumi nesaka, vai tā ir lēmuma, paziņošanas vai galīgā spēka diena, ne arī vai "
            "otrs statuss sāk laiku no jauna; ņemta pirmā statusa paziņošanas diena"
        ).en(
            "the rules do not say whether it is the day of decision, of notification or of "
            "finality, nor whether a second status begins the time anew; the day on which the "
            "first status was notified is taken"
        )
    ),
)

PLAN_FULFILLED: Fact[DayExpression] = Fact(
    id="sif.mentoring.plan-fulfilled",
    says=lv("diena, kad plāns izpildīts").en("day on which the plan was fulfilled"),
    subject=ParticipationRow,
    value=participation.support_plans.where(
        lambda plan: ~plan.closing_reason.is_in(ClosingReason.TRANSFER)
    ).latest(lambda plan: plan.fulfilled_on),
    source=MK102.point("32.2").own_reading(
        lv("no vairākiem plāniem der pēdējais; nodots plāns nav beidzies").en(
            "of several plans the last one counts; one that was handed over goes on in another"
        )
    ),
)

CLOSED: Fact[DayExpression] = Fact(
    id="sif.mentoring.closed",
    says=lv("diena, kad sniegšana izbeigta").en("day on which the service was ended"),
    subject=ParticipationRow,
    value=participation.support_plans.where(
        lambda plan: plan.closing_reason.is_in(*_CLOSING)
    ).earliest(lambda plan: plan.closed_on),
    source=MK102.point("34"),
)

plan_fulfilled: End = End(
    id="plan-fulfilled",
    says=lv("plāns ir izpildīts").en("the plan is fulfilled"),
    day=PLAN_FULFILLED.value,
    source=MK102.point("32.2"),
)

twelve_months: End = End(
    id="twelve-months",
    says=lv("12 mēneši pēc statusa iegūšanas dienas").en("12 months after the day of status"),
    day=months_after(STATUS_DAY.value, 12),
    source=MK102.point("32.2"),
)

closure: End = End(
    id="closure",
    says=lv("klients atstājis valsti, atteicies vai nepilda plāna pienākumus").en(
        "the client left the country, refused, or does not fulfil the duties of the plan"
    ),
    day=CLOSED.value,
    source=MK102.point("34"),
)


def _given_by(role: StaffRole) -> Condition:
    """Whether somebody in a role gave the service."""
    return ATTENDANCE.service.staff.where(
        lambda each: each.staff_assignment.role.is_in(role)
    ).exist()


WORKER = Support(
    id="sif.mentoring.social-worker",
    says=lv("sociālā darbinieka atbalsts").en("support by the social worker"),
    given=_given_by(StaffRole.SOCIAL_WORKER),
)

MENTOR = Support(
    id="sif.mentoring.social-mentor",
    says=lv("sociālā mentora atbalsts").en("support by the social mentor"),
    given=_given_by(StaffRole.SOCIAL_MENTOR),
)

SOCIAL_WORKER = Limit(
    id="sif.mentoring.social-worker",
    programme=MENTORING.id,
    says=lv(
        "sociālais darbinieks: līdz plāna izpildei, bet ne ilgāk kā 12 mēnešus pēc statusa "
        "iegūšanas dienas"
    ).en("social worker: until the plan is fulfilled, at most 12 months after the day of status"),
    support=WORKER,
    first_day=STATUS_DAY.value,
    ends=(plan_fulfilled, twelve_months, closure),
    source=MK102.point("32.2"),
)

SOCIAL_MENTOR = Limit(
    id="sif.mentoring.social-mentor",
    programme=MENTORING.id,
    says=lv("sociālais mentors: ne ilgāk kā 12 mēnešus pēc statusa iegūšanas dienas").en(
        "social mentor: at most 12 months after the day of status"
    ),
    support=MENTOR,
    first_day=STATUS_DAY.value,
    ends=(twelve_months.under(MK102.point("33.2")), closure),
    source=MK102.point("33.2"),
)

LIMITS: tuple[Limit, ...] = (SOCIAL_MENTOR, SOCIAL_WORKER)
FACTS = (CLOSED, PLAN_FULFILLED, STATUS_DAY)
