"""How many staff there are at once, and how many of them one of them oversees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TypeAlias

import attrs

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.days import Stay, stay_of
from inclusion_core.checks.examined import Examined
from inclusion_core.checks.loads.levels import frame_of, levels_of, surely, unbroken
from inclusion_core.checks.offered import Offered
from inclusion_core.findings import Finding
from inclusion_core.model.staff import StaffMember, StaffRole, Supervision
from inclusion_core.periods import Period
from inclusion_core.sources import Source
from inclusion_core.texts import Plural, lv
from inclusion_core.words.people import CODES

__all__ = ["staff_bound", "supervision_bound"]

Stays: TypeAlias = Mapping[Hashable, Sequence[Stay]]

STAFF = Plural(
    lv_zero="darbinieku",
    lv_one="darbinieks",
    lv_other="darbinieki",
    en_one="member of staff",
    en_other="members of staff",
)
LOOK = lv("pārbaudiet darbinieku norīkojumus un to dienas").en(
    "check the assignments of staff and their days"
)
TOO_MANY = lv("{role}: vienlaikus par daudz darbinieku").en("{role}: too many at once")
OVERSEEN = lv("{role}: vienlaikus pārrauga par daudz darbinieku").en(
    "{role}: oversees too many members of staff at once"
)


def supervision_bound(  # noqa: PLR0913  a declaration names all it needs
    *,
    id: str,  # noqa: A002  what a declared value is named by
    programme: str,
    supervisor: StaffRole,
    supervised: StaffRole,
    most: int,
    source: Source,
    in_force: Period | None = None,
) -> Check:
    """Looks for staff who oversee too many others at once, each of them counted once.

    Args:
        id: Names the check.
        programme: Id of the programme in the catalogue.
        supervisor: The role of who oversees.
        supervised: The role of who is overseen.
        most: How many one may oversee on a day.
        source: The rule that says so.
        in_force: The days on which the rule holds; all where ``None``.
    """
    fault = Fault(
        kind=id,
        says=lv("vienlaikus pārrauga: {people} ({days}); atļauts ne vairāk kā {most}").en(
            "oversees as many as {people} at once ({days}); at most {most} allowed"
        ),
        remedy=LOOK,
        source=source,
    )
    says = OVERSEEN.filled(role=CODES[supervisor])
    overseeing = _Overseeing(
        programme=programme,
        supervisor=supervisor,
        supervised=supervised,
        most=most,
        in_force=in_force,
        fault=fault,
    )
    return Check(id=id, says=says, find=overseeing.find, source=source, programme=programme)


@attrs.frozen(kw_only=True)
class _Overseeing:
    """How many one member of staff may oversee on a day."""

    programme: str
    supervisor: StaffRole
    supervised: StaffRole
    most: int
    in_force: Period | None
    fault: Fault

    def find(self, examined: Examined) -> Iterator[Finding]:
        overseen = self._overseen(examined)
        frame = frame_of(self.in_force, examined.known_on)
        for member in examined.of(StaffMember):
            spans = {key: surely(stays) for key, stays in overseen.get(member.id, {}).items()}
            for level in unbroken(levels_of(spans, frame), lambda number: number > self.most):
                people = STAFF.counted(level.most)
                yield self.fault.at(member, people=people, days=level.days, most=self.most)

    def _overseen(self, examined: Examined) -> Mapping[str, Stays]:
        """By member of staff, whom they oversee and when."""
        offered = Offered(examined, self.programme)
        over = {each.id: each.staff_member_id for each in offered.assigned(self.supervisor)}
        under = {each.id: each.staff_member_id for each in offered.assigned(self.supervised)}
        found: dict[str, dict[Hashable, list[Stay]]] = defaultdict(lambda: defaultdict(list))
        for each in examined.of(Supervision):
            stay = stay_of(each)
            if stay is not None and each.supervisor_id in over and each.supervised_id in under:
                found[over[each.supervisor_id]][under[each.supervised_id]].append(stay)
        return found


def staff_bound(  # noqa: PLR0913  a declaration names all it needs
    *,
    id: str,  # noqa: A002  what a declared value is named by
    programme: str,
    role: StaffRole,
    most: int,
    source: Source,
    in_force: Period | None = None,
) -> Check:
    """Looks for days with too many members of staff in a role, each of them counted once.

    Args:
        id: Names the check.
        programme: Id of the programme in the catalogue.
        role: The role.
        most: How many there may be on a day.
        source: The rule that says so.
        in_force: The days on which the rule holds; all where ``None``.
    """
    fault = Fault(
        kind=id,
        says=lv("{role}: vienlaikus {people} ({days}); atļauts ne vairāk kā {most}").en(
            "{role}: as many as {people} at once ({days}); at most {most} allowed"
        ),
        remedy=LOOK,
        source=source,
    )
    staff = _Staff(programme=programme, role=role, most=most, in_force=in_force, fault=fault)
    says = TOO_MANY.filled(role=CODES[role])
    return Check(id=id, says=says, find=staff.find, source=source, programme=programme)


@attrs.frozen(kw_only=True)
class _Staff:
    """How many there may be in a role on a day."""

    programme: str
    role: StaffRole
    most: int
    in_force: Period | None
    fault: Fault

    def find(self, examined: Examined) -> Iterator[Finding]:
        offered = Offered(examined, self.programme)
        frame = frame_of(self.in_force, examined.known_on)
        for recorded in offered.programmes.values():
            members: dict[Hashable, list[Stay]] = defaultdict(list)
            for assignment, stay in offered.assigned_in(recorded, self.role):
                members[assignment.staff_member_id].append(stay)
            spans = {key: surely(stays) for key, stays in members.items()}
            for level in unbroken(levels_of(spans, frame), lambda number: number > self.most):
                yield self.fault.at(
                    recorded,
                    role=CODES[self.role],
                    people=STAFF.counted(level.most),
                    days=level.days,
                    most=self.most,
                )
