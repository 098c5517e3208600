"""What is missing: the open facts that matter, those that could settle, and what to ask first."""

from __future__ import annotations

from fractions import Fraction

import attrs

from inclusion_core.errors import ExpressionError
from inclusion_core.expr import nodes
from inclusion_core.expr.missing.asked import Asked
from inclusion_core.expr.missing.open_fact import Kind, OpenFact
from inclusion_core.expr.missing.settling import ends, settling_sets, share_that_settles
from inclusion_core.expr.missing.situations import Situations, SpentError
from inclusion_core.expr.missing.what_matters import what_matters
from inclusion_core.truth import Truth

__all__ = ["Missing", "what_is_missing"]

MOST_READINGS = 1000
"""How often a condition is read at most."""

MOST_FACTS = 3
"""How many facts a set that could settle the verdict holds at most."""

MOST_SETS = 20
"""How many such sets are named at most."""

EVERY_ANSWER = Fraction(1)


@attrs.frozen(kw_only=True)
class Missing:
    """What is missing for a verdict; of a decided one, nothing.

    Attributes:
        still_matters: The open facts whose answer can change the verdict, in the order in which the
            condition mentions them: for some answers to the others, one answer makes it a yes and
            another a no, or leaves it to hang on what may still come to lists. A list is among
            them where the verdict can hang on nothing else.
        may_matter: Those of which the search did not find out: it read as often as it may.
        could_settle: Small sets of open facts some answers to which settle the verdict, whatever
            the rest; none holds another one.
        all_sets: Whether these are all such sets of up to three facts.
        in_order: Those of ``still_matters`` that can be asked, the best question first.
        settling: Those of ``in_order`` that settle the verdict whatever the answer.
        to_correct: What stands in the way in the records, where no answer changes the verdict.
        comes_to: The verdict, where every answer leads to the same one; else unknown.
    """

    still_matters: tuple[OpenFact, ...] = ()
    may_matter: tuple[OpenFact, ...] = ()
    could_settle: tuple[tuple[OpenFact, ...], ...] = ()
    all_sets: bool = True
    in_order: tuple[OpenFact, ...] = ()
    settling: frozenset[OpenFact] = frozenset()
    to_correct: tuple[OpenFact, ...] = ()
    comes_to: Truth = Truth.UNKNOWN

    @property
    def ask_next(self) -> OpenFact | None:
        """The best question: one that settles the verdict whatever the answer, before others."""
        return next(iter(self.in_order), None)

    @property
    def searched_fully(self) -> bool:
        """Whether the search came to its end."""
        return self.all_sets and not self.may_matter


def what_is_missing(asked: Asked, *, most_readings: int = MOST_READINGS) -> Missing:
    """What is missing for a verdict.

    Args:
        asked: The condition, and what it is asked of.
        most_readings: How often it may be read; what was not found by then is said to be open.

    Raises:
        ExpressionError: The condition asks whether a field is known, or cannot be read.
        UnknownNameError: It names a field, link or parameter that is not there.
    """
    nodes.checked_depth(asked.condition)
    if any(isinstance(node, nodes.IsKnown) for node in nodes.walk(asked.condition)):
        raise ExpressionError(
            "a condition asks whether a field is known",
            "an answer could then change what is settled: nothing can be said of what is missing",
        )
    situations = Situations(asked)
    truth = situations.first.truth
    if truth.decided:
        return Missing(comes_to=truth)
    found_out = what_matters(situations, most_readings // 2)
    facts = situations.first.open
    matters = tuple(fact for fact in facts if found_out.get(fact))
    unclear = tuple(fact for fact in facts if fact not in found_out)
    situations.allow(most_readings // 2)  # more than shares take: what matters took more
    shares = {
        fact: share_that_settles(situations, fact) for fact in matters if fact.kind is Kind.ASK
    }
    in_order = tuple(sorted(shares, key=lambda fact: -shares[fact]))
    sets, all_sets = _sets(situations)
    found = Missing(
        still_matters=matters,
        may_matter=unclear,
        could_settle=sets,
        all_sets=all_sets,
        in_order=in_order,
        settling=frozenset(fact for fact in in_order if shares[fact] == EVERY_ANSWER),
    )
    return found if matters or unclear else _in_the_end(situations, found, most_readings // 4)


def _sets(situations: Situations) -> tuple[tuple[tuple[OpenFact, ...], ...], bool]:
    """The sets that could settle the verdict, and whether they are all."""
    sets: list[tuple[OpenFact, ...]] = []
    try:
        for facts in settling_sets(situations, MOST_FACTS):
            if len(sets) == MOST_SETS:
                return tuple(sets), False
            sets.append(facts)
    except SpentError:
        return tuple(sets), False
    return tuple(sets), True


def _in_the_end(situations: Situations, found: Missing, readings: int) -> Missing:
    """What stands in the way where no answer changes the verdict; or that all lead to one."""
    situations.allow(readings)
    try:
        reached = tuple(ends(situations, situations.first, set()))
    except SpentError:
        return attrs.evolve(found, all_sets=False)
    stuck = tuple(dict.fromkeys(fact for end in reached for fact in end.stuck))
    truths = {end.truth for end in reached}
    return attrs.evolve(
        found, to_correct=stuck, comes_to=truths.pop() if len(truths) == 1 else Truth.UNKNOWN
    )
