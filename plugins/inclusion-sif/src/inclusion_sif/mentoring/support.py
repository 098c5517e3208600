"""The two kinds of support that the service gives, told apart by who gives it."""

from __future__ import annotations

from inclusion_core.expr import Condition
from inclusion_core.facts.subjects import ATTENDANCE
from inclusion_core.limits.limit import Support
from inclusion_core.model.staff import StaffRole
from inclusion_core.texts import lv

__all__ = ["MENTOR", "WORKER"]


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
