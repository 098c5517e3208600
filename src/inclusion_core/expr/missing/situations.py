"""The situations to which answers lead, each met once.

Two ways that leave the same part of the condition undecided, with the same answers in it, lead to
the same situation: what is searched is a graph, not a tree.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from inclusion_core.errors import InclusionError
from inclusion_core.expr import nodes
from inclusion_core.expr.missing.answers import Answers
from inclusion_core.expr.missing.asked import Asked
from inclusion_core.expr.missing.open_fact import OpenFact, Place
from inclusion_core.expr.missing.sightings import Sightings
from inclusion_core.expr.missing.touching import Rest, TouchingReader
from inclusion_core.truth import Truth

__all__ = ["Situation", "Situations", "SpentError"]


@attrs.frozen(eq=False, kw_only=True)
class Situation:
    """What is left of a condition after some answers.

    Attributes:
        truth: What it comes to.
        condition: The part still undecided.
        answers: The answers on which that hangs.
        open: The open facts on which it hangs, in the order in which they are mentioned.
        stuck: What stands in the way in the records themselves.
    """

    truth: Truth
    condition: nodes.TruthNode
    answers: Mapping[Place, object] = attrs.field(repr=False)
    open: tuple[OpenFact, ...]
    stuck: tuple[OpenFact, ...]


class SpentError(InclusionError):
    """The search has read as often as it may; it is never seen outside of it."""


class Situations:
    """The situations of one question.

    Args:
        asked: What is asked.

    Attributes:
        first: Where nothing is answered yet.
        answers: What may be answered.
        readings: How often the condition was read.
    """

    def __init__(self, asked: Asked) -> None:
        seen = Sightings(asked.records, parameters=asked.parameters, known_on=asked.known_on)
        rest = seen.rest(asked.condition, asked.record)
        self._asked = attrs.evolve(asked, condition=rest.condition)
        self._met: dict[object, Situation] = {}
        self._ways: dict[tuple[Situation, Place, object], Situation] = {}
        self._most = 1
        self.readings: int = 1
        self.first: Situation = self._situation(rest, {})
        self.answers: Answers = Answers(self._asked, seen)

    def allow(self, readings: int) -> None:
        """Read so often from here on, and no more."""
        self._most = self.readings + readings

    def after(self, before: Situation, fact: OpenFact, value: object) -> Situation:
        """The situation after one more answer.

        Raises:
            SpentError: It would take more readings than are allowed.
        """
        if fact not in before.open:
            return before
        way = (before, fact.place, value)
        if way not in self._ways:
            answers = {**before.answers, fact.place: value}
            self._ways[way] = self._situation(self._read(before.condition, answers), answers)
        return self._ways[way]

    def truth(self, answers: Mapping[Place, object]) -> Truth:
        """What the condition comes to after all these answers; raises as :meth:`after` does."""
        return self._read(self._asked.condition, answers).truth

    def _read(self, condition: nodes.TruthNode, answers: Mapping[Place, object]) -> Rest:
        if self.readings >= self._most:
            raise SpentError
        self.readings += 1
        supposed = self._asked.answered(answers)
        reader = TouchingReader(
            supposed.records,
            parameters=supposed.parameters,
            known_on=supposed.known_on,
            answered=answers.keys(),
        )
        return reader.rest(condition, supposed.record)

    def _situation(self, rest: Rest, answers: Mapping[Place, object]) -> Situation:
        """The situation that is left, whichever way led to it."""
        kept = {place: value for place, value in answers.items() if place in rest.met}
        left = (rest.condition, frozenset(kept.items()))
        key: object = rest.truth if rest.truth.decided else left
        if key not in self._met:
            self._met[key] = Situation(
                truth=rest.truth,
                condition=rest.condition,
                answers=kept,
                open=() if rest.truth.decided else rest.open,
                stuck=rest.stuck,
            )
        return self._met[key]
