"""What was known on the day of a service: whether it was then inside a limit.

A status may be corrected, annulled or ended later than a service was given. Nobody could know.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property

import attrs

from inclusion_core.checks.examined import Examined
from inclusion_core.checks.limits_kept.windows import Windows
from inclusion_core.expr import nodes
from inclusion_core.expr.objects import record_type_of
from inclusion_core.expr.records import Records
from inclusion_core.expr.schema import Schema
from inclusion_core.limits.limit import Support
from inclusion_core.model.caseload import Journal
from inclusion_core.model.participation import Participation
from inclusion_core.rules.eligibility import Eligibility
from inclusion_core.truth import Truth
from inclusion_core.values import DaySpan

__all__ = ["GoodFaith", "types_read"]

ALWAYS_READ = frozenset({"participation", "programme", "client", "same_person_link"})
"""What says where somebody stands, and who they are."""


def types_read(eligibility: Eligibility, schema: Schema) -> frozenset[str]:
    """The types of the records that the limits of a programme look at."""
    days = (each for limit in eligibility.limits for each in (limit.opens_on, limit.closes_on))
    parts = (part for each in days for part in nodes.walk(each.node))
    return ALWAYS_READ.union(*(_types(part, schema) for part in parts))


def _types(part: nodes.Node, schema: Schema) -> Iterator[str]:
    if isinstance(part, nodes.Variable | nodes.Hop):
        yield record_type_of(part, schema)
    if isinstance(part, nodes.Related):
        owner = record_type_of(part.owner, schema)
        for place in range(len(part.path)):
            yield schema.hop(owner, part.path[: place + 1])


@attrs.frozen(kw_only=True)
class GoodFaith:
    """The records as they were known on other days, as far as limits look at them.

    Attributes:
        eligibility: The limits of the programme.
        examined: The data; without a journal nothing is known of other days.
    """

    eligibility: Eligibility
    examined: Examined

    @cached_property
    def _journal(self) -> Journal:
        """The versions that limits look at, recorded by the day on which the data are known."""
        read = types_read(self.eligibility, self.examined.schema)
        versions = () if self.examined.journal is None else self.examined.journal.versions
        known_on = self.examined.known_on
        return Journal(
            tuple(
                each
                for each in versions
                if each.record_type in read and each.recorded_on <= known_on
            )
        )

    @cached_property
    def _windows(self) -> dict[date, Windows]:
        return {}

    def allowed(self, support: Support, visit: Participation, days: tuple[DaySpan, ...]) -> bool:
        """Whether it surely might be given, by what was known on the last of its days."""
        on = days[-1]
        changed_until = self._journal.last_recorded_on
        if not on.exact or changed_until is None or changed_until <= on.earliest:
            return False
        windows = self._as_known_on(on.earliest)
        then = windows.records.find("participation", visit.id)
        return isinstance(then, Participation) and (windows.allow(support, then, days) is Truth.YES)

    def _as_known_on(self, on: date) -> Windows:
        windows = self._windows
        if on not in windows:
            caseload = self._journal.as_known_on(on)
            windows[on] = Windows(
                eligibility=self.eligibility,
                records=Records(self.examined.schema, caseload.records),
                known_on=on,
            )
        return windows[on]
