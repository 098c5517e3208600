"""Which open facts matter: each has a witness, or was searched for one in vain."""

from __future__ import annotations

from inclusion_core.expr.missing.open_fact import OpenFact
from inclusion_core.expr.missing.situations import Situations, SpentError
from inclusion_core.expr.missing.witness import (
    Witness,
    decides_once_complete,
    matters_there,
    witness_of,
)

__all__ = ["what_matters"]

PART = 4
"""One fact may take a quarter of the readings that are left."""


def what_matters(situations: Situations, readings: int) -> dict[OpenFact, bool]:
    """For each open fact that was searched to the end, whether it matters.

    A fact matters where, for some answers to the others, two answers to it give two decided
    verdicts, or one of them decides and the other leaves the verdict to hang on nothing but what
    may still come to lists. A list matters where the verdict may hang on nothing else.
    """
    matters: dict[OpenFact, bool] = {}
    facts = situations.first.open
    most = situations.readings + readings
    for number, fact in enumerate(facts):
        if fact not in matters:
            left = most - situations.readings
            situations.allow(max(left // PART, left // (len(facts) - number)))
            found = _searched(situations, fact, matters)
            if found is not None:
                situations.allow((most - situations.readings) // PART)
                _look_around(situations, found, matters)
    return matters


def _searched(
    situations: Situations, fact: OpenFact, matters: dict[OpenFact, bool]
) -> Witness | None:
    found = None
    try:
        if fact.place.awaited:
            matters[fact] = decides_once_complete(situations, fact)
        else:
            found = witness_of(situations, fact)
            matters[fact] = found is not None
    except SpentError:
        pass
    return found


def _look_around(situations: Situations, found: Witness, matters: dict[OpenFact, bool]) -> None:
    """Try the place where one fact was found to matter on all that are left."""
    left = [
        fact for fact in situations.first.open if fact not in matters and not fact.place.awaited
    ]
    try:
        for fact in left:
            if matters_there(situations, fact, found):
                matters[fact] = True
    except SpentError:
        pass
