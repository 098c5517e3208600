"""What a sample says about all: an estimate, its interval, and what it does not say."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import ceil, isqrt

import attrs

from inclusion_core.errors import DeclarationError
from inclusion_core.metrics.sampling.drawing import DrawnSample
from inclusion_core.metrics.sampling.size import CONFIDENCE, standard_errors
from inclusion_core.metrics.sampling.stratum_answers import StratumAnswers
from inclusion_core.texts import Text, listing, lv
from inclusion_core.truth import Truth

__all__ = ["Estimate", "Interval", "estimated"]

TOO_FEW = lv("Intervāla nav: mazāk par divām atbildēm ir stratā {strata}.").en(
    "There is no interval: fewer than two answered in {strata}."
)
ALL_ALIKE = lv("Intervāla nav: katrā stratā visi, kas atbildēja, atbildēja vienādi.").en(
    "There is no interval: in each stratum all who answered said the same."
)
NOBODY = lv("Intervāla nav: izlasē neviena nav.").en(
    "There is no interval: the sample stands for nobody."
)

_MILLION = 10**6


@attrs.frozen
class Interval:
    """What an estimate of all is to lie between, at a stated confidence.

    Attributes:
        least: The lower end; of a share, a part of 1, rounded down to a millionth.
        most: The upper end; of a share, rounded up to a millionth.
    """

    least: Fraction
    most: Fraction


@attrs.frozen(kw_only=True)
class Estimate:
    """What a sample says about all.

    Number and share rest on those who answered, and stand for the others only as far as these
    would have answered alike. Nobody's answer is made up: ``if_all_no`` and ``if_all_yes`` say
    what would come out if all who did not answer had said the same.

    Attributes:
        strata: What those drawn said, by stratum.
        interval: Of the share, at the confidence asked for; ``None`` where there is none.
        no_interval: Why there is none.
        confidence: As a part of 1.
    """

    strata: Mapping[str, StratumAnswers]
    interval: Interval | None
    no_interval: Text | None
    confidence: Fraction

    @property
    def population(self) -> int:
        """How many the sample stands for."""
        return sum(each.population for each in self.strata.values())

    @property
    def drawn(self) -> int:
        """How many were drawn."""
        return sum(each.drawn for each in self.strata.values())

    @property
    def answered(self) -> int:
        """How many of them answered yes or no."""
        return sum(each.answered for each in self.strata.values())

    @property
    def unanswered(self) -> int:
        """Of how many of them it is not known."""
        return self.drawn - self.answered

    @property
    def number(self) -> Fraction | None:
        """For how many of all it holds; ``None`` where nobody of some stratum answered."""
        found = Fraction(0)
        for each in self.strata.values():
            if each.estimate is None:
                return None
            found += each.estimate
        return found

    @property
    def share(self) -> Fraction | None:
        """For what part of all it holds, a part of 1; ``None`` of nobody, or without a number."""
        number = self.number
        return number / self.population if self.population and number is not None else None

    @property
    def number_interval(self) -> Interval | None:
        """The interval of the number."""
        if self.interval is None:
            return None
        return Interval(self.interval.least * self.population, self.interval.most * self.population)

    @property
    def if_all_no(self) -> Fraction | None:
        """The share if all who did not answer had said no; ``None`` where nobody was drawn."""
        return self._share_of({name: each.yes for name, each in self.strata.items()})

    @property
    def if_all_yes(self) -> Fraction | None:
        """The share if all who did not answer had said yes; ``None`` where nobody was drawn."""
        return self._share_of({name: each.drawn - each.no for name, each in self.strata.items()})

    def _share_of(self, yes: Mapping[str, int]) -> Fraction | None:
        filled = {name: each for name, each in self.strata.items() if each.population}
        if not filled or any(not each.drawn for each in filled.values()):
            return None
        number = sum(
            Fraction(each.population * yes[name], each.drawn) for name, each in filled.items()
        )
        return Fraction(number, self.population)


def estimated(
    sample: DrawnSample, answers: Mapping[str, Truth], *, confidence: Fraction = CONFIDENCE
) -> Estimate:
    """What the answers of those drawn say about all.

    Args:
        sample: Who was drawn, of how many.
        answers: By id; who is not named, or not known, did not answer.
        confidence: How often, of many samples, such an interval is to contain the share of all.

    Raises:
        DeclarationError: Somebody answered who was not drawn, or the confidence is no part of 1.

    Source:
        The stratified estimator of a proportion with finite population correction, and the normal
        approximation of its interval (Cochran).

    Example:
        >>> from inclusion_core.metrics.sampling.drawing import draw
        >>> sample = draw({"all": [str(n) for n in range(100)]}, {"all": 40}, seed="2018")
        >>> answers = dict.fromkeys(sample.drawn[:30], Truth.YES)
        >>> answers |= dict.fromkeys(sample.drawn[30:38], Truth.NO)
        >>> found = estimated(sample, answers)
        >>> found.share, found.unanswered
        (Fraction(15, 19), 2)
        >>> round(float(found.interval.least), 3), round(float(found.interval.most), 3)
        (0.686, 0.893)
    """
    strangers = answers.keys() - set(sample.drawn)
    if strangers:
        problem = f"{len(strangers)} answered who were not drawn; leave them out"
        raise DeclarationError("sample", sample.seed, problem)
    reach = standard_errors(confidence)
    strata = {name: StratumAnswers.of(stratum, answers) for name, stratum in sample.strata.items()}
    why = _no_interval(strata)
    return Estimate(
        strata=strata,
        interval=_interval(strata, reach) if why is None else None,
        no_interval=why,
        confidence=confidence,
    )


def _no_interval(strata: Mapping[str, StratumAnswers]) -> Text | None:
    if not any(each.population for each in strata.values()):
        return NOBODY
    few = [name for name, each in strata.items() if each.variance is None]
    if few:
        return TOO_FEW.filled(strata=listing(Text.same(name) for name in few))
    everybody = all(each.answered == each.population for each in strata.values())
    if not everybody and not sum(each.variance or 0 for each in strata.values()):
        return ALL_ALIKE
    return None


def _interval(strata: Mapping[str, StratumAnswers], reach: Fraction) -> Interval:
    """The share and what lies around it, cut where the answers themselves say more."""
    population = sum(each.population for each in strata.values())
    number = sum((each.estimate or Fraction(0) for each in strata.values()), Fraction(0))
    variance = sum((each.variance or Fraction(0) for each in strata.values()), Fraction(0))
    share, margin = number / population, _root(reach**2 * variance / population**2)
    surely = Fraction(sum(each.yes for each in strata.values()), population)
    perhaps = 1 - Fraction(sum(each.no for each in strata.values()), population)
    least, most = max(share - margin, surely), min(share + margin, perhaps)
    return Interval(
        Fraction(int(least * _MILLION), _MILLION), Fraction(ceil(most * _MILLION), _MILLION)
    )


def _root(square: Fraction) -> Fraction:
    """The square root, rounded up to a millionth of a millionth: the same on every machine."""
    whole = ceil(square * _MILLION**4)
    return Fraction(isqrt(whole - 1) + 1 if whole else 0, _MILLION**2)
