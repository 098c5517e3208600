"""One word in which two definitions differ, and how that is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import attrs

from inclusion_core.expr import nodes
from inclusion_core.metrics.aspects import Aspect
from inclusion_core.metrics.conditions_apart import BoundsApart, CodesApart
from inclusion_core.metrics.wording import Wording
from inclusion_core.texts import Text, lv

__all__ = ["NONE", "Asked", "Difference", "Telling"]

APART = lv("{aspect}: {one} / {other}").en("{aspect}: {one} / {other}")
ONLY = lv("{aspect} ({record}, {field}): tikai rādītājā {metric}: {codes}").en(
    "{aspect} ({record}, {field}): only in {metric}: {codes}"
)
BOUNDED = lv("{aspect} ({what}): {one} / {other}").en("{aspect} ({what}): {one} / {other}")
OTHERWISE = lv("{aspect}: formulēts citādi").en("{aspect}: defined otherwise")
NONE = lv("nav").en("none")

Asked: TypeAlias = nodes.DayNode | nodes.NumberNode | None
"""A day or number that a definition asks for; ``None``: it asks for none."""


@attrs.frozen(kw_only=True)
class Difference:
    """One word in which two definitions differ.

    Attributes:
        aspect: The word.
        one: What the first says, where a few words can say it; ``None`` for a condition.
        other: What the second says.
        asked: The days or numbers that they ask for, to be told in words.
        codes: For a condition, the codes that only one of them names.
        bounds: For a condition, the numbers, days and times that they bound otherwise.
        otherwise: Whether they differ in more than these words, codes and bounds say.
        matters: Whether figures that differ in it may not be compared.
    """

    aspect: Aspect
    one: Text | None = None
    other: Text | None = None
    asked: tuple[Asked, Asked] | None = None
    codes: tuple[CodesApart, ...] = ()
    bounds: tuple[BoundsApart, ...] = ()
    otherwise: bool = False
    matters: bool = True


@attrs.frozen
class Telling:
    """Puts the differences of two metrics into words.

    Attributes:
        one: Id of the first.
        other: Id of the second.
        wording: The words for fields, codes, days and numbers.
    """

    one: str
    other: str
    wording: Wording

    def told(self, difference: Difference) -> Iterator[Text]:
        """One difference: a line for what both say, for the codes of each, for each bound."""
        aspect = difference.aspect.says
        otherwise = difference.otherwise
        if difference.asked is not None:
            one, other = (self._asked(node) for node in difference.asked)
            otherwise = one == other
            difference = attrs.evolve(difference, one=one, other=other)
        if difference.one is not None and difference.other is not None and not otherwise:
            yield APART.filled(aspect=aspect, one=difference.one, other=difference.other)
        for apart in difference.codes:
            for metric, codes in (
                (self.one, apart.only_one),
                (self.other, apart.only_other),
            ):
                if codes:
                    yield self._only(aspect, metric, apart.field, codes)
        for bounds in difference.bounds:
            yield BOUNDED.filled(
                aspect=aspect,
                what=self.wording.bounded(bounds.of),
                one=self.wording.bounds(bounds.of, bounds.one),
                other=self.wording.bounds(bounds.of, bounds.other),
            )
        if otherwise:
            yield OTHERWISE.filled(aspect=aspect)

    def _asked(self, node: Asked) -> Text:
        return NONE if node is None else self.wording.bounded(node)

    def _only(
        self, aspect: Text, metric: str, field: nodes.CodeField, codes: tuple[str, ...]
    ) -> Text:
        return ONLY.filled(
            aspect=aspect,
            record=self.wording.vocabulary.type_text(self.wording.record_type(field.row)),
            field=self.wording.field(field),
            metric=metric,
            codes=self.wording.codes(field, codes),
        )
