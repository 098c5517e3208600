"""What may be assumed at an uncertain point, in words."""

from __future__ import annotations

from inclusion_core.facts.assumption import Assumption
from inclusion_core.texts import Text, lv

__all__ = ["allowed_values"]

BETWEEN = lv("no {least} līdz {most}").en("{least} to {most}")
CHOICE = lv("{value}: {says}").en("{value}: {says}")


def allowed_values(assumption: Assumption) -> tuple[Text, ...]:
    """Each value with what it means; or the smallest and the largest together."""
    if not assumption.choices:
        return (BETWEEN.filled(least=assumption.least, most=assumption.most),)
    return tuple(
        CHOICE.filled(value=value, says=says) for value, says in sorted(assumption.choices.items())
    )
