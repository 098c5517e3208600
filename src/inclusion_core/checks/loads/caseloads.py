"""How many clients one member of staff is responsible for at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TypeAlias

import attrs

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.days import Stay, stay_of
from inclusion_core.checks.examined import Examined
from inclusion_core.checks.loads.levels import (
    NO_DAYS,
    Level,
    Span,
    frame_of,
    levels_of,
    moved,
    perhaps,
    surely,
    unbroken,
)
from inclusion_core.checks.offered import Offered
from inclusion_core.findings import Finding, Severity
from inclusion_core.model.staff import CaseAssignment, StaffAssignment, StaffRole
from inclusion_core.periods import Period
from inclusion_core.sources import Source
from inclusion_core.texts import Plural, lv
from inclusion_core.words.people import CODES

__all__ = ["caseload_bounds"]

Stays: TypeAlias = Mapping[Hashable, Sequence[Stay]]

CLIENTS = Plural(
    lv_zero="klientu", lv_one="klients", lv_other="klienti", en_one="client", en_other="clients"
)
SAYS = lv("{role}: vienlaikus par daudz vai par maz klientu").en(
    "{role}: too many or too few clients at once"
)
TOO_MANY = lv("vienlaikus pat {clients} ({months}); atļauts ne vairāk kā {most}").en(
    "as many as {clients} at once ({months}); at most {most} allowed"
)
TOO_FEW = lv("vienlaikus tikai {clients} ({months}); jābūt vismaz {least}").en(
    "as few as {clients} at once ({months}); at least {least} expected"
)
HAND_OVER = lv("nododiet daļu citam darbiniekam vai izlabojiet dienas").en(
    "hand some over to another member of staff, or correct the days"
)
LOOK = lv("pārbaudiet, vai ierakstīti visi klienti, par kuriem darbinieks atbild").en(
    "check whether all clients are recorded for whom they are responsible"
)


def caseload_bounds(  # noqa: PLR0913  a declaration names all it needs
    *,
    id: str,  # noqa: A002  what a declared value is named by
    programme: str,
    role: StaffRole,
    least: int,
    most: int,
    source: Source,
    grace_days: int = 0,
    in_force: Period | None = None,
) -> Check:
    """Looks for staff with too many or too few clients at once.

    More than allowed is an error on any day. Fewer than expected is a warning, but not in the
    first days of an assignment, nor in the last ones before it or its contract ends.

    Args:
        id: Names the check.
        programme: Id of the programme in the catalogue.
        role: The role of the staff.
        least: The fewest participations for which one of them is responsible on a day.
        most: The most.
        source: The rule that says so.
        grace_days: How many days are start-up, and how many are for winding down.
        in_force: The days on which the rule holds; all where ``None``.
    """
    bounds = _Bounds(
        programme=programme,
        role=role,
        least=least,
        most=most,
        grace_days=grace_days,
        in_force=in_force,
        above=Fault(kind=id, says=TOO_MANY, remedy=HAND_OVER, source=source),
        below=Fault(kind=id, says=TOO_FEW, remedy=LOOK, severity=Severity.WARNING, source=source),
    )
    says = SAYS.filled(role=CODES[role])
    return Check(id=id, says=says, find=bounds.find, source=source, programme=programme)


@attrs.frozen(kw_only=True)
class _Bounds:
    """How many participations one member of staff may have on a day."""

    programme: str
    role: StaffRole
    least: int
    most: int
    grace_days: int
    in_force: Period | None
    above: Fault
    below: Fault

    def find(self, examined: Examined) -> Iterator[Finding]:
        offered = Offered(examined, self.programme)
        frame = frame_of(self.in_force, examined.known_on)
        for assignment in offered.assigned(self.role):
            stays = _cases(offered, assignment)
            yield from self._too_many(assignment, stays, frame)
            yield from self._too_few(assignment, stays, self._settled(offered, assignment, frame))

    def _too_many(
        self, assignment: StaffAssignment, stays: Stays, frame: Span
    ) -> Iterator[Finding]:
        """Of those who were surely there."""
        there = {key: surely(own) for key, own in stays.items()}
        for level in unbroken(levels_of(there, frame), lambda number: number > self.most):
            yield self._found(self.above, assignment, level, level.most)

    def _too_few(
        self, assignment: StaffAssignment, stays: Stays, settled: Span
    ) -> Iterator[Finding]:
        """Of those who can have been there."""
        there = {key: perhaps(own) for key, own in stays.items()}
        for level in unbroken(levels_of(there, settled), lambda number: number < self.least):
            yield self._found(self.below, assignment, level, level.least)

    def _settled(self, offered: Offered, assignment: StaffAssignment, frame: Span) -> Span:
        """The days between start-up and winding down, as far as they surely are."""
        own = stay_of(assignment)
        contract = stay_of(offered.contracts[assignment.contract_id])
        if own is None or contract is None:
            return NO_DAYS  # another check tells what ends before it begins
        begun = moved(own.first.latest, self.grace_days)
        ending = min(own.last.earliest, contract.last.earliest)
        return max(frame[0], begun), min(frame[1], moved(ending, -self.grace_days))

    def _found(
        self, fault: Fault, assignment: StaffAssignment, level: Level, number: int
    ) -> Finding:
        return fault.at(
            assignment,
            clients=CLIENTS.counted(number),
            months=level.months,
            least=self.least,
            most=self.most,
        )


def _cases(offered: Offered, assignment: StaffAssignment) -> Stays:
    """When each participation of the programme is a case of theirs."""
    found: dict[Hashable, list[Stay]] = defaultdict(list)
    for case in offered.examined.naming(CaseAssignment, "staff_assignment_id", assignment.id):
        stay = stay_of(case)
        if stay is not None and case.participation_id in offered.participations:
            found[case.participation_id].append(stay)
    return found
