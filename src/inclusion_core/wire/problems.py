"""What can be wrong with data: a kind, its words in both languages, what to do about it."""

from __future__ import annotations

import attrs

from inclusion_core.errors import InclusionError
from inclusion_core.findings import Finding, Place, Severity
from inclusion_core.texts import SlotValue, Text

__all__ = ["Problem", "Refused", "RefusedError", "Stranger", "refusal"]


@attrs.frozen(kw_only=True)
class Problem:
    """A way of being wrong, before it is said where.

    Attributes:
        kind: Its id, ``wire.not-a-day``.
        says: What is wrong; slots are filled with names and limits, never with values.
        remedy: What to do about it.
        severity: How much it weighs.
    """

    kind: str
    says: Text
    remedy: Text
    severity: Severity = Severity.ERROR

    def filled(self, **slots: SlotValue) -> Problem:
        """The problem with the slots of its words filled."""
        return attrs.evolve(
            self, says=_filled(self.says, slots), remedy=_filled(self.remedy, slots)
        )

    def at(self, place: Place) -> Finding:
        """The finding that it makes at a place."""
        return Finding(
            kind=self.kind,
            says=self.says,
            remedy=self.remedy,
            place=place,
            severity=self.severity,
        )


def _filled(text: Text, slots: dict[str, SlotValue]) -> Text:
    return text.filled(**{name: slots[name] for name in text.slots})


@attrs.frozen
class Refused:
    """Stands where a value was that could not be taken, until its place is known."""

    problem: Problem


@attrs.frozen
class Stranger(Refused):
    """Stands under a name that the version of the data does not have."""


class RefusedError(InclusionError):
    """A value is not taken; holds the problem, not the value."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.problem.says.in_('en')}; {self.problem.remedy.in_('en')}"


def refusal(value: object, problem: Problem) -> RefusedError:
    """What to raise for a value of the wrong type: its own problem, if it stands for one."""
    return RefusedError(value.problem if isinstance(value, Refused) else problem)
