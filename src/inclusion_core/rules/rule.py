"""A rule of eligibility as a value: its sentence, its condition, its source."""

from __future__ import annotations

import attrs

from inclusion_core.expr.handles import Condition
from inclusion_core.expr.rows import Row
from inclusion_core.facts.declaration import Declaration, node_of
from inclusion_core.periods import Period
from inclusion_core.sources import Source
from inclusion_core.texts import Text

__all__ = ["Rule"]


@attrs.frozen(kw_only=True)
class Rule:
    """One thing that must hold for who takes part in a programme.

    A change of law is a rule of its own with its own time in force; the one before stays as it is.

    Attributes:
        id: In the namespace of the distribution that declares it, ``sif.mentoring.target-group``.
        programme: Id of the programme whose participants it is for.
        says: The rule in a sentence.
        subject: The handle class of the records that are judged.
        holds: What must hold for such a record.
        source: The point of the act or contract that says so.
        in_force: The days on which it applies; ``None`` where the source sets no bounds.

    Raises:
        DeclarationError: The condition is none, is about other records, is nested too deep, or
            asks whether a field is known.
    """

    id: str
    programme: str
    says: Text
    subject: type[Row]
    holds: Condition = attrs.field(eq=node_of)
    source: Source
    in_force: Period | None = None

    def __attrs_post_init__(self) -> None:
        Declaration(kind="rule", id=self.id, subject=self.subject).check(
            "holds",
            self.holds,
            Condition,
            "a condition (a comparison with == gives a plain bool: use is_in, is_on or is_exactly)",
        )
