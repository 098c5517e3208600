"""The question that ``assess`` puts to one client, or to all who take part."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from inclusion_core.facts.cases import Case, Cases
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.rules.decision import Decision
from inclusion_core.rules.eligibility import Eligibility
from inclusion_core.texts import Text

__all__ = ["Judge"]


@attrs.frozen(kw_only=True)
class Judge:
    """Asks who is eligible, or who may be given a kind of support.

    Attributes:
        eligibility: The rules and limits of a programme.
        support: The kind of support; ``None`` asks who is eligible.
    """

    eligibility: Eligibility
    support: str | None

    @classmethod
    def of(cls, eligibility: Eligibility, support: str | None) -> Judge:
        """The judge of a programme.

        Raises:
            EligibilityRefusedError: The programme has no rules.
            UnknownNameError: There is no such kind of support.
        """
        _ = eligibility.condition  # nobody is judged without rules, not even a table of nobody
        full = None if support is None else eligibility.limits_of(support)[0].support.id
        return cls(eligibility=eligibility, support=full)

    @property
    def programme(self) -> ProgrammeDefinition:
        """The programme."""
        return self.eligibility.programme

    @property
    def says(self) -> Text:
        """What is asked."""
        return self.eligibility.asks_whether(self.support)

    def one(self, case: Case, on: date) -> Decision:
        """What it comes to for one client on a day."""
        if self.support is None:
            return self.eligibility.assess(case, on)
        return self.eligibility.may_receive(self.support, case, on)

    def all(self, cases: Cases, on: date) -> Iterator[Decision]:
        """What it comes to for each participation on a day, ordered by id."""
        for standing in cases.in_programme(self.programme.id):
            if self.support is None:
                yield self.eligibility.assess_standing(standing, on)
            else:
                yield self.eligibility.may_receive_standing(self.support, standing, on)
