"""Roles of a team that nobody holds."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

import attrs

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.days import stay_of
from inclusion_core.checks.examined import Examined
from inclusion_core.checks.loads.levels import Span, frame_of, levels_of, perhaps, surely, unbroken
from inclusion_core.checks.offered import Offered
from inclusion_core.findings import Finding, Severity
from inclusion_core.model.funding import Programme
from inclusion_core.model.staff import StaffRole
from inclusion_core.periods import Period
from inclusion_core.sources import Source
from inclusion_core.texts import lv
from inclusion_core.words.people import CODES

__all__ = ["team_complete"]

LOOK = lv("pārbaudiet darbinieku norīkojumus un to dienas").en(
    "check the assignments of staff and their days"
)
ROLE_MISSING = lv("programmā ir dalībnieki, bet kādu no komandas lomām neviens nepilda").en(
    "there are participants in the programme, and nobody is in some role of the team"
)


def team_complete(
    *,
    id: str,  # noqa: A002  what a declared value is named by
    programme: str,
    roles: tuple[StaffRole, ...],
    source: Source,
    in_force: Period | None = None,
) -> Check:
    """Looks for days on which there are participants, and nobody in some role of the team.

    Args:
        id: Names the check.
        programme: Id of the programme in the catalogue.
        roles: The roles that a team has.
        source: The rule that says so.
        in_force: The days on which the rule holds; all where ``None``.
    """
    fault = Fault(
        kind=id,
        says=lv("{role}: neviena nav ({months}), lai gan programmā ir dalībnieki").en(
            "{role}: nobody ({months}), though there are participants in the programme"
        ),
        remedy=LOOK,
        severity=Severity.WARNING,
        source=source,
    )
    team = _Team(programme=programme, roles=roles, in_force=in_force, fault=fault)
    return Check(id=id, says=ROLE_MISSING, find=team.find, source=source, programme=programme)


@attrs.frozen(kw_only=True)
class _Team:
    """The roles that a team has while there are participants."""

    programme: str
    roles: tuple[StaffRole, ...]
    in_force: Period | None
    fault: Fault

    def find(self, examined: Examined) -> Iterator[Finding]:
        offered = Offered(examined, self.programme)
        frame = frame_of(self.in_force, examined.known_on)
        for recorded in offered.programmes.values():
            served = list(_served(offered, recorded, frame))
            for role in self.roles:
                stays = (stay for _, stay in offered.assigned_in(recorded, role))
                there: dict[Hashable, list[Span]] = {role: perhaps(stays)}
                for days in served:
                    for level in unbroken(levels_of(there, days), lambda number: number == 0):
                        yield self.fault.at(recorded, role=CODES[role], months=level.months)


def _served(offered: Offered, recorded: Programme, frame: Span) -> Iterator[Span]:
    """The unbroken times in which somebody is surely in a programme."""
    visits = [
        stay_of(each, "entered_on", "left_on")
        for each in offered.participations.values()
        if each.programme_id == recorded.id
    ]
    spans = surely(stay for stay in visits if stay is not None)
    for level in unbroken(levels_of({recorded.id: spans}, frame), lambda number: number > 0):
        yield level.first_day, level.last_day
