"""A witness that an open fact matters: answers to the others with which the verdict hangs on it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TypeAlias

import attrs

from inclusion_core.expr.missing.open_fact import OpenFact, Place
from inclusion_core.expr.missing.situations import Situation, Situations
from inclusion_core.truth import Truth

__all__ = ["Witness", "decides_once_complete", "matters_there", "witness_of"]


class Outcome(Enum):
    """What answers come to."""

    YES = Truth.YES
    NO = Truth.NO
    WAITS = "waits"
    """Nothing else is open, and the verdict hangs on whether more comes to some list."""


@attrs.frozen(kw_only=True)
class Witness:
    """Two answers to one fact that have different outcomes, for the same answers to others.

    Attributes:
        fact: What is answered in two ways.
        answers: The two answers.
        others: The answers to other facts.
    """

    fact: OpenFact
    answers: tuple[object, object] = attrs.field(repr=False)
    others: Mapping[Place, object] = attrs.field(factory=dict, repr=False)


Sides: TypeAlias = dict[Situation, object]
"""The situations to which the answers to one fact lead, each with one such answer."""


def witness_of(situations: Situations, fact: OpenFact) -> Witness | None:
    """A witness that a fact matters, if the answers that are tried hold one."""
    sides: Sides = {}
    for answer in situations.answers.final(fact):
        sides.setdefault(situations.after(situations.first, fact, answer.value), answer.value)
    return _differing(situations, fact, sides, set())


def _differing(
    situations: Situations, fact: OpenFact, sides: Sides, hopeless: set[frozenset[Situation]]
) -> Witness | None:
    """A witness among the situations to which the same answers lead from all these sides."""
    outcomes = {_outcome(situations, each): value for each, value in sides.items()}
    answers = [value for outcome, value in outcomes.items() if outcome is not None]
    if len(answers) > 1:
        return Witness(fact=fact, answers=(answers[0], answers[1]))
    undecided = [each for each in sides if each.open]
    if len(sides) == 1 or not undecided or frozenset(sides) in hopeless:
        return None
    other = _first_to_answer(undecided[0])
    for answer in situations.answers.final(other):
        after: Sides = {}
        for each, value in sides.items():
            after.setdefault(situations.after(each, other, answer.value), value)
        found = _differing(situations, fact, after, hopeless)
        if found is not None:
            return attrs.evolve(found, others={other.place: answer.value, **found.others})
    hopeless.add(frozenset(sides))
    return None


def _first_to_answer(at: Situation) -> OpenFact:
    """The first open fact: a field, as long as there is one, and then a list."""
    return next((fact for fact in at.open if not fact.place.awaited), at.open[0])


def _outcome(situations: Situations, at: Situation) -> Outcome | None:
    """What a situation comes to; ``None`` where more has to be answered, or nothing helps."""
    if at.truth.decided:
        return Outcome(at.truth)
    waits = bool(at.open) and all(fact.place.awaited for fact in at.open)
    while waits and at.open:
        at = situations.after(at, at.open[0], situations.answers.final(at.open[0])[0].value)
    return Outcome.WAITS if waits and at.truth.decided else None


def matters_there(situations: Situations, fact: OpenFact, there: Witness) -> bool:
    """Whether a fact matters where another one was found to: several often do in one place."""
    for own in there.answers:
        others = {**there.others, there.fact.place: own}
        truths = {
            situations.truth({**others, fact.place: answer.value})
            for answer in situations.answers.final(fact)
        }
        if truths >= {Truth.YES, Truth.NO}:
            return True
    return False


def decides_once_complete(situations: Situations, fact: OpenFact) -> bool:
    """Whether the verdict may hang on nothing but whether more comes to a list.

    Once all else is answered, it is then open as long as something may come, and decided if
    nothing does.
    """
    return _hangs_on_list(situations, fact, situations.first, set())


def _hangs_on_list(
    situations: Situations, fact: OpenFact, at: Situation, seen: set[Situation]
) -> bool:
    if fact not in at.open or at in seen:
        return False
    seen.add(at)
    others = [each for each in at.open if each != fact]
    asked = others[0] if others else fact
    after = (
        situations.after(at, asked, answer.value) for answer in situations.answers.final(asked)
    )
    if not others:
        return any(each.truth.decided for each in after)
    return any(_hangs_on_list(situations, fact, each, seen) for each in after)
