"""By what families are supported: the activities of the project, one by one."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from inclusion_core.expr import Condition
from inclusion_core.facts.rows import ServiceAttendanceRow
from inclusion_core.model.service import ServiceKind
from inclusion_core.model.staff import StaffRole
from inclusion_core.texts import Text, lv

__all__ = ["ACTIVITIES", "Activity"]


@attrs.frozen(kw_only=True)
class Activity:
    """Something that the project does for families.

    Attributes:
        id: Names it, and the column that tells since when a family was given it.
        says: What it is.
        given: Whether a client was given it at a service.
    """

    id: str
    says: Text
    given: Callable[[ServiceAttendanceRow], Condition]


def _by(role: StaffRole) -> Callable[[ServiceAttendanceRow], Condition]:
    """Whether somebody in a role gave the service, to one client or family alone."""

    def given(attendance: ServiceAttendanceRow) -> Condition:
        given_by = attendance.service.staff.where(
            lambda each: each.staff_assignment.role.is_in(role)
        )
        return attendance.service.kind.is_in(ServiceKind.INDIVIDUAL) & given_by.exist()

    return given


def _of(kind: ServiceKind) -> Callable[[ServiceAttendanceRow], Condition]:
    """Whether the service is of a kind, whoever gave it."""
    return lambda attendance: attendance.service.kind.is_in(kind)


ACTIVITIES: tuple[Activity, ...] = (
    Activity(
        id="psychosocial_work",
        says=lv("sociālā darbinieka psihosociālais darbs").en(
            "psychosocial work of a social worker"
        ),
        given=_by(StaffRole.SOCIAL_WORKER),
    ),
    Activity(
        id="family_assistant",
        says=lv("ģimenes asistents").en("family assistant"),
        given=_by(StaffRole.FAMILY_ASSISTANT),
    ),
    Activity(
        id="psychologist",
        says=lv("psihologa konsultācijas").en("psychologist"),
        given=_by(StaffRole.PSYCHOLOGIST),
    ),
    Activity(
        id="legal_advice",
        says=lv("jurista konsultācijas").en("legal advice"),
        given=_by(StaffRole.LAWYER),
    ),
    Activity(
        id="volunteer_mentor",
        says=lv("brīvprātīgais mentors").en("volunteer mentor"),
        given=_by(StaffRole.VOLUNTEER_MENTOR),
    ),
    Activity(
        id="support_group",
        says=lv("atbalsta grupa").en("support group"),
        given=_of(ServiceKind.GROUP),
    ),
    Activity(
        id="family_group_conference",
        says=lv("ģimeņu grupu konference").en("family group conference"),
        given=_of(ServiceKind.FAMILY_GROUP_CONFERENCE),
    ),
    Activity(
        id="summer_camp",
        says=lv("vasaras nometne").en("summer camp"),
        given=_of(ServiceKind.CAMP),
    ),
)
