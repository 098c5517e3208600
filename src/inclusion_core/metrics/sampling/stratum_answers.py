"""What those drawn of one stratum said, and what it says about the stratum."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import attrs

from inclusion_core.metrics.sampling.drawing import Stratum
from inclusion_core.metrics.sampling.size import ANSWERS_FOR_AN_INTERVAL
from inclusion_core.truth import Truth

__all__ = ["StratumAnswers"]


@attrs.frozen(kw_only=True)
class StratumAnswers:
    """What those drawn of one stratum said.

    Attributes:
        population: How many the stratum stands for.
        drawn: How many were drawn.
        yes: How many said yes.
        no: How many said no; of the rest it is not known.
    """

    population: int
    drawn: int
    yes: int
    no: int

    @property
    def answered(self) -> int:
        """How many said yes or no."""
        return self.yes + self.no

    @property
    def estimate(self) -> Fraction | None:
        """For how many of the stratum it holds; ``None`` where nobody answered."""
        if self.population == 0:
            return Fraction(0)
        return Fraction(self.population * self.yes, self.answered) if self.answered else None

    @property
    def variance(self) -> Fraction | None:
        """How far that number varies from sample to sample; ``None`` where it does not show."""
        if self.answered == self.population:
            return Fraction(0)
        if self.answered < ANSWERS_FOR_AN_INTERVAL:
            return None
        share = Fraction(self.yes, self.answered)
        not_asked = 1 - Fraction(self.answered, self.population)
        return self.population**2 * not_asked * share * (1 - share) / (self.answered - 1)

    @classmethod
    def of(cls, stratum: Stratum, answers: Mapping[str, Truth]) -> StratumAnswers:
        """The answers of those drawn of a stratum, by id; who is not named did not answer."""
        given = [answers.get(key, Truth.UNKNOWN) for key in stratum.drawn]
        return cls(
            population=stratum.population,
            drawn=len(given),
            yes=given.count(Truth.YES),
            no=given.count(Truth.NO),
        )
