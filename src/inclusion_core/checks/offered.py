"""A declared programme as it stands in the data: who takes part, and under which contracts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import attrs

from inclusion_core.checks.days import Stay, stay_of
from inclusion_core.checks.examined import Examined
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.funding import Contract, Programme
from inclusion_core.model.participation import Participation
from inclusion_core.model.staff import StaffAssignment, StaffRole

__all__ = ["Offered", "declared_in"]


def declared_in(caseload: Caseload) -> tuple[str, ...]:
    """The ids in the catalogue of the programmes that a caseload has, in order."""
    return tuple(sorted({each.declared_as for each in caseload.of(Programme)}))


@attrs.frozen
class Offered:
    """A declared programme in the data; several operations may offer it.

    Attributes:
        examined: The data.
        programme: Its id in the catalogue.
    """

    examined: Examined
    programme: str

    @cached_property
    def programmes(self) -> dict[str, Programme]:
        """The programmes that are recorded as this one, by id."""
        recorded = self.examined.of(Programme)
        return {each.id: each for each in recorded if each.declared_as == self.programme}

    @cached_property
    def participations(self) -> dict[str, Participation]:
        """Who takes part, by id."""
        recorded = self.examined.of(Participation)
        return {each.id: each for each in recorded if each.programme_id in self.programmes}

    @cached_property
    def contracts(self) -> dict[str, Contract]:
        """Under which contracts it is delivered, by id."""
        recorded = self.examined.of(Contract)
        return {each.id: each for each in recorded if each.programme_id in self.programmes}

    def assigned(self, role: StaffRole) -> tuple[StaffAssignment, ...]:
        """The assignments of staff in a role under its contracts."""
        recorded = self.examined.of(StaffAssignment)
        return tuple(
            each for each in recorded if each.role is role and each.contract_id in self.contracts
        )

    def assigned_in(
        self, recorded: Programme, role: StaffRole
    ) -> Iterator[tuple[StaffAssignment, Stay]]:
        """Who is in a role under the contracts of one recorded programme, and when."""
        for assignment in self.assigned(role):
            stay = stay_of(assignment)
            contract = self.contracts[assignment.contract_id]
            if stay is not None and contract.programme_id == recorded.id:
                yield assignment, stay
