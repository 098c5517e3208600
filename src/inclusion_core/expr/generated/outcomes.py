"""What generated code does with each of the three answers to a condition."""

from __future__ import annotations

import attrs

from inclusion_core.expr import nodes

__all__ = ["NOTHING", "TAIL", "Outcome", "into"]

NOTHING = "pass"


@attrs.frozen
class Outcome:
    """What is done where a condition holds, does not hold, and is not known to hold.

    Attributes:
        yes: A statement.
        no: Another.
        unknown: Another.
        joins: Whether the condition is one of those that must all hold, or of which one must:
            conditions of the same sort inside it are then read in its place.
        open: What must hold for the next of these conditions to be read; empty where the code
            is left as soon as the answer is settled.
    """

    yes: str
    no: str
    unknown: str
    joins: type[nodes.AllOf | nodes.AnyOf] | None = None
    open: str = ""

    @property
    def negated(self) -> Outcome:
        """What is done where the opposite is asked."""
        opposite = {nodes.AllOf: nodes.AnyOf, nodes.AnyOf: nodes.AllOf, None: None}[self.joins]
        return attrs.evolve(self, yes=self.no, no=self.yes, joins=opposite)

    @property
    def triple(self) -> tuple[str, str, str]:
        """The three statements."""
        return self.yes, self.no, self.unknown


def leaves(statement: str) -> bool:
    """Whether nothing after a statement is run for the same row."""
    return statement == "continue" or statement.startswith("return ")


def into(name: str) -> Outcome:
    """The answer is kept under a name."""
    return Outcome(f"{name} = YES", f"{name} = NO", f"{name} = UNKNOWN")


TAIL = Outcome("return YES", "return NO", "return UNKNOWN")
"""The answer is given back."""
