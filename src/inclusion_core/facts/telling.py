"""A sentence for one case: its author's words, and what is put into their slots."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from inclusion_core.expr.handles import (
    CodeExpression,
    DayExpression,
    Expression,
    NumberExpression,
)
from inclusion_core.facts.declaration import Declaration
from inclusion_core.texts import Text

__all__ = ["CodeSlot", "Slot", "Telling"]


@attrs.frozen
class CodeSlot:
    """A code that fills a slot, in the words that fit there.

    Attributes:
        code: The code.
        words: The words for each code, ``refugee`` as *of refugee status*.
    """

    code: CodeExpression[Any] = attrs.field(eq=lambda code: code.node)
    words: Mapping[str, Text] = attrs.field(hash=False)


Slot = DayExpression | NumberExpression | CodeSlot
"""What fills a slot of a sentence."""


def _nodes(slots: Mapping[str, Slot]) -> object:
    return tuple(
        (name, slot if isinstance(slot, CodeSlot) else slot.node)
        for name, slot in sorted(slots.items())
    )


@attrs.frozen
class Telling:
    """A sentence with slots for what is known of one case.

    It is used where everything in its slots is known; elsewhere the general sentence stands.

    Attributes:
        words: The sentence, ``12 months after the status of {status_day}``.
        slots: What fills each slot.
    """

    words: Text
    slots: Mapping[str, Slot] = attrs.field(eq=_nodes)

    def at(self, on: DayExpression) -> Telling:
        """The same sentence about another day than that of the question."""
        moved: dict[str, Slot] = {}
        for name, slot in self.slots.items():
            if isinstance(slot, CodeSlot):
                moved[name] = attrs.evolve(slot, code=slot.code.at(on))
            else:
                moved[name] = slot.at(on)
        return attrs.evolve(self, slots=moved)

    @property
    def handles(self) -> tuple[Expression[Any], ...]:
        """The expressions in the slots, ordered by the name of the slot."""
        return tuple(
            slot.code if isinstance(slot, CodeSlot) else slot
            for _, slot in sorted(self.slots.items())
        )

    def check(self, declared: Declaration) -> None:
        """Look through it for whom it is declared.

        Raises:
            DeclarationError: A slot has nothing to fill it, or something that is no day, number or
                code of the participation; or something fills no slot.
        """
        if set(self.slots) != set(self.words.slots):
            uneven = ", ".join(sorted(set(self.slots) ^ set(self.words.slots)))
            raise declared.refused(f"tells: {uneven} is a slot or a value, and must be both")
        for name, handle in zip(sorted(self.slots), self.handles, strict=True):
            declared.check(
                f"slot {name!r}",
                handle,
                (DayExpression, NumberExpression, CodeExpression),
                "a day, a number or a CodeSlot",
            )
