"""The projects of the fund as they stand in the data, and who takes part in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

import attrs

from inclusion_amif.records import AmifObjective, AmifProject
from inclusion_core.checks.examined import Examined
from inclusion_core.model.funding import Programme
from inclusion_core.model.participation import Participation
from inclusion_core.values import Unknown

__all__ = ["OfTheFund"]


@attrs.frozen
class OfTheFund:
    """What the fund pays for in some data."""

    examined: Examined

    @classmethod
    def in_(cls, examined: Examined) -> OfTheFund:
        """Worked out once for all checks of the same data."""
        return examined.once("amif.of-the-fund", lambda: cls(examined))

    @cached_property
    def objectives(self) -> Mapping[str, frozenset[AmifObjective | Unknown]]:
        """What is recorded as the objective of each of its operations, by id."""
        found: dict[str, set[AmifObjective | Unknown]] = defaultdict(set)
        for project in self.examined.of(AmifProject):
            found[project.operation_id].add(project.objective)
        return {key: frozenset(objectives) for key, objectives in found.items()}

    @cached_property
    def operation_of(self) -> Mapping[str, str]:
        """The operation of each participation, by its id; of the fund and of others."""
        programmes = {each.id: each.operation_id for each in self.examined.of(Programme)}
        return {
            each.id: programmes[each.programme_id]
            for each in self.examined.of(Participation)
            if each.programme_id in programmes
        }

    def pays_for(self, participation_id: str) -> bool:
        """Whether a participation is in a project of the fund."""
        return self.operation_of.get(participation_id, "") in self.objectives

    def is_surely_under(self, participation_id: str, objective: AmifObjective) -> bool:
        """Whether a participation is in a project that is under this objective and no other."""
        operation = self.operation_of.get(participation_id, "")
        return self.objectives.get(operation) == frozenset({objective})
