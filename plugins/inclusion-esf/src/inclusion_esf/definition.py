"""A common indicator in two parts: what it means, and by which list it is asked.

The meaning is the same wherever it is used; the list says whose records are complete, on which text
it rests and what the period makes of it.
"""

from __future__ import annotations

import attrs

from inclusion_core.expr import Condition, DayExpression, all_of
from inclusion_core.facts.assumption import Assumption
from inclusion_core.metrics.metric import ClassifiedOn, Grain, Membership, Metric
from inclusion_core.sources import Confidence, Source
from inclusion_core.texts import Text, lv
from inclusion_esf.definitions import entered, left
from inclusion_esf.participation import EsfParticipationRow
from inclusion_esf.table import PARTICIPATIONS

__all__ = ["Definition", "IndicatorList"]


_CODED = lv("{code}: {means}").en("{code}: {means}")


def _node(condition: Condition) -> object:
    return condition.node


@attrs.frozen(kw_only=True)
class Definition:
    """What an indicator means.

    Attributes:
        id: After the namespace of its list, ``co01``.
        name: Its official name after its code.
        means: The definition in our words.
        among: Of whom it is asked, besides that their records are complete.
        where: Who of them is counted.
        part_of: Id of the indicator of which it counts a part.
        assumes: What the definition takes for granted.
        confidence: How sure the definition is.
        notes: What else a reader must know.
        settled_on: For a result, the day at whose end it stands.
    """

    id: str
    name: Text
    means: Text
    among: Condition = attrs.field(factory=all_of, eq=_node)
    where: Condition = attrs.field(factory=all_of, eq=_node)
    part_of: str = ""
    assumes: tuple[Assumption, ...] = ()
    confidence: Confidence = Confidence.FOUND
    notes: tuple[Text, ...] = ()
    settled_on: DayExpression | None = attrs.field(
        default=None, eq=lambda each: None if each is None else each.node
    )

    @property
    def told(self) -> Text:
        """What it means, after its code, so that a list of notes can be read."""
        code = self.name.en.partition(" ")[0]
        return _CODED.filled(code=code, means=self.means) if code in self.name.lv else self.means


@attrs.frozen(kw_only=True)
class IndicatorList:
    """The list of an annex: whom it asks, and on whose authority.

    Attributes:
        namespace: What the ids of its indicators begin with, ``esf``.
        source: The annex.
        complete: Whose records it takes in.
        assumes: What that takes for granted.
        notes: What a reader must know of all its indicators.
    """

    namespace: str
    source: Source
    complete: Condition = attrs.field(factory=all_of, eq=_node)
    assumes: tuple[Assumption, ...] = ()
    notes: tuple[Text, ...] = ()

    def metric(self, definition: Definition) -> Metric:
        """The indicator of a definition; a result where it says when it is settled."""
        result = definition.settled_on is not None
        turn = left if result else entered
        return Metric(
            id=f"{self.namespace}.{definition.id}",
            says=definition.name,
            subject=EsfParticipationRow,
            table=PARTICIPATIONS,
            universe=all_of(turn, self.complete, definition.among),
            where=definition.where,
            grain=Grain.OPERATION,
            membership=Membership.LEFT if result else Membership.ENTERED,
            classified_on=ClassifiedOn.ENTRY,
            settled_on=definition.settled_on,
            assumes=_each_once(self.assumes + definition.assumes),
            adds_up=True,
            part_of=definition.part_of,
            source=attrs.evolve(self.source, confidence=definition.confidence),
            notes=(definition.told, *definition.notes, *self.notes),
        )

    def metrics(self, *definitions: Definition) -> tuple[Metric, ...]:
        """The indicators of several definitions."""
        return tuple(self.metric(each) for each in definitions)


def _each_once(assumptions: tuple[Assumption, ...]) -> tuple[Assumption, ...]:
    return tuple({each.id: each for each in assumptions}.values())
