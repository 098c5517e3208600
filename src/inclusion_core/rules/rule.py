"""A rule of eligibility as a value: its sentence, its condition, its moment, its source."""

from __future__ import annotations

from enum import Enum
from functools import cached_property

import attrs

from inclusion_core.expr.handles import JUDGED_ON, Condition, DayExpression, all_of
from inclusion_core.facts.declaration import Declaration, node_of
from inclusion_core.facts.moments import within
from inclusion_core.facts.rows import ParticipationRow
from inclusion_core.facts.subjects import PARTICIPATION
from inclusion_core.facts.telling import Telling
from inclusion_core.periods import Period
from inclusion_core.sources import Source
from inclusion_core.texts import Text

__all__ = ["Moment", "Role", "Rule"]


class Role(Enum):
    """What a rule does for the verdict."""

    REQUIREMENT = "requirement"
    """It must hold."""
    GROUND = "ground"
    """One of all the grounds of a programme must hold."""
    EXCLUSION = "exclusion"
    """It must not hold."""


class Moment(Enum):
    """The day on which a rule is asked, and on which it must be in force."""

    ENTRY = "entry"
    """The day of entry; for who has not entered, the day of the question."""
    SERVICE_DAY = "service_day"
    """The day of the question: that of a service, or of a report."""
    LEAVING = "leaving"
    """The last day in the programme."""

    @property
    def day(self) -> DayExpression:
        """That day of a participation."""
        return _DAYS[self]


_DAYS = {
    Moment.ENTRY: PARTICIPATION.entered_on,
    Moment.SERVICE_DAY: JUDGED_ON,
    Moment.LEAVING: PARTICIPATION.left_on,
}


@attrs.frozen(kw_only=True)
class Rule:
    """One thing by which it is judged who takes part in a programme.

    What is judged is a participation: one client in one programme, or one who asks to be.
    A change of law is a rule of its own with its own time in force; the one before stays as it is.

    Attributes:
        id: In the namespace of the distribution that declares it, ``sif.mentoring.target-group``.
        programme: Id of the programme whose participants it is for.
        says: The rule in a sentence.
        holds: The condition, about a participation; ``JUDGED_ON`` in it is the moment.
        judged_at: The moment.
        role: Whether it must hold, must not, or is one of several grounds.
        source: The point of the act or contract that says so.
        in_force: The days on which it applies; ``None`` where the source sets no bounds.
        tells: The sentence for one case, with its days, where they are known.

    Raises:
        DeclarationError: The condition is none, is about other records, is nested too deep, or
            asks whether a field is known.
    """

    id: str
    programme: str
    says: Text
    holds: Condition = attrs.field(eq=node_of)
    judged_at: Moment = Moment.ENTRY
    role: Role = Role.REQUIREMENT
    source: Source
    in_force: Period | None = None
    tells: Telling | None = None

    def __attrs_post_init__(self) -> None:
        declared = Declaration(kind="rule", id=self.id, subject=ParticipationRow)
        declared.check(
            "holds",
            self.holds,
            Condition,
            "a condition (a comparison with == gives a plain bool: use is_in, is_on or is_exactly)",
        )
        if self.tells is not None:
            self.tells.check(declared)

    @cached_property
    def condition(self) -> Condition:
        """The condition at its moment."""
        return self.holds.at(self.judged_at.day)

    @property
    def applies(self) -> Condition:
        """Whether it is in force on its moment."""
        return all_of() if self.in_force is None else within(self.in_force, self.judged_at.day)
