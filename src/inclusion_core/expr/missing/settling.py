"""Which answers settle a verdict by themselves, whatever the rest; and where all answers end."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from inclusion_core.expr.missing.open_fact import OpenFact
from inclusion_core.expr.missing.situations import Situation, Situations

__all__ = ["ends", "settling_sets", "share_that_settles"]


def share_that_settles(situations: Situations, fact: OpenFact) -> Fraction:
    """How many of the answers that may be given to a fact settle the verdict by themselves."""
    answers = situations.answers.given(fact)
    settling = sum(
        answer.stands_for
        for answer in answers
        if situations.after(situations.first, fact, answer.value).truth.decided
    )
    return Fraction(settling, sum(answer.stands_for for answer in answers))


def settling_sets(situations: Situations, most_facts: int) -> Iterator[tuple[OpenFact, ...]]:
    """The sets of open facts, small ones first, some answers to which settle the verdict.

    None holds another one.
    """
    found: list[set[OpenFact]] = []
    for size in range(1, most_facts + 1):
        for facts in combinations(situations.first.open, size):
            if not any(smaller <= set(facts) for smaller in found) and _settle(
                situations, situations.first, facts
            ):
                found.append(set(facts))
                yield facts


def _settle(situations: Situations, at: Situation, facts: tuple[OpenFact, ...]) -> bool:
    fact, *others = facts
    after = dict.fromkeys(
        situations.after(at, fact, answer.value) for answer in situations.answers.given(fact)
    )
    if not others:
        return any(each.truth.decided for each in after)
    return any(
        _settle(situations, each, tuple(others)) for each in after if set(others) <= set(each.open)
    )


def ends(situations: Situations, at: Situation, seen: set[Situation]) -> Iterator[Situation]:
    """Every situation in which nothing is open any more, decided or stuck."""
    if at in seen:
        return
    seen.add(at)
    if not at.open:
        yield at
        return
    for answer in situations.answers.final(at.open[0]):
        yield from ends(situations, situations.after(at, at.open[0], answer.value), seen)
